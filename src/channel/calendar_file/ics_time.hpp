#pragma once
// Times of an iCalendar event as whole days of Chinese time, by which the State Council's notices count.
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "channel/calendar_file/ics_lines.hpp"

namespace hearline {

/// The value of DTSTART or DTEND: a date, or a date and a time.
struct IcsMoment {
    Date day;
    std::optional<std::chrono::milliseconds> time_of_day;  ///< absent: the whole day
};

/// "20261001", "20261001T090000", "20261001T010000Z", with TZID as calendar programs write it. A time of another zone is told as the time it is
/// in China. Nothing when it is no such value, or the zone is not known.
[[nodiscard]] std::optional<IcsMoment> ics_moment(IcsLine const& line);

/// "P3D", "P1W", "PT9H", "P1DT0H0M0S". Nothing when it is no such value.
[[nodiscard]] std::optional<std::chrono::milliseconds> ics_duration(std::string_view value);

struct IcsSpan {
    IcsMoment start;
    std::optional<IcsMoment> end;                        ///< DTEND, not part of it
    std::optional<std::chrono::milliseconds> duration;  ///< instead of it
};
/// The days [first, after) that the span covers.
struct IcsDays {
    Date first, after;
};
/// Whole days as they are; hours of one date are that date for a day that is worked, and nothing for a day off, which is off from 0:00 to 24:00.
/// The text says what is wrong with the span.
[[nodiscard]] tl::expected<IcsDays, Text> ics_days(IcsSpan const& span, bool worked);

}  // namespace hearline
