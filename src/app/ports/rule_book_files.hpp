#pragma once
// The rule book as a file that people edit; the connector that knows the form (TOML) stands behind it.
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/complaint/rule_book.hpp"

namespace hearline {

/// What the use case finds wrong with the versions of a file, by pointers into it: "/version/0/valid_from".
using RuleBookJudge = std::function<std::vector<FieldError>(std::span<RuleBookVersion const>)>;

struct RuleBookFiles {
    /// All that is wrong at once, each with its line: with the text, and what `judge` finds. Errors: `bad-rule-book`. `file` names it.
    std::function<Result<RuleBook>(std::string_view text, std::string_view file, RuleBookJudge const& judge)> read;
    /// The same form; reading it gives the same versions.
    std::function<std::string(std::span<RuleBookVersion const>)> write;
};

}  // namespace hearline
