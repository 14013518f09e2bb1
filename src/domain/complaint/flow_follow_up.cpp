#include "domain/complaint/flow.hpp"

namespace hearline::flow {
namespace {

[[nodiscard]] Case case_of(Satisfaction satisfaction) { return satisfaction == Satisfaction::dissatisfied ? Case::dissatisfied : Case::satisfied; }

void add_view(Draft& draft, Act const& act) {
    draft.add_code("satisfaction", act.satisfaction);
    draft.add_code("solved", act.solved);
    draft.add_text("comment", act.comment);
}

void check_answer(FieldChecks& checks, std::optional<Satisfaction> satisfaction) {
    if (!satisfaction)
        checks.missing("/satisfaction");
    else if (*satisfaction == Satisfaction::unrated)
        checks.add("/satisfaction", say("请选择满意、基本满意或不满意；未能联系上请登记为未接通",
                                        "choose satisfied, basically_satisfied or dissatisfied; if nobody was reached, record it as unreachable"));
}

// R4.6: up to three attempts; the last that fails closes it, unrated.
[[nodiscard]] Done record_unreachable(Draft& draft, Act const& act) {
    FieldChecks checks;
    if (act.satisfaction) checks.add("/satisfaction", say("未接通时没有满意度，请去掉", "nobody was reached, so there is no satisfaction; leave it out"));
    if (act.solved) checks.add("/solved", say("未接通时没有投诉人的看法，请去掉", "nobody was reached, so there is no view; leave it out"));
    TRY(std::move(checks).done());
    int const attempt = draft.complaint().unreachable_attempts + 1;
    bool const last = attempt >= draft.rules().follow_up_attempts;
    draft.add_code("outcome", act.outcome);
    draft.data().add("attempt", attempt);
    if (last) draft.add_code("satisfaction", std::optional{Satisfaction::unrated});
    draft.add_text("comment", act.comment);
    draft.follow(*find_transition(Stage::follow_up, act.name, last ? Case::last_unreachable : Case::unreachable));
    return Done{};
}

}  // namespace

// R5.1, R5.2
Done record_follow_up(Draft& draft, Act const& act) {
    if (*act.outcome == FollowUpOutcome::unreachable) return record_unreachable(draft, act);
    FieldChecks checks;
    check_answer(checks, act.satisfaction);
    TRY(std::move(checks).done());
    draft.add_code("outcome", act.outcome);
    add_view(draft, act);
    draft.follow(*find_transition(Stage::follow_up, act.name, case_of(*act.satisfaction)));
    return Done{};
}

/// The complainant's own follow-up. After closing it is the answer that was missing, as long as they may return; later it is kept and counts nowhere.
Done rate(Draft& draft, Act const& act) {
    FieldChecks checks;
    check_answer(checks, act.satisfaction);
    TRY(std::move(checks).done());
    add_view(draft, act);
    auto const stage = draft.complaint().stage;
    auto const until = reopen_until(draft.complaint(), draft.at());
    if (until && draft.now() > *until)
        draft.data().add("late", 1);
    else if (auto const* const row = find_transition(stage, act.name, case_of(*act.satisfaction)))
        draft.follow(*row);
    return Done{};
}

/// Another round, asked for by the complainant: before the follow-up it says that they are not satisfied.
Done again(Draft& draft, Act const& act) {
    auto const stage = draft.complaint().stage;
    if (stage == Stage::follow_up) draft.add_code("satisfaction", std::optional{Satisfaction::dissatisfied});
    draft.add_text("text", act.text);
    draft.add_text("reason", act.reason);
    draft.follow(*find_transition(stage, act.name));
    return Done{};
}

}  // namespace hearline::flow
