#pragma once
// A year's announcement as the document `calendar` that the store keeps (code = year).
#include "base/fields.hpp"
#include "domain/calendar/calendar.hpp"

namespace hearline {

[[nodiscard]] Fields encode_calendar_year(CalendarYear const& year);
/// Errors: `bad-record`.
[[nodiscard]] Result<CalendarYear> decode_calendar_year(Fields const& fields);

}  // namespace hearline
