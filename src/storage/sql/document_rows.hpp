#pragma once
// The statements and the row mapping of tables `document` and `reference_state`.
#include <vector>

#include "app/ports/store.hpp"
#include "storage/sql/connection.hpp"

namespace hearline::sql {

/// Inserts or replaces kind + code + version.
void put_document(Connection& connection, DocumentRow const& row);
/// All versions, by code then version.
[[nodiscard]] std::vector<DocumentRow> read_documents(Connection& connection, std::string_view kind);

[[nodiscard]] std::int64_t reference_version(Connection& connection);
/// One more: some document, user or token changed.
void count_reference_change(Connection& connection);

}  // namespace hearline::sql
