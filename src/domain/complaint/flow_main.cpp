#include <algorithm>

#include "domain/complaint/flow.hpp"

namespace hearline::flow {
namespace {

void follow(Draft& draft, ActName act, Case when = Case::always) { draft.follow(*find_transition(draft.complaint().stage, act, when)); }

// R4.2: one leads, others assist.
void check_units(FieldChecks& checks, std::vector<HandlingUnit> const& units, int longest) {
    int leads = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        auto const pointer = fmt::format("/units/{}/unit", i);
        leads += units[i].lead ? 1 : 0;
        checks.required_text(pointer, units[i].unit, longest, Lines::one);
        if (units[i].unit == centre_unit)
            checks.add(pointer, say("不能转办给投诉处理中心自己，请选择承办单位；中心可直接答复", "the centre cannot be dispatched to; choose a unit, or answer it yourself"));
        auto const same = [&](HandlingUnit const& other) { return other.unit == units[i].unit; };
        if (std::any_of(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(i), same))
            checks.add(pointer, say("单位重复，请删去一个", "the unit is named twice; take one away"));
    }
    if (!units.empty() && leads != 1) checks.add("/units", say("必须恰有一个主办单位（lead）", "exactly one unit must lead (lead: true)"));
}

void add_result(Draft& draft, Act const& act) {
    draft.add_code("resolution", act.resolution);
    draft.add_text("result", act.result);
    draft.add_text("public_text", act.public_text);
}

/// Fields of both kinds of opinion (R4.7).
void check_opinion(FieldChecks& checks, Draft const& draft, Act const& act) {
    check_date(checks, "/due", act.due, draft);
    if (act.contacted_at && !act.contacted_by) checks.missing("/contacted/means");
    if (act.contacted_by && !act.contacted_at) checks.missing("/contacted/at");
    if (act.contacted_at && *act.contacted_at > draft.now())
        checks.add("/contacted/at", say("联系时间不能晚于现在", "the contact cannot lie in the future"));
}

void add_opinion(Draft& draft, Act const& act) {
    draft.data().add("unit", draft.at().actor.unit);
    draft.add_code("claim", act.claim);
    draft.data().add_if("cause", act.cause.value_or(""));
    draft.add_instant("due", act.due);
    draft.add_instant("contacted_at", act.contacted_at);
    draft.add_code("contacted_by", act.contacted_by);
    draft.add_text("findings", act.findings);
    draft.add_text("measures", act.measures);
    draft.add_text("responsibility", act.responsibility);
    draft.add_text("public_text", act.public_text);
}

/// The date that the lead's opinion under review proposes.
[[nodiscard]] std::optional<Instant> proposed_date(Complaint const& complaint) {
    for (auto opinion = complaint.opinions.rbegin(); opinion != complaint.opinions.rend(); ++opinion)
        if (opinion->lead && opinion->verdict == Opinion::Verdict::none) return opinion->due_at;
    return std::nullopt;
}

}  // namespace

// R4.1, R4.2
Done dispatch(Draft& draft, Act const& act) {
    FieldChecks checks;
    check_units(checks, act.units, draft.rules().name_max);
    TRY(std::move(checks).done());
    for (auto const& unit : act.units) draft.data().add(unit.lead ? "lead" : "assist", unit.unit);
    draft.add_text("note", act.note);
    follow(draft, act.name);
    return Done{};
}

// R2.9 (answer), R4.5 (report_result)
Done answer_or_report(Draft& draft, Act const& act) {
    add_result(draft, act);
    follow(draft, act.name);
    return Done{};
}

// R4.7
Done submit_opinion(Draft& draft, Act const& act) {
    FieldChecks checks;
    check_opinion(checks, draft, act);
    check_within_reply(checks, "/due", act.due, draft);
    TRY(std::move(checks).done());
    add_opinion(draft, act);
    follow(draft, act.name);
    return Done{};
}

