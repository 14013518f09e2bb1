#pragma once
// Takes back the last act on a complaint (docs/decisions/0020), and says where it still can be.
#include "app/complaint_view.hpp"
#include "base/digest.hpp"
#include "domain/complaint/event.hpp"

namespace hearline {

/// Refusals in the order of interface.md: not_found, forbidden (not yours to see), precondition_required, stale, conflict (nothing to undo, or too late),
/// forbidden (somebody else's act).
[[nodiscard]] Result<ComplaintView> undo_act(Transaction& transaction, Actor const& actor, Number number, std::optional<int> expected_version,
                                             Directory const& directory, Instant now, RandomSource& random);

/// `last` can be taken back at `now`, and whoever did not do it is not told yet.
[[nodiscard]] bool is_pending(Event const& last, Directory const& directory, Instant now);
/// Adds `undo` to what this actor may do, where `last` is theirs and pending.
void offer_undo(ComplaintView& view, Event const& last, Actor const& actor, Directory const& directory, Instant now);

}  // namespace hearline
