#include "base/time.hpp"

#include <date/tz.h>

#include <algorithm>
#include <cstring>
#include <mutex>

namespace hearline {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::int64_t ms_per_day = 86'400'000;
constexpr std::int64_t year_2000_ms = 946'684'800'000;
constexpr std::int64_t year_2200_s = 7'258'118'400;

/// Floor division into days and the rest of the day.
[[nodiscard]] constexpr LocalTime split(std::int64_t local_ms) {
    std::int64_t day = local_ms / ms_per_day;
    std::int64_t rest = local_ms % ms_per_day;
    if (rest < 0) {
        rest += ms_per_day;
        --day;
    }
    return {Date{std::chrono::days{static_cast<int>(day)}}, milliseconds{rest}};
}

char* write_padded(char* out, int value, int width) {
    for (int i = width - 1; i >= 0; --i, value /= 10) out[i] = static_cast<char>('0' + value % 10);
    return out + width;
}

/// "2026-11-23"; five digits or a sign for the years that need them.
char* write_date(char* out, Date day) {
    std::chrono::year_month_day const ymd{day};
    int const year = static_cast<int>(ymd.year());
    out = year < 0 || year > 9999 ? fmt::format_to(out, "{:05d}", year) : write_padded(out, year, 4);
    *out++ = '-';
    out = write_padded(out, static_cast<int>(static_cast<unsigned>(ymd.month())), 2);
    *out++ = '-';
    return write_padded(out, static_cast<int>(static_cast<unsigned>(ymd.day())), 2);
}

/// Reads digits from the front of a text; any mistake is remembered in `good`.
struct Scanner {
    std::string_view rest;
    bool good = true;

    [[nodiscard]] int number(int width) {
        int value = 0;
        for (int i = 0; i < width; ++i) {
            if (rest.empty() || rest.front() < '0' || rest.front() > '9') {
                good = false;
                return 0;
            }
            value = value * 10 + (rest.front() - '0');
            rest.remove_prefix(1);
        }
        return value;
    }
    [[nodiscard]] bool accept(char c) {
        if (rest.empty() || rest.front() != c) return false;
        rest.remove_prefix(1);
        return true;
    }
    void expect(char c) { good = accept(c) && good; }
};

/// The day, or `good = false` for a date that the calendar does not have.
[[nodiscard]] Date scan_date(Scanner& in) {
    int const year = in.number(4);
    in.expect('-');
    int const month = in.number(2);
    in.expect('-');
    int const day = in.number(2);
    std::chrono::year_month_day const ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
    if (!ymd.ok() || year < 1900 || year > 2199) in.good = false;
    return in.good ? Date{ymd} : Date{};
}

/// Offset from UTC in milliseconds: "Z" or "+08:00".
[[nodiscard]] std::int64_t scan_offset(Scanner& in) {
    if (in.accept('Z') || in.accept('z')) return 0;
    bool const west = in.accept('-');
    if (!west) in.expect('+');
    int const hours = in.number(2);
    in.expect(':');
    int const minutes = in.number(2);
    if (hours > 23 || minutes > 59) in.good = false;
    std::int64_t const offset = (hours * 60 + minutes) * std::int64_t{60'000};
    return west ? -offset : offset;
}

/// Digits after the point, cut to milliseconds.
[[nodiscard]] int scan_fraction(Scanner& in) {
    int ms = 0;
    int digits = 0;
    while (!in.rest.empty() && in.rest.front() >= '0' && in.rest.front() <= '9') {
        if (digits < 3) ms = ms * 10 + (in.rest.front() - '0');
        ++digits;
        in.rest.remove_prefix(1);
    }
    if (digits == 0 || digits > 12) in.good = false;
    for (; digits < 3; ++digits) ms *= 10;
    return ms;
}

[[nodiscard]] std::string shown(std::string_view text) {
    std::string clean;
    for (char c : text.substr(0, 40)) clean += static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7e ? '?' : c;
    return clean;
}

}  // namespace

struct Zone::Data {
    std::string name;
    mutable std::once_flag once;
    mutable date::time_zone const* tz = nullptr;

