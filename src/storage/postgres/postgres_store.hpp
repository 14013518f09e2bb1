#pragma once
// The store on PostgreSQL: any number of nodes on one schema an operator, registrations pipelined, acts with row locks.
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/ports/store.hpp"
#include "base/result.hpp"

namespace hearline {

enum class PostgresUse {
    write,  ///< makes the schema, or brings it up to date
    read    ///< takes a schema that is there and up to date as it is; any other is refused, for a mistyped name is not an empty store
};
/// Opens the store at "postgres://…?schema=…". The clock is asked only for the lease of this node.
/// Errors: `bad-url`. Throws StorageError when the server is not there or refuses.
[[nodiscard]] Result<std::unique_ptr<Store>> open_postgres_store(std::string_view url, std::function<Instant()> clock, PostgresUse use = PostgresUse::write);

/// Brings the schema up to date without opening the store; the names of the migrations applied. Errors and exceptions as above.
[[nodiscard]] Result<std::vector<std::string>> migrate_postgres(std::string_view url, std::function<Instant()> clock);

/// The address without its password, for messages and logs. Errors: `bad-url`.
[[nodiscard]] Result<std::string> shown_postgres_url(std::string_view url);

}  // namespace hearline
