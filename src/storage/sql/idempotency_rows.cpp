#include "storage/sql/idempotency_rows.hpp"

#include "storage/sql/columns.hpp"

namespace hearline::sql {

void insert_idempotency(Connection& connection, IdempotencyRow const& row) {
    connection.post("INSERT INTO idempotency (key, body, status, at, response) VALUES ($1,$2,$3,$4,$5)",
                    {blob_of(row.key), blob_of(row.body), row.status, ms(row.at), std::string_view{row.response}});
}

std::optional<IdempotencyRow> find_idempotency(Connection& connection, Digest const& key) {
    std::optional<IdempotencyRow> found;
    connection.query("SELECT body, status, at, response FROM idempotency WHERE key = $1", {blob_of(key)}, [&](Row& row) {
        auto& out = found.emplace();
        out.key = key;
        read_bytes(row, 0, out.body);
        out.status = static_cast<int>(row.integer(1));
        out.at = instant_at(row, 2);
        out.response = row.text(3);
    });
    return found;
}

void delete_idempotency_before(Connection& connection, Instant at) {
    connection.post("DELETE FROM idempotency WHERE at < $1", {ms(at)});
}

}  // namespace hearline::sql
