#pragma once
// The statements and the row mapping of tables `event`, `lane` and `anchor`.
#include <vector>

#include "app/ports/store.hpp"
#include "storage/sql/connection.hpp"

namespace hearline::sql {

/// At the position given (`row.key` and `row.position` are not looked at). The texts of seq 1 are left to the complaint's row.
void insert_event(Connection& connection, EventRow const& row, ComplaintKey key, Position position);
[[nodiscard]] std::vector<EventRow> read_events(Connection& connection, ComplaintKey key, int after_seq, int limit);
/// Of the lane of `after` only, in position order.
[[nodiscard]] std::vector<EventRow> events_by_position(Connection& connection, Position after, int limit);
[[nodiscard]] Snapshot::Changes follow_events(Connection& connection, Position after, int limit);
/// Digests of the events in (after, upto] of one lane, by position.
[[nodiscard]] std::vector<Digest> digests_by_position(Connection& connection, Position after, Position upto);

[[nodiscard]] std::vector<Position> read_lanes(Connection& connection);
void put_lane(Connection& connection, Position last);

void insert_anchor(Connection& connection, AnchorRow const& row);
[[nodiscard]] std::vector<AnchorRow> read_anchors(Connection& connection, Position after, int limit);
/// The last anchor of the lane, or one of zeros at the lane's beginning.
[[nodiscard]] AnchorRow last_anchor(Connection& connection, int lane);

}  // namespace hearline::sql
