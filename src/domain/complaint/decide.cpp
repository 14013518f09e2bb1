#include "domain/complaint/decide.hpp"

#include "domain/complaint/flow.hpp"
#include "domain/complaint/stage_table.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {
namespace {

using namespace std::chrono_literals;

[[nodiscard]] Done fill(Draft& draft, Act const& act) {
    switch (act.name) {
        case ActName::dispatch: return flow::dispatch(draft, act);
        case ActName::answer:
        case ActName::report_result: return flow::answer_or_report(draft, act);
        case ActName::submit_opinion: return flow::submit_opinion(draft, act);
        case ActName::assist_opinion: return flow::assist_opinion(draft, act);
        case ActName::approve: return flow::approve(draft, act);
        case ActName::complete: return flow::complete(draft, act);
        case ActName::give_feedback: return flow::give_feedback(draft, act);
        case ActName::reject_result: return flow::reject_result(draft, act);
        case ActName::refuse:
        case ActName::return_:
        case ActName::reject:
        case ActName::withdraw:
        case ActName::end:
        case ActName::reopen: return flow::move_with_reason(draft, act);
        case ActName::record_follow_up: return flow::record_follow_up(draft, act);
        case ActName::rate: return flow::rate(draft, act);
        case ActName::again: return flow::again(draft, act);
        case ActName::suspend: return flow::suspend(draft, act);
        case ActName::resume: return flow::resume(draft, act);
        case ActName::request_extension: return flow::request_extension(draft, act);
        case ActName::grant_extension: return flow::grant_extension(draft, act);
        case ActName::refuse_extension: return flow::refuse_extension(draft, act);
        case ActName::note:
        case ActName::publish_progress:
        case ActName::supplement: return flow::say_something(draft, act);
        case ActName::contact: return flow::contact(draft, act);
        case ActName::attach: return flow::attach(draft, act);
        case ActName::reclassify: return flow::reclassify(draft, act);
        case ActName::grade: return flow::grade(draft, act);
        case ActName::reveal:
        case ActName::hold:
        case ActName::release_hold: return flow::give_reason(draft, act);
        case ActName::register_:
        case ActName::import_:
        case ActName::recalendar:
        case ActName::undo: break;
    }
    return refuse(ErrorKind::conflict, "not-in-this-stage", say("此操作不能对已登记的投诉进行", "this is no act on a registered complaint"));
}

/// Does the state allow the act now? An extension: of either clock, by whom it belongs to.
[[nodiscard]] bool state_has(Complaint const& complaint, ActName act, Circumstances const& at) {
    if (act != ActName::request_extension) return check_state(complaint, act, std::nullopt, at).has_value();
    auto const may_ask = [&](std::optional<std::string> const& word) {
        auto const clock = extension_clock(complaint.stage, word);
        return clock && owns_clock(at.actor, complaint.stage, *clock) && check_state(complaint, act, word, at);
    };
    return may_ask(std::nullopt) || may_ask(std::string{code_of(ClockName::reply)});
}

/// R9.4: an extension is asked for by who owns the stage.
[[nodiscard]] Done check_owner(Complaint const& complaint, Act const& act, Actor const& actor) {
    if (act.name != ActName::request_extension) return Done{};
    auto const clock = extension_clock(complaint.stage, act.clock);
    return clock ? may_extend(actor, complaint.stage, *clock) : Done{};
}

}  // namespace

Result<std::vector<Event>> decide(Complaint const& complaint, Act const& act, Circumstances const& at) {
    TRY(check_state(complaint, act.name, act.clock, at));
    TRY(may_act(at.actor, complaint, act.name, at.now, reopen_until(complaint, at)));
    TRY(check_owner(complaint, act, at.actor));
    Draft draft{complaint, act.name, at};
    FieldChecks checks;
    check_fields(checks, act, at.actor, draft.rules());
    TRY(std::move(checks).done());
    TRY(fill(draft, act));
    std::vector<Event> events;
    events.push_back(std::move(draft).take());
    return events;
}

std::vector<ActName> possible_acts(Complaint const& complaint, Circumstances const& at) {
    std::vector<ActName> acts;
    auto const until = reopen_until(complaint, at);
    for (auto const& row : CodeTable<ActName>::rows)
        // Most acts fall at the tables; only then is asked what would write a refusal.
        if (stage_allows(complaint.stage, row.value) && has_right(at.actor, complaint, row.value, at.now, until) && state_has(complaint, row.value, at) &&
            (row.value != ActName::record_follow_up || may_act(at.actor, complaint, row.value, at.now, until)))
            acts.push_back(row.value);
    return acts;
}

// R9.1: the day of closing does not count, the last day ends at 24:00.
std::optional<Instant> reopen_until(Complaint const& complaint, Circumstances const& at) {
    if (!complaint.closed_at) return std::nullopt;
    auto const& zone = at.keeping.zone;
    auto const closed = zone.date(*complaint.closed_at);
    auto const days = std::chrono::days{at.rules.in_force(zone.date(at.now)).reopen_days};
    return zone.start_of(closed + days + std::chrono::days{1});
}

}  // namespace hearline
