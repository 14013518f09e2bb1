#pragma once
// Which clocks start and when they run out: the rule book's limits met with the calendar.
#include <span>
#include <vector>

#include "domain/complaint/decide.hpp"

namespace hearline {

/// What of a complaint decides its limits.
struct ClockTerms {
    Severity severity = Severity::ordinary;
    Channel channel = Channel::hotline;
    int round = 1;
};

/// A running clock as the rule book in force at `start` sets it (R1.6).
[[nodiscard]] Clock new_clock(ClockName name, ClockTerms const& terms, Instant start, Circumstances const& at);
/// met when `end` is not after the due time, else missed.
[[nodiscard]] ClockOutcome outcome_at(Clock const& clock, Instant end);
void finish_clock(Clock& clock, Instant end);

/// R4.3: the clock `remedy`. Without an agreed date it ends where `reply` leaves the reserve for result and feedback, but not
/// before its least limit.
[[nodiscard]] Clock new_remedy_clock(ClockTerms const& terms, Instant start, std::optional<Instant> agreed, Clock const* reply, Circumstances const& at);

/// R9.4: where a clock that was stopped since `from` ends when it goes on at `until`. One that had run out already is not saved by it. A date
/// agreed is moved like any other, and never provisional.
[[nodiscard]] Deadline resumed_due(Clock const& clock, Instant from, Instant until, Timekeeping const& keeping);

/// The due times, by this calendar, that the outer clock may have had when `remedy` began: as it stands, and without its extension. Empty
/// without an outer clock.
[[nodiscard]] std::vector<Deadline> reply_deadlines(Clock const* reply, Severity severity, Circumstances const& at);

/// R9.2, R9.4a: where the open clock ends by this calendar; its own due time when nothing in it depends on one. `replies` are those of
/// `reply_deadlines`. The one nearest to what `remedy` has now was its own: an extension of `reply` moves `reply` alone (R9.4). `severity`
/// decides the least limit of `remedy`.
[[nodiscard]] Deadline recounted_due(Clock const& clock, Severity severity, std::span<Deadline const> replies, Circumstances const& at);

}  // namespace hearline
