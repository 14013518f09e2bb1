#include "storage/sql/complaint_rows.hpp"

#include <algorithm>
#include <array>

#include "storage/sql/columns.hpp"

namespace hearline::sql {
namespace {

// The columns of every reading statement, in the order of `read`.
#define COMPLAINT_COLUMNS "id, number, version, next_due, record, salt, text, personal, result, external, tracking"

void read(Row& row, ComplaintRow& out) {
    out.key = {row.integer(0)};
    out.number = {row.integer(1)};
    out.version = static_cast<int>(row.integer(2));
    out.next_due = instant_or_nothing(row, 3);
    out.record = row.text(4);
    read_bytes(row, 5, out.salt);
    out.text = row.text(6);
    out.personal = row.text(7);
    out.result = row.text(8);
    out.external = row.text(9);
    out.tracking = row.text(10);
}

std::optional<ComplaintRow> one(Connection& connection, Literal literal, Value value) {
    std::optional<ComplaintRow> found;
    connection.query(literal, {value}, [&](Row& row) { read(row, found.emplace()); });
    return found;
}

constexpr std::size_t keys_at_once = 64;

}  // namespace

std::optional<ComplaintRow> find_complaint(Connection& connection, Number number) {
    return one(connection, "SELECT " COMPLAINT_COLUMNS " FROM complaint WHERE number = $1", number.value);
}

std::optional<ComplaintRow> find_complaint_for_update(Connection& connection, Number number) {
    return one(connection, "SELECT " COMPLAINT_COLUMNS " FROM complaint WHERE number = $1 FOR UPDATE", number.value);
}

std::optional<ComplaintRow> find_complaint_external(Connection& connection, std::string_view external) {
    if (external.empty()) return std::nullopt;
    return one(connection, "SELECT " COMPLAINT_COLUMNS " FROM complaint WHERE external = $1", external);
}

std::vector<ComplaintRow> load_complaints(Connection& connection, std::span<ComplaintKey const> keys) {
    std::vector<ComplaintRow> rows;
    rows.reserve(keys.size());
    if (keys.size() <= 2) {
        for (auto const key : keys)
            if (auto row = one(connection, "SELECT " COMPLAINT_COLUMNS " FROM complaint WHERE id = $1", key.value)) rows.push_back(std::move(*row));
        return rows;
    }
    std::vector<ComplaintRow> chunk;
    std::vector<std::size_t> order;
    for (std::size_t from = 0; from < keys.size(); from += keys_at_once) {
        auto const part = keys.subspan(from, std::min(keys_at_once, keys.size() - from));
        std::array<Value, keys_at_once> values;
        for (std::size_t i = 0; i < keys_at_once; ++i) values[i] = Value{part[std::min(i, part.size() - 1)].value};
        chunk.clear();
        connection.query("SELECT " COMPLAINT_COLUMNS
                         " FROM complaint WHERE id IN ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,"
                         "$25,$26,$27,$28,$29,$30,$31,$32,$33,$34,$35,$36,$37,$38,$39,$40,$41,$42,$43,$44,$45,$46,$47,$48,$49,$50,$51,$52,$53,"
                         "$54,$55,$56,$57,$58,$59,$60,$61,$62,$63,$64)",
                         values, [&](Row& row) { read(row, chunk.emplace_back()); });
        order.resize(chunk.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [&](auto a, auto b) { return chunk[a].key < chunk[b].key; });
        for (auto const key : part) {
            auto const at = std::lower_bound(order.begin(), order.end(), key, [&](auto i, ComplaintKey k) { return chunk[i].key < k; });
            if (at != order.end() && chunk[*at].key == key) rows.push_back(chunk[*at]);
        }
    }
    return rows;
}

std::vector<ComplaintRow> scan_complaints(Connection& connection, ComplaintKey after, int limit) {
    std::vector<ComplaintRow> rows;
    connection.query("SELECT " COMPLAINT_COLUMNS " FROM complaint WHERE id > $1 ORDER BY id LIMIT $2", {after.value, limit},
                     [&](Row& row) { read(row, rows.emplace_back()); });
    return rows;
}

std::vector<ComplaintKey> complaints_due_until(Connection& connection, Instant until, int limit) {
    std::vector<ComplaintKey> keys;
    connection.query("SELECT id FROM complaint WHERE next_due <= $1 ORDER BY next_due, id LIMIT $2", {ms(until), limit},
                     [&](Row& row) { keys.push_back({row.integer(0)}); });
    return keys;
}

std::int64_t count_complaints(Connection& connection) {
    std::int64_t count = 0;
    connection.query("SELECT count(*) FROM complaint", Values{}, [&](Row& row) { count = row.integer(0); });
    return count;
}

ComplaintKey last_complaint_key(Connection& connection) {
    ComplaintKey last;
    connection.query("SELECT id FROM complaint ORDER BY id DESC LIMIT 1", Values{}, [&](Row& row) { last = {row.integer(0)}; });
    return last;
}

void insert_complaint(Connection& connection, ComplaintRow const& row) {
    connection.post("INSERT INTO complaint (" COMPLAINT_COLUMNS ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)",
                    {row.key.value, row.number.value, row.version, ms_or_null(row.next_due), std::string_view{row.record}, blob_of(row.salt),
                     text_or_null(row.text), text_or_null(row.personal), text_or_null(row.result), text_or_null(row.external),
                     text_or_null(row.tracking)});
}

bool update_complaint(Connection& connection, ComplaintRow const& row, int expected_version) {
    return connection.change(
               "UPDATE complaint SET version = $3, next_due = $4, record = $5, salt = $6, text = $7, personal = $8, result = $9, external = $10, "
               "tracking = $11 WHERE id = $1 AND version = $2",
               {row.key.value, expected_version, row.version, ms_or_null(row.next_due), std::string_view{row.record}, blob_of(row.salt),
                text_or_null(row.text), text_or_null(row.personal), text_or_null(row.result), text_or_null(row.external),
                text_or_null(row.tracking)}) == 1;
}

}  // namespace hearline::sql
