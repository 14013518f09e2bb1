#pragma once
// The statements and the row mapping of table `idempotency`.
#include "app/ports/store.hpp"
#include "storage/sql/connection.hpp"

namespace hearline::sql {

/// Precondition: the key is new (StorageError{conflict} otherwise: another request with the same key was faster).
void insert_idempotency(Connection& connection, IdempotencyRow const& row);
[[nodiscard]] std::optional<IdempotencyRow> find_idempotency(Connection& connection, Digest const& key);
void delete_idempotency_before(Connection& connection, Instant at);

}  // namespace hearline::sql
