#pragma once
// Brings the schema of a database file up to date, forward only.
#include <string>
#include <vector>

#include "storage/sqlite/database.hpp"

namespace hearline::sqlite {

/// Version of the schema in the file; 0 for an empty file.
[[nodiscard]] int schema_version(Database& database);
/// Version this program knows.
[[nodiscard]] int newest_schema();
/// Applies what is missing, each migration in a transaction of its own, and gives their names. StorageError{unavailable} when the file's schema is newer than the
/// program.
std::vector<std::string> migrate(Database& database, Instant now);
/// For reading only: StorageError unless the schema is the program's, `outdated` when it is older, `unavailable` when it is newer.
void require_schema(Database& database);

}  // namespace hearline::sqlite
