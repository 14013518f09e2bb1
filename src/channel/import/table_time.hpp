#pragma once
// Times as offices write them into tables. R3.7: what is read is certain, what is not is refused with the reason.
#include <span>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace hearline::channel {

struct TableTimeForms {
    Zone zone = Zone::shanghai();        ///< of times that name none
    std::span<std::string const> given;  ///< with %Y %m %d %H %M %S; where there are any, no other order of day and month is guessed
    std::int64_t days_before = 0;        ///< 1462 where day numbers are counted from 1904
};

/// RFC 3339; year, month, day with - / . or 年月日, with or without a time ("9:05", "9时5分", "下午3:20", "15:20:31", "24:00"); full-width
/// digits and signs; 20261120; the day numbers of Excel. Years have four digits and stand first: 11/20/2026 and 26-11-20 are refused, like
/// the 30th of February. Errors: `bad-time`.
[[nodiscard]] Result<Instant> parse_table_time(std::string_view text, TableTimeForms const& forms);

}  // namespace hearline::channel
