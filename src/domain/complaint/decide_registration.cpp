#include <algorithm>

#include "base/telephone.hpp"
#include "domain/complaint/decide.hpp"
#include "domain/complaint/first_time.hpp"
#include "domain/complaint/flow.hpp"
#include "domain/complaint/subject.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {
namespace {

void check_email(FieldChecks& checks, std::string const& email, int longest) {
    checks.text("/complainant/email", email, longest, Lines::one);
    if (email.empty()) return;
    auto const sign = email.find('@');
    if (sign == 0 || sign == std::string::npos || sign + 1 == email.size() || email.find_first_of(" \t") != std::string::npos)
        checks.add("/complainant/email", say("不是电子邮件地址，请更正或留空", "is no e-mail address; correct it or leave it out"));
}

/// Nobody is there to ask a passenger again later: a number that cannot be one is asked back at once (R4.9). Staff may keep a caller's odd number.
void check_reachable(FieldChecks& checks, Complainant const& person) {
    if (!person.phone.empty()) {
        auto const field = read_telephones(person.phone);
        for (auto const& doubt : field.doubtful) checks.add("/complainant/phone", sentence_of(doubt));
        bool const to_be_called = std::any_of(field.numbers.begin(), field.numbers.end(), [](Telephone const& one) { return one.kind != TelephoneKind::service; });
        if (!to_be_called && field.doubtful.empty())
            checks.add("/complainant/phone", say("其中没有能回电的号码，请更正或留空", "holds no number that can be called back; correct it or leave it out"));
    }
    auto const sign = person.email.find('@');
    auto const dot = person.email.rfind('.');
    if (sign != std::string::npos && (dot == std::string::npos || dot < sign + 2 || dot + 1 == person.email.size()))
        checks.add("/complainant/email", say("电子邮件地址不完整，应类似 name@example.com", "is no complete e-mail address; it looks like name@example.com"));
}

void check_texts(FieldChecks& checks, Registration const& r, RuleBookVersion const& rules) {
    checks.required_text("/content", r.content, rules.content_max, Lines::many);
    checks.text("/subject", r.subject, rules.subject_max, Lines::one);
    checks.text("/complainant/name", r.complainant.name, rules.name_max, Lines::one);
    checks.text("/complainant/phone", r.complainant.phone, rules.name_max, Lines::one);
    check_email(checks, r.complainant.email, rules.subject_max);
    flow::check_place(checks, "/place", r.place, rules);
    checks.text("/type", r.type, rules.name_max, Lines::one);
    checks.text("/unit", r.unit, rules.name_max, Lines::one);
    checks.text("/external_id", r.external_id, rules.subject_max, Lines::one);
}

/// What a time of a complaint may be at all. A time before the first one could be written into the record, but neither ledger nor figures could hold it.
bool check_time(FieldChecks& checks, std::string_view pointer, std::optional<Instant> at, Circumstances const& now) {
    if (!at) return true;
    auto const& zone = now.keeping.zone;
    if (*at < first_time(zone))
        checks.add(std::string{pointer}, say("早于 {0}，系统不记录更早的时间，请核对年份", "lies before {0}, the first time that is recorded; check the year", zone.rfc3339(first_time(zone))));
    else if (*at > now.now)
        checks.add(std::string{pointer}, say("不能晚于现在，请更正", "lies in the future; correct it"));
    else
        return true;
    return false;
}

void check_order(FieldChecks& checks, Registration const& r, Instant received, Circumstances const& at) {
    check_time(checks, "/received_at", received, at);
    if (check_time(checks, "/occurred_at", r.occurred_at, at) && r.occurred_at && *r.occurred_at > received)
        checks.add("/occurred_at", say("发生时间不能晚于受理时间，请更正", "lies after the receipt; correct one of the two"));
}

[[nodiscard]] Instant years_before(Zone const& zone, Instant now, int years) {
    auto const local = zone.local(now);
    auto day = std::chrono::year_month_day{local.day} - std::chrono::years{years};
    if (!day.ok()) day = day.year() / day.month() / std::chrono::last;
    return zone.instant(Date{day}, local.time_of_day);
}

/// What is the same for a live registration and an imported history.
void add_registration(Event& event, Registration const& r, Number number, std::string_view accepting_unit) {
    auto& data = event.data;
    data.add("number", number.value);
    data.add("channel", code_of(r.channel));
    data.add("kind", code_of(r.kind));
    if (r.severity != Severity::ordinary) data.add("severity", code_of(r.severity));
    data.add("accepting_unit", accepting_unit);
    data.add_if("unit", r.unit);
    data.add_if("occurred_at", r.occurred_at);
    data.add_if("external_id", r.external_id);
    data.add_if("type", r.type);
    flow::add_place(data, r.place);
    if (r.complainant.anonymous) data.add("anonymous", 1);
    event.texts.text.add("content", r.content);
    if (!is_blank(r.subject) && r.subject != subject_of(r.content)) event.texts.text.add("subject", r.subject);
    event.texts.text.add_if("detail", r.place.detail);
    event.texts.personal.add_if("name", r.complainant.name);
    event.texts.personal.add_if("phone", r.complainant.phone);
    event.texts.personal.add_if("email", r.complainant.email);
}

[[nodiscard]] Event begin(ActName act, Circumstances const& at) {
    Event event;
    event.seq = 1;
    event.at = at.now;
    event.actor = at.actor;
    event.act = act;
    return event;
}

void start(Event& event, Clock clock) { event.clocks.push_back({ClockChange::What::start, std::move(clock)}); }

// ---- imported histories

/// received ≤ registered ≤ fed back ≤ closed; each of them may be missing.
void check_steps(FieldChecks& checks, History const& h, Instant received, Circumstances const& at) {
    struct Step {
        std::string_view pointer;
        std::optional<Instant> when;
        Text name;
    };
    Step const steps[]{{"/registered_at", h.registered_at, {"登记时间", "the registration"}}, {"/fed_back_at", h.fed_back_at, {"反馈时间", "the feedback"}}, {"/closed_at", h.closed_at, {"办结时间", "the closing"}}};
    Step const* before = nullptr;
    for (auto const& step : steps) {
        if (!step.when || !check_time(checks, step.pointer, step.when, at)) continue;
        if (*step.when < received)
            checks.add(std::string{step.pointer}, say("早于受理时间，请更正其中之一", "lies before the receipt; correct one of the two"));
        else if (before && *step.when < *before->when)
            checks.add(std::string{step.pointer}, say("早于{0}，请更正其中之一", "lies before {1}; correct one of the two", before->name.zh, before->name.en));
        else
            before = &step;
    }
}

void check_due(FieldChecks& checks, History const& h, Instant received, Circumstances const& at) {
    auto const years = at.rules.in_force(at.keeping.zone.date(at.now)).oldest_received_years;
    for (auto const& clock : h.clocks) {
        if (clock.due_at < received) checks.add("/due_at", say("早于受理时间，请更正其中之一", "lies before the receipt; correct one of the two"));
        if (clock.due_at > at.now + std::chrono::years{years}) checks.add("/due_at", say("日期过远，请填 {} 年以内的日期", "is too far away; give a date within {} years", years));
    }
}

void check_history(FieldChecks& checks, History const& h, Instant received, Circumstances const& at) {
    auto const& rules = at.rules.in_force(at.keeping.zone.date(at.now));
    check_steps(checks, h, received, at);
    check_due(checks, h, received, at);
    checks.text("/result", h.result, rules.text_max, Lines::many);
    checks.text("/public_text", h.public_text, rules.text_max, Lines::many);
    if (h.stage == Stage::closed && !h.closed_at) checks.missing("/closed_at");
    if (h.stage != Stage::closed && h.closed_at) checks.add("/closed_at", say("未办结的投诉没有办结时间", "only a closed complaint has it"));
    int leads = 0;
    for (auto const& unit : h.units) leads += unit.lead ? 1 : 0;
    if (leads != (h.units.empty() ? 0 : 1)) checks.add("/units", say("必须恰有一个主办单位", "exactly one unit must lead"));
}

void start_given_clocks(Event& event, History const& h, Circumstances const& at) {
    for (auto const& clock : h.clocks) start(event, clock);
    auto const name = clock_of(h.stage);
    if (!name || !h.clocks.empty()) return;
    ClockTerms const terms{h.registration.severity, h.registration.channel, 1};
    auto const reply = new_clock(ClockName::reply, terms, at.now, at);
    start(event, *name == ClockName::remedy ? new_remedy_clock(terms, at.now, std::nullopt, &reply, at) : new_clock(*name, terms, at.now, at));
    if (h.stage != Stage::follow_up) start(event, reply);
}

}  // namespace