    [[nodiscard]] date::time_zone const& zone() const {
        std::call_once(once, [this] {
            if (!tz) tz = date::locate_zone(name);
        });
        return *tz;
    }
};

Result<Zone> Zone::find(std::string_view name) {
    if (name == "Asia/Shanghai") return shanghai();
    auto data = std::make_shared<Data>();
    data->name = name;
    try {
        data->tz = date::locate_zone(data->name);
    } catch (std::exception const&) {
        return refuse(ErrorKind::invalid, "bad-zone",
                      say("未知的时区“{}”，请使用 IANA 名称，例如 Asia/Shanghai", "unknown time zone “{}”; use an IANA name such as Asia/Shanghai",
                          shown(name)));
    }
    Zone zone;
    auto const since_2000 = data->tz->get_info(date::sys_seconds{seconds{year_2000_ms / 1000}});
    if (since_2000.end.time_since_epoch().count() > year_2200_s) {
        zone.fixed_from_ms_ = year_2000_ms;
        zone.fixed_offset_ms_ = milliseconds{since_2000.offset}.count();
    }
    zone.data_ = std::move(data);
    return zone;
}

Zone Zone::shanghai() {
    static Zone const zone = [] {
        Zone made;
        auto data = std::make_shared<Data>();
        data->name = "Asia/Shanghai";
        made.data_ = std::move(data);
        made.fixed_from_ms_ = year_2000_ms;
        made.fixed_offset_ms_ = std::int64_t{8} * 3'600'000;
        return made;
    }();
    return zone;
}

std::string const& Zone::name() const { return data_->name; }

LocalTime Zone::local(Instant at) const {
    std::int64_t const ms = ms_of(at);
    if (ms >= fixed_from_ms_) return split(ms + fixed_offset_ms_);
    auto const info = data_->zone().get_info(std::chrono::floor<seconds>(at));
    return split(ms + milliseconds{info.offset}.count());
}

Instant Zone::instant(Date day, milliseconds time_of_day) const {
    std::int64_t const local_ms = std::int64_t{day_number(day)} * ms_per_day + time_of_day.count();
    if (std::int64_t const ms = local_ms - fixed_offset_ms_; fixed_from_ms_ != INT64_MAX && ms >= fixed_from_ms_) return instant_ms(ms);
    date::local_time<milliseconds> const wall{milliseconds{local_ms}};
    auto const info = data_->zone().get_info(std::chrono::floor<seconds>(wall));
    if (info.result == date::local_info::nonexistent) return Instant{info.first.end};
    return instant_ms(local_ms - milliseconds{info.first.offset}.count());
}

std::string_view Zone::write_rfc3339(std::span<char, rfc3339_size> buffer, Instant at) const {
    std::int64_t offset_ms = fixed_offset_ms_;
    if (ms_of(at) < fixed_from_ms_) offset_ms = milliseconds{data_->zone().get_info(std::chrono::floor<seconds>(at)).offset}.count();
    // The format knows whole minutes only; local mean times of long ago are written by the minute below.
    std::int64_t minutes = offset_ms / 60'000 - (offset_ms % 60'000 < 0 ? 1 : 0);
    auto const local = split(ms_of(at) + minutes * 60'000);
    // The times of one answer lie close together: most are of the day that was written last.
    struct Written {
        Date day{std::chrono::days::min()};
        std::size_t size = 0;
        char text[16];
    };
    thread_local Written last;
    if (last.day != local.day) {
        last.size = static_cast<std::size_t>(write_date(last.text, local.day) - last.text);
        last.day = local.day;
    }
    std::memcpy(buffer.data(), last.text, sizeof last.text);
    char* end = buffer.data() + last.size;
    int const ms = static_cast<int>(local.time_of_day.count());
    *end++ = 'T';
    end = write_padded(end, ms / 3'600'000, 2);
    *end++ = ':';
    end = write_padded(end, ms / 60'000 % 60, 2);
    *end++ = ':';
    end = write_padded(end, ms / 1000 % 60, 2);
    if (ms % 1000 != 0) {
        *end++ = '.';
        end = write_padded(end, ms % 1000, 3);
    }
    *end++ = minutes < 0 ? '-' : '+';
    minutes = minutes < 0 ? -minutes : minutes;
    end = write_padded(end, static_cast<int>(minutes / 60), 2);
    *end++ = ':';
    end = write_padded(end, static_cast<int>(minutes % 60), 2);
    return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
}

void Zone::append_rfc3339(std::string& out, Instant at) const {
    char text[rfc3339_size];
    out += write_rfc3339(text, at);
}

std::string Zone::rfc3339(Instant at) const {
    std::string out;
    out.reserve(32);
    append_rfc3339(out, at);
    return out;
}

Result<Instant> parse_rfc3339(std::string_view text) {
    Scanner in{text};
    Date const day = scan_date(in);
    if (!in.accept('T')) in.expect('t');
    int const hours = in.number(2);
    in.expect(':');
    int const minutes = in.number(2);
    in.expect(':');
    int const secs = in.number(2);
    if (hours > 23 || minutes > 59 || secs > 59) in.good = false;
    int const ms = in.good && in.accept('.') ? scan_fraction(in) : 0;
    std::int64_t const offset = scan_offset(in);
    if (!in.good || !in.rest.empty())
        return refuse(ErrorKind::invalid, "bad-time",
                      say("“{}”不是有效时间，请写成带时区的 RFC 3339，例如 2026-11-23T09:00:00+08:00",
                          "“{}” is not a time; write RFC 3339 with an offset, such as 2026-11-23T09:00:00+08:00", shown(text)));
    return instant_ms(std::int64_t{day_number(day)} * ms_per_day + ((hours * 60 + minutes) * 60 + secs) * std::int64_t{1000} + ms - offset);
}

Result<Date> parse_date(std::string_view text) {
    Scanner in{text};
    Date const day = scan_date(in);
    if (!in.good || !in.rest.empty())
        return refuse(ErrorKind::invalid, "bad-date",
                      say("“{}”不是有效日期，请写成 2026-11-23", "“{}” is not a date; write it as 2026-11-23", shown(text)));
    return day;
}

std::string format_date(Date day) {
    std::string out;
    char text[16];
    out.append(text, static_cast<std::size_t>(write_date(text, day) - text));
    return out;
}

}  // namespace hearline
