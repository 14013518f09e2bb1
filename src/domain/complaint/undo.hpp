#pragma once
// Taking back what was done a moment ago by a slip of the hand (docs/decisions/0020): an act without text, by who did it, while nothing followed.
#include "domain/complaint/decide.hpp"

namespace hearline {

/// Is it an act by staff that can be done without a word, and did it carry none? Nothing that anybody wrote is ever taken back.
[[nodiscard]] bool can_be_undone(Event const& event);
/// Until when it can be taken back, and others and the passenger are not told of it (rule book, `undo_seconds`).
[[nodiscard]] Instant undo_until(Event const& event, RuleBook const& rules, Zone const& zone);

/// The event that takes `last`, the last event of `complaint`, back: with it `replay` gives the record of before, clocks and all. Errors: `conflict` when
/// it cannot be undone or the time is over, `forbidden` for anybody but who did it.
[[nodiscard]] Result<Event> decide_undo(Complaint const& complaint, Event const& last, Circumstances const& at);

}  // namespace hearline
