#include "storage/sqlite/migrate.hpp"

#include <fmt/format.h>

#include "storage/sql/schema.hpp"

namespace hearline::sqlite {
namespace {

void refuse_newer(int version) {
    if (version > newest_schema())
        throw StorageError{StorageError::What::unavailable,
                           fmt::format("the data were written by a newer program (schema {}, this program knows {})", version, newest_schema())};
}

}  // namespace

int newest_schema() { return static_cast<int>(sql::migrations_for("sqlite").size()); }

int schema_version(Database& database) {
    auto version = 0;
    auto has_table = false;
    database.query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'", sql::Values{}, [&](sql::Row&) { has_table = true; });
    if (has_table)
        database.query("SELECT max(version) FROM migration", sql::Values{}, [&](sql::Row& row) { version = static_cast<int>(row.integer(0)); });
    return version;
}

std::vector<std::string> migrate(Database& database, Instant now) {
    std::vector<std::string> applied;
    auto const version = schema_version(database);
    refuse_newer(version);
    for (auto const& migration : sql::migrations_for("sqlite")) {
        if (migration.version <= version) continue;
        database.run("BEGIN IMMEDIATE");
        try {
            database.run_script("CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)");
            database.run_script(migration.text);
            database.post("INSERT INTO migration (version, name, applied_at) VALUES ($1, $2, $3)",
                          {migration.version, std::string_view{migration.name}, ms_of(now)});
            database.run("COMMIT");
            applied.push_back(migration.name);
        } catch (...) {
            if (database.in_transaction()) database.run("ROLLBACK");
            throw;
        }
    }
    return applied;
}

void require_schema(Database& database) {
    auto const version = schema_version(database);
    refuse_newer(version);
    if (version < newest_schema())
        throw StorageError{StorageError::What::outdated, fmt::format("the data have schema {}, this program needs {}", version, newest_schema())};
}

}  // namespace hearline::sqlite
