#include "storage/postgres/migrate.hpp"

#include <fmt/format.h>

#include "storage/sql/schema.hpp"

namespace hearline::postgres {
namespace {

/// Runs DDL that another node may be running at the same moment; then it is there already.
void run_once(Wire& wire, std::string const& ddl) {
    try {
        wire.run_script(ddl);
    } catch (EngineError const& error) {
        // 42P06, 42P07, 42710: schema, table, the table's row type exist; 23505: two made the same catalogue row.
        if (error.state() != "42P06" && error.state() != "42P07" && error.state() != "42710" && error.cause() != EngineError::What::duplicate) throw;
    }
}

}  // namespace

int schema_version(Wire& wire) {
    try {
        return static_cast<int>(wire.ask("SELECT coalesce(max(version), 0) FROM migration").integer(0, 0));
    } catch (EngineError const& error) {
        if (error.state() != "42P01" && error.state() != "3F000") throw;
        return 0;
    }
}

void require_schema(Wire& wire, std::string const& schema) {
    auto const known = static_cast<int>(sql::migrations_for("postgres").size());
    auto const version = schema_version(wire);
    if (version == 0) throw EngineError{EngineError::What::refused, "", fmt::format("there is no store in the schema {}; check its name", schema)};
    if (version < known) throw StorageError{StorageError::What::outdated, fmt::format("the schema {} has version {}, this program needs {}", schema, version, known)};
    if (version > known) throw EngineError{EngineError::What::refused, "", fmt::format("the schema {} has version {}, this program knows {}", schema, version, known)};
}

std::vector<std::string> migrate(Wire& wire, std::string const& schema, Clock const& clock) {
    auto const all = sql::migrations_for("postgres");
    auto version = schema_version(wire);
    if (version == 0) {
        run_once(wire, fmt::format("CREATE SCHEMA IF NOT EXISTS \"{}\"", schema));
        run_once(wire, "CREATE TABLE IF NOT EXISTS migration (version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)");
    }
    if (version > static_cast<int>(all.size()))
        throw EngineError{EngineError::What::refused, "", fmt::format("the schema {} has version {}, this program knows {}", schema, version, all.size())};
    std::vector<std::string> applied;
    for (auto const& migration : all) {
        if (migration.version <= version) continue;
        try {
            wire.send("BEGIN");
            // Another node that applies the same migration waits here until it is done, and then is refused.
            wire.ask("INSERT INTO migration (version, name, applied_at) VALUES ($1, $2, $3)",
                     {migration.version, std::string_view{migration.name}, ms_of(clock())});
            wire.run_script(std::string{migration.text});
            wire.ask("COMMIT");
            applied.push_back(migration.name);
        } catch (EngineError const& error) {
            if (wire.is_lost()) throw;
            wire.ask("ROLLBACK");
            if (error.cause() != EngineError::What::duplicate || schema_version(wire) < migration.version) throw;
        }
    }
    return applied;
}

}  // namespace hearline::postgres
