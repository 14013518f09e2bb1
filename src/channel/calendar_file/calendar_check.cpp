#include "channel/calendar_file/calendar_check.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/unicode.hpp"
#include "channel/calendar_file/read_calendar.hpp"

namespace hearline {
namespace {

constexpr int first_year = 1990;
constexpr int last_year = 2120;
constexpr std::size_t longest_name = 60;
constexpr std::size_t most_told = 20;

/// A notice rules its year, and may name days of the December before and the January after.
[[nodiscard]] bool may_name(int notice_year, Date day) {
    std::chrono::year_month_day const ymd{day};
    int const year = static_cast<int>(ymd.year());
    return year == notice_year || (year == notice_year - 1 && ymd.month() == std::chrono::December) ||
           (year == notice_year + 1 && ymd.month() == std::chrono::January);
}

[[nodiscard]] std::optional<Text> fault_of(FoundDay const& found) {
    auto const& [year, said, mark] = found;
    std::string const day = format_date(said.day);
    if (year < first_year || year > last_year) return say("年份 {} 不在 {} 至 {} 之间", "the year {} is not between {} and {}", year, first_year, last_year);
    if (!may_name(year, said.day)) return say("{} 不属于 {} 年的安排", "{} does not belong to the notice of {}", day, year);
    if (said.name.empty() || length_of(said.name) > longest_name || !is_utf8(said.name) || has_control_characters(said.name, LineBreaks::forbidden))
        return say("{} 缺少可用的节日名称（1 至 {} 字）", "{} lacks a usable holiday name (1 to {} characters)", day, longest_name);
    return std::nullopt;
}

/// A day that two entries name: 国庆节 and 中秋节 may be one day.
void join_names(AnnouncedDay& known, AnnouncedDay const& again) {
    if (known.name.find(again.name) != std::string::npos || length_of(known.name) + 1 + length_of(again.name) > longest_name) return;
    known.name += "、" + again.name;
}

}  // namespace

Error calendar_mistake(std::string_view file, int line, Text const& why) { return calendar_mistakes(file, {{line, why}}); }

Error calendar_mistakes(std::string_view file, std::vector<CalendarFault> faults) {
    std::stable_sort(faults.begin(), faults.end(), [](CalendarFault const& a, CalendarFault const& b) { return a.line < b.line; });
    Text detail = say("日历 {} 未采用", "the calendar {} is refused", file);
    for (std::size_t i = 0; i < std::min(faults.size(), most_told); ++i) {
        detail.zh += fmt::format("{}第 {} 行：{}", i == 0 ? "，" : "；", faults[i].line, faults[i].why.zh);
        detail.en += fmt::format("{} line {}: {}", i == 0 ? "," : ";", faults[i].line, faults[i].why.en);
    }
    if (faults.size() > most_told) {
        detail.zh += fmt::format("；另有 {} 处", faults.size() - most_told);
        detail.en += fmt::format("; and {} more", faults.size() - most_told);
    }
    return Error{ErrorKind::invalid, "bad-calendar", detail, {}, 0};
}

Result<std::vector<CalendarYear>> gather_years(std::vector<FoundDay> days, std::string_view file, std::function<int(std::size_t)> const& line_of) {
    std::stable_sort(days.begin(), days.end(), [](auto const& a, auto const& b) { return std::pair{a.said.day, a.year} < std::pair{b.said.day, b.year}; });
    std::map<int, CalendarYear> years;
    std::vector<CalendarFault> faults;
    FoundDay const* last = nullptr;
    for (auto const& found : days) {
        if (auto why = fault_of(found)) {
            faults.push_back({line_of(found.mark), std::move(*why)});
            continue;
        }
        bool const again = last != nullptr && last->said.day == found.said.day;
        if (again && last->said.off != found.said.off) {
            auto const day = format_date(found.said.day);
            faults.push_back({line_of(found.mark), say("{} 出现了两次，既放假又上班（另见第 {} 行），请只留一个", "{} is named twice, as off and as worked (see line {}); keep one", day, line_of(last->mark))});
            continue;
        }
        last = &found;
        auto& year = years.try_emplace(found.year, CalendarYear{found.year, {}, {}}).first->second;
        if (!year.days.empty() && year.days.back().day == found.said.day)
            join_names(year.days.back(), found.said);
        else
            year.days.push_back(found.said);
    }
    if (!faults.empty()) return tl::make_unexpected(calendar_mistakes(file, std::move(faults)));
    if (years.empty()) return tl::make_unexpected(calendar_mistake(file, 1, say("没有公布任何日期，请等国务院通知发布后再导入", "it announces no day; import it when the notice is published")));
    std::vector<CalendarYear> ordered;
    for (auto& [number, year] : years) ordered.push_back(std::move(year));
    return ordered;
}

Result<std::vector<CalendarYear>> read_calendar(std::string_view content, std::string_view file) {
    if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
    std::string_view const text = trim(content);
    if (text.starts_with('{') || text.starts_with('[')) return read_calendar_json(content, file);
    if (fold(text.substr(0, 15)) == "begin:vcalendar") return read_calendar_ics(content, file);
    return tl::make_unexpected(calendar_mistake(file, 1, say("既不是 JSON 也不是 iCalendar（应以 {{ 或 BEGIN:VCALENDAR 开头）", "it is neither JSON nor iCalendar (it should begin with {{ or BEGIN:VCALENDAR)")));
}

}  // namespace hearline
