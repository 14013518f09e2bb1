#pragma once
// Search tokens on their way into the index: how a commit's tokens are packed, and how packed tokens are searched.
#include <string>
#include <string_view>
#include <vector>

#include "app/ports/store.hpp"

namespace hearline::sqlite {

/// What one write did to the searchable tokens of one complaint.
struct TokenChange {
    ComplaintKey key;
    std::string_view before, after;  ///< space-separated
};

void pack(std::string& out, TokenChange const& change);
/// The changes packed one after another; views into `packed`. StorageError{corrupt} when it is cut off.
[[nodiscard]] std::vector<TokenChange> unpack(std::string_view packed);

[[nodiscard]] bool matches(std::string_view tokens, SearchQuery const& query);
/// Adds the keys below `before` of changes that match; not sorted.
void search_packed(std::string_view packed, SearchQuery const& query, ComplaintKey before, std::vector<ComplaintKey>& found);

/// The tokens of `after` that are not in `before`, space-separated.
[[nodiscard]] std::string tokens_added(std::string_view before, std::string_view after);

/// The query in the syntax of FTS5, or "" when nothing of it can match: every token quoted, all must occur.
[[nodiscard]] std::string match_expression(SearchQuery const& query);

}  // namespace hearline::sqlite
