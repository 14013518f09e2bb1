#pragma once
// How the operator's schema comes into being and is brought up to date.
#include <vector>

#include "storage/postgres/node.hpp"

namespace hearline::postgres {

/// Refuses a schema that is not there or newer (EngineError), or older (StorageError, `outdated`); changes nothing.
void require_schema(Wire& wire, std::string const& schema);

/// Creates the schema when it is not there and applies the migrations that are missing, each in a transaction of its own with its line in
/// the table `migration`. Several nodes may do it at once. Returns the names of those applied. Throws EngineError.
std::vector<std::string> migrate(Wire& wire, std::string const& schema, Clock const& clock);

/// The version the schema has; 0 when there is none. Throws EngineError.
[[nodiscard]] int schema_version(Wire& wire);

}  // namespace hearline::postgres
