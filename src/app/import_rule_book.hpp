#pragma once
// Takes in new versions of the rule book (R1.6, R2.3). Each takes effect from its date; running clocks keep the version they started with.
#include "app/directory.hpp"

namespace hearline {

/// One entry of the file that a version changes: "clocks.opinion.ordinary", "3wd", "2wd".
struct RuleChange {
    int version = 0;
    Date valid_from;
    std::string entry, before, after;
    std::string rule;  ///< the clause behind it, in the new version
    bool operator==(RuleChange const&) const = default;
};

struct RuleBookPreview {
    std::vector<int> versions;        ///< the new ones; none when the file holds only what is there
    std::vector<RuleChange> changes;  ///< against the version in force before each
};

/// What is wrong with taking these in, by pointers into the file: a number that is not the next, a date before today or not after the version before, a
/// version that is or was in force and reads otherwise here. The last version may be written anew as long as it is not in force.
[[nodiscard]] std::vector<FieldError> rule_book_faults(std::span<RuleBookVersion const> given, RuleBook const& current, Date today);

/// Errors: `forbidden`; `invalid` with all of `rule_book_faults`.
[[nodiscard]] Result<RuleBookPreview> preview_rule_book(Actor const& actor, RuleBook const& given, Directory const& directory, Instant now);
/// The same, done and in the audit trail.
[[nodiscard]] Result<RuleBookPreview> import_rule_book(Transaction& transaction, Actor const& actor, RuleBook const& given, Instant now);

}  // namespace hearline
