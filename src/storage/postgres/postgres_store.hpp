#pragma once
// The store on PostgreSQL: any number of nodes on one schema an operator, registrations pipelined, acts with row locks.
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/ports/store.hpp"
#include "base/result.hpp"

namespace hearline {

/// Opens the store at "postgres://…?schema=…", creating and migrating the schema. The clock is asked only for the lease of this node.
/// Errors: `bad-url`. Throws StorageError when the server is not there or refuses.
[[nodiscard]] Result<std::unique_ptr<Store>> open_postgres_store(std::string_view url, std::function<Instant()> clock);

/// Brings the schema up to date without opening the store; the names of the migrations applied. Errors and exceptions as above.
[[nodiscard]] Result<std::vector<std::string>> migrate_postgres(std::string_view url, std::function<Instant()> clock);

/// The address without its password, for messages and logs. Errors: `bad-url`.
[[nodiscard]] Result<std::string> shown_postgres_url(std::string_view url);

}  // namespace hearline
