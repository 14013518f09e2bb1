#include "domain/calendar/calendar_codec.hpp"

namespace hearline {
namespace {

[[nodiscard]] tl::unexpected<Error> unreadable(std::string_view line) {
    return refuse(ErrorKind::invalid, "bad-record", say("存储的日历无法解读：{}", "a stored calendar cannot be read: {}", line));
}

/// "2026-10-01 off 国庆节"
[[nodiscard]] Result<AnnouncedDay> decode_day(std::string_view line) {
    AnnouncedDay said;
    auto const day = parse_date(line.substr(0, 10));
    if (!day) return unreadable(line);
    said.day = *day;
    std::string_view rest = line.substr(10);
    if (rest.starts_with(" off ")) {
        said.name = rest.substr(5);
    } else if (rest.starts_with(" work ")) {
        said.off = false;
        said.name = rest.substr(6);
    } else {
        return unreadable(line);
    }
    return said;
}

}  // namespace

Fields encode_calendar_year(CalendarYear const& year) {
    Fields fields;
    fields.add("year", std::int64_t{year.year});
    if (year.partial) fields.add("partial", 1);
    for (auto const& source : year.sources) fields.add("source", source);
    for (auto const& said : year.days) fields.add("day", fmt::format("{} {} {}", format_date(said.day), said.off ? "off" : "work", said.name));
    return fields;
}

Result<CalendarYear> decode_calendar_year(Fields const& fields) {
    CalendarYear year;
    year.year = static_cast<int>(fields.get_int("year"));
    if (year.year < 1900 || year.year > 2199) return unreadable("year");
    year.partial = fields.has("partial");
    for (auto const source : fields.all("source")) year.sources.emplace_back(source);
    for (auto const line : fields.all("day")) year.days.push_back(TRY(decode_day(line)));
    return year;
}

}  // namespace hearline
