#pragma once
// Takes in a working-day calendar (R9.2): first the days that would be lost and the open deadlines that would move, then, confirmed, the change (R9.4a).
#include <functional>

#include "app/directory.hpp"
#include "domain/calendar/calendar_change.hpp"
#include "domain/complaint/complaint.hpp"
#include "domain/statistics/fact_table.hpp"

namespace hearline {

struct MovedDeadline {
    Number number;
    ClockName clock = ClockName::dispatch;
    Instant before, after;
    bool was_provisional = false, is_provisional = false;
};
struct CalendarPreview {
    CalendarChange change;
    std::vector<MovedDeadline> moved;  ///< clocks of which the date or the provisional mark changes: at most `limit`, most urgent first
    std::int64_t complaints = 0;       ///< that have at least one such clock
    std::int64_t dates = 0;            ///< clocks whose date moves
    std::int64_t settled = 0;          ///< clocks that keep their date and only stop being provisional
    std::int64_t unsettled = 0;        ///< clocks that keep their date and become provisional
};

/// The complaints that are not closed, those that wait for the complainant too: they have clocks that a calendar moves.
using OpenComplaints = std::function<std::vector<ComplaintKey>()>;
[[nodiscard]] OpenComplaints open_complaints(FactTable const& facts, Instant now);
/// By a walk through the whole store, where no facts are at hand.
[[nodiscard]] OpenComplaints open_complaints(Store& store);

/// May announced days go that the calendar does not name?
enum class LostDays { kept, dropped };

/// What would change. Reads every open complaint.
[[nodiscard]] Result<CalendarPreview> preview_calendar(Store& store, Actor const& actor, std::vector<CalendarYear> const& years, OpenComplaints const& open,
                                                       Directory const& directory, Instant now, int limit = 10'000);
/// Stores the calendar and moves the deadlines, each with an event on its complaint. Can be run again after an interruption: what is moved stays moved.
/// Returns the number of complaints changed. Errors: `days-would-be-lost` (a conflict, naming them) unless they may be dropped; nothing is changed then.
[[nodiscard]] Result<std::int64_t> confirm_calendar(Store& store, Actor const& actor, std::vector<CalendarYear> const& years, LostDays lost, OpenComplaints const& open,
                                                    DirectoryHolder& directory, Instant now, RandomSource& random);

/// "2026-02-16 春节 放假、…": the days, the first of them where there are many.
[[nodiscard]] Text day_list(std::vector<AnnouncedDay> const& days);

}  // namespace hearline
