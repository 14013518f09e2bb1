#pragma once
// Full-text search over the domain's tokens in a GIN index: table `search`, one tsvector a complaint.
#include <functional>
#include <limits>
#include <string>

#include "storage/postgres/wire.hpp"
#include "storage/sql/snapshot.hpp"

namespace hearline::postgres {

/// "'空调' '故障'", the literal form of the engine. Longer tokens than the engine takes are cut, in texts and in questions alike.
[[nodiscard]] std::string tsvector_of(std::string_view tokens);
/// "'空调' & '故障' & '不':*"
[[nodiscard]] std::string tsquery_of(SearchQuery const& query);

/// Asks one statement, planned with its values: how frequent a word is decides how it is found.
using AskPlanned = std::function<Answer(sql::Literal, std::span<sql::Value const>)>;
/// Newest first. A rare word is found by the index; of a frequent one the newest window of keys is looked at, and further ones as wide as the
/// hits so far suggest, so that the cost is that of the hits wanted and not of the store.
[[nodiscard]] std::vector<ComplaintKey> search_tokens(AskPlanned const& ask, SearchQuery const& query, ComplaintKey before, int limit);

/// Keys of the newest row that is asked for and of the oldest of all, and about how many rows there are (-1: nobody has counted).
struct SearchSpan {
    std::int64_t newest = 0, oldest = 0, rows = 0;
};
inline constexpr std::int64_t everything = std::numeric_limits<std::int64_t>::min();
/// Where the next window, which ends before `to`, begins; `everything` when no further one is worth it. `looked_at`: width of the keys looked at
/// so far, 0 before the first; `found` in them, `missing` still wanted.
[[nodiscard]] std::int64_t window_begin(SearchSpan const& span, std::int64_t to, std::int64_t looked_at, std::size_t found, std::size_t missing);

void insert_tokens(sql::Connection& connection, ComplaintKey key, std::string_view tokens);
void replace_tokens(sql::Connection& connection, ComplaintKey key, std::string_view tokens);

}  // namespace hearline::postgres
