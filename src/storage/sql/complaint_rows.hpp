#pragma once
// The statements and the row mapping of table `complaint`.
#include <vector>

#include "app/ports/store.hpp"
#include "storage/sql/connection.hpp"

namespace hearline::sql {

[[nodiscard]] std::optional<ComplaintRow> find_complaint(Connection& connection, Number number);
/// Locks the row until the transaction ends (engines with row locks only).
[[nodiscard]] std::optional<ComplaintRow> find_complaint_for_update(Connection& connection, Number number);
[[nodiscard]] std::optional<ComplaintRow> find_complaint_external(Connection& connection, std::string_view external);
/// In the order asked; keys without a row are left out.
[[nodiscard]] std::vector<ComplaintRow> load_complaints(Connection& connection, std::span<ComplaintKey const> keys);
[[nodiscard]] std::vector<ComplaintRow> scan_complaints(Connection& connection, ComplaintKey after, int limit);
[[nodiscard]] std::vector<ComplaintKey> complaints_due_until(Connection& connection, Instant until, int limit);
[[nodiscard]] std::int64_t count_complaints(Connection& connection);
/// The highest key, or zero: where a node's key counter goes on.
[[nodiscard]] ComplaintKey last_complaint_key(Connection& connection);

void insert_complaint(Connection& connection, ComplaintRow const& row);
/// False when the stored version is another.
[[nodiscard]] bool update_complaint(Connection& connection, ComplaintRow const& row, int expected_version);

}  // namespace hearline::sql
