#include "sentence.hpp"

#include <algorithm>
#include <array>

namespace hearline::scenario {
namespace {

struct Verb {
    std::string_view first, second;
    ActName act;
};

constexpr auto verbs = std::to_array<Verb>({
    {"registers", "", ActName::register_},
    {"imports", "", ActName::import_},
    {"dispatches", "", ActName::dispatch},
    {"answers", "", ActName::answer},
    {"refuses", "extension", ActName::refuse_extension},
    {"refuses", "", ActName::refuse},
    {"submits", "opinion", ActName::submit_opinion},
    {"returns", "", ActName::return_},
    {"approves", "", ActName::approve},
    {"rejects", "result", ActName::reject_result},
    {"rejects", "", ActName::reject},
    {"completes", "", ActName::complete},
    {"reports", "result", ActName::report_result},
    {"gives", "feedback", ActName::give_feedback},
    {"follows", "up", ActName::record_follow_up},
    {"reopens", "", ActName::reopen},
    {"withdraws", "", ActName::withdraw},
    {"ends", "", ActName::end},
    {"notes", "", ActName::note},
    {"contacts", "", ActName::contact},
    {"attaches", "", ActName::attach},
    {"publishes", "progress", ActName::publish_progress},
    {"suspends", "", ActName::suspend},
    {"resumes", "", ActName::resume},
    {"requests", "extension", ActName::request_extension},
    {"grants", "extension", ActName::grant_extension},
    {"reclassifies", "", ActName::reclassify},
    {"assists", "", ActName::assist_opinion},
    {"grades", "", ActName::grade},
    {"reveals", "", ActName::reveal},
    {"holds", "", ActName::hold},
    {"releases", "", ActName::release_hold},
    {"supplements", "", ActName::supplement},
    {"rates", "", ActName::rate},
    {"asks", "again", ActName::again},
});

struct TextMember {
    std::string_view name;
    std::optional<std::string> Act::*member;
    std::string_view filler;
};

constexpr auto text_members = std::to_array<TextMember>({
    {"reason", &Act::reason, "有理由"},
    {"note", &Act::note, ""},
    {"text", &Act::text, "已与投诉人沟通"},
    {"result", &Act::result, "已修复并恢复运行"},
    {"public_text", &Act::public_text, ""},
    {"findings", &Act::findings, "经现场核查情况属实"},
    {"measures", &Act::measures, "当日维修并加强巡检"},
    {"responsibility", &Act::responsibility, ""},
    {"cause", &Act::cause, "equipment"},
    {"done", &Act::done, "已更换部件"},
    {"comment", &Act::comment, ""},
    {"clock", &Act::clock, ""},
    {"type", &Act::type, ""},
    {"attachment", &Act::attachment, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
    {"file_name", &Act::file_name, "现场.jpg"},
});

[[nodiscard]] std::vector<std::string> split_commas(std::string const& list) {
    std::vector<std::string> parts{""};
    for (char const c : list) {
        if (c == ',')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

/// Fills in what the act requires and no test cares about.
void fill_in(Act& act) {
    for (auto const& row : act_fields()) {
        if (row.act != act.name || row.use != FieldUse::required) continue;
        for (auto const& text : text_members)
            if (text.name == row.field && !text.filler.empty()) act.*text.member = std::string{text.filler};
        if (row.field == "claim") act.claim = Claim::true_;
        if (row.field == "resolution") act.resolution = Resolution::solved;
        if (row.field == "means") act.means = Means::phone;
        if (row.field == "direction") act.direction = Direction::out;
        if (row.field == "outcome") act.outcome = FollowUpOutcome::answered;
        if (row.field == "file_size") act.file_size = 4;
    }
}

[[nodiscard]] bool set_text(Act& act, std::string_view key, Words& words) {
    for (auto const& text : text_members)
        if (text.name == key) {
            act.*text.member = words.next();
            return true;
        }
    return false;
}

[[nodiscard]] bool set_view(Act& act, std::string_view key) {
    if (key == "unreachable") {
        act.outcome = FollowUpOutcome::unreachable;
        return true;
    }
    if (auto const satisfaction = from_code<Satisfaction>(key)) {
        act.satisfaction = *satisfaction;
        return true;
    }
    return false;
}

void leave_out(Act& act, std::string_view field) {
    for (auto const& text : text_members)
        if (text.name == field) (act.*text.member).reset();
    if (field == "claim") act.claim.reset();
    if (field == "resolution") act.resolution.reset();
    if (field == "means") act.means.reset();
    if (field == "direction") act.direction.reset();
    if (field == "outcome") act.outcome.reset();
}

[[nodiscard]] bool set_place(Place& place, std::string_view key, Words& words) {
    if (key == "line") place.line = words.next();
    else if (key == "station") place.station = words.next();
    else if (key == "exit") place.exit = words.next();
    else if (key == "train") place.train = words.next();
    else if (key == "carriage") place.carriage = words.next();
    else if (key == "equipment") place.equipment = words.next();
    else if (key == "detail") place.detail = words.next();
    else return false;
    return true;
}

void set_field(Act& act, std::string const& key, Words& words) {
    if (key == "because") act.reason = words.next();
    else if (key == "without") leave_out(act, words.next());
    else if (key == "to") act.units.push_back({words.next(), true});
    else if (key == "assisting") for (auto const& unit : split_commas(words.next())) act.units.push_back({unit, false});
    else if (key == "due") act.due = words.time();
    else if (key == "until") act.until = words.time();
    else if (key == "contacted") act.contacted_at = words.time(), act.contacted_by = code<Means>(words.next());
    else if (key == "claim") act.claim = code<Claim>(words.next());
    else if (key == "resolution") act.resolution = code<Resolution>(words.next());
    else if (key == "means") act.means = code<Means>(words.next());
    else if (key == "direction") act.direction = code<Direction>(words.next());
    else if (key == "solved") act.solved = code<Solved>(words.next());
    else if (key == "severity") act.severity = code<Severity>(words.next());
    else if (key == "kind") act.kind = code<Kind>(words.next());
    else if (!set_text(act, key, words) && !set_view(act, key)) {
        if (!act.place) act.place.emplace();
        if (!set_place(*act.place, key, words)) throw ScriptError{"no such field: " + key};
    }
}

/// A field of a registration; false when it has none of that name.
[[nodiscard]] bool set_registration(Registration& r, std::string_view key, Words& words) {
    if (key == "via") r.channel = code<Channel>(words.next());
    else if (key == "received") r.received_at = words.time();
    else if (key == "occurred") r.occurred_at = words.time();
    else if (key == "content") r.content = words.next();
    else if (key == "subject") r.subject = words.next();
    else if (key == "kind") r.kind = code<Kind>(words.next());
    else if (key == "severity") r.severity = code<Severity>(words.next());
    else if (key == "type") r.type = words.next();
    else if (key == "for") r.unit = words.next();
    else if (key == "external") r.external_id = words.next();
    else if (key == "name") r.complainant.name = words.next();
    else if (key == "phone") r.complainant.phone = words.next();
    else if (key == "email") r.complainant.email = words.next();
    else if (key == "anonymous") r.complainant.anonymous = true;
    else return set_place(r.place, key, words);
    return true;
}

}  // namespace

Actor actor_of(std::string_view word) {
    if (from_code<Channel>(word)) return {Role::agent, "agent", std::string{centre_unit}};
    if (word == "passenger") return passenger_actor();
    if (word == "system") return system_actor();
    for (auto const role : {Role::desk, Role::head}) {
        auto const name = code_of(role);
        if (word.starts_with(name) && word.size() > name.size() + 1 && word[name.size()] == '-')
            return {role, std::string{word}, std::string{word.substr(name.size() + 1)}};
    }
    auto name = word;
    while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.remove_suffix(1);
    auto const role = code<Role>(name);
    return {role, std::string{word}, of_centre(role) ? std::string{centre_unit} : std::string{}};
}

ActName take_verb(Words& words) {
    auto const first = words.next();
    for (auto const& verb : verbs)
        if (verb.first == first && (verb.second.empty() || words.accept(verb.second))) return verb.act;
    throw ScriptError{"unknown verb: " + first};
}

Act read_act(ActName name, Words& words) {
    Act act;
    act.name = name;
    fill_in(act);
    while (words.more()) set_field(act, words.next(), words);
    if (act.outcome == FollowUpOutcome::unreachable) act.satisfaction.reset();
    // A result given with the completion says how far it helped.
    if (name == ActName::complete && act.result && !act.resolution) act.resolution = Resolution::solved;
    return act;
}

Registration read_registration(std::string_view who, Words& words) {
    Registration r;
    r.content = "B口扶梯停运，老人无法上楼。";
    if (auto const channel = from_code<Channel>(who))
        r.channel = *channel;
    else if (who.starts_with("desk-") || who.starts_with("head-"))
        r.channel = Channel::on_site;
    else if (who == "passenger")
        r.channel = Channel::website;
    while (words.more()) {
        auto const key = words.next();
        if (!set_registration(r, key, words)) throw ScriptError{"no such field: " + key};
    }
    return r;
}

History read_history(Words& words) {
    History history;
    history.registration.content = "旧系统中的投诉";
    history.registration.channel = Channel::other;
    while (words.more()) {
        auto const key = words.next();
        if (key == "stage") history.stage = code<Stage>(words.next());
        else if (key == "lead") history.units.push_back({words.next(), true});
        else if (key == "result") history.result = words.next(), history.resolution = Resolution::solved;
        else if (key == "fed_back") history.fed_back_at = words.time();
        else if (key == "closed") history.closed_at = words.time();
        else if (key == "registered") history.registered_at = words.time();
        else if (key == "due") {
            Clock clock;
            clock.name = ClockName::reply;
            clock.started_at = history.registration.received_at.value_or(Instant{});
            clock.due_at = words.time();
            clock.ended_at = history.fed_back_at;
            clock.outcome = !clock.ended_at ? ClockOutcome::running : *clock.ended_at <= clock.due_at ? ClockOutcome::met : ClockOutcome::missed;
            clock.agreed = true;
            history.clocks.push_back(clock);
        } else if (!set_registration(history.registration, key, words)) {
            throw ScriptError{"no such field: " + key};
        }
    }
    return history;
}

}  // namespace hearline::scenario