Instant first_time(Zone const& zone) { return std::max(zone.start_of(Date{std::chrono::local_days{std::chrono::year{2000} / 1 / 1}}), Instant{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}}); }

// R2.4, R2.8, R3.3, R3.4, R3.5
Result<Event> decide_registration(Registration const& r, Number number, Circumstances const& at) {
    TRY(may(at.actor, Permission::register_complaint));
    auto const& zone = at.keeping.zone;
    auto const& rules = at.rules.in_force(zone.date(at.now));
    auto const received = r.received_at.value_or(at.now);
    FieldChecks checks;
    check_texts(checks, r, rules);
    if (at.actor.role == Role::passenger) check_reachable(checks, r.complainant);
    check_order(checks, r, received, at);
    if (received >= first_time(zone) && received < years_before(zone, at.now, rules.oldest_received_years))
        checks.add("/received_at", say("受理时间在 {} 年以前；旧档请用导入", "lies more than {} years back; old files are imported", rules.oldest_received_years));
    if (r.unit == centre_unit) checks.add("/unit", say("请填写承办单位，或留空由中心转办", "name the unit concerned, or leave it out and the centre dispatches it"));
    TRY(std::move(checks).done());

    bool const of_a_unit = of_unit(at.actor.role);
    auto event = begin(ActName::register_, at);
    add_registration(event, r, number, of_a_unit ? std::string_view{at.actor.unit} : centre_unit);
    if (received != at.now) event.data.add("received_at", received);
    ClockTerms const terms{r.severity, r.channel, 1};
    event.clocks.reserve(4);
    auto receipt = new_clock(ClockName::register_, terms, received, at);
    finish_clock(receipt, at.now);
    start(event, std::move(receipt));
    // R3.4: with the unit known it is relayed at once; a unit's own intake is with the centre at once (R2.8).
    auto relay = new_clock(ClockName::relay, terms, received, at);
    if (of_a_unit || !r.unit.empty()) finish_clock(relay, at.now);
    start(event, std::move(relay));
    // R4.1: from the moment the centre has it.
    start(event, new_clock(ClockName::dispatch, terms, of_a_unit ? at.now : received, at));
    start(event, new_clock(ClockName::reply, terms, at.now, at));
    return event;
}

