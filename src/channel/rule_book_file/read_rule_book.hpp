#pragma once
// Reads the rule book from TOML (data/policies/default.toml shows the shape).
#include <string_view>

#include "domain/complaint/rule_book.hpp"

namespace hearline {

/// The whole file or nothing. `file` names it in errors. Errors: `bad-rule-book`; each field error says the line and the remedy: not TOML,
/// an unknown key, a wrong type, a missing limit, a value out of bounds, two versions with one number or date.
[[nodiscard]] Result<RuleBook> read_rule_book_toml(std::string_view text, std::string_view file);

}  // namespace hearline
