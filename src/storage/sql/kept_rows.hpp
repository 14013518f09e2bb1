#pragma once
// The statements and the row mapping of table `kept`: what people keep for themselves or their unit.
#include <string>
#include <vector>

#include "app/ports/store.hpp"
#include "storage/sql/connection.hpp"

namespace hearline::sql {

void put_kept(Connection& connection, KeptRow const& row);
void delete_kept(Connection& connection, std::string_view kind, std::string_view owner, std::string_view key);
void delete_kept_before(Connection& connection, std::string_view kind, Instant updated);
[[nodiscard]] std::vector<KeptRow> read_kept(Connection& connection, std::string_view kind, std::string_view owner);  ///< by key
[[nodiscard]] std::vector<std::string> read_kept_keys(Connection& connection, std::string_view kind, std::string_view owner);

}  // namespace hearline::sql
