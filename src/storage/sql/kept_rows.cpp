#include "storage/sql/kept_rows.hpp"

#include "storage/sql/columns.hpp"

namespace hearline::sql {

void put_kept(Connection& connection, KeptRow const& row) {
    connection.post(
        "INSERT INTO kept (kind, owner, key, body, updated_at) VALUES ($1,$2,$3,$4,$5) "
        "ON CONFLICT (kind, owner, key) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at",
        {std::string_view{row.kind}, std::string_view{row.owner}, std::string_view{row.key}, std::string_view{row.body}, ms(row.updated_at)});
}

void delete_kept(Connection& connection, std::string_view kind, std::string_view owner, std::string_view key) {
    connection.post("DELETE FROM kept WHERE kind = $1 AND owner = $2 AND key = $3", {kind, owner, key});
}

void delete_kept_before(Connection& connection, std::string_view kind, Instant updated) {
    connection.post("DELETE FROM kept WHERE kind = $1 AND updated_at < $2", {kind, ms(updated)});
}

std::vector<KeptRow> read_kept(Connection& connection, std::string_view kind, std::string_view owner) {
    std::vector<KeptRow> rows;
    connection.query("SELECT key, body, updated_at FROM kept WHERE kind = $1 AND owner = $2 ORDER BY key", {kind, owner}, [&](Row& row) {
        auto& out = rows.emplace_back();
        out.kind = kind;
        out.owner = owner;
        out.key = row.text(0);
        out.body = row.text(1);
        out.updated_at = instant_at(row, 2);
    });
    return rows;
}

std::vector<std::string> read_kept_keys(Connection& connection, std::string_view kind, std::string_view owner) {
    std::vector<std::string> keys;
    connection.query("SELECT key FROM kept WHERE kind = $1 AND owner = $2 ORDER BY key", {kind, owner}, [&](Row& row) { keys.emplace_back(row.text(0)); });
    return keys;
}

}  // namespace hearline::sql
