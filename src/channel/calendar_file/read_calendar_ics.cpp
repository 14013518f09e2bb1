#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>

#include "base/unicode.hpp"
#include "channel/calendar_file/calendar_check.hpp"
#include "channel/calendar_file/ics_lines.hpp"
#include "channel/calendar_file/read_calendar.hpp"

namespace hearline {
namespace {

using std::chrono::days;
constexpr int longest_event = 40;  // days

/// Properties of RFC 5545 and RFC 7986 that say nothing about which days are off.
constexpr std::string_view harmless[] = {"ATTACH", "ATTENDEE", "CALSCALE", "CATEGORIES", "CLASS", "COLOR", "COMMENT", "CONFERENCE", "CONTACT", "CREATED", "DESCRIPTION", "DTSTAMP",
                                         "GEO", "IMAGE", "LAST-MODIFIED", "LOCATION", "METHOD", "NAME", "ORGANIZER", "PRIORITY", "PRODID", "REFRESH-INTERVAL", "RELATED-TO", "REQUEST-STATUS",
                                         "RESOURCES", "SEQUENCE", "SOURCE", "TRANSP", "UID", "VERSION"};
constexpr std::string_view work_marks[] = {"上班", "补班", "(班)", "（班）"};
constexpr std::string_view off_marks[] = {"假期", "放假", "(休)", "（休）", "元旦", "春节", "除夕", "清明", "劳动节", "端午", "中秋", "国庆"};
/// What a summary says besides the holiday's name.
constexpr std::string_view not_the_name[] = {"上班", "补班", "调休", "假期", "放假", "(班)", "（班）", "(休)", "（休）", "(", ")", "（", "）", "补", " "};

[[nodiscard]] bool contains_one(std::string_view text, std::span<std::string_view const> marks) {
    return std::any_of(marks.begin(), marks.end(), [&](auto mark) { return text.find(mark) != std::string_view::npos; });
}

/// "上班(补元旦假期)" → "元旦"
[[nodiscard]] std::string holiday_name(std::string summary) {
    for (auto const mark : not_the_name)
        for (auto at = summary.find(mark); at != std::string::npos; at = summary.find(mark)) summary.erase(at, mark.size());
    return summary.empty() ? "假期" : summary;
}

/// "20261001"
[[nodiscard]] std::optional<Date> ics_date(std::string_view value) {
    if (value.size() != 8) return std::nullopt;
    auto const day = parse_date(fmt::format("{}-{}-{}", value.substr(0, 4), value.substr(4, 2), value.substr(6, 2)));
    return day ? std::optional{*day} : std::nullopt;
}

/// "P3D" or "P1W" in days.
[[nodiscard]] std::optional<int> ics_days(std::string_view value) {
    if (value.size() < 3 || value.size() > 5 || value.front() != 'P' || (value.back() != 'D' && value.back() != 'W')) return std::nullopt;
    int n = 0;
    for (char const c : value.substr(1, value.size() - 2)) {
        if (c < '0' || c > '9') return std::nullopt;
        n = n * 10 + (c - '0');
    }
    return value.back() == 'W' ? 7 * n : n;
}

/// The year whose notice says this: what reaches into January, and 元旦 in December, is the next year's.
[[nodiscard]] int notice_year(Date first, Date last, std::string_view name) {
    std::chrono::year_month_day const begins{first}, ends{last};
    bool const december = begins.month() == std::chrono::December;
    if (december && (ends.year() != begins.year() || name.find("元旦") != std::string_view::npos)) return static_cast<int>(begins.year()) + 1;
    return static_cast<int>(begins.year());
}

struct Event {
    int line = 0;
    std::optional<IcsLine> summary, start, end, duration;
    enum class Special { none, off, work } special = Special::none;
    bool cancelled = false;
};

class IcsCalendar {
public:
    explicit IcsCalendar(std::string_view file) : file_(file) {}

