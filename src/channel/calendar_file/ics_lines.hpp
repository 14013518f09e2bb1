#pragma once
// The lines of an iCalendar stream (RFC 5545, 3.1): unfolded, each cut into name, parameters and value.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearline {

struct IcsLine {
    int number = 0;    ///< of its first physical line, from 1
    std::string name;  ///< upper case
    std::vector<std::pair<std::string, std::string>> parameters;  ///< names in upper case, quotes taken off
    std::string value;

    /// The parameter's value, or "".
    [[nodiscard]] std::string_view parameter(std::string_view key) const;
};

/// One content line taken apart; nothing when it has no name or no value, or a quote that does not end.
[[nodiscard]] std::optional<IcsLine> parse_ics_line(std::string_view line, int number);

/// All lines with their numbers, folds undone, blank lines left out. A line that cannot be taken apart has an empty name.
[[nodiscard]] std::vector<IcsLine> split_ics(std::string_view content);

/// Backslash escapes of a TEXT value undone.
[[nodiscard]] std::string ics_text(std::string_view value);

}  // namespace hearline
