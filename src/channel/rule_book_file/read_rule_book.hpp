#pragma once
// Reads the rule book from TOML, and writes it (data/policies/default.toml shows the shape).
#include <string_view>

#include "app/ports/rule_book_files.hpp"

namespace hearline {

/// The whole file or nothing. `file` names it in errors. Errors: `bad-rule-book`; each field error says the line and the remedy: not TOML,
/// an unknown key, a wrong type, a missing limit, a value out of bounds, two versions with one number or date.
/// `judge`: what else the caller finds wrong; told together, with the lines.
[[nodiscard]] Result<RuleBook> read_rule_book_toml(std::string_view text, std::string_view file, RuleBookJudge const& judge = {});

/// The form that `read_rule_book_toml` reads.
[[nodiscard]] std::string write_rule_book_toml(std::span<RuleBookVersion const> versions);

/// Both, for who does not know the form.
[[nodiscard]] RuleBookFiles rule_book_files();

}  // namespace hearline
