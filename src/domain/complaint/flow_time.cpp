#include "domain/complaint/flow.hpp"

namespace hearline::flow {
namespace {

void check_clock_word(FieldChecks& checks, std::optional<std::string> const& word) {
    if (word && !word->empty() && *word != "stage" && *word != "reply")
        checks.add("/clock", say("只能是 stage 或 reply", "must be stage or reply"));
}

void check_until(FieldChecks& checks, Draft const& draft, Clock const* clock, Instant until) {
    check_date(checks, "/until", until, draft);
    if (clock == nullptr || until > clock->due_at) return;
    auto const due = draft.at().keeping.zone.rfc3339(clock->due_at);
    checks.add("/until", say("须晚于现在的时限 {}", "must lie after the present limit {}", due));
}

void add_was(Draft& draft, Clock const& clock) {
    draft.data().add("was", fmt::format("{} {}", code_of(clock.name), ms_of(clock.due_at)));
}

/// The clocks that stood still as they go on now. R9.2: a default `remedy` stays provisional where what it was reckoned back from is.
[[nodiscard]] std::vector<Clock> resumed_clocks(Draft const& draft) {
    std::vector<Clock> resumed;
    Clock const* outer = nullptr;
    for (auto const& paused : draft.complaint().clocks) {
        if (paused.outcome != ClockOutcome::paused) continue;
        auto& clock = resumed.emplace_back(paused);
        if (clock.pauses.empty()) continue;
        auto const due = resumed_due(clock, clock.pauses.back().from, draft.now(), draft.at().keeping);
        clock.pauses.back().until = draft.now();
        clock.due_at = due.at;
        clock.provisional = due.provisional;
    }
    for (auto const& clock : resumed)
        if (clock.name == ClockName::reply) outer = &clock;
    auto const severity = draft.complaint().severity;
    for (auto& clock : resumed)
        if (clock.name == ClockName::remedy && !clock.agreed)
            clock.provisional = clock.provisional || recounted_due(clock, severity, reply_deadlines(outer, severity, draft.at()), draft.at()).provisional;
    return resumed;
}

}  // namespace

// R9.4: every clock that runs stops, the outer one with the stage's.
Done suspend(Draft& draft, Act const& act) {
    draft.add_text("reason", act.reason);
    for (auto const& clock : draft.complaint().clocks)
        if (clock.outcome == ClockOutcome::running) draft.change(ClockChange::What::pause, clock);
    return Done{};
}

// R9.4
Done resume(Draft& draft, Act const& act) {
    draft.add_text("reason", act.reason);
    for (auto& clock : resumed_clocks(draft)) draft.change(ClockChange::What::resume, std::move(clock));
    return Done{};
}

Done request_extension(Draft& draft, Act const& act) {
    FieldChecks checks;
    check_clock_word(checks, act.clock);
    auto const name = extension_clock(draft.complaint().stage, act.clock);
    if (name) check_until(checks, draft, draft.complaint().open_clock(*name), *act.until);
    TRY(std::move(checks).done());
    draft.add_code("clock", name);
    draft.add_instant("until", act.until);
    draft.add_text("reason", act.reason);
    return Done{};
}

// R9.4: granted by the director; from then on the date is an agreed one.
Done grant_extension(Draft& draft, Act const& act) {
    auto const& complaint = draft.complaint();
    auto clock = *complaint.open_clock(*complaint.extension_asked_clock);
    FieldChecks checks;
    check_clock_word(checks, act.clock);
    if (act.clock && extension_clock(complaint.stage, act.clock) && extension_clock(complaint.stage, act.clock) != clock.name)
        checks.add("/clock", say("申请的是“{0}”，请按申请的时限决定", "what was asked for is “{1}”; decide on that clock", names_of(clock.name).zh, names_of(clock.name).en));
    check_until(checks, draft, &clock, *act.until);
    TRY(std::move(checks).done());
    draft.add_code("clock", std::optional{clock.name});
    draft.add_instant("until", act.until);
    add_was(draft, clock);
    draft.add_text("reason", act.reason);
    clock.due_at = *act.until;
    clock.agreed = true;
    clock.provisional = false;
    draft.change(ClockChange::What::move, std::move(clock));
    return Done{};
}

Done refuse_extension(Draft& draft, Act const& act) {
    draft.add_code("clock", draft.complaint().extension_asked_clock);
    draft.add_text("reason", act.reason);
    return Done{};
}

}  // namespace hearline::flow

namespace hearline {

// R9.4a
std::optional<Event> decide_recalendar(Complaint const& complaint, Circumstances const& at) {
    Draft draft{complaint, ActName::recalendar, at};
    auto const is_open = [](Clock const& clock) { return clock.outcome == ClockOutcome::running || clock.outcome == ClockOutcome::paused; };
    auto const replies = reply_deadlines(complaint.open_clock(ClockName::reply), complaint.severity, at);
    bool changed = false;
    for (auto clock : complaint.clocks) {
        if (!is_open(clock)) continue;
        auto const due = recounted_due(clock, complaint.severity, replies, at);
        if (due.at == clock.due_at && due.provisional == clock.provisional) continue;
        if (due.at != clock.due_at) draft.data().add("was", fmt::format("{} {}", code_of(clock.name), ms_of(clock.due_at)));
        clock.due_at = due.at;
        clock.provisional = due.provisional;
        draft.change(ClockChange::What::move, std::move(clock));
        changed = true;
    }
    if (!changed) return std::nullopt;
    return std::move(draft).take();
}

}  // namespace hearline
