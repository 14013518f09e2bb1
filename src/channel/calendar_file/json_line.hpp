#pragma once
// Where in a JSON text a value stands.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearline {

/// The line (from 1) of an offset.
[[nodiscard]] int line_at(std::string_view text, std::size_t offset);
/// The line on which the value under this path begins ("days", "3", "date"); the nearest value above it when there is none. `json` is valid JSON.
[[nodiscard]] int line_of_value(std::string_view json, std::vector<std::string> const& path);

}  // namespace hearline
