#pragma once
// What every calendar file must satisfy, whatever its form.
#include <functional>
#include <string_view>
#include <vector>

#include "domain/calendar/calendar.hpp"

namespace hearline {

/// A day with a mark by which the reader of the file knows the line that names it.
struct FoundDay {
    int year = 0;  ///< of the notice
    AnnouncedDay said;
    std::size_t mark = 0;
};

/// Something wrong with a file: the line, and why with the remedy.
struct CalendarFault {
    int line = 0;
    Text why;
};

/// A refusal of the whole file: "FILE, line N: why".
[[nodiscard]] Error calendar_mistake(std::string_view file, int line, Text const& why);
/// The same for all that is wrong with it, by line; of very many the first are told, and how many more there are. Precondition: there is one.
[[nodiscard]] Error calendar_mistakes(std::string_view file, std::vector<CalendarFault> faults);

/// Sorts the days into their years. A day that is named twice alike is one day, by both names; one that is named as off and as worked is refused.
/// Errors: `bad-calendar` for that, a year or day out of bounds, a bad name, no day at all.
[[nodiscard]] Result<std::vector<CalendarYear>> gather_years(std::vector<FoundDay> days, std::string_view file, std::function<int(std::size_t)> const& line_of);

}  // namespace hearline
