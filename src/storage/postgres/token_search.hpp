#pragma once
// Full-text search over the domain's tokens in a GIN index: table `search`, one tsvector a complaint.
#include <functional>
#include <string>

#include "storage/postgres/wire.hpp"
#include "storage/sql/snapshot.hpp"

namespace hearline::postgres {

/// "'空调' '故障'", the literal form of the engine. Longer tokens than the engine takes are cut, in texts and in questions alike.
[[nodiscard]] std::string tsvector_of(std::string_view tokens);
/// "'空调' & '故障' & '不':*"
[[nodiscard]] std::string tsquery_of(SearchQuery const& query);

/// Asks one statement; it should be planned with its values, for frequent tokens are found quickest by walking the keys, rare ones by the index.
using AskPlanned = std::function<Answer(sql::Literal, std::span<sql::Value const>)>;
[[nodiscard]] std::vector<ComplaintKey> search_tokens(AskPlanned const& ask, SearchQuery const& query, ComplaintKey before, int limit);
void insert_tokens(sql::Connection& connection, ComplaintKey key, std::string_view tokens);
void replace_tokens(sql::Connection& connection, ComplaintKey key, std::string_view tokens);

}  // namespace hearline::postgres
