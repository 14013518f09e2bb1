#pragma once
// Takes in a year's working-day calendar (R9.2): first the list of open deadlines that would move, then, confirmed, the change (R9.4a).
#include <functional>

#include "app/directory.hpp"
#include "domain/complaint/complaint.hpp"

namespace hearline {

struct MovedDeadline {
    Number number;
    ClockName clock = ClockName::dispatch;
    Instant before, after;
    bool was_provisional = false, is_provisional = false;
};
struct CalendarPreview {
    std::vector<MovedDeadline> moved;      ///< at most `limit`, most urgent first
    std::int64_t complaints = 0;  ///< that have at least one deadline that moves
};
/// What would move. Reads every complaint with a running clock.
[[nodiscard]] Result<CalendarPreview> preview_calendar(Store& store, Actor const& actor, std::vector<CalendarYear> const& years, Directory const& directory,
                                                       Instant now, int limit = 10'000);
/// Stores the calendar and moves the deadlines, each with an event on its complaint. Can be run again after an interruption: what is moved stays moved.
/// Returns the number of complaints changed.
[[nodiscard]] Result<std::int64_t> confirm_calendar(Store& store, Actor const& actor, std::vector<CalendarYear> const& years, DirectoryHolder& directory,
                                                    Instant now, RandomSource& random);

}  // namespace hearline