    [[nodiscard]] Result<std::vector<CalendarYear>> read(std::vector<IcsLine> const& lines) {
        for (auto const& line : lines) TRY(take(line));
        if (!open_.empty()) return wrong(lines.back().number, say("{} 没有结束", "{} does not end", open_.back()));
        auto years = TRY(gather_years(std::move(days_), file_, [](std::size_t mark) { return static_cast<int>(mark); }));
        for (auto& year : years) {
            auto const& sources = sources_[year.year];
            year.sources.assign(sources.begin(), sources.end());
            if (year.sources.empty()) year.sources.emplace_back(file_);
        }
        return years;
    }

private:
    [[nodiscard]] tl::unexpected<Error> wrong(int line, Text const& why) const { return tl::make_unexpected(calendar_mistake(file_, line, why)); }

    [[nodiscard]] Done take(IcsLine const& line) {
        if (line.name.empty()) return wrong(line.number, say("不是 iCalendar 的行（应为 名称:值）", "not a line of iCalendar (NAME:VALUE)"));
        if (!is_utf8(line.value)) return wrong(line.number, say("不是 UTF-8 文本", "it is not UTF-8 text"));
        if (line.name == "BEGIN") return begin(line);
        if (line.name == "END") return end(line);
        if (open_.empty()) return wrong(line.number, say("应以 BEGIN:VCALENDAR 开头", "it must begin with BEGIN:VCALENDAR"));
        if (open_.back() == "VEVENT") return property(line);
        if (open_.back() == "VCALENDAR" && !is_harmless(line.name) && line.name != "URL") return unknown(line);
        return std::monostate{};  // time zones and alarms: whole days need none
    }

    [[nodiscard]] static bool is_harmless(std::string_view name) {
        return name.starts_with("X-") || std::find(std::begin(harmless), std::end(harmless), name) != std::end(harmless);
    }
    [[nodiscard]] tl::unexpected<Error> unknown(IcsLine const& line) const {
        return wrong(line.number, say("不认识的属性 {}，请删除或改为 X-{}", "the property {} is unknown; remove it or name it X-{}", line.name, line.name));
    }

    [[nodiscard]] Done begin(IcsLine const& line) {
        std::string const name = fold(trim(line.value));
        std::string_view const above = open_.empty() ? "" : std::string_view{open_.back()};
        bool const allowed = (name == "vcalendar" && above.empty()) || ((name == "vevent" || name == "vtimezone") && above == "VCALENDAR") ||
                             (name == "valarm" && above == "VEVENT") || ((name == "standard" || name == "daylight") && above == "VTIMEZONE");
        if (!allowed) return wrong(line.number, say("此处不能有 {}，工作日历只含全天的 VEVENT", "{} does not belong here; a working calendar holds whole-day VEVENTs only", line.value));
        open_.push_back(name);
        for (char& c : open_.back()) c = static_cast<char>(c - 'a' + 'A');
        url_.clear();
        if (name == "vevent") event_ = Event{line.number, {}, {}, {}, {}, Event::Special::none, false};
        return std::monostate{};
    }

    [[nodiscard]] Done end(IcsLine const& line) {
        std::string name{trim(line.value)};
        for (char& c : name)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (open_.empty() || open_.back() != name)
            return wrong(line.number, say("END:{} 没有对应的 BEGIN", "END:{} ends nothing that was begun", line.value));
        open_.pop_back();
        if (name == "VEVENT") return finish_event();
        return std::monostate{};
    }

