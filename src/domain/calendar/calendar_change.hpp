#pragma once
// What a calendar that is brought in changes of those that are there (R9.2): the days it names, and the years it announces.
#include <string>
#include <vector>

#include "domain/calendar/calendar.hpp"

namespace hearline {

struct CalendarChange {
    std::vector<CalendarYear> years;    ///< the announcements that change, as they will be, ascending
    std::vector<AnnouncedDay> lost;     ///< R9.2: named days that no announcement would name any more, as they were; to be asked for
    std::vector<AnnouncedDay> altered;  ///< days off that become working days or the other way round, as they will be
    std::vector<int> unannounced;       ///< years of what was brought that stay unannounced: single days of them are known
};

/// R9.2: a year that `brought` announces takes the place of what was there for it. The single days of a partial one are put over what is
/// there: all others stay, and the year is announced only if it was, or if all its festivals are named now. A day that a later year's
/// announcement names already is changed there, for the later word holds.
[[nodiscard]] CalendarChange change_calendars(std::vector<CalendarYear> const& present, std::vector<CalendarYear> const& brought);

/// The statutory festivals (全国年节及纪念日放假办法) for which the year names no day off, by their Chinese names, in the order of the year.
[[nodiscard]] std::vector<std::string> missing_festivals(CalendarYear const& year);

}  // namespace hearline
