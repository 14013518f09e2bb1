// iCalendar files: taken or refused with a line, never a crash; what is taken announces days and makes a calendar.
#include <cstdint>
#include <cstdlib>

#include "base/unicode.hpp"
#include "channel/calendar_file/read_calendar.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace hearline;
    auto const years = read_calendar_ics({reinterpret_cast<char const*>(data), size}, "fuzz.ics");
    if (!years) {
        if (years.error().detail.en.find(", line ") == std::string::npos || !is_utf8(years.error().detail.zh)) std::abort();
        return 0;
    }
    for (auto const& year : *years)
        if (year.days.empty()) std::abort();
    WorkingCalendar const calendar{*years};
    for (auto const& year : *years)
        if (calendar.is_announced(year.year) == year.partial) std::abort();
    return 0;
}
