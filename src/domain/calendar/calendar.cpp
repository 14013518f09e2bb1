#include "domain/calendar/calendar.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace hearline {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr Date date_of(int year, unsigned month, unsigned day) {
    return Date{year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}};
}
constexpr Date first_day = date_of(1990, 1, 1);
constexpr Date last_day = date_of(2120, 12, 31);
constexpr int first_number = first_day.time_since_epoch().count();
constexpr int table_size = static_cast<int>((last_day - first_day).count()) + 1;
constexpr Date some_monday = date_of(1990, 1, 1);
constexpr unsigned last_week_from = 25;  // R9.2: 25 to 31 December

[[nodiscard]] constexpr bool is_weekday(Date day) {
    unsigned const weekday = std::chrono::weekday{day}.iso_encoding();
    return weekday <= 5;
}

[[nodiscard]] constexpr int floor_div(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }

/// Mondays to Fridays up to and including a day, counted from a Monday far away: what holds outside the table.
[[nodiscard]] constexpr int plain_count(Date day) {
    int const n = static_cast<int>((day - some_monday).count());
    int const weeks = floor_div(n, 7);
    return 5 * weeks + std::min(n - 7 * weeks + 1, 5);
}
/// The day whose plain_count is `count` and that is a weekday.
[[nodiscard]] constexpr Date plain_day(int count) {
    int const weeks = floor_div(count - 1, 5);
    return some_monday + days{7 * weeks + (count - 1 - 5 * weeks)};
}
static_assert(plain_day(plain_count(date_of(2026, 11, 23))) == date_of(2026, 11, 23));

enum Flag : std::uint8_t { working = 1, provisional = 2 };

}  // namespace

struct WorkingCalendar::Data {
    struct Named {
        Date day;
        CalendarYear const* year;
        AnnouncedDay const* said;
    };
    std::map<int, CalendarYear> years;
    std::vector<Named> named;          ///< sorted by day
    std::vector<std::uint8_t> flags;   ///< by day
    std::vector<std::int32_t> counts;  ///< working days from the first day of the table up to and including this one
    std::vector<std::int32_t> nth;     ///< day number of each working day in order

    explicit Data(std::vector<CalendarYear> const& given) {
        for (auto const& year : given) years[year.year] = year;
        collect_named();
        fill_tables();
    }

    // R9.2: where two notices name one day, the later notice's word holds.
    void collect_named() {
        std::map<Date, Named> by_day;
        for (auto const& [number, year] : years)
            for (auto const& said : year.days) by_day[said.day] = Named{said.day, &year, &said};
        for (auto const& [day, row] : by_day) named.push_back(row);
    }

    void fill_tables() {
        flags.resize(table_size);
        counts.resize(table_size);
        nth.reserve(table_size);
        for (int i = 0; i < table_size; ++i) {
            Date const day = first_day + days{i};
            flags[i] = static_cast<std::uint8_t>((is_weekday(day) ? working : 0) | (computed_provisional(day) ? provisional : 0));
        }
        for (auto const& row : named) {
            if (!in_table(row.day)) continue;
            auto& flag = flags[index(row.day)];
            flag = static_cast<std::uint8_t>((flag & provisional) | (row.said->off ? 0 : working));
        }
        for (int i = 0; i < table_size; ++i) {
            if (flags[i] & working) nth.push_back(first_number + i);
            counts[i] = static_cast<std::int32_t>(nth.size());
        }
    }

    [[nodiscard]] static bool in_table(Date day) { return day >= first_day && day <= last_day; }
    [[nodiscard]] static int index(Date day) { return static_cast<int>((day - first_day).count()); }

    [[nodiscard]] bool announced(int year) const {
        auto const found = years.find(year);
        return found != years.end() && found->second.is_announced();
    }

    // R9.2
    [[nodiscard]] bool computed_provisional(Date day) const {
        year_month_day const ymd{day};
        int const year = static_cast<int>(ymd.year());
        if (!announced(year)) return true;
        return ymd.month() == std::chrono::December && static_cast<unsigned>(ymd.day()) >= last_week_from && !announced(year + 1);
    }

    [[nodiscard]] int count(Date day) const {
        if (in_table(day)) return counts[index(day)];
        if (day < first_day) return plain_count(day);  // the table begins on a Monday with count 0 before it
        return counts.back() + plain_count(day) - plain_count(last_day);
    }
    [[nodiscard]] Date day_of_count(int n) const {
        if (n >= 1 && n <= static_cast<int>(nth.size())) return Date{days{nth[n - 1]}};
        if (n < 1) return plain_day(n);
        return plain_day(n - counts.back() + plain_count(last_day));
    }
    [[nodiscard]] Named const* find(Date day) const {
        auto const at = std::lower_bound(named.begin(), named.end(), day, [](Named const& row, Date d) { return row.day < d; });
        return at != named.end() && at->day == day ? &*at : nullptr;
    }
};

WorkingCalendar::WorkingCalendar() {
    static auto const plain = std::make_shared<Data const>(std::vector<CalendarYear>{});
    data_ = plain;
}
WorkingCalendar::WorkingCalendar(std::vector<CalendarYear> const& years) : data_(std::make_shared<Data const>(years)) {}

bool WorkingCalendar::is_working_day(Date day) const {
    return Data::in_table(day) ? (data_->flags[Data::index(day)] & working) != 0 : is_weekday(day);
}

bool WorkingCalendar::is_provisional(Date day) const {
    return Data::in_table(day) ? (data_->flags[Data::index(day)] & provisional) != 0 : data_->computed_provisional(day);
}

bool WorkingCalendar::is_announced(int year) const { return data_->announced(year); }

DayReason WorkingCalendar::reason(Date day) const {
    DayReason reason;
    reason.kind = is_weekday(day) ? DayKind::working : DayKind::weekend;
    reason.provisional = is_provisional(day);
    if (auto const* named = Data::in_table(day) ? data_->find(day) : nullptr) {
        reason.kind = named->said->off ? DayKind::holiday : DayKind::make_up;
        reason.name = named->said->name;
        for (auto const& source : named->year->sources) reason.source += (reason.source.empty() ? "" : " ") + source;
    }
    return reason;
}

Date WorkingCalendar::working_day_after(Date day, int n) const {
    if (n > 0) return data_->day_of_count(data_->count(day) + n);
    if (n == 0) return day;
    return data_->day_of_count(data_->count(day - days{1}) + 1 + n);
}

int WorkingCalendar::working_days_between(Date after, Date until) const {
    return until <= after ? 0 : data_->count(until) - data_->count(after);
}

std::vector<int> WorkingCalendar::announced_years() const {
    std::vector<int> years;
    for (auto const& [number, year] : data_->years)
        if (year.is_announced()) years.push_back(number);
    return years;
}

bool WorkingCalendar::names(Date day) const { return data_->find(day) != nullptr; }

CalendarYear const* WorkingCalendar::year(int year) const {
    auto const found = data_->years.find(year);
    return found == data_->years.end() ? nullptr : &found->second;
}

}  // namespace hearline
