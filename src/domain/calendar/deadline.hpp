#pragma once
// Deadlines: counting as the Civil Code does (R9.1 to R9.4). One module for all of it.
#include <optional>
#include <vector>

#include "domain/calendar/calendar.hpp"
#include "domain/complaint/complaint.hpp"

namespace hearline {

/// What counting needs besides the start and the limit.
struct Timekeeping {
    WorkingCalendar calendar;
    Zone zone = Zone::shanghai();
    /// R9.1: where the operator sets business hours a day ends at closing time; else at 24:00.
    std::optional<std::chrono::milliseconds> closing_time;
};

struct Deadline {
    Instant at;
    bool provisional = false;
    bool operator==(Deadline const&) const = default;
};

/// R9.1, R9.3: the end of a limit that starts at `start`. A working-day limit ends at 24:00 local time (or closing time) on the nth
/// working day after the day of the start; minutes run day and night.
[[nodiscard]] Deadline deadline(Timekeeping const& keeping, Instant start, Limit limit);

/// The end of the working day on which `day` lies: 24:00 or closing time.
[[nodiscard]] Instant end_of_day(Timekeeping const& keeping, Date day);

/// R9.4: where a clock due at `due` and stopped from `from` to `until` now ends. Working days: as many working days after `until` as were
/// left after `from` (none left: the day of `until`, or the next working day). Minutes: moved by the exact length. A clock that was
/// due before it stopped is not moved.
[[nodiscard]] Deadline resume_deadline(Timekeeping const& keeping, Instant due, Limit::Unit unit, Instant from, Instant until);

/// The end of the last working day after which `n` whole working days still end by `due`, be that on a day off or at noon; used for the
/// default of `remedy` (R4.3).
[[nodiscard]] Instant working_days_before(Timekeeping const& keeping, Instant due, int n);

/// R9.1: the working days after today up to the day on which `due` lies: 0 when it is today, negative (-1 at least) once it is over.
[[nodiscard]] int working_days_left(Timekeeping const& keeping, Instant due, Instant now);

/// One line of the explanation of `hearline deadline`.
struct DayStep {
    Date day;
    bool counted = false;
    int count = 0;  ///< working days counted so far
    DayReason reason;
};
/// Every day from the day of the start to the day of the deadline, in order (the first is the day of the event, never counted).
/// A limit in minutes has no such days: empty.
[[nodiscard]] std::vector<DayStep> explain(Timekeeping const& keeping, Instant start, Limit limit);

/// "3wd" or "10min" (also "3 wd"), 1 to 2000 working days or 1 to 1,000,000 minutes. Errors: `bad-limit`.
[[nodiscard]] Result<Limit> parse_limit(std::string_view text);
[[nodiscard]] std::string format_limit(Limit limit);

}  // namespace hearline
