#pragma once
// The statements and the row mapping of table `attachment`.
#include <vector>

#include "app/ports/store.hpp"
#include "storage/sql/connection.hpp"

namespace hearline::sql {

void insert_attachment(Connection& connection, AttachmentRow const& row);
/// Of one complaint, oldest first.
[[nodiscard]] std::vector<AttachmentRow> read_attachments(Connection& connection, ComplaintKey key);
[[nodiscard]] std::optional<AttachmentRow> find_attachment(Connection& connection, std::string_view id);

}  // namespace hearline::sql
