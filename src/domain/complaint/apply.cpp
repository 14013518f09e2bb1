#include "domain/complaint/apply.hpp"

#include <algorithm>

#include "domain/complaint/subject.hpp"

namespace hearline {
namespace {

template <class E>
void set_code(Fields const& data, std::string_view key, E& out) {
    if (auto const value = from_code<E>(data.get(key))) out = *value;
}
template <class E>
void set_code(Fields const& data, std::string_view key, std::optional<E>& out) {
    if (auto const value = from_code<E>(data.get(key))) out = *value;
}

void set_text(Fields const& data, std::string_view key, std::string& out) {
    if (data.has(key)) out = data.get(key);
}

void set_place(Place& place, Fields const& data) {
    place.line = data.get("line");
    place.station = data.get("station");
    place.exit = data.get("exit");
    place.train = data.get("train");
    place.carriage = data.get("carriage");
    place.equipment = data.get("equipment");
}

void set_units(Complaint& c, Fields const& data) {
    c.handling_units.clear();
    for (auto const& [key, value] : data.entries())
        if (key == "lead" || key == "assist") c.handling_units.push_back({value, key == "lead"});
}

void set_result(Complaint& c, Event const& event) {
    if (!event.data.has("resolution")) return;
    set_code(event.data, "resolution", c.resolution);
    c.result = event.texts.text.get("result");
}

void apply_registration(Complaint& c, Event const& event) {
    auto const& data = event.data;
    c.number.value = data.get_int("number");
    set_code(data, "channel", c.channel);
    set_code(data, "kind", c.kind);
    set_code(data, "severity", c.severity);
    c.accepting_unit = data.get("accepting_unit");
    c.relayed_unit = data.get("unit");
    c.received_at = data.get_instant("received_at").value_or(event.at);
    c.registered_at = data.get_instant("registered_at").value_or(event.at);
    c.occurred_at = data.get_instant("occurred_at");
    c.registered_by = event.actor.user;
    c.external_id = data.get("external_id");
    c.type = data.get("type");
    set_place(c.place, data);
    c.place.detail = event.texts.text.get("detail");
    c.content = event.texts.text.get("content");
    c.subject = event.texts.text.get("subject");
    if (c.subject.empty()) c.subject = subject_of(c.content);
    c.complainant.anonymous = data.has("anonymous");
    c.complainant.name = event.texts.personal.get("name");
    c.complainant.phone = event.texts.personal.get("phone");
    c.complainant.email = event.texts.personal.get("email");
}

void apply_import(Complaint& c, Event const& event) {
    apply_registration(c, event);
    c.imported = true;
    set_units(c, event.data);
    c.cause = event.data.get("cause");
    set_result(c, event);
    c.result = event.texts.text.get("result");  // a foreign ledger may have one without saying whether it solved anything
    set_code(event.data, "satisfaction", c.satisfaction);
    c.fed_back_at = event.data.get_instant("fed_back_at");
    c.closed_at = event.data.get_instant("closed_at");
}

void add_opinion(Complaint& c, Event const& event) {
    Opinion opinion;
    opinion.seq = event.seq;
    opinion.round = c.round;
    opinion.unit = event.actor.unit;
    opinion.lead = event.act == ActName::submit_opinion;
    set_code(event.data, "claim", opinion.claim);
    opinion.cause = event.data.get("cause");
    opinion.due_at = event.data.get_instant("due");
    opinion.contacted_at = event.data.get_instant("contacted_at");
    set_code(event.data, "contacted_by", opinion.contacted_by);
    c.opinions.push_back(std::move(opinion));
}

/// R4.3, R4.4: the verdict falls on the lead's last opinion; the earlier ones stay as they are.
void judge_opinion(Complaint& c, Opinion::Verdict verdict) {
    for (auto opinion = c.opinions.rbegin(); opinion != c.opinions.rend(); ++opinion) {
        if (!opinion->lead || opinion->verdict != Opinion::Verdict::none) continue;
        opinion->verdict = verdict;
        if (verdict == Opinion::Verdict::approved) c.cause = opinion->cause;
        return;
    }
}

/// R5.1: whoever had a hand in the handling of this round.
void mark_handling(Complaint& c, Event const& event) {
    if (event.actor.user.empty()) return;
    HandlingMark const mark{c.round, event.actor.user};
    if (std::find(c.handled_by.begin(), c.handled_by.end(), mark) == c.handled_by.end()) c.handled_by.push_back(mark);
}

/// R4.7a: satisfaction and solved come from one and the same answer; what it does not say is not known any more.
void record_view(Complaint& c, Event const& event) {
    if (event.data.has("attempt")) c.unreachable_attempts = static_cast<int>(event.data.get_int("attempt"));
    if (!event.data.has("satisfaction")) return;
    bool const counts = !event.data.has("late");
    auto& satisfaction = counts ? c.satisfaction : c.late_satisfaction;
    auto& solved = counts ? c.solved : c.late_solved;
    solved.reset();
    set_code(event.data, "satisfaction", satisfaction);
    set_code(event.data, "solved", solved);
}

/// How it was closed, should the event close it.
std::optional<Closing> closing_of(ActName act) {
    switch (act) {
        case ActName::withdraw: return Closing::withdrawn;
        case ActName::end: return Closing::ended;
        case ActName::refuse: return Closing::refused;
        default: return std::nullopt;
    }
}

void reclassify(Complaint& c, Event const& event) {
    set_code(event.data, "kind", c.kind);
    set_text(event.data, "type", c.type);
    set_text(event.data, "cause", c.cause);
    if (!event.data.has("place")) return;
    set_place(c.place, event.data);
    c.place.detail = event.texts.text.get("detail");
    c.detail_seq = event.seq;
}

void forget_extension(Complaint& c) {
    c.extension_asked_clock.reset();
    c.extension_asked_until.reset();
}

[[nodiscard]] Clock* find_open(Complaint& c, ClockChange const& change) {
    for (auto clock = c.clocks.rbegin(); clock != c.clocks.rend(); ++clock)
        if (clock->name == change.clock.name && clock->round == change.clock.round &&
            (clock->outcome == ClockOutcome::running || clock->outcome == ClockOutcome::paused))
            return &*clock;
    return nullptr;
}

void close_pause(Clock& clock, Instant at) {
    if (!clock.pauses.empty() && !clock.pauses.back().until) clock.pauses.back().until = at;
}

void apply_change(Complaint& c, Event const& event, ClockChange const& change) {
    if (change.what == ClockChange::What::start) {
        c.clocks.push_back(change.clock);
        return;
    }
    auto* const clock = find_open(c, change);
    if (clock == nullptr) return;
    switch (change.what) {
        case ClockChange::What::start: break;
        case ClockChange::What::end:
            close_pause(*clock, event.at);
            clock->ended_at = change.clock.ended_at;
            clock->outcome = change.clock.outcome;
            if (c.extension_asked_clock == clock->name) forget_extension(c);
            break;
        case ClockChange::What::pause:
            clock->outcome = ClockOutcome::paused;
            clock->pauses.push_back({event.at, std::nullopt, event.actor.user, event.seq});
            break;
        case ClockChange::What::resume:
            close_pause(*clock, event.at);
            clock->outcome = ClockOutcome::running;
            [[fallthrough]];
        case ClockChange::What::move:
            clock->due_at = change.clock.due_at;
            clock->provisional = change.clock.provisional;
            clock->agreed = change.clock.agreed;
            break;
    }
}

/// Where the event led: its data name the stage when it changed, and the round when a new one began.
void apply_stage(Complaint& c, Event const& event) {
    if (event.data.has("round")) {
        c.round = static_cast<int>(event.data.get_int("round"));
        c.unreachable_attempts = 0;
        c.late_satisfaction.reset();
        c.late_solved.reset();
    }
    if (!event.data.has("stage")) return;
    set_code(event.data, "stage", c.stage);
    c.suspended = false;
    c.closed_otherwise = c.stage == Stage::closed ? closing_of(event.act) : std::nullopt;
    if (c.stage != Stage::closed)
        c.closed_at.reset();
    else if (event.act != ActName::import_)
        c.closed_at = event.at;
}

void apply_act(Complaint& c, Event const& event) {
    switch (event.act) {
        case ActName::register_: apply_registration(c, event); break;
        case ActName::import_: apply_import(c, event); break;
        case ActName::dispatch: set_units(c, event.data); break;
        case ActName::return_: c.handling_units.clear(); break;
        case ActName::submit_opinion:
        case ActName::assist_opinion:
            add_opinion(c, event);
            mark_handling(c, event);
            break;
        case ActName::approve: judge_opinion(c, Opinion::Verdict::approved); break;
        case ActName::reject: judge_opinion(c, Opinion::Verdict::rejected); break;
        case ActName::answer:
        case ActName::complete:
        case ActName::report_result:
            set_result(c, event);
            mark_handling(c, event);
            break;
        case ActName::give_feedback:
            c.fed_back_at = event.at;
            mark_handling(c, event);
            break;
        case ActName::reject_result:
            c.result.clear();
            c.resolution.reset();
            break;
        case ActName::record_follow_up:
        case ActName::rate:
        case ActName::again: record_view(c, event); break;
        case ActName::suspend: c.suspended = true; break;
        case ActName::resume: c.suspended = false; break;
        case ActName::request_extension:
            c.extension_asked_until = event.data.get_instant("until");
            set_code(event.data, "clock", c.extension_asked_clock);
            break;
        case ActName::grant_extension:
        case ActName::refuse_extension: forget_extension(c); break;
        case ActName::reclassify: reclassify(c, event); break;
        case ActName::grade: set_code(event.data, "severity", c.severity); break;
        case ActName::hold: c.on_hold = true; break;
        case ActName::release_hold: c.on_hold = false; break;
        case ActName::refuse:
        case ActName::reopen:
        case ActName::withdraw:
        case ActName::end:
        case ActName::note:
        case ActName::contact:
        case ActName::attach:
        case ActName::publish_progress:
        case ActName::reveal:
        case ActName::supplement:
        case ActName::recalendar:
        case ActName::undo: break;  // `replay` leaves out what was undone
    }
}

}  // namespace

void apply(Complaint& complaint, Event const& event) {
    apply_act(complaint, event);
    for (auto const& change : event.clocks) apply_change(complaint, event, change);
    apply_stage(complaint, event);
    complaint.version = event.seq;
}

Result<Complaint> replay(std::vector<Event> const& events) {
    Complaint complaint;
    int expected = 1;
    for (std::size_t i = 0; i < events.size(); ++i) {
        auto const& event = events[i];
        bool const opening = event.act == ActName::register_ || event.act == ActName::import_;
        if (event.seq != expected || opening != (expected == 1))
            return refuse(ErrorKind::invalid, "bad-record",
                          say("事件序列有误：第 {} 个事件", "the events do not follow one another: number {}", expected));
        bool const undone = i + 1 < events.size() && events[i + 1].act == ActName::undo;
        if (!undone) apply(complaint, event);  // an undo itself moves the version alone
        ++expected;
    }
    if (events.empty()) return refuse(ErrorKind::invalid, "bad-record", say("没有登记事件", "there is no registration event"));
    return complaint;
}

}  // namespace hearline
