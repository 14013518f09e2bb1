#pragma once
// The world of one scenario: calendar, rule book, and complaints that live by decide, apply and seal alone.
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/complaint/apply.hpp"
#include "domain/complaint/decide.hpp"
#include "script.hpp"

namespace hearline::scenario {

/// One complaint with all that was said of it.
struct Case {
    Complaint record;
    std::vector<Event> events;
    std::vector<SealedEvent> sealed;
};

class World {
public:
    World(std::vector<CalendarYear> calendars, RuleBook const& rules);

    // What stands before the story: calendar, rules.
    void set_zone(Zone zone) { keeping_.zone = std::move(zone); }
    void close_at(std::chrono::milliseconds time) { keeping_.closing_time = time; }
    void forget_calendar(int year);
    /// A further version of the rule book from that day on.
    void change_rules(Date from, std::function<void(RuleBookVersion&)> const& change);
    [[nodiscard]] Timekeeping const& keeping() const { return keeping_; }
    [[nodiscard]] RuleBook const& rules() const { return rules_; }

    // What happens.
    Done add(std::string const& name, Registration const& registration, Actor const& actor, Instant now);
    Done import(std::string const& name, History const& history, Actor const& actor, Instant now);
    Done act(std::string const& name, Act const& act, Actor const& actor, Instant now);
    /// R9.4a: the calendar of the year arrives; every open deadline is counted anew.
    void announce(int year, Actor const& actor, Instant now);
    void announce(CalendarYear const& year, Actor const& actor, Instant now);

    [[nodiscard]] Case& get(std::string const& name);
    [[nodiscard]] std::vector<ActName> possible(std::string const& name, Actor const& actor, Instant now);
    [[nodiscard]] Instant now() const { return now_; }
    /// Replay gives the record, the codecs come back, the chain holds: what is wrong, line by line.
    [[nodiscard]] std::vector<std::string> check_all() const;

private:
    [[nodiscard]] Number next_number(Instant now) const;
    void put(Case& subject, Event event);
    void tick(Instant now);

    std::vector<CalendarYear> calendars_;
    std::vector<CalendarYear> missing_;
    RuleBook rules_;
    Timekeeping keeping_;
    std::map<std::string, Case> cases_;
    std::map<Date, std::int64_t> counters_;
    SeededRandom random_{20'260'930};
    Instant now_{};
};

/// Every way in which the complaint's events, record and seals disagree.
[[nodiscard]] std::vector<std::string> disagreements(Case const& subject);

}  // namespace hearline::scenario
