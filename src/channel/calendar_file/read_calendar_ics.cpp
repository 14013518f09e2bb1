#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "base/unicode.hpp"
#include "channel/calendar_file/calendar_check.hpp"
#include "channel/calendar_file/day_name.hpp"
#include "channel/calendar_file/ics_lines.hpp"
#include "channel/calendar_file/ics_time.hpp"
#include "channel/calendar_file/read_calendar.hpp"
#include "domain/calendar/calendar_change.hpp"

namespace hearline {
namespace {

using std::chrono::days;

[[nodiscard]] std::string upper(std::string_view text) {
    std::string out{trim(text)};
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
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
    std::string categories, uid, url;
    int sequence = 0;
    bool cancelled = false;
};

/// Takes a stream of lines apart into its events. Properties and components that it does not know are passed over (RFC 5545, 3.6 and 3.8.8).
class IcsReader {
public:
    explicit IcsReader(std::string_view file) : file_(file) {}

    [[nodiscard]] Done read(std::vector<IcsLine> const& lines) {
        for (auto const& line : lines) TRY(take(line));
        if (!open_.empty()) return wrong(lines.back().number, say("{} 没有结束", "{} does not end", open_.back()));
        return Done{};
    }

    std::vector<Event> events;
    std::vector<CalendarFault> faults;

private:
    [[nodiscard]] tl::unexpected<Error> wrong(int line, Text const& why) {
        faults.push_back({line, why});
        return tl::make_unexpected(calendar_mistakes(file_, faults));
    }
    void fault(int line, Text why) { faults.push_back({line, std::move(why)}); }

    [[nodiscard]] Done take(IcsLine const& line) {
        if (line.name.empty()) return wrong(line.number, say("不是 iCalendar 的行（应为 名称:值）", "not a line of iCalendar (NAME:VALUE)"));
        if (!is_utf8(line.value)) return wrong(line.number, say("不是 UTF-8 文本", "it is not UTF-8 text"));
        if (line.name == "BEGIN") return begin(line);
        if (line.name == "END") return end(line);
        if (open_.empty()) return wrong(line.number, say("应以 BEGIN:VCALENDAR 开头", "it must begin with BEGIN:VCALENDAR"));
        if (open_.back() == "VEVENT") property(line);
        if (open_.back() == "VCALENDAR" && line.name == "METHOD" && upper(line.value) == "CANCEL")
            fault(line.number, say("这是取消通知（METHOD:CANCEL），不是工作日历", "it is a cancellation (METHOD:CANCEL), no working calendar"));
        return Done{};
    }

    [[nodiscard]] Done begin(IcsLine const& line) {
        std::string const name = upper(line.value);
        std::string_view const above = open_.empty() ? "" : std::string_view{open_.back()};
        bool const task = name == "VTODO" || name == "VJOURNAL" || name == "VFREEBUSY";
        bool const misplaced = (name == "VCALENDAR") != above.empty() || (name == "VEVENT" && above != "VCALENDAR");
        if (misplaced || task) return wrong(line.number, say("此处不能有 {}，工作日历只含 VEVENT", "{} does not belong here; a working calendar holds VEVENTs only", line.value));
        open_.push_back(name);
        if (name == "VEVENT") events.emplace_back().line = line.number;
        return Done{};
    }

    [[nodiscard]] Done end(IcsLine const& line) {
        if (open_.empty() || open_.back() != upper(line.value))
            return wrong(line.number, say("END:{} 没有对应的 BEGIN", "END:{} ends nothing that was begun", line.value));
        open_.pop_back();
        return Done{};
    }

    void property(IcsLine const& line) {
        auto& event = events.back();
        auto const once = [&](std::optional<IcsLine>& slot) {
            if (slot) return fault(line.number, say("同一事件中 {} 出现了两次", "{} is there twice in one event", line.name));
            slot = line;
        };
        if (line.name == "SUMMARY") return once(event.summary);
        if (line.name == "DTSTART") return once(event.start);
        if (line.name == "DTEND") return once(event.end);
        if (line.name == "DURATION") return once(event.duration);
        if (line.name == "UID") event.uid = trim(line.value);
        if (line.name == "SEQUENCE") std::from_chars(line.value.data(), line.value.data() + line.value.size(), event.sequence);
        if (line.name == "CATEGORIES") event.categories += (event.categories.empty() ? "" : ",") + line.value;
        if (line.name == "STATUS") event.cancelled = upper(line.value) == "CANCELLED";
        if (line.name == "X-APPLE-SPECIAL-DAY") {
            auto const kind = upper(line.value);
            event.special = kind == "WORK-HOLIDAY" ? Event::Special::off : kind == "ALTERNATE-WORKDAY" ? Event::Special::work : Event::Special::none;
        }
        if (line.name == "URL") {
            bool const printable = std::none_of(line.value.begin(), line.value.end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
            if (printable) event.url = truncate(line.value, 500);
        }
        if (line.name == "RRULE" || line.name == "RDATE" || line.name == "EXDATE" || line.name == "EXRULE" || line.name == "RECURRENCE-ID")
            fault(line.number, say("不接受重复事件（{}），请逐日或逐段写出", "repeating events ({}) are not taken; write each day or span out", line.name));
    }

    std::string_view file_;
    std::vector<std::string> open_;
};

/// Makes days of events.
class IcsCalendar {
public:
    IcsCalendar(std::string_view file, std::vector<CalendarFault> faults) : file_(file), faults_(std::move(faults)) {}

