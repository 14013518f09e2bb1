#pragma once
// Checking the fields of a body: every bad one is collected with its JSON pointer and the remedy, so that all are told at once.
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace hearline {

enum class Lines { one, many };

class FieldChecks {
public:
    void add(std::string pointer, Text detail) { errors_.push_back({std::move(pointer), std::move(detail)}); }
    /// A text that must be there and say something.
    void required_text(std::string_view pointer, std::optional<std::string> const& text, int longest, Lines lines);
    /// A text that may be missing; when there it is at most `longest` characters of well-formed UTF-8 without control characters.
    void text(std::string_view pointer, std::string_view text, int longest, Lines lines);
    void missing(std::string_view pointer);

    [[nodiscard]] bool clean() const { return errors_.empty(); }
    /// All errors as one refusal `invalid-fields`, or done.
    [[nodiscard]] Done done() &&;

private:
    std::vector<FieldError> errors_;
};

/// Nothing in it but white space.
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace hearline
