#include "domain/calendar/deadline.hpp"

#include <algorithm>
#include <charconv>

namespace hearline {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;

constexpr int most_working_days = 2000;
constexpr int most_minutes = 1'000'000;

/// The day on which a due time lies; 24:00 belongs to the day that it ends.
[[nodiscard]] Date day_of_due(Timekeeping const& keeping, Instant due) { return keeping.zone.date(due - milliseconds{1}); }

}  // namespace

// R9.1
Instant end_of_day(Timekeeping const& keeping, Date day) {
    return keeping.closing_time ? keeping.zone.instant(day, *keeping.closing_time) : keeping.zone.start_of(day + days{1});
}

Deadline deadline(Timekeeping const& keeping, Instant start, Limit limit) {
    // R9.3
    if (limit.unit == Limit::Unit::minutes) return {start + Minutes{limit.amount}, false};
    // R9.1, R9.2
    Date const day = keeping.calendar.working_day_after(keeping.zone.date(start), limit.amount);
    return {end_of_day(keeping, day), keeping.calendar.is_provisional(day)};
}

// R9.4
Deadline resume_deadline(Timekeeping const& keeping, Instant due, Limit::Unit unit, Instant from, Instant until) {
    if (unit == Limit::Unit::minutes) return {due <= from ? due : due + (until - from), false};
    Date const due_day = day_of_due(keeping, due);
    if (due <= from) return {due, keeping.calendar.is_provisional(due_day)};
    Date const resumed_on = keeping.zone.date(until);
    int const left = keeping.calendar.working_days_between(keeping.zone.date(from), due_day);
    Date day = keeping.calendar.working_day_after(resumed_on, left);
    if (left == 0 && !keeping.calendar.is_working_day(day)) day = keeping.calendar.working_day_after(day, 1);
    bool const ends_with_day = due == end_of_day(keeping, due_day);
    Instant const moved = ends_with_day ? end_of_day(keeping, day) : keeping.zone.instant(day, keeping.zone.local(due).time_of_day);
    if (moved <= due) return {due, keeping.calendar.is_provisional(due_day)};
    return {moved, keeping.calendar.is_provisional(day)};
}

Instant working_days_before(Timekeeping const& keeping, Instant due, int n) {
    auto const& calendar = keeping.calendar;
    Date last = day_of_due(keeping, due);
    if (!calendar.is_working_day(last) || end_of_day(keeping, last) > due) last = calendar.working_day_after(last, -1);
    return end_of_day(keeping, calendar.working_day_after(last, -n));
}

// R9.1
int working_days_left(Timekeeping const& keeping, Instant due, Instant now) {
    Date const today = keeping.zone.date(now);
    Date const last = keeping.zone.date(due - std::chrono::milliseconds{1});  // 24:00 belongs to the day that ends
    if (now > due) return -std::max(1, keeping.calendar.working_days_between(last, today));
    return keeping.calendar.working_days_between(today, last);
}

std::vector<DayStep> explain(Timekeeping const& keeping, Instant start, Limit limit) {
    std::vector<DayStep> steps;
    if (limit.unit == Limit::Unit::minutes) return steps;
    Date const first = keeping.zone.date(start);
    Date const last = keeping.calendar.working_day_after(first, limit.amount);
    int count = 0;
    for (Date day = first; day <= last; day += days{1}) {
        bool const counted = day != first && keeping.calendar.is_working_day(day);
        if (counted) ++count;
        steps.push_back({day, counted, count, keeping.calendar.reason(day)});
    }
    return steps;
}

Result<Limit> parse_limit(std::string_view text) {
    int amount = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
    std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
    if (error == std::errc{} && amount >= 1) {
        if (unit == "wd" && amount <= most_working_days) return Limit{amount, Limit::Unit::working_days};
        if (unit == "min" && amount <= most_minutes) return Limit{amount, Limit::Unit::minutes};
    }
    return refuse(ErrorKind::invalid, "bad-limit",
                  say("时限应写成 1 至 {} 个工作日（如 3wd）或 1 至 {} 分钟（如 10min）",
                      "a limit is 1 to {} working days, written 3wd, or 1 to {} minutes, written 10min", most_working_days, most_minutes));
}

std::string format_limit(Limit limit) { return fmt::format("{}{}", limit.amount, limit.unit == Limit::Unit::minutes ? "min" : "wd"); }

}  // namespace hearline