    [[nodiscard]] Result<std::vector<CalendarYear>> read(std::vector<Event> const& events) {
        // RFC 5545, 3.8.7.4: of several states of one event the one with the highest sequence holds.
        std::map<std::string_view, int> newest;
        for (auto const& event : events) newest[event.uid] = std::max(newest[event.uid], event.sequence);
        for (auto const& event : events)
            if (!event.cancelled && (event.uid.empty() || event.sequence == newest[event.uid])) add(event);
        if (!faults_.empty()) return tl::make_unexpected(calendar_mistakes(file_, faults_));
        auto years = TRY(gather_years(std::move(days_), file_, [](std::size_t mark) { return static_cast<int>(mark); }));
        for (auto& year : years) {
            auto const& sources = sources_[year.year];
            year.sources.assign(sources.begin(), sources.end());
            if (year.sources.empty()) year.sources.emplace_back(file_);
            // R9.2: no iCalendar says that it is a year's whole notice; it is taken for one when it names all the statutory festivals.
            year.partial = !missing_festivals(year).empty();
        }
        return years;
    }

private:
    void fault(int line, Text why) { faults_.push_back({line, std::move(why)}); }

    [[nodiscard]] std::optional<IcsMoment> moment(IcsLine const& line) {
        auto const found = ics_moment(line);
        if (!found)
            fault(line.number, say("{} 应为全天日期，例如 {};VALUE=DATE:20261001，或带有认识的时区的时间", "{} must be a whole day, such as {};VALUE=DATE:20261001, or a time of a zone that is known",
                                   line.name, line.name));
        return found;
    }

    [[nodiscard]] std::optional<IcsSpan> span_of(Event const& event) {
        if (event.end && event.duration) {
            fault(event.duration->number, say("DTEND 与 DURATION 只能有一个", "an event has DTEND or DURATION, not both"));
            return std::nullopt;
        }
        IcsSpan span;
        auto const start = moment(*event.start);
        if (start) span.start = *start;
        if (event.end) span.end = moment(*event.end);
        if (event.duration) span.duration = ics_duration(trim(event.duration->value));
        if (event.duration && !span.duration) fault(event.duration->number, say("DURATION 应为整天，例如 P3D", "DURATION must be whole days, such as P3D"));
        if (!start || (event.end && !span.end) || (event.duration && !span.duration)) return std::nullopt;
        return span;
    }

    /// Off or worked, by Apple's mark, the summary and the categories together; nothing when they say nothing or not the same.
    [[nodiscard]] static DayName name_of(Event const& event, std::string_view summary, Date first) {
        using enum DayName::Says;
        auto name = read_day_name(summary, first);
        auto const category = read_day_name(ics_text(event.categories), first);
        if (category.plainly && category.says != unclear && category.says != name.says) name.says = name.plainly || category.says == off ? unclear : category.says;
        if (event.special == Event::Special::none) return name;
        auto const special = event.special == Event::Special::off ? off : work;
        bool const against = name.plainly && name.says != special;
        name.says = against ? unclear : special;
        return name;
    }

    void add(Event const& event) {
        if (!event.start) fault(event.line, say("事件缺少 DTSTART", "the event lacks DTSTART"));
        if (!event.summary) fault(event.line, say("事件缺少 SUMMARY", "the event lacks SUMMARY"));
        if (!event.start || !event.summary) return;
        auto const span = span_of(event);
        if (!span) return;
        std::string const summary{trim(ics_text(event.summary->value))};
        int const line = event.summary->number;
        auto const name = name_of(event, summary, span->start.day);
        if (name.says == DayName::Says::unclear)
            return fault(line, say("看不出“{}”是放假还是上班，请写成“…假期”或“上班(补…假期)”，与放假无关的请删除",
                                   "cannot tell whether “{}” is off or worked; write “…假期” or “上班(补…假期)”, or take out what is no matter of days off", truncate(summary, 40)));
        bool const off = name.says == DayName::Says::off;
        auto const found = ics_days(*span, !off);
        if (!found) return fault((event.end && event.start->number < event.end->number ? *event.end : event.duration ? *event.duration : *event.start).number, found.error());
        int const year = notice_year(found->first, found->after - days{1}, name.name);
        for (Date day = found->first; day < found->after; day += days{1}) days_.push_back({year, {day, off, name.name}, static_cast<std::size_t>(line)});
        if (!event.url.empty()) sources_[year].insert(event.url);
    }

    std::string_view file_;
    std::vector<CalendarFault> faults_;
    std::vector<FoundDay> days_;
    std::map<int, std::set<std::string>> sources_;
};

}  // namespace

Result<std::vector<CalendarYear>> read_calendar_ics(std::string_view content, std::string_view file) {
    if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
    auto const lines = split_ics(content);
    if (lines.empty()) return tl::make_unexpected(calendar_mistake(file, 1, say("文件是空的", "the file is empty")));
    IcsReader reader{file};
    TRY(reader.read(lines));
    return IcsCalendar{file, std::move(reader.faults)}.read(reader.events);
}

}  // namespace hearline