// R4.2: each assisting unit gives an opinion; the stage stays.
Done assist_opinion(Draft& draft, Act const& act) {
    FieldChecks checks;
    check_opinion(checks, draft, act);
    TRY(std::move(checks).done());
    add_opinion(draft, act);
    return Done{};
}

// R4.3: the date agreed is the centre's, else the one proposed, else what the outer clock leaves.
Done approve(Draft& draft, Act const& act) {
    auto const agreed = act.due ? act.due : proposed_date(draft.complaint());
    FieldChecks checks;
    check_date(checks, "/due", agreed, draft);
    check_within_reply(checks, "/due", agreed, draft);
    TRY(std::move(checks).done());
    draft.agree(agreed);
    draft.add_instant("due", agreed);
    draft.add_text("note", act.note);
    follow(draft, act.name);
    return Done{};
}

// R4.5
Done complete(Draft& draft, Act const& act) {
    bool const with_result = act.result && !is_blank(*act.result);
    FieldChecks checks;
    if (with_result && !act.resolution) checks.missing("/resolution");
    if (!with_result && act.resolution) checks.missing("/result");
    if (!with_result && !act.resolution && act.public_text && !is_blank(*act.public_text)) checks.missing("/result");
    TRY(std::move(checks).done());
    draft.add_text("done", act.done);
    if (with_result) add_result(draft, act);
    if (with_result) draft.pass_clock(ClockName::result);
    follow(draft, act.name, with_result ? Case::with_result : Case::without_result);
    return Done{};
}

// R4.6
Done give_feedback(Draft& draft, Act const& act) {
    draft.add_code("means", act.means);
    draft.add_text("text", act.text);
    follow(draft, act.name);
    return Done{};
}

// R4.6, R2.9: a unit's result goes back to that unit; what was answered without one is dispatched.
Done reject_result(Draft& draft, Act const& act) {
    bool const reported = draft.complaint().was_remedied();
    FieldChecks checks;
    if (reported) {
        check_date(checks, "/due", act.due, draft);
        check_within_reply(checks, "/due", act.due, draft);
    } else if (act.due) {
        checks.add("/due", say("该结果是直接答复，退回后由中心转办，没有处理期限可约定；请去掉",
                               "the result was an answer, so rejecting it leads to dispatch and there is no remedy to agree a date for; leave it out"));
    }
    TRY(std::move(checks).done());
    draft.agree(act.due);
    draft.add_instant("due", act.due);
    draft.add_text("reason", act.reason);
    follow(draft, act.name, reported ? Case::reported : Case::answered);
    return Done{};
}

// R1.2 (refuse), R4.2 (return), R4.4 (reject), R5.1 (withdraw, end), R5.2 (reopen)
Done move_with_reason(Draft& draft, Act const& act) {
    draft.add_text("reason", act.reason);
    follow(draft, act.name);
    return Done{};
}

void check_date(FieldChecks& checks, std::string_view pointer, std::optional<Instant> date, Draft const& draft) {
    if (!date) return;
    std::string const at{pointer};
    if (*date <= draft.now()) {
        checks.add(at, say("日期已过，请另选将来的日期", "the date has passed; choose one to come"));
        return;
    }
    int const years = draft.rules().oldest_received_years;
    if (*date > draft.now() + std::chrono::years{years})
        checks.add(at, say("日期过远，请选择 {} 年以内的日期", "the date is too far away; choose one within {} years", years));
}

// R4.6a
void check_within_reply(FieldChecks& checks, std::string_view pointer, std::optional<Instant> date, Draft const& draft) {
    auto const* const reply = draft.complaint().open_clock(ClockName::reply);
    if (!date || reply == nullptr || *date <= reply->due_at) return;
    auto const limit = draft.at().keeping.zone.rfc3339(reply->due_at);
    checks.add(std::string{pointer}, say("超出答复总时限（{}）；请另选较早的日期，或先申请延长答复总时限（clock 为 reply）",
                                         "lies beyond the outer limit for the reply ({}); choose an earlier date, or first ask to extend that limit (clock: reply)", limit));
}

}  // namespace hearline::flow
