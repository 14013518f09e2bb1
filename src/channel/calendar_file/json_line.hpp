#pragma once
// Where in a JSON text a value stands.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearline {

/// The line (from 1) of an offset.
[[nodiscard]] int line_at(std::string_view text, std::size_t offset);
/// The line on which the value under this path begins ("days", "3", "date"); the nearest value above it when there is none. `json` is valid JSON.
[[nodiscard]] int line_of_value(std::string_view json, std::vector<std::string> const& path);

/// A key that stands twice in one object, of which a reader would see the last alone.
struct RepeatedKey {
    int line = 0;
    std::string key;
};
/// The first such key of valid JSON, or nothing.
[[nodiscard]] std::optional<RepeatedKey> repeated_key(std::string_view json);

}  // namespace hearline
