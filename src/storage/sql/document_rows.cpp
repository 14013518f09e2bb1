#include "storage/sql/document_rows.hpp"

#include "storage/sql/columns.hpp"

namespace hearline::sql {

void put_document(Connection& connection, DocumentRow const& row) {
    connection.post(
        "INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ($1,$2,$3,$4,$5,$6,$7) "
        "ON CONFLICT (kind, code, version) DO UPDATE SET valid_from_day = excluded.valid_from_day, body = excluded.body, "
        "changed_at = excluded.changed_at, changed_by = excluded.changed_by",
        {std::string_view{row.kind}, std::string_view{row.code}, row.version, row.valid_from_day, std::string_view{row.body}, ms(row.changed_at),
         std::string_view{row.changed_by}});
    count_reference_change(connection);
}

std::vector<DocumentRow> read_documents(Connection& connection, std::string_view kind) {
    std::vector<DocumentRow> rows;
    connection.query(
        "SELECT kind, code, version, valid_from_day, body, changed_at, changed_by FROM document WHERE kind = $1 ORDER BY code, version", {kind},
        [&](Row& row) {
            auto& out = rows.emplace_back();
            out.kind = row.text(0);
            out.code = row.text(1);
            out.version = static_cast<int>(row.integer(2));
            out.valid_from_day = static_cast<int>(row.integer(3));
            out.body = row.text(4);
            out.changed_at = instant_at(row, 5);
            out.changed_by = row.text(6);
        });
    return rows;
}

std::int64_t reference_version(Connection& connection) {
    std::int64_t version = 0;
    connection.query("SELECT version FROM reference_state WHERE id = 1", Values{}, [&](Row& row) { version = row.integer(0); });
    return version;
}

void count_reference_change(Connection& connection) {
    connection.post("INSERT INTO reference_state (id, version) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET version = reference_state.version + 1",
                    Values{});
}

}  // namespace hearline::sql
