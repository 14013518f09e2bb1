#pragma once
// Carries events into the store: applied to the record, sealed behind the last one, with what search shall find by them.
#include "app/complaint_view.hpp"
#include "base/digest.hpp"
#include "domain/complaint/event.hpp"

namespace hearline {

/// Saves `events` on the complaint of `row` (read in this transaction) and brings the record up to date. Returns the changed record.
/// Errors: `stale` when another write came between.
[[nodiscard]] Result<Complaint> save_events(Transaction& transaction, ComplaintRow row, std::vector<Event> const& events, RandomSource& random);

/// The tokens of a complaint's first event: number, registration, and what else an imported history says.
[[nodiscard]] std::string opening_tokens(Number number, Event const& event, std::optional<LookupKey> const& key);
/// The tokens under which the complaint is indexed now, worked out from its texts.
[[nodiscard]] std::string indexed_tokens(Snapshot& snapshot, ComplaintRow const& row);

[[nodiscard]] SealedEvent sealed_of(EventRow const& row);
/// Throws StorageError(corrupt) when it cannot be read.
[[nodiscard]] Event event_of(EventRow const& row);

}  // namespace hearline
