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

/// A refusal of the whole file: "FILE, line N: why".
[[nodiscard]] Error calendar_mistake(std::string_view file, int line, Text const& why);

/// Sorts the days into their years. Errors: `bad-calendar` for a year or day out of bounds, a day named twice, a bad name, no day at all.
[[nodiscard]] Result<std::vector<CalendarYear>> gather_years(std::vector<FoundDay> days, std::string_view file, std::function<int(std::size_t)> const& line_of);

}  // namespace hearline
