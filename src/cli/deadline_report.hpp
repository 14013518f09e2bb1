#pragma once
// What `hearline deadline` prints: the instant, then why, day by day.
#include <string>
#include <string_view>

#include "domain/calendar/deadline.hpp"

namespace hearline::cli {

/// RFC 3339, or a wall-clock time of the operator's zone without an offset ("2026-09-30T16:00", "2026-09-30 16:00:00"). Errors: `bad-time` at "--start".
[[nodiscard]] Result<Instant> parse_start(std::string_view text, Zone const& zone);

/// Line one the bare deadline in the operator's zone, without fractions; then one line for each day counted or skipped (one line in all for
/// a limit in minutes); at the end whether it is provisional.
[[nodiscard]] std::string deadline_report(Timekeeping const& keeping, Instant start, Limit limit, Language language);

}  // namespace hearline::cli
