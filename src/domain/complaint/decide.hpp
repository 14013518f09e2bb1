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

/// R9.4a: the event that moves the open deadlines of `complaint` to a new calendar, or nothing when no due time and no `provisional` mark
/// changes. Its data lists `was=NAME OLD_DUE_MS` for each clock that moves.
[[nodiscard]] std::optional<Event> decide_recalendar(Complaint const& complaint, Circumstances const& at);

/// What another system's file says of one complaint, to be taken over as it is (workflow.md: an imported history is one event).
struct History {
    Registration registration;  ///< received_at may lie any time back
    std::optional<Instant> registered_at;  ///< absent = received_at, else now
    std::string accepting_unit;            ///< "" = the centre
    Stage stage = Stage::dispatch;
    std::vector<HandlingUnit> units;
    std::string cause;
    std::string result, public_text;
    std::optional<Resolution> resolution;
    std::optional<Satisfaction> satisfaction;
    std::optional<Instant> fed_back_at, closed_at;
    std::vector<Clock> clocks;  ///< as given; empty and not closed = the stage's own clock and `reply` start now
};

/// The one event of an imported complaint (seq 1), marked and kept out of timeliness. Errors: `forbidden`, `invalid` with pointers.
[[nodiscard]] Result<Event> decide_import(History const& history, Number number, Circumstances const& at);

/// The acts that this actor may do on the complaint now (stage and role), in the order of ActName.
[[nodiscard]] std::vector<ActName> possible_acts(Complaint const& complaint, Circumstances const& at);

/// Until when a closed complaint may be reopened by the complainant (workflow.md); nothing while it is open.
[[nodiscard]] std::optional<Instant> reopen_until(Complaint const& complaint, Circumstances const& at);

}  // namespace hearline
