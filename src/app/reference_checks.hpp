#pragma once
// What every entry of the reference data must satisfy when it is edited one by one: its code, its names.
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace hearline {

/// Lower-case letters, digits and `further`, 1 to 64 of them; else an error at `/code`.
void check_code(std::vector<FieldError>& errors, std::string_view code, std::string_view further);
/// 1 to 80 characters, one line; the English one may be empty.
void check_names(std::vector<FieldError>& errors, std::string_view name, std::optional<std::string> const& name_en);
/// `invalid` with all of them, or nothing.
[[nodiscard]] Done no_errors(std::vector<FieldError> errors);

}  // namespace hearline
