#pragma once
// Carries events into the store: applied to the record, sealed behind the last one, with what search shall find by them.
#include <functional>

#include "app/complaint_view.hpp"
#include "base/digest.hpp"
#include "domain/complaint/event.hpp"

namespace hearline {

/// What the next event of a complaint follows upon: the digest and the time of its last one.
struct HistoryEnd {
    Digest digest{};
    Instant at;
};
/// Throws StorageError(corrupt) when the last event is missing or cannot be read.
[[nodiscard]] HistoryEnd history_end(Snapshot& snapshot, ComplaintRow const& row);

/// workflow.md: the time of an event is never earlier than the one before it. The later of `now` and the end of the history; a clock that was set
/// back is told to the log.
[[nodiscard]] Instant time_after(HistoryEnd const& end, Number number, Instant now);

/// Saves `events` on the complaint of `row` (read in this transaction) behind `end` and brings the record up to date. Returns the changed record.
/// Errors: `stale` when another write came between.
[[nodiscard]] Result<Complaint> save_events(Transaction& transaction, ComplaintRow row, HistoryEnd const& end, std::vector<Event> const& events, RandomSource& random);

/// The tokens of a complaint's first event: number, registration, and what else an imported history says.
[[nodiscard]] std::string opening_tokens(Number number, Event const& event, std::optional<LookupKey> const& key);
/// The tokens under which the complaint is indexed now, worked out from its texts.
[[nodiscard]] std::string indexed_tokens(Snapshot& snapshot, ComplaintRow const& row);

/// What the store holds of a complaint's past.
struct StoredHistory {
    std::vector<Event> events;  ///< those that can be read
    int stored = 0;             ///< how many there are
    bool whole = true;          ///< every one can be read, and every seal holds
};
/// Reads and checks all events of a complaint (R10.4), each at most once told to `fault`: number, what is wrong.
[[nodiscard]] StoredHistory read_history(Snapshot& snapshot, ComplaintKey key, std::function<void(int seq, Text const& what)> const& fault = {});

[[nodiscard]] SealedEvent sealed_of(EventRow const& row);
/// Throws StorageError(corrupt) when it cannot be read.
[[nodiscard]] Event event_of(EventRow const& row);

}  // namespace hearline
