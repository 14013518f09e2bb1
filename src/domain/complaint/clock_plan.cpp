#include "domain/complaint/clock_plan.hpp"

#include <algorithm>
#include <chrono>

namespace hearline {
namespace {

using namespace std::chrono_literals;

[[nodiscard]] Date day_of(Timekeeping const& keeping, Instant at) { return keeping.zone.date(at); }

/// A due time at 24:00 belongs to the day that ends with it.
[[nodiscard]] Date due_day(Timekeeping const& keeping, Instant due) { return keeping.zone.date(due - 1ms); }

/// R9.2: one of the days between a date and the one it is reckoned back from, both included, is not announced.
[[nodiscard]] bool provisional_between(Timekeeping const& keeping, Instant first, Instant last) {
    Date const end = due_day(keeping, last);
    for (Date day = due_day(keeping, first); day <= end; day += std::chrono::days{1})
        if (keeping.calendar.is_provisional(day)) return true;
    return false;
}

/// The default of R4.3: what the outer clock leaves, at least the least limit.
[[nodiscard]] Deadline remedy_within(Timekeeping const& keeping, Deadline earliest, int reserve, Deadline reply) {
    auto const left = working_days_before(keeping, reply.at, reserve);
    if (left <= earliest.at) return earliest;
    return {left, reply.provisional || provisional_between(keeping, left, reply.at)};
}

/// The limit from the start on, and the pauses that are over.
[[nodiscard]] Deadline after_pauses(Clock counted, Limit limit, Circumstances const& at) {
    auto due = deadline(at.keeping, counted.started_at, limit);
    for (auto const& pause : counted.pauses) {
        if (!pause.until) break;
        counted.due_at = due.at;
        counted.provisional = due.provisional;
        due = resumed_due(counted, pause.from, *pause.until, at.keeping);
    }
    return due;
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
        auto due = deadline(at.keeping, start, clock.limit);
        if (reply != nullptr) due = remedy_within(at.keeping, due, book.result_reserve_days, {reply->due_at, reply->provisional});
        clock.due_at = due.at;
        clock.provisional = due.provisional;
    }
    auto const days = at.keeping.calendar.working_days_between(day_of(at.keeping, start), due_day(at.keeping, clock.due_at));
    clock.limit = {std::max(days, 0), Limit::Unit::working_days};
    return clock;
}

// R9.4
Deadline resumed_due(Clock const& clock, Instant from, Instant until, Timekeeping const& keeping) {
    auto due = clock.due_at <= from ? Deadline{clock.due_at, clock.provisional} : resume_deadline(keeping, clock.due_at, clock.limit.unit, from, until);
    due.provisional = due.provisional && !clock.agreed;
    return due;
}

// R9.4a
std::vector<Deadline> reply_deadlines(Clock const* reply, Severity severity, Circumstances const& at) {
    std::vector<Deadline> replies;
    if (reply == nullptr) return replies;
    replies.push_back(recounted_due(*reply, severity, {}, at));
    auto unextended = *reply;
    unextended.agreed = false;
    if (reply->agreed) replies.push_back(recounted_due(unextended, severity, {}, at));
    return replies;
}

// R9.2, R9.4a
Deadline recounted_due(Clock const& clock, Severity severity, std::span<Deadline const> replies, Circumstances const& at) {
    if (clock.agreed || clock.limit.unit == Limit::Unit::minutes) return {clock.due_at, false};
    auto const* const book = at.rules.version(clock.policy_version);
    if (clock.name != ClockName::remedy || book == nullptr || replies.empty()) return after_pauses(clock, clock.limit, at);
    auto const earliest = after_pauses(clock, book->clock_rule(ClockName::remedy, severity, Channel::hotline).limit, at);
    auto best = remedy_within(at.keeping, earliest, book->result_reserve_days, replies.front());
    for (auto const& reply : replies.subspan(1)) {
        auto const other = remedy_within(at.keeping, earliest, book->result_reserve_days, reply);
        if (std::chrono::abs(other.at - clock.due_at) < std::chrono::abs(best.at - clock.due_at)) best = other;
    }
    return best;
}

}  // namespace hearline
