#include "demo/working_time.hpp"

#include <algorithm>

namespace hearline::demo {
namespace {

constexpr std::int64_t opens = 8 * 60 + 30, closes = 18 * 60;

std::int64_t minute_of_day(LocalTime const& local) { return std::chrono::duration_cast<Minutes>(local.time_of_day).count(); }

}  // namespace

Instant after_office_minutes(Timekeeping const& keeping, Instant from, std::int64_t minutes) {
    auto const local = keeping.zone.local(from);
    auto day = local.day;
    auto minute = minute_of_day(local);
    auto const seconds = local.time_of_day - Minutes{minute};  // kept, so that times do not all fall on whole minutes
    for (;; day += std::chrono::days{1}, minute = 0) {
        if (!keeping.calendar.is_working_day(day)) continue;
        auto const start = std::max(minute, opens);
        if (start >= closes) continue;
        if (start + minutes < closes) return keeping.zone.instant(day, Minutes{start + minutes} + seconds);
        minutes -= closes - start;
    }
}

std::int64_t office_minutes(Timekeeping const& keeping, Instant from, Instant until) {
    if (until <= from) return 0;
    auto const a = keeping.zone.local(from), b = keeping.zone.local(until);
    std::int64_t sum = 0;
    for (auto day = a.day; day <= b.day; day += std::chrono::days{1}) {
        if (!keeping.calendar.is_working_day(day)) continue;
        auto const start = day == a.day ? std::max(minute_of_day(a), opens) : opens;
        auto const end = day == b.day ? std::min(minute_of_day(b), closes) : closes;
        sum += std::max<std::int64_t>(0, end - start);
    }
    return sum;
}

}  // namespace hearline::demo
