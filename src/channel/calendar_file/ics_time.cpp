#include "channel/calendar_file/ics_time.hpp"

#include <charconv>

#include "base/unicode.hpp"

namespace hearline {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int longest_event = 40;  // days

[[nodiscard]] std::optional<int> number_in(std::string_view digits, int highest) {
    int value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || value < 0 || value > highest) return std::nullopt;
    return value;
}

[[nodiscard]] std::optional<Date> date_in(std::string_view value) {
    if (value.size() != 8 || value.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    auto const day = parse_date(fmt::format("{}-{}-{}", value.substr(0, 4), value.substr(4, 2), value.substr(6, 2)));
    return day ? std::optional{*day} : std::nullopt;
}

/// "090000"
[[nodiscard]] std::optional<milliseconds> time_in(std::string_view value) {
    if (value.size() != 6 || value.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    auto const hour = number_in(value.substr(0, 2), 23), minute = number_in(value.substr(2, 2), 59), second = number_in(value.substr(4, 2), 60);
    if (!hour || !minute || !second) return std::nullopt;
    return hours{*hour} + minutes{*minute} + seconds{*second};
}

/// The zone that a calendar program means: IANA names, those of Windows, and what others write for Chinese time.
[[nodiscard]] std::optional<Zone> zone_of(std::string_view name) {
    auto const folded = fold(name);
    for (auto const* mark : {"shanghai", "beijing", "china standard time", "taipei", "hong kong", "singapore", "+08", "+8", "chongqing", "urumqi", "北京", "中国"})
        if (folded.find(mark) != std::string::npos) return Zone::shanghai();
    for (std::string_view rest = name; !rest.empty();) {  // "/freeassociation.sourceforge.net/Europe/Berlin"
        if (auto zone = Zone::find(rest)) return *zone;
        auto const slash = rest.find('/');
        if (slash == std::string_view::npos) break;
        rest.remove_prefix(slash + 1);
    }
    return std::nullopt;
}

[[nodiscard]] IcsMoment in_china(Zone const& zone, Date day, milliseconds time) {
    auto const local = Zone::shanghai().local(zone.instant(day, time));
    return {local.day, local.time_of_day};
}

[[nodiscard]] Text whole_days_wanted() {
    return say("DTSTART 应为全天日期，例如 DTSTART;VALUE=DATE:20261001；放假须从 0 点到 24 点",
               "DTSTART must be a whole day, such as DTSTART;VALUE=DATE:20261001; a day off is off from 0:00 to 24:00");
}
[[nodiscard]] Text length_wanted() {
    return say("事件应为 1 至 {} 天，DTEND 是最后一天的次日", "an event has 1 to {} days; DTEND is the day after the last", longest_event);
}
[[nodiscard]] tl::expected<IcsDays, Text> checked(IcsDays span) {
    if (span.after <= span.first || span.after - span.first > days{longest_event}) return tl::make_unexpected(length_wanted());
    return span;
}

[[nodiscard]] tl::expected<IcsDays, Text> days_of_dates(IcsSpan const& span) {
    if (span.end && span.end->time_of_day) return tl::make_unexpected(say("DTSTART 与 DTEND 应同为日期或同为时间", "DTSTART and DTEND must both be dates or both be times"));
    if (!span.duration) return checked({span.start.day, span.end ? span.end->day : span.start.day + days{1}});
    if (*span.duration % days{1} != milliseconds{0}) return tl::make_unexpected(say("DURATION 应为整天，例如 P3D", "DURATION must be whole days, such as P3D"));
    if (*span.duration > days{longest_event}) return tl::make_unexpected(length_wanted());
    return checked({span.start.day, span.start.day + std::chrono::duration_cast<days>(*span.duration)});
}

}  // namespace

std::optional<IcsMoment> ics_moment(IcsLine const& line) {
    auto const kind = fold(line.parameter("VALUE"));
    auto const value = trim(line.value);
    auto const day = date_in(value.substr(0, 8));
    if (!day || (!kind.empty() && kind != "date" && kind != "date-time")) return std::nullopt;
    if (value.size() == 8) return kind == "date-time" ? std::nullopt : std::optional{IcsMoment{*day, std::nullopt}};
    bool const utc = value.size() == 16 && (value.back() == 'Z' || value.back() == 'z');
    if (kind == "date" || (value.size() != 15 && !utc) || (value[8] != 'T' && value[8] != 't')) return std::nullopt;
    auto const time = time_in(value.substr(9, 6));
    if (!time) return std::nullopt;
    auto const name = line.parameter("TZID");
    if (!utc && name.empty()) return IcsMoment{*day, *time};  // the wall clock, wherever it hangs
    auto const zone = utc ? zone_of("UTC") : zone_of(name);
    if (!zone) return std::nullopt;
    return in_china(*zone, *day, *time);
}

std::optional<milliseconds> ics_duration(std::string_view value) {
    if (value.starts_with('+')) value.remove_prefix(1);
    if (!value.starts_with('P') || value.size() < 3 || value.size() > 30) return std::nullopt;
    value.remove_prefix(1);
    milliseconds sum{0};
    bool of_day = false;
    while (!value.empty()) {
        if (value.front() == 'T' && !of_day) {
            of_day = true;
            value.remove_prefix(1);
        }
        auto const unit = value.find_first_not_of("0123456789");
        if (unit == std::string_view::npos || unit == 0) return std::nullopt;
        auto const n = number_in(value.substr(0, unit), 100'000);
        if (!n) return std::nullopt;
        char const letter = value[unit];
        if (!of_day && letter == 'W') sum += days{7 * *n};
        else if (!of_day && letter == 'D') sum += days{*n};
        else if (of_day && letter == 'H') sum += hours{*n};
        else if (of_day && letter == 'M') sum += minutes{*n};
        else if (of_day && letter == 'S') sum += seconds{*n};
        else return std::nullopt;
        value.remove_prefix(unit + 1);
    }
    return sum;
}

tl::expected<IcsDays, Text> ics_days(IcsSpan const& span, bool worked) {
    if (!span.start.time_of_day) return days_of_dates(span);
    if (span.end && !span.end->time_of_day) return days_of_dates({span.start, IcsMoment{span.end->day, milliseconds{0}}, std::nullopt});
    using Local = std::chrono::local_time<milliseconds>;
    Local const start = Local{span.start.day} + *span.start.time_of_day;
    Local end = span.end ? Local{span.end->day} + *span.end->time_of_day : start + span.duration.value_or(milliseconds{0});
    if (end < start || end - start > days{longest_event}) return tl::make_unexpected(length_wanted());
    if (span.start.time_of_day == milliseconds{0} && end > start) {
        auto const rest = end - std::chrono::floor<days>(end);
        if (rest >= hours{24} - minutes{1}) end = std::chrono::floor<days>(end) + days{1};  // 23:59 is meant as the end of the day
        if (end == std::chrono::floor<days>(end)) return checked({span.start.day, std::chrono::floor<days>(end)});
    }
    if (!worked) return tl::make_unexpected(whole_days_wanted());
    if (end > Local{span.start.day + days{1}})
        return tl::make_unexpected(say("上班的时间应在同一天内；多天请写成全天日期", "the hours of a worked day lie within one date; write several as whole days"));
    return IcsDays{span.start.day, span.start.day + days{1}};
}

}  // namespace hearline
