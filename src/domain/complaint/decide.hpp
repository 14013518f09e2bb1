#pragma once
// The regulation's judgement: may this act be done now, and what follows from it. Pure: time, calendar and rule book are parameters.
#include "domain/calendar/deadline.hpp"
#include "domain/complaint/act.hpp"
#include "domain/complaint/event.hpp"
#include "domain/complaint/rule_book.hpp"

namespace hearline {

/// What `decide` needs to know of the world.
struct Circumstances {
    Actor actor;
    Instant now;
    Timekeeping const& keeping;
    RuleBook const& rules;
};

/// The registration event of a new complaint (seq 1), with its clocks register, relay, dispatch, reply. The number is given by the caller.
/// Errors: `invalid` with pointers for texts too long, times in the future or too old, and so on. Codes of types, units, stations are
/// checked by the use case, which knows the reference data.
[[nodiscard]] Result<Event> decide_registration(Registration const& registration, Number number, Circumstances const& at);

/// The events (usually one) that the act leads to. Errors: `conflict` when the stage does not allow it (checked first), `forbidden`
/// when the role may not, `invalid` for a bad body. Nothing changes on an error.
[[nodiscard]] Result<std::vector<Event>> decide(Complaint const& complaint, Act const& act, Circumstances const& at);

/// R9.4a: the event that moves the open deadlines of `complaint` to a new calendar, or nothing when none moves.
[[nodiscard]] std::optional<Event> decide_recalendar(Complaint const& complaint, Circumstances const& at);

/// The acts that this actor may do on the complaint now (stage and role), in the order of ActName.
[[nodiscard]] std::vector<ActName> possible_acts(Complaint const& complaint, Actor const& actor, Instant now, RuleBook const& rules);

}  // namespace hearline
