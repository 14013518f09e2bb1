#include "storage/sql/attachment_rows.hpp"

#include "storage/sql/columns.hpp"

namespace hearline::sql {
namespace {

#define ATTACHMENT_COLUMNS "id, complaint, event_seq, digest, name, media_type, size, at"

void read(Row& row, AttachmentRow& out) {
    out.id = row.text(0);
    out.key = {row.integer(1)};
    out.event_seq = static_cast<int>(row.integer(2));
    out.digest_hex = row.text(3);
    out.name = row.text(4);
    out.media_type = row.text(5);
    out.size = row.integer(6);
    out.at = instant_at(row, 7);
}

}  // namespace

void insert_attachment(Connection& connection, AttachmentRow const& row) {
    connection.post("INSERT INTO attachment (" ATTACHMENT_COLUMNS ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8)",
                    {std::string_view{row.id}, row.key.value, row.event_seq, std::string_view{row.digest_hex}, std::string_view{row.name},
                     std::string_view{row.media_type}, row.size, ms(row.at)});
}

std::vector<AttachmentRow> read_attachments(Connection& connection, ComplaintKey key) {
    std::vector<AttachmentRow> rows;
    connection.query("SELECT " ATTACHMENT_COLUMNS " FROM attachment WHERE complaint = $1 ORDER BY event_seq, at, id", {key.value},
                     [&](Row& row) { read(row, rows.emplace_back()); });
    return rows;
}

std::optional<AttachmentRow> find_attachment(Connection& connection, std::string_view id) {
    std::optional<AttachmentRow> found;
    connection.query("SELECT " ATTACHMENT_COLUMNS " FROM attachment WHERE id = $1", {id}, [&](Row& row) { read(row, found.emplace()); });
    return found;
}

}  // namespace hearline::sql
