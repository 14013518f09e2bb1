#include "domain/complaint/clock_plan.hpp"

#include <algorithm>

namespace hearline {
namespace {

using namespace std::chrono_literals;

[[nodiscard]] Date day_of(Timekeeping const& keeping, Instant at) { return keeping.zone.date(at); }

/// A due time at 24:00 belongs to the day that ends with it.
[[nodiscard]] Date due_day(Timekeeping const& keeping, Instant due) { return keeping.zone.date(due - 1ms); }

/// The default of R4.3: what the outer clock leaves, at least the least limit.
[[nodiscard]] Deadline remedy_default(Timekeeping const& keeping, Instant start, Limit least, int reserve, std::optional<Deadline> reply) {
    auto const earliest = deadline(keeping, start, least);
    if (!reply) return earliest;
    auto const left = working_days_before(keeping, reply->at, reserve);
    if (left <= earliest.at) return earliest;
    return {left, reply->provisional};
}

}  // namespace

Clock new_clock(ClockName name, ClockTerms const& terms, Instant start, Circumstances const& at) {
    auto const& book = at.rules.in_force(day_of(at.keeping, start));
    auto const& rule = book.clock_rule(name, terms.severity, terms.channel);
    auto const due = deadline(at.keeping, start, rule.limit);
    Clock clock;
    clock.name = name;
    clock.round = terms.round;
    clock.started_at = start;
    clock.due_at = due.at;
    clock.provisional = due.provisional;
    clock.limit = rule.limit;
    clock.rule = rule.rule;
    clock.policy_version = book.version;
    return clock;
}

ClockOutcome outcome_at(Clock const& clock, Instant end) { return end <= clock.due_at ? ClockOutcome::met : ClockOutcome::missed; }

void finish_clock(Clock& clock, Instant end) {
    clock.ended_at = end;
    clock.outcome = outcome_at(clock, end);
}

// R4.3
Clock new_remedy_clock(ClockTerms const& terms, Instant start, std::optional<Instant> agreed, Clock const* reply, Circumstances const& at) {
    auto clock = new_clock(ClockName::remedy, terms, start, at);
    auto const& book = at.rules.in_force(day_of(at.keeping, start));
    if (agreed) {
        clock.due_at = *agreed;
        clock.agreed = true;
        clock.provisional = false;
    } else {
        std::optional<Deadline> outer;
        if (reply != nullptr) outer = Deadline{reply->due_at, reply->provisional};
        auto const due = remedy_default(at.keeping, start, clock.limit, book.result_reserve_days, outer);
        clock.due_at = due.at;
        clock.provisional = due.provisional;
    }
    auto const days = at.keeping.calendar.working_days_between(day_of(at.keeping, start), due_day(at.keeping, clock.due_at));
    clock.limit = {std::max(days, 0), Limit::Unit::working_days};
    return clock;
}

// R9.4
Deadline resumed_due(Clock const& clock, Instant from, Instant until, Timekeeping const& keeping) {
    if (clock.due_at <= from) return {clock.due_at, clock.provisional};
    return resume_deadline(keeping, clock.due_at, clock.limit.unit, from, until);
}

// R9.2, R9.4a
Deadline recounted_due(Clock const& clock, Severity severity, std::optional<Deadline> reply, Circumstances const& at) {
    Deadline const unchanged{clock.due_at, clock.provisional};
    if (clock.agreed || clock.limit.unit == Limit::Unit::minutes) return unchanged;
    auto const* const book = at.rules.version(clock.policy_version);
    if (clock.name == ClockName::remedy && book != nullptr && reply) {
        auto const& least = book->clock_rule(ClockName::remedy, severity, Channel::hotline).limit;
        return remedy_default(at.keeping, clock.started_at, least, book->result_reserve_days, reply);
    }
    Clock counted = clock;
    auto due = deadline(at.keeping, clock.started_at, clock.limit);
    for (auto const& pause : clock.pauses) {
        if (!pause.until) break;
        counted.due_at = due.at;
        counted.provisional = due.provisional;
        due = resumed_due(counted, pause.from, *pause.until, at.keeping);
    }
    return due;
}

}  // namespace hearline
