#include "domain/calendar/calendar_change.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace hearline {
namespace {

/// Festivals and what their names hold.
struct Festival {
    std::string_view name;
    std::array<std::string_view, 2> marks;
};
constexpr std::array<Festival, 7> festivals{{{"元旦", {"元旦", "新年"}},
                                             {"春节", {"春节", "除夕"}},
                                             {"清明节", {"清明", "清明"}},
                                             {"劳动节", {"劳动节", "五一"}},
                                             {"端午节", {"端午", "端午"}},
                                             {"中秋节", {"中秋", "中秋"}},
                                             {"国庆节", {"国庆", "国庆"}}}};

[[nodiscard]] bool names(CalendarYear const& year, Date day) {
    return std::any_of(year.days.begin(), year.days.end(), [day](AnnouncedDay const& said) { return said.day == day; });
}

void put_day(CalendarYear& year, AnnouncedDay const& said) {
    auto const at = std::lower_bound(year.days.begin(), year.days.end(), said.day, [](AnnouncedDay const& known, Date day) { return known.day < day; });
    if (at != year.days.end() && at->day == said.day)
        *at = said;
    else
        year.days.insert(at, said);
}

void add_sources(CalendarYear& year, std::vector<std::string> const& sources) {
    for (auto const& source : sources)
        if (std::find(year.sources.begin(), year.sources.end(), source) == year.sources.end()) year.sources.push_back(source);
}

/// The single days of a partial announcement over what is there.
void put_over(std::map<int, CalendarYear>& years, CalendarYear const& brought) {
    for (auto const& said : brought.days) {
        int target = brought.year;
        for (auto const& [number, year] : years)
            if (number > target && names(year, said.day)) target = number;
        auto& year = years.try_emplace(target, CalendarYear{target, {}, {}, true}).first->second;
        bool const known = std::any_of(year.days.begin(), year.days.end(), [&](AnnouncedDay const& one) { return one.day == said.day && one.off == said.off; });
        if (known) continue;
        if (year.days.empty()) year.partial = true;
        put_day(year, said);
        add_sources(year, brought.sources);
        if (year.partial && missing_festivals(year).empty()) year.partial = false;
    }
}

void compare_days(CalendarChange& change, std::vector<CalendarYear> const& before, std::vector<CalendarYear> const& after) {
    WorkingCalendar const was{before}, becomes{after};
    std::map<Date, AnnouncedDay> named;
    for (auto const& year : before)
        for (auto const& said : year.days) named[said.day] = said;
    for (auto& [day, said] : named) {
        said.off = !was.is_working_day(day);
        if (!becomes.names(day))
            change.lost.push_back(said);
        else if (becomes.is_working_day(day) == said.off)
            change.altered.push_back({day, !said.off, becomes.reason(day).name});
    }
}

}  // namespace

CalendarChange change_calendars(std::vector<CalendarYear> const& present, std::vector<CalendarYear> const& brought) {
    std::map<int, CalendarYear> before, after;
    for (auto const& year : present) before[year.year] = year;
    after = before;
    for (auto const& year : brought)
        if (!year.partial) after[year.year] = year;
    for (auto const& year : brought)
        if (year.partial) put_over(after, year);
    CalendarChange change;
    std::vector<CalendarYear> all;
    for (auto const& [number, year] : after) {
        all.push_back(year);
        auto const known = before.find(number);
        if (known == before.end() || known->second != year) change.years.push_back(year);
    }
    for (auto const& year : brought)
        if (auto const known = after.find(year.year); known == after.end() || !known->second.is_announced()) change.unannounced.push_back(year.year);
    compare_days(change, present, all);
    return change;
}

std::vector<std::string> missing_festivals(CalendarYear const& year) {
    std::vector<std::string> missing;
    for (auto const& festival : festivals) {
        bool const named = std::any_of(year.days.begin(), year.days.end(), [&](AnnouncedDay const& said) {
            return said.off && std::any_of(festival.marks.begin(), festival.marks.end(), [&](auto mark) { return said.name.find(mark) != std::string::npos; });
        });
        if (!named) missing.emplace_back(festival.name);
    }
    return missing;
}

}  // namespace hearline
