#pragma once
// When people work: office hours of working days, by the operator's calendar.
#include "domain/calendar/deadline.hpp"

namespace hearline::demo {

/// `minutes` of office time (08:30 to 18:00 on working days) after `from`.
[[nodiscard]] Instant after_office_minutes(Timekeeping const& keeping, Instant from, std::int64_t minutes);
/// How many minutes of office time lie between the two; 0 when `until` is not later.
[[nodiscard]] std::int64_t office_minutes(Timekeeping const& keeping, Instant from, Instant until);

}  // namespace hearline::demo
