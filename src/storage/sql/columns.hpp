#pragma once
// How the small types of the rows lie in columns: digests and salts as blobs, instants as milliseconds, "" as null where told.
#include <algorithm>
#include <optional>
#include <string>

#include "app/ports/store.hpp"
#include "storage/sql/connection.hpp"

namespace hearline::sql {

[[nodiscard]] inline Value text_or_null(std::string_view text) { return text.empty() ? Value{} : Value{text}; }
[[nodiscard]] inline Value blob_of(Digest const& digest) { return Value::blob(bytes_of(digest)); }
/// A salt of zeros means "no texts" and is stored as null.
[[nodiscard]] inline Value blob_of(Salt const& salt) {
    return std::all_of(salt.begin(), salt.end(), [](auto byte) { return byte == 0; }) ? Value{} : Value::blob(bytes_of(salt));
}
[[nodiscard]] inline Value ms(Instant at) { return Value{ms_of(at)}; }
[[nodiscard]] inline Value ms_or_null(std::optional<Instant> at) { return at ? Value{ms_of(*at)} : Value{}; }

[[nodiscard]] inline Instant instant_at(Row& row, int column) { return instant_ms(row.integer(column)); }
[[nodiscard]] inline std::optional<Instant> instant_or_nothing(Row& row, int column) {
    if (row.null(column)) return std::nullopt;
    return instant_ms(row.integer(column));
}
/// Copies a blob column into an array; a shorter blob leaves the rest zero.
template <std::size_t N>
void read_bytes(Row& row, int column, std::array<std::uint8_t, N>& out) {
    auto const bytes = row.blob(column);
    out.fill(0);
    std::copy_n(bytes.begin(), std::min(N, bytes.size()), out.begin());
}

}  // namespace hearline::sql
