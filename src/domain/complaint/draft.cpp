#include "domain/complaint/draft.hpp"

#include <algorithm>

#include "domain/complaint/field_checks.hpp"

namespace hearline {

Draft::Draft(Complaint const& complaint, ActName act, Circumstances const& at)
    : complaint_{complaint}, at_{at}, rules_{at.rules.in_force(at.keeping.zone.date(at.now))} {
    event_.seq = complaint.version + 1;
    event_.at = at.now;
    event_.actor = at.actor;
    event_.act = act;
}

void Draft::add_text(std::string_view key, std::optional<std::string> const& value) {
    if (value && !is_blank(*value)) event_.texts.text.add(key, *value);
}

void Draft::end_clock(ClockName name, Ending how) {
    auto const* const open = how == Ending::none ? nullptr : complaint_.open_clock(name);
    if (open == nullptr) return;
    auto clock = *open;
    // A clock that stood still is set going for the moment, so that its time is counted right.
    if (clock.outcome == ClockOutcome::paused && how == Ending::finished) {
        auto const due = resumed_due(clock, clock.pauses.back().from, now(), at_.keeping);
        clock.due_at = due.at;
        clock.provisional = due.provisional;
        change(ClockChange::What::resume, clock);
    }
    if (how == Ending::finished) {
        finish_clock(clock, now());
    } else {
        clock.ended_at = now();
        clock.outcome = ClockOutcome::cancelled;
    }
    change(ClockChange::What::end, std::move(clock));
}

/// A closed complaint and a new round leave no clock of before running.
void Draft::cancel_others() {
    for (auto const& clock : complaint_.clocks) {
        if (clock.outcome != ClockOutcome::running && clock.outcome != ClockOutcome::paused) continue;
        bool const ended = std::any_of(event_.clocks.begin(), event_.clocks.end(), [&](ClockChange const& done) {
            return done.what == ClockChange::What::end && done.clock.name == clock.name && done.clock.round == clock.round;
        });
        if (ended) continue;
        auto cancelled = clock;
        cancelled.ended_at = now();
        cancelled.outcome = ClockOutcome::cancelled;
        change(ClockChange::What::end, std::move(cancelled));
    }
}

void Draft::enter(Stage stage, int round) {
    auto const name = clock_of(stage);
    if (!name) return;
    if (*name == ClockName::remedy)
        change(ClockChange::What::start, new_remedy_clock(terms(round), now(), agreed_, complaint_.open_clock(ClockName::reply), at_));
    else
        change(ClockChange::What::start, new_clock(*name, terms(round), now(), at_));
}

void Draft::pass_clock(ClockName name) {
    auto clock = new_clock(name, terms(complaint_.round), now(), at_);
    finish_clock(clock, now());
    change(ClockChange::What::start, std::move(clock));
}

void Draft::follow(Transition const& row) {
    if (auto const own = clock_of(row.from)) end_clock(*own, row.own);
    end_clock(ClockName::reply, row.reply);
    end_clock(ClockName::relay, row.relay);
    if (row.to == row.from && row.turn == Turn::same_round) return;
    data().add("stage", code_of(row.to));
    int const round = complaint_.round + (row.turn == Turn::next_round ? 1 : 0);
    if (row.to == Stage::closed || row.turn == Turn::next_round) cancel_others();
    // R5.2: the clocks start anew, the earlier round stays.
    if (row.turn == Turn::next_round) data().add("round", round);
    enter(row.to, round);
    if (row.turn == Turn::next_round) change(ClockChange::What::start, new_clock(ClockName::reply, terms(round), now(), at_));
}

}  // namespace hearline
