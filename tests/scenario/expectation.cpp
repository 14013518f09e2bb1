#include "expectation.hpp"

#include <algorithm>
#include <array>

#include "domain/organisation/permission.hpp"
#include "sentence.hpp"

namespace hearline::scenario {
namespace {

using Difference = std::optional<std::string>;

template <class A, class B>
[[nodiscard]] Difference differs(A const& expected, B const& found) {
    std::string const e{expected}, f{found};
    if (e == f) return std::nullopt;
    return "expected " + e + ", found " + f;
}

template <class E>
[[nodiscard]] std::string word(std::optional<E> value) {
    return value ? std::string{code_of(*value)} : "none";
}
[[nodiscard]] std::string word(std::string const& text) { return text.empty() ? "none" : text; }
[[nodiscard]] std::string yes_no(bool value) { return value ? "yes" : "no"; }

/// The last clock of that name, or of that round when the line says `round N`.
[[nodiscard]] Clock const* find_clock(Complaint const& c, ClockName name, Words& words) {
    std::optional<int> round;
    if (words.accept("round")) round = words.number();
    for (auto clock = c.clocks.rbegin(); clock != c.clocks.rend(); ++clock)
        if (clock->name == name && (!round || clock->round == *round)) return &*clock;
    return nullptr;
}

[[nodiscard]] Difference check_clock(World const& world, Complaint const& c, std::string const& what, Words& words) {
    auto const name = code<ClockName>(words.next());
    auto const* const clock = find_clock(c, name, words);
    auto const& zone = world.keeping().zone;
    if (what == "clock") return differs(words.next(), clock == nullptr ? "none" : std::string{code_of(clock->outcome)});
    if (clock == nullptr) return "there is no such clock";
    auto const when = [&](std::optional<Instant> at) { return at ? zone.rfc3339(*at) : std::string{"none"}; };
    if (what == "due") return differs(when(words.time()), when(clock->due_at));
    if (what == "started") return differs(when(words.time()), when(clock->started_at));
    if (what == "ended") return differs(when(words.time()), when(clock->ended_at));
    if (what == "provisional") return differs(words.next(), yes_no(clock->provisional));
    if (what == "rule") return differs(words.next(), clock->rule);
    if (what == "policy") return differs(words.next(), std::to_string(clock->policy_version));
    if (what == "limit") return differs(words.next(), format_limit(clock->limit));
    auto const pauses = std::to_string(clock->pauses.size());
    return differs(words.next(), pauses);
}

[[nodiscard]] std::optional<std::string> property(Complaint const& c, std::string_view what) {
    if (what == "stage") return std::string{code_of(c.stage)};
    if (what == "round") return std::to_string(c.round);
    if (what == "version") return std::to_string(c.version);
    if (what == "kind") return std::string{code_of(c.kind)};
    if (what == "channel") return std::string{code_of(c.channel)};
    if (what == "severity") return std::string{code_of(c.severity)};
    if (what == "number") return format_number(c.number);
    if (what == "satisfaction") return word(c.satisfaction);
    if (what == "resolution") return word(c.resolution);
    if (what == "solved") return word(c.solved);
    if (what == "late_satisfaction") return word(c.late_satisfaction);
    if (what == "closing") return word(c.closing());
    if (what == "owing") return c.units_owing_opinion().empty() ? "none" : c.units_owing_opinion().front();
    if (what == "result") return word(c.result);
    if (what == "type") return word(c.type);
    if (what == "cause") return word(c.cause);
    if (what == "subject") return word(c.subject);
    if (what == "content") return word(c.content);
    if (what == "line") return word(c.place.line);
    if (what == "station") return word(c.place.station);
    if (what == "exit") return word(c.place.exit);
    if (what == "detail") return word(c.place.detail);
    if (what == "name") return word(c.complainant.name);
    if (what == "phone") return word(c.complainant.phone);
    if (what == "external") return word(c.external_id);
    if (what == "anonymous") return yes_no(c.complainant.anonymous);
    if (what == "accepting") return word(c.accepting_unit);
    if (what == "relayed") return word(c.relayed_unit);
    if (what == "lead") return word(c.lead_unit());
    if (what == "attempts") return std::to_string(c.unreachable_attempts);
    if (what == "opinions") return std::to_string(c.opinions.size());
    if (what == "suspended") return yes_no(c.suspended);
    if (what == "hold") return yes_no(c.on_hold);
    if (what == "imported") return yes_no(c.imported);
    if (what == "closed") return yes_no(c.closed_at.has_value());
    if (what == "asked") return word(c.extension_asked_clock);
    return std::nullopt;
}

[[nodiscard]] Difference check_time(World const& world, Complaint const& c, std::string_view what, Words& words) {
    auto const at = what == "received" ? std::optional{c.received_at} : what == "registered" ? std::optional{c.registered_at} : what == "fed_back" ? c.fed_back_at : c.occurred_at;
    if (words.accept("utc")) return differs(words.next(), at ? Zone::find("UTC").value().rfc3339(*at) : std::string{"none"});
    auto const& zone = world.keeping().zone;
    return differs(zone.rfc3339(words.time()), at ? zone.rfc3339(*at) : std::string{"none"});
}

[[nodiscard]] std::string units_of(Complaint const& c) {
    std::string list;
    for (auto const& unit : c.handling_units) list += (list.empty() ? "" : ",") + unit.unit;
    return word(list);
}

[[nodiscard]] Difference check_verdict(Complaint const& c, Words& words) {
    auto const number = static_cast<std::size_t>(words.number());
    static constexpr std::array<std::string_view, 3> names{"none", "approved", "rejected"};
    if (number < 1 || number > c.opinions.size()) return "there is no such opinion";
    return differs(words.next(), names[static_cast<std::size_t>(c.opinions[number - 1].verdict)]);
}

/// "C1 event 3 by desk-line1", "C1 event 3 is reject", "C1 event 3 says reason …": the history.
[[nodiscard]] Difference check_event(Case const& subject, Words& words) {
    auto const number = words.accept("last") ? static_cast<int>(subject.events.size()) : words.number();
    if (number < 1 || number > static_cast<int>(subject.events.size())) return "there is no such event";
    auto const& event = subject.events[static_cast<std::size_t>(number - 1)];
    auto const what = words.next();
    if (what == "is") return differs(words.next(), code_of(event.act));
    if (what == "by") return differs(words.next(), event.actor.user.empty() ? code_of(event.actor.role) : std::string_view{event.actor.user});
    auto const key = words.next();
    if (what == "says") return differs(words.next(), word(std::string{event.texts.text.get(key)}));
    if (what == "has") return differs(words.next(), word(std::string{event.data.get(key)}));
    throw ScriptError{"no such expectation of an event: " + what};
}

/// R10.4: "C1 tampering with event 2 is seen": whichever part of it is changed, the check says so.
[[nodiscard]] Difference check_tampering(Case const& subject, Words& words) {
    auto const number = static_cast<std::size_t>(words.number());
    if (number < 1 || number > subject.sealed.size()) return "there is no such event";
    auto const chain_holds = [](std::vector<SealedEvent> const& chain) {
        Digest previous{};
        for (auto const& sealed : chain) {
            if (!check_seal(sealed, previous)) return false;
            previous = sealed.digest;
        }
        return true;
    };
    auto body = subject.sealed, text = subject.sealed, resealed = subject.sealed, gone = subject.sealed;
    body[number - 1].body.replace(body[number - 1].body.find("act="), 5, "act=x");
    if (text[number - 1].text.empty()) return "the event has no text to change";
    text[number - 1].text.insert(text[number - 1].text.find('=') + 1, "x");
    auto event = unseal(resealed[number - 1]).value();
    event.actor.user = "someone-else";
    resealed[number - 1] = seal(event, number > 1 ? resealed[number - 2].digest : Digest{}, resealed[number - 1].salt);
    gone.erase(gone.begin() + static_cast<std::ptrdiff_t>(number) - 1);
    if (!chain_holds(subject.sealed)) return "the chain does not even hold as it is";
    if (chain_holds(body)) return "a changed body is not seen";
    if (chain_holds(text)) return "a changed text is not seen";
    if (number < subject.sealed.size() && chain_holds(resealed)) return "an event sealed anew is not seen";
    if (number < subject.sealed.size() && chain_holds(gone)) return "a missing event is not seen";
    return std::nullopt;
}

/// "agent may dispatch C1", "desk-line2 cannot read C1".
[[nodiscard]] Difference check_right(World& world, std::string const& who, bool expected, Words& words) {
    auto const what = words.next();
    auto const name = words.next();
    auto const actor = actor_of(who);
    bool found = false;
    if (what == "read") {
        found = may_read(actor, world.get(name).record);
    } else {
        auto const acts = world.possible(name, actor, world.now());
        found = std::find(acts.begin(), acts.end(), code<ActName>(what)) != acts.end();
    }
    return differs(yes_no(expected), yes_no(found));
}

}  // namespace

Difference check_expectation(World& world, Words& words) {
    auto const first = words.next();
    if (words.accept("may")) return check_right(world, first, true, words);
    if (words.accept("cannot")) return check_right(world, first, false, words);
    auto const& subject = world.get(first);
    auto const& c = subject.record;
    auto const what = words.next();
    for (auto const* const name : {"clock", "due", "started", "ended", "provisional", "rule", "policy", "limit", "pauses"})
        if (what == name) return check_clock(world, c, what, words);
    for (auto const* const name : {"received", "registered", "fed_back", "occurred"})
        if (what == name) return check_time(world, c, what, words);
    if (what == "units") return differs(words.next(), units_of(c));
    if (what == "verdict") return check_verdict(c, words);
    if (what == "event") return check_event(subject, words);
    if (what == "tampering") return check_tampering(subject, words);
    if (what == "events") return differs(words.next(), std::to_string(subject.events.size()));
    if (what == "clocks") {
        auto const name = code<ClockName>(words.next());
        return differs(words.next(), std::to_string(std::count_if(c.clocks.begin(), c.clocks.end(), [name](Clock const& clock) { return clock.name == name; })));
    }
    if (auto const found = property(c, what)) return differs(words.next(), *found);
    throw ScriptError{"no such expectation: " + what};
}

}  // namespace hearline::scenario