Result<Event> decide_import(History const& h, Number number, Circumstances const& at) {
    TRY(may(at.actor, Permission::import_data));
    auto const& r = h.registration;
    auto const received = r.received_at.value_or(h.registered_at.value_or(at.now));
    FieldChecks checks;
    check_texts(checks, r, at.rules.in_force(at.keeping.zone.date(at.now)));
    check_order(checks, r, received, at);
    check_history(checks, h, received, at);
    TRY(std::move(checks).done());

    auto event = begin(ActName::import_, at);
    auto& data = event.data;
    add_registration(event, r, number, h.accepting_unit.empty() ? centre_unit : std::string_view{h.accepting_unit});
    if (received != at.now) data.add("received_at", received);
    auto const registered = h.registered_at.value_or(received);
    if (registered != at.now) data.add("registered_at", registered);
    if (h.stage != Stage::dispatch) data.add("stage", code_of(h.stage));
    for (auto const& unit : h.units) data.add(unit.lead ? "lead" : "assist", unit.unit);
    data.add_if("cause", h.cause);
    if (h.resolution) data.add("resolution", code_of(*h.resolution));
    if (h.satisfaction) data.add("satisfaction", code_of(*h.satisfaction));
    data.add_if("fed_back_at", h.fed_back_at);
    data.add_if("closed_at", h.closed_at);
    event.texts.text.add_if("result", h.result);
    event.texts.text.add_if("public_text", h.public_text);
    start_given_clocks(event, h, at);
    return event;
}

}  // namespace hearline
