#pragma once
// Reads one complaint, its history and its files. Personal data are masked; who may not see the complaint is told so (403, never 404).
#include "app/complaint_view.hpp"
#include "domain/complaint/event.hpp"

namespace hearline {

[[nodiscard]] Result<ComplaintView> read_complaint(Snapshot& snapshot, Actor const& actor, Number number, Directory const& directory, Instant now);

/// One event of the history with its texts; `texts.personal` masked.
struct EventView {
    Event event;
    std::string digest_hex;
    bool erased = false;  ///< had texts that were erased since
};
struct EventPage {
    std::vector<EventView> items;
    std::optional<int> next_after;  ///< sequence to go on after
};
/// Ascending. `limit` is raised to 100 at least (interface.md) and cut to 1000.
[[nodiscard]] Result<EventPage> list_events(Snapshot& snapshot, Actor const& actor, Number number, int after_seq, int limit);

[[nodiscard]] Result<std::vector<AttachmentRow>> list_attachments(Snapshot& snapshot, Actor const& actor, Number number);
/// The row of one file, for who may see the complaint.
[[nodiscard]] Result<AttachmentRow> find_attachment(Snapshot& snapshot, Actor const& actor, Number number, std::string_view id);

}  // namespace hearline
