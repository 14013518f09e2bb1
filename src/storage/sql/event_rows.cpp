#include "storage/sql/event_rows.hpp"

#include <algorithm>

#include "storage/sql/columns.hpp"
#include "storage/sql/complaint_rows.hpp"

namespace hearline::sql {
namespace {

// The columns of every reading statement, in the order of `read`: seq 1 takes its texts from the complaint.
#define EVENT_SELECT                                                                                                             \
    "SELECT e.complaint, e.seq, e.body, e.digest, CASE WHEN e.seq = 1 THEN c.salt ELSE e.salt END, "                           \
    "CASE WHEN e.seq = 1 THEN c.text ELSE e.text END, CASE WHEN e.seq = 1 THEN c.personal ELSE e.personal END, e.position " \
    "FROM event e LEFT JOIN complaint c ON c.id = e.complaint "

void read(Row& row, EventRow& out) {
    out.key = {row.integer(0)};
    out.seq = static_cast<int>(row.integer(1));
    out.body = row.text(2);
    read_bytes(row, 3, out.digest);
    read_bytes(row, 4, out.salt);
    out.text = row.text(5);
    out.personal = row.text(6);
    out.position = {row.integer(7)};
}

std::int64_t end_of_lane(Position position) { return (std::int64_t{position.lane()} + 1) << 40; }

}  // namespace

void insert_event(Connection& connection, EventRow const& row, ComplaintKey key, Position position) {
    auto const said_once = row.seq == 1;
    connection.post("INSERT INTO event (position, complaint, seq, body, digest, salt, text, personal) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)",
                    {position.value, key.value, row.seq, std::string_view{row.body}, blob_of(row.digest), said_once ? Value{} : blob_of(row.salt),
                     said_once ? Value{} : text_or_null(row.text), said_once ? Value{} : text_or_null(row.personal)});
}

std::vector<EventRow> read_events(Connection& connection, ComplaintKey key, int after_seq, int limit) {
    std::vector<EventRow> rows;
    connection.query(EVENT_SELECT "WHERE e.complaint = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3", {key.value, after_seq, limit},
                     [&](Row& row) { read(row, rows.emplace_back()); });
    return rows;
}

std::vector<EventRow> events_by_position(Connection& connection, Position after, int limit) {
    std::vector<EventRow> rows;
    connection.query(EVENT_SELECT "WHERE e.position > $1 AND e.position < $2 ORDER BY e.position LIMIT $3",
                     {after.value, end_of_lane(after), limit}, [&](Row& row) { read(row, rows.emplace_back()); });
    return rows;
}

Snapshot::Changes follow_events(Connection& connection, Position after, int limit) {
    Snapshot::Changes changes;
    changes.upto = after;
    std::vector<ComplaintKey> keys;
    connection.query("SELECT position, complaint FROM event WHERE position > $1 AND position < $2 ORDER BY position LIMIT $3",
                     {after.value, end_of_lane(after), limit}, [&](Row& row) {
                         changes.upto = {row.integer(0)};
                         keys.push_back({row.integer(1)});
                     });
    changes.more = limit > 0 && keys.size() == static_cast<std::size_t>(limit);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    changes.rows = load_complaints(connection, keys);
    return changes;
}

std::vector<Digest> digests_by_position(Connection& connection, Position after, Position upto) {
    std::vector<Digest> digests;
    connection.query("SELECT digest FROM event WHERE position > $1 AND position <= $2 ORDER BY position", {after.value, upto.value},
                     [&](Row& row) { read_bytes(row, 0, digests.emplace_back()); });
    return digests;
}

std::vector<Position> read_lanes(Connection& connection) {
    std::vector<Position> lanes;
    connection.query("SELECT position FROM lane WHERE position > id * 1099511627776 ORDER BY id", Values{}, [&](Row& row) { lanes.push_back({row.integer(0)}); });
    return lanes;
}

void put_lane(Connection& connection, Position last) {
    connection.post("INSERT INTO lane (id, position) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET position = excluded.position",
                    {last.lane(), last.value});
}

void insert_anchor(Connection& connection, AnchorRow const& row) {
    connection.post("INSERT INTO anchor (upto, digest) VALUES ($1, $2)", {row.upto.value, blob_of(row.digest)});
}

std::vector<AnchorRow> read_anchors(Connection& connection, Position after, int limit) {
    std::vector<AnchorRow> rows;
    connection.query("SELECT upto, digest FROM anchor WHERE upto > $1 AND upto < $2 ORDER BY upto LIMIT $3", {after.value, end_of_lane(after), limit},
                     [&](Row& row) {
                         auto& anchor = rows.emplace_back();
                         anchor.upto = {row.integer(0)};
                         read_bytes(row, 1, anchor.digest);
                     });
    return rows;
}

AnchorRow last_anchor(Connection& connection, int lane) {
    AnchorRow anchor;
    anchor.upto = {std::int64_t{lane} << 40};
    connection.query("SELECT upto, digest FROM anchor WHERE upto > $1 AND upto < $2 ORDER BY upto DESC LIMIT 1",
                     {anchor.upto.value, end_of_lane(anchor.upto)}, [&](Row& row) {
                         anchor.upto = {row.integer(0)};
                         read_bytes(row, 1, anchor.digest);
                     });
    return anchor;
}

}  // namespace hearline::sql
