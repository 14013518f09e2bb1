#pragma once
// Reads working-day calendars from files: JSON (our own form and that of holiday-cn) and iCalendar (RFC 5545, whole days).
#include <string_view>
#include <vector>

#include "domain/calendar/calendar.hpp"

namespace hearline {

/// What a file says of each year, ascending, each with its days in order; the whole file or nothing. The form is seen from the content.
/// `file` names it in errors and stands as the source where the file names none. Errors: `bad-calendar`, saying the line and the remedy of all
/// that is wrong: content that is not understood, a day named as off and as worked, a date outside the year's notice, no day at all.
[[nodiscard]] Result<std::vector<CalendarYear>> read_calendar(std::string_view content, std::string_view file);

/// {"year", "sources"|"papers", "days": [{"name", "date", "isOffDay"}]} or {"year", "sources", "holidays": [{"name", "off": [dates],
/// "work": [dates]}]}, or a list of such years. Each announces the year that it names.
[[nodiscard]] Result<std::vector<CalendarYear>> read_calendar_json(std::string_view content, std::string_view file);

/// Events (RFC 5545) whose names say whether their days are off or worked (day_name.hpp), or Apple's X-APPLE-SPECIAL-DAY; any other event is
/// refused. Whole days (exclusive DTEND), or for a worked day hours of one date. A holiday that runs into January belongs to the later year's
/// notice, as does everything named 元旦 in December. R9.2: a year for which not all the statutory festivals are named is `partial`.
[[nodiscard]] Result<std::vector<CalendarYear>> read_calendar_ics(std::string_view content, std::string_view file);

/// The calendars inside the program (data/calendars), ascending.
[[nodiscard]] std::vector<CalendarYear> shipped_calendars();

}  // namespace hearline
