#include "channel/calendar_file/calendar_check.hpp"

#include <algorithm>
#include <map>

#include "base/unicode.hpp"
#include "channel/calendar_file/read_calendar.hpp"

namespace hearline {
namespace {

constexpr int first_year = 1990;
constexpr int last_year = 2120;
constexpr std::size_t longest_name = 60;

/// A notice rules its year, and may name days of the December before and the January after.
[[nodiscard]] bool may_name(int notice_year, Date day) {
    std::chrono::year_month_day const ymd{day};
    int const year = static_cast<int>(ymd.year());
    return year == notice_year || (year == notice_year - 1 && ymd.month() == std::chrono::December) ||
           (year == notice_year + 1 && ymd.month() == std::chrono::January);
}

}  // namespace

Error calendar_mistake(std::string_view file, int line, Text const& why) {
    Text const detail{fmt::format("日历 {} 未采用，第 {} 行：{}", file, line, why.zh), fmt::format("the calendar {} is refused, line {}: {}", file, line, why.en)};
    return Error{ErrorKind::invalid, "bad-calendar", detail, {}, 0};
}

Result<std::vector<CalendarYear>> gather_years(std::vector<FoundDay> days, std::string_view file, std::function<int(std::size_t)> const& line_of) {
    std::stable_sort(days.begin(), days.end(), [](auto const& a, auto const& b) { return std::pair{a.year, a.said.day} < std::pair{b.year, b.said.day}; });
    std::vector<CalendarYear> years;
    for (auto const& [year, said, mark] : days) {
        auto const wrong = [&, at = mark](Text const& why) { return tl::make_unexpected(calendar_mistake(file, line_of(at), why)); };
        std::string const day = format_date(said.day);
        if (year < first_year || year > last_year) return wrong(say("年份 {} 不在 {} 至 {} 之间", "the year {} is not between {} and {}", year, first_year, last_year));
        if (!may_name(year, said.day)) return wrong(say("{} 不属于 {} 年的安排", "{} does not belong to the notice of {}", day, year));
        if (said.name.empty() || length_of(said.name) > longest_name || !is_utf8(said.name) || has_control_characters(said.name, LineBreaks::forbidden))
            return wrong(say("{} 缺少可用的节日名称（1 至 {} 字）", "{} lacks a usable holiday name (1 to {} characters)", day, longest_name));
        if (years.empty() || years.back().year != year) years.push_back({year, {}, {}});
        if (!years.back().days.empty() && years.back().days.back().day == said.day) return wrong(say("{} 出现了两次", "{} is named twice", day));
        years.back().days.push_back(said);
    }
    if (years.empty()) return tl::make_unexpected(calendar_mistake(file, 1, say("没有公布任何日期，请等国务院通知发布后再导入", "it announces no day; import it when the notice is published")));
    return years;
}

Result<std::vector<CalendarYear>> read_calendar(std::string_view content, std::string_view file) {
    if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
    std::string_view const text = trim(content);
    if (text.starts_with('{') || text.starts_with('[')) return read_calendar_json(content, file);
    if (fold(text.substr(0, 15)) == "begin:vcalendar") return read_calendar_ics(content, file);
    return tl::make_unexpected(calendar_mistake(file, 1, say("既不是 JSON 也不是 iCalendar（应以 {{ 或 BEGIN:VCALENDAR 开头）", "it is neither JSON nor iCalendar (it should begin with {{ or BEGIN:VCALENDAR)")));
}

}  // namespace hearline
