#include "cli/deadline_report.hpp"

#include <array>

namespace hearline::cli {
namespace {

[[nodiscard]] std::string_view weekday_name(Date day, Language language) {
    static constexpr std::array<std::string_view, 7> zh{"周日", "周一", "周二", "周三", "周四", "周五", "周六"};
    static constexpr std::array<std::string_view, 7> en{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    auto const n = std::chrono::weekday{day}.c_encoding();
    return language == Language::zh ? zh[n] : en[n];
}

[[nodiscard]] Text kind_text(DayKind kind) {
    switch (kind) {
        case DayKind::working:
            return {"工作日", "working day"};
        case DayKind::weekend:
            return {"周末", "weekend"};
        case DayKind::holiday:
            return {"法定节假日", "statutory holiday"};
        case DayKind::make_up:
            return {"调休上班", "make-up working day"};
    }
    return {};
}

/// "跳过 法定节假日 国庆节 (https://…)"
[[nodiscard]] std::string day_text(DayStep const& step, Language language, bool first) {
    std::string line = first          ? say("不计 当日不计入", "not counted, the day of the event").in(language)
                       : step.counted ? say("计入 第{}个", "counted {}", step.count).in(language)
                                      : say("跳过", "skipped").in(language);
    line += " " + kind_text(step.reason.kind).in(language);
    if (!step.reason.name.empty()) line += " " + step.reason.name;
    if (!step.reason.source.empty()) line += " (" + step.reason.source + ")";
    if (step.reason.provisional) line += " " + say("暂定", "provisional").in(language);
    return line;
}

[[nodiscard]] std::string why(Timekeeping const& keeping, Instant start, Limit limit, Language language) {
    if (limit.unit == Limit::Unit::minutes) return say("{} 分钟，昼夜连续计算\n", "{} minutes, running day and night\n", limit.amount).in(language);
    std::string lines;
    bool first = true;
    for (auto const& step : explain(keeping, start, limit)) {
        lines += fmt::format("{} {} {}\n", format_date(step.day), weekday_name(step.day, language), day_text(step, language, first));
        first = false;
    }
    return lines;
}

}  // namespace

Result<Instant> parse_start(std::string_view text, Zone const& zone) {
    if (auto const exact = parse_rfc3339(text)) return *exact;
    std::string wall{text};
    if (wall.size() > 10 && wall[10] == ' ') wall[10] = 'T';
    if (wall.size() == 16) wall += ":00";
    if (auto const at = parse_rfc3339(wall + "Z")) {
        auto const since_1970 = std::chrono::milliseconds{ms_of(*at)};
        auto const day = std::chrono::floor<std::chrono::days>(since_1970);
        return zone.instant(Date{day}, since_1970 - day);
    }
    return refuse_field("--start", "bad-time",
                        say("“{}”不是有效时间，请写成 2026-09-30T16:00:00+08:00，或当地时间 2026-09-30T16:00",
                            "“{}” is not a time; write 2026-09-30T16:00:00+08:00, or local time 2026-09-30T16:00", text.substr(0, 60)));
}

std::string deadline_report(Timekeeping const& keeping, Instant start, Limit limit, Language language) {
    Deadline const due = deadline(keeping, start, limit);
    std::string out = keeping.zone.rfc3339(std::chrono::floor<std::chrono::seconds>(due.at)) + "\n";
    out += why(keeping, start, limit, language);
    if (due.provisional) {
        auto const year = static_cast<int>(std::chrono::year_month_day{keeping.zone.date(due.at - std::chrono::milliseconds{1})}.year());
        int const missing = keeping.calendar.is_announced(year) ? year + 1 : year;
        out += say("暂定：{} 年的放假安排尚未公布，公布后将重新计算\n", "Provisional: the calendar of {} is not announced yet; computed anew when it is\n", missing).in(language);
    }
    return out;
}

}  // namespace hearline::cli
