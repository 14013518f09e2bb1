#pragma once
// The statements and the row mappings of tables `person`, `token` and `session`: who may come in.
#include <vector>

#include "app/ports/store.hpp"
#include "storage/sql/connection.hpp"

namespace hearline::sql {

void put_user(Connection& connection, UserRow const& row);
[[nodiscard]] std::vector<UserRow> read_users(Connection& connection);  ///< by name
void put_token(Connection& connection, TokenRow const& row);
[[nodiscard]] std::vector<TokenRow> read_tokens(Connection& connection);  ///< oldest first

void put_session(Connection& connection, SessionRow const& row);
void delete_session(Connection& connection, Digest const& digest);
void delete_sessions_before(Connection& connection, Instant last_seen);
[[nodiscard]] std::optional<SessionRow> find_session(Connection& connection, Digest const& digest);
[[nodiscard]] std::vector<SessionRow> sessions_of(Connection& connection, std::string_view user);  ///< oldest first

}  // namespace hearline::sql
