#pragma once
// Reads a calendar file that was handed in as text; the connector that knows the forms stands behind it.
#include <functional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/calendar/calendar.hpp"

namespace hearline {

/// The years that the text announces, ascending. `file` names it in errors. Errors: `bad-calendar`, saying the line and the remedy.
using CalendarReader = std::function<Result<std::vector<CalendarYear>>(std::string_view content, std::string_view file)>;

}  // namespace hearline