    [[nodiscard]] Done property(IcsLine const& line) {
        auto const once = [&](std::optional<IcsLine>& slot) -> Done {
            if (slot) return wrong(line.number, say("同一事件中 {} 出现了两次", "{} is there twice in one event", line.name));
            slot = line;
            return std::monostate{};
        };
        if (line.name == "SUMMARY") return once(event_.summary);
        if (line.name == "DTSTART") return once(event_.start);
        if (line.name == "DTEND") return once(event_.end);
        if (line.name == "DURATION") return once(event_.duration);
        if (line.name == "URL") {
            bool const printable = std::none_of(line.value.begin(), line.value.end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
            if (printable) url_ = truncate(line.value, 500);
        } else if (line.name == "STATUS") {
            event_.cancelled = fold(line.value) == "cancelled";
        } else if (line.name == "X-APPLE-SPECIAL-DAY") {
            event_.special = line.value == "WORK-HOLIDAY" ? Event::Special::off : line.value == "ALTERNATE-WORKDAY" ? Event::Special::work : Event::Special::none;
        } else if (line.name == "RRULE" || line.name == "RDATE" || line.name == "EXDATE" || line.name == "EXRULE" || line.name == "RECURRENCE-ID") {
            return wrong(line.number, say("不接受重复事件（{}），请逐日或逐段写出", "repeating events ({}) are not taken; write each day or span out", line.name));
        } else if (!is_harmless(line.name)) {
            return unknown(line);
        }
        return std::monostate{};
    }

    [[nodiscard]] Result<Date> date_of(IcsLine const& line) const {
        auto const kind = line.parameter("VALUE");
        auto const day = ics_date(line.value);
        if (!day || (!kind.empty() && fold(kind) != "date"))
            return wrong(line.number, say("{} 应为全天日期，例如 {};VALUE=DATE:20261001", "{} must be a whole day, such as {};VALUE=DATE:20261001", line.name, line.name));
        return *day;
    }

    [[nodiscard]] Done finish_event() {
        if (event_.cancelled) return std::monostate{};
        if (!event_.start) return wrong(event_.line, say("事件缺少 DTSTART", "the event lacks DTSTART"));
        if (!event_.summary) return wrong(event_.line, say("事件缺少 SUMMARY", "the event lacks SUMMARY"));
        if (event_.end && event_.duration) return wrong(event_.duration->number, say("DTEND 与 DURATION 只能有一个", "an event has DTEND or DURATION, not both"));
        Date const first = TRY(date_of(*event_.start));
        Date after = first + days{1};
        if (event_.end) after = TRY(date_of(*event_.end));
        if (event_.duration) {
            auto const length = ics_days(event_.duration->value);
            if (!length) return wrong(event_.duration->number, say("DURATION 应为整天，例如 P3D", "DURATION must be whole days, such as P3D"));
            after = first + days{*length};
        }
        if (after <= first || after - first > days{longest_event})
            return wrong(event_.end ? event_.end->number : event_.start->number,
                         say("事件应为 1 至 {} 天，DTEND 是最后一天的次日", "an event has 1 to {} days; DTEND is the day after the last", longest_event));
        return add_days(first, after);
    }

    [[nodiscard]] Done add_days(Date first, Date after) {
        int const line = event_.summary->number;
        std::string const summary{trim(ics_text(event_.summary->value))};
        bool const work = event_.special == Event::Special::work || (event_.special == Event::Special::none && contains_one(summary, work_marks));
        bool const off = !work && (event_.special == Event::Special::off || contains_one(summary, off_marks));
        if (!work && !off)
            return wrong(line, say("看不出“{}”是放假还是上班，请写成“…假期”或“上班(补…假期)”", "cannot tell whether “{}” is off or worked; write “…假期” or “上班(补…假期)”",
                                   truncate(summary, 40)));
        std::string const name = holiday_name(summary);
        int const year = notice_year(first, after - days{1}, name);
        for (Date day = first; day < after; day += days{1}) days_.push_back({year, {day, off, name}, static_cast<std::size_t>(line)});
        if (!url_.empty()) sources_[year].insert(url_);
        url_.clear();
        return std::monostate{};
    }

    std::string_view file_;
    std::vector<std::string> open_;
    Event event_;
    std::string url_;
    std::vector<FoundDay> days_;
    std::map<int, std::set<std::string>> sources_;
};

}  // namespace

Result<std::vector<CalendarYear>> read_calendar_ics(std::string_view content, std::string_view file) {
    if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
    auto const lines = split_ics(content);
    if (lines.empty()) return tl::make_unexpected(calendar_mistake(file, 1, say("文件是空的", "the file is empty")));
    return IcsCalendar{file}.read(lines);
}

}  // namespace hearline
