#pragma once
// Reads working-day calendars from files: JSON (our own form and that of holiday-cn) and iCalendar (RFC 5545, whole days).
#include <string_view>
#include <vector>

#include "domain/calendar/calendar.hpp"

namespace hearline {

/// The years that a file announces, ascending, each with its days in order; the whole file or nothing. The form is seen from the content.
/// `file` names it in errors and stands as the source where the file names none. Errors: `bad-calendar`, saying the line and the remedy:
/// content that is not understood, a day named twice, a date outside the year's notice, a calendar that announces no day.
[[nodiscard]] Result<std::vector<CalendarYear>> read_calendar(std::string_view content, std::string_view file);

/// {"year", "sources"|"papers", "days": [{"name", "date", "isOffDay"}]} or {"year", "sources", "holidays": [{"name", "off": [dates],
/// "work": [dates]}]}, or a list of such years.
[[nodiscard]] Result<std::vector<CalendarYear>> read_calendar_json(std::string_view content, std::string_view file);

/// Events of whole days (exclusive DTEND). A summary with 上班, 补班 or （班） is a make-up day, one with 假期, 放假, （休） or the name of a
/// statutory holiday is a holiday; any other event is refused. A holiday that runs into January belongs to the later year's notice, as does
/// everything named 元旦 in December.
[[nodiscard]] Result<std::vector<CalendarYear>> read_calendar_ics(std::string_view content, std::string_view file);

/// The calendars inside the program (data/calendars), ascending.
[[nodiscard]] std::vector<CalendarYear> shipped_calendars();

}  // namespace hearline
