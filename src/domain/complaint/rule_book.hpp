#pragma once
// The rule book: every limit with the rule it comes from and the date it is valid from (R1.6). Data, versioned; a running clock keeps its version.
#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "domain/complaint/complaint.hpp"

namespace hearline {

/// One limit with its source.
struct ClockRule {
    Limit limit;
    std::string rule;  ///< "R4.1"
    bool operator==(ClockRule const&) const = default;
};

/// One version of the rule book, in force from `valid_from` until the next version's date.
struct RuleBookVersion {
    int version = 1;
    Date valid_from;
    std::string title;
    /// Limits by clock and severity; `on_site_register` for channel on_site (R3.5).
    std::map<std::pair<ClockName, Severity>, ClockRule> clocks;
    ClockRule on_site_register;
    int follow_up_attempts = 3;    // R4.6
    int reopen_days = 30;          // workflow.md: reopen
    int recurrence_days = 90;      // R4.8
    int retention_years = 3;       // R10.3
    int result_reserve_days = 2;   // workflow.md remedy: 1 wd each for result and feedback
    int oldest_received_years = 10;  // live registration: received_at not more than this back
    int content_max = 20000;       // characters
    int text_max = 20000;
    int subject_max = 120;
    int name_max = 80;
    int undo_seconds = 10;         // in which an act without text can be taken back
    std::map<std::string, std::string> rule_of;  ///< other settings by name → rule id
    [[nodiscard]] ClockRule const& clock_rule(ClockName name, Severity severity, Channel channel) const;
    bool operator==(RuleBookVersion const&) const = default;
};

/// One whole-number setting of a version: its name in the file, where it lies, and what values make sense.
struct RuleBookSetting {
    std::string_view name;
    int RuleBookVersion::*value;
    int least, most;
    bool always_stored = true;  ///< false: books stored by earlier programs lack it and have its default
};
[[nodiscard]] std::span<RuleBookSetting const> rule_book_settings();

/// All versions, oldest first. Never empty.
class RuleBook {
public:
    explicit RuleBook(std::vector<RuleBookVersion> versions);
    [[nodiscard]] RuleBookVersion const& in_force(Date day) const;
    [[nodiscard]] RuleBookVersion const* version(int number) const;
    [[nodiscard]] std::vector<RuleBookVersion> const& versions() const { return versions_; }

private:
    std::vector<RuleBookVersion> versions_;
};

}  // namespace hearline
