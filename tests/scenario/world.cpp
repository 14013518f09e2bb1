#include "world.hpp"

#include <algorithm>

namespace hearline::scenario {
namespace {

[[nodiscard]] Digest last_digest(Case const& subject) { return subject.sealed.empty() ? Digest{} : subject.sealed.back().digest; }

[[nodiscard]] bool same(Event const& a, Event const& b) {
    return a.seq == b.seq && a.at == b.at && a.actor == b.actor && a.act == b.act && a.data == b.data && a.texts == b.texts;
}

}  // namespace

World::World(std::vector<CalendarYear> calendars, RuleBook const& rules) : calendars_{std::move(calendars)}, rules_{rules} {
    keeping_.calendar = WorkingCalendar{calendars_};
}

void World::forget_calendar(int year) {
    auto const found = std::find_if(calendars_.begin(), calendars_.end(), [year](auto const& known) { return known.year == year; });
    if (found == calendars_.end()) throw ScriptError{"no calendar of that year is shipped"};
    missing_.push_back(*found);
    calendars_.erase(found);
    keeping_.calendar = WorkingCalendar{calendars_};
}

void World::change_rules(Date from, std::function<void(RuleBookVersion&)> const& change) {
    auto versions = rules_.versions();
    if (versions.back().valid_from != from) {
        auto next = versions.back();
        ++next.version;
        next.valid_from = from;
        versions.push_back(std::move(next));
    }
    change(versions.back());
    rules_ = RuleBook{std::move(versions)};
}

void World::tick(Instant now) {
    if (now < now_) throw ScriptError{"time runs backwards"};
    now_ = now;
}

Number World::next_number(Instant now) const {
    auto const day = keeping_.zone.date(now);
    auto const found = counters_.find(day);
    return make_number(day, found == counters_.end() ? 1 : found->second + 1);
}

void World::put(Case& subject, Event event) {
    Salt salt{};
    random_.fill(salt);
    apply(subject.record, event);
    subject.sealed.push_back(seal(event, last_digest(subject), salt));
    subject.events.push_back(std::move(event));
}

Done World::add(std::string const& name, Registration const& registration, Actor const& actor, Instant now) {
    tick(now);
    if (cases_.contains(name)) throw ScriptError{"registered already: " + name};
    auto event = TRY(decide_registration(registration, next_number(now), {actor, now, keeping_, rules_}));
    ++counters_[keeping_.zone.date(now)];
    put(cases_[name], std::move(event));
    return Done{};
}

Done World::import(std::string const& name, History const& history, Actor const& actor, Instant now) {
    tick(now);
    auto event = TRY(decide_import(history, next_number(now), {actor, now, keeping_, rules_}));
    ++counters_[keeping_.zone.date(now)];
    put(cases_[name], std::move(event));
    return Done{};
}

Done World::act(std::string const& name, Act const& act, Actor const& actor, Instant now) {
    tick(now);
    auto& subject = get(name);
    Circumstances const at{actor, now, keeping_, rules_};
    auto const possible = possible_acts(subject.record, at);
    auto events = decide(subject.record, act, at);
    bool const offered = std::find(possible.begin(), possible.end(), act.name) != possible.end();
    if (events && !offered) throw std::logic_error{"done, but not among the possible acts"};
    // An extension is offered when either clock can be extended, and by this person; which one, the body says.
    bool const promised = offered && act.name != ActName::request_extension;
    if (!events && promised && events.error().kind == ErrorKind::forbidden) throw std::logic_error{"offered, but forbidden"};
    if (!events && promised && events.error().kind == ErrorKind::conflict) throw std::logic_error{"offered, but not possible"};
    if (!events) return tl::make_unexpected(events.error());
    for (auto& event : *events) put(subject, std::move(event));
    return Done{};
}

void World::announce(int year, Actor const& actor, Instant now) {
    auto const found = std::find_if(missing_.begin(), missing_.end(), [year](auto const& known) { return known.year == year; });
    if (found == missing_.end()) throw ScriptError{"that year's calendar is not missing"};
    announce(*found, actor, now);
}

void World::announce(CalendarYear const& year, Actor const& actor, Instant now) {
    tick(now);
    std::erase_if(calendars_, [&](auto const& known) { return known.year == year.year; });
    calendars_.push_back(year);
    keeping_.calendar = WorkingCalendar{calendars_};
    for (auto& [name, subject] : cases_)
        if (auto event = decide_recalendar(subject.record, {actor, now, keeping_, rules_})) put(subject, std::move(*event));
}

Case& World::get(std::string const& name) {
    auto const found = cases_.find(name);
    if (found == cases_.end()) throw ScriptError{"no such complaint: " + name};
    return found->second;
}

std::vector<ActName> World::possible(std::string const& name, Actor const& actor, Instant now) {
    return possible_acts(get(name).record, {actor, now, keeping_, rules_});
}

std::vector<std::string> disagreements(Case const& subject) {
    std::vector<std::string> wrong;
    auto const replayed = replay(subject.events);
    if (!replayed || *replayed != subject.record) wrong.emplace_back("replaying the events does not give the record");
    Digest previous{};
    std::vector<Event> unsealed;
    for (std::size_t i = 0; i < subject.sealed.size(); ++i) {
        auto const& sealed = subject.sealed[i];
        if (auto const checked = check_seal(sealed, previous); !checked) wrong.push_back("the seal is broken: " + checked.error().detail.en);
        previous = sealed.digest;
        auto event = unseal(sealed);
        if (!event || !same(*event, subject.events[i])) wrong.push_back("event " + std::to_string(sealed.seq) + " does not come back from its seal");
        if (event) unsealed.push_back(std::move(*event));
    }
    auto const again = replay(unsealed);
    if (!again || *again != subject.record) wrong.emplace_back("replaying the unsealed events does not give the record");
    auto const decoded = decode_record(encode_record(subject.record), subject.events.front().texts, subject.record.result);
    if (!decoded || *decoded != subject.record) wrong.emplace_back("the record does not come back from its code");
    return wrong;
}

std::vector<std::string> World::check_all() const {
    std::vector<std::string> wrong;
    for (auto const& [name, subject] : cases_)
        for (auto const& what : disagreements(subject)) wrong.push_back(name + ": " + what);
    return wrong;
}

}  // namespace hearline::scenario
