#include "channel/import/table_time.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/unicode.hpp"

namespace hearline::channel {
namespace {

constexpr std::int64_t day_number_of_1970 = 25569;
constexpr double first_day_number = 36526, last_day_number = 73051;  // 2000 to 2099: other numbers are no dates

struct WallTime {
    int year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0;
};

tl::unexpected<Error> bad(Text const& why) { return refuse(ErrorKind::invalid, "bad-time", why); }

Result<Instant> instant_of(WallTime const& t, Zone const& zone) {
    std::chrono::year_month_day const date{std::chrono::year{t.year}, std::chrono::month{static_cast<unsigned>(t.month)},
                                           std::chrono::day{static_cast<unsigned>(t.day)}};
    if (!date.ok() || t.year < 1900 || t.year > 2199)
        return bad(say("没有这一天：{}-{:02}-{:02}", "there is no day {}-{:02}-{:02}", t.year, t.month, t.day));
    if (t.hour > 24 || t.minute > 59 || t.second > 59 || (t.hour == 24 && t.minute + t.second > 0))
        return bad(say("没有这个时刻：{}:{:02}:{:02}", "there is no time {}:{:02}:{:02}", t.hour, t.minute, t.second));
    return zone.instant(Date{date}, std::chrono::hours{t.hour} + Minutes{t.minute} + std::chrono::seconds{t.second});
}

/// Takes a text from the front, piece by piece.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_{text} {}
    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    void skip_blanks() {
        while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    }
    bool take(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    /// Up to `most` digits, at least `least`.
    std::optional<int> number(std::size_t least, std::size_t most) {
        auto const digits = digits_ahead();
        if (digits < least || digits > most) return std::nullopt;
        int value = 0;
        std::from_chars(rest_.data(), rest_.data() + digits, value);
        rest_.remove_prefix(digits);
        return value;
    }
    void skip_fraction() {
        if (rest_.size() < 2 || rest_[0] != '.' || rest_[1] < '0' || rest_[1] > '9') return;
        rest_.remove_prefix(1);
        rest_.remove_prefix(digits_ahead());
    }

private:
    [[nodiscard]] std::size_t digits_ahead() const { return std::min(rest_.find_first_not_of("0123456789"), rest_.size()); }
    std::string_view rest_;
};

std::optional<WallTime> as_given(std::string_view text, std::string_view format) {
    WallTime t;
    Scanner scanner{text};
    for (; !format.empty(); format.remove_prefix(1)) {
        if (format.size() < 2 || format[0] != '%') {
            if (!scanner.take(format.substr(0, 1))) return std::nullopt;
            continue;
        }
        auto const number = scanner.number(1, format[1] == 'Y' ? 4 : 2);
        if (!number) return std::nullopt;
        switch (format[1]) {
            case 'Y':
                t.year = *number;
                break;
            case 'm':
                t.month = *number;
                break;
            case 'd':
                t.day = *number;
                break;
            case 'H':
                t.hour = *number;
                break;
            case 'M':
                t.minute = *number;
                break;
            case 'S':
                t.second = *number;
                break;
            default:
                return std::nullopt;
        }
        format.remove_prefix(1);
    }
    scanner.skip_fraction();
    return scanner.at_end() ? std::optional{t} : std::nullopt;
}

/// 20261120, 202611200905, 20261120090531; or the number that Excel has for a day, with the time as its fraction.
std::optional<Result<Instant>> as_number(std::string_view text, TableTimeForms const& forms) {
    auto const digits = std::min(text.find_first_not_of("0123456789"), text.size());
    auto const part = [&](std::size_t from, std::size_t size) {
        int value = 0;
        if (from + size <= text.size()) std::from_chars(text.data() + from, text.data() + from + size, value);
        return value;
    };
    if (digits == text.size() && (digits == 8 || digits == 12 || digits == 14))
        return instant_of({part(0, 4), part(4, 2), part(6, 2), part(8, 2), part(10, 2), part(12, 2)}, forms.zone);
    double serial = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), serial, std::chars_format::fixed);
    if (digits != 5 || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    serial += static_cast<double>(forms.days_before);
    if (serial < first_day_number || serial >= last_day_number) return std::nullopt;
    auto const seconds = static_cast<std::int64_t>(std::llround(serial * 86400));
    return forms.zone.instant(Date{std::chrono::days{seconds / 86400 - day_number_of_1970}}, std::chrono::seconds{seconds % 86400});
}

enum class DayPart { none, night, morning, noon, afternoon, evening };

DayPart take_day_part(Scanner& scanner) {
    static constexpr std::array<std::pair<std::string_view, DayPart>, 16> words{{{"上午", DayPart::morning},
                                                                                 {"早上", DayPart::morning},
                                                                                 {"早晨", DayPart::morning},
                                                                                 {"清晨", DayPart::morning},
                                                                                 {"am", DayPart::morning},
                                                                                 {"a.m.", DayPart::morning},
                                                                                 {"凌晨", DayPart::night},
                                                                                 {"中午", DayPart::noon},
                                                                                 {"下午", DayPart::afternoon},
                                                                                 {"午后", DayPart::afternoon},
                                                                                 {"pm", DayPart::afternoon},
                                                                                 {"p.m.", DayPart::afternoon},
                                                                                 {"傍晚", DayPart::evening},
                                                                                 {"晚上", DayPart::evening},
                                                                                 {"晚间", DayPart::evening},
                                                                                 {"夜间", DayPart::evening}}};
    for (auto const& [word, part] : words)
        if (scanner.take(word)) return part;
    return DayPart::none;
}

/// The hour of 24 that an hour beside such a word means; nothing where people mean different ones.
std::optional<int> hour_in(DayPart part, int hour, int minute) {
    switch (part) {
        case DayPart::none:
            return hour;
        case DayPart::night:
            return hour == 12 ? std::optional{0} : hour <= 6 ? std::optional{hour} : std::nullopt;
        case DayPart::morning:
            return hour == 12 ? std::optional{0} : hour < 12 ? std::optional{hour} : std::nullopt;
        case DayPart::noon:
            return hour >= 11 && hour <= 14 ? std::optional{hour} : hour == 1 || hour == 2 ? std::optional{hour + 12} : std::nullopt;
        case DayPart::afternoon:
            return hour >= 1 && hour <= 11 ? std::optional{hour + 12} : hour >= 12 && hour <= 23 ? std::optional{hour} : std::nullopt;
        case DayPart::evening:
            break;
    }
    if (hour >= 5 && hour <= 11) return hour + 12;
    if (hour >= 17 && hour <= 23) return hour;
    return hour == 12 && minute == 0 ? std::optional{24} : std::nullopt;
}

Done take_date(Scanner& scanner, WallTime& t) {
    auto const unclear = [] {
        return bad({"看不懂的时间：年份要写四位并放在最前，例如 2026-11-20",
                    "no time that is understood: the year comes first and has four digits, such as 2026-11-20"});
    };
    auto const year = scanner.number(4, 4);
    if (!year) return unclear();
    scanner.skip_blanks();
    static constexpr std::array<std::string_view, 4> signs{"-", "/", ".", "年"};
    auto const sign = std::find_if(signs.begin(), signs.end(), [&](auto candidate) { return scanner.take(candidate); });
    if (sign == signs.end()) return unclear();
    scanner.skip_blanks();
    auto const month = scanner.number(1, 2);
    scanner.skip_blanks();
    if (!month || !scanner.take(*sign == "年" ? "月" : *sign)) return unclear();
    scanner.skip_blanks();
    auto const day = scanner.number(1, 2);
    if (!day) return bad({"时间缺少日", "the day is missing"});
    scanner.skip_blanks();
    if (*sign == "年" && !scanner.take("日")) scanner.take("号");
    t.year = *year;
    t.month = *month;
    t.day = *day;
    return std::monostate{};
}

/// "星期五", "(周五)": read over where it is that day.
Done take_weekday(Scanner& scanner, WallTime const& t) {
    scanner.skip_blanks();
    bool const bracket = scanner.take("(");
    if (!scanner.take("星期") && !scanner.take("周") && !scanner.take("礼拜")) {
        if (bracket) return bad({"看不懂的时间", "no time that is understood"});
        return std::monostate{};
    }
    static constexpr std::array<std::string_view, 8> days{"日", "一", "二", "三", "四", "五", "六", "天"};
    auto const found = std::find_if(days.begin(), days.end(), [&](auto day) { return scanner.take(day); });
    std::chrono::year_month_day const date{std::chrono::year{t.year}, std::chrono::month{static_cast<unsigned>(t.month)},
                                           std::chrono::day{static_cast<unsigned>(t.day)}};
    bool const right = date.ok() && found != days.end() &&
                       std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding() == static_cast<unsigned>(found - days.begin()) % 7;
    if (!right || (bracket && !scanner.take(")"))) return bad({"日期与星期不符", "the day of the week is not that of the date"});
    return std::monostate{};
}

Done take_time(Scanner& scanner, WallTime& t) {
    auto const unclear = [] { return bad({"看不懂的时刻，例如 9:05 或 9时5分", "no time of day that is understood, such as 9:05"}); };
    auto part = take_day_part(scanner);
    scanner.skip_blanks();
    auto const hour = scanner.number(1, 2);
    if (!hour) return unclear();
    scanner.skip_blanks();
    bool const words = scanner.take("时") || scanner.take("点");
    if (!words && !scanner.take(":")) return unclear();
    scanner.skip_blanks();
    if (auto const minute = scanner.number(1, 2)) {
        t.minute = *minute;
        scanner.skip_blanks();
        bool const more = scanner.take(words ? "分" : ":");
        scanner.skip_blanks();
        if (auto const second = more ? scanner.number(1, 2) : std::nullopt) {
            t.second = *second;
            scanner.skip_fraction();
            if (words) scanner.take("秒");
        } else if (more && !words) {
            return unclear();
        }
    } else if (words) {
        if (scanner.take("半")) t.minute = 30;
        scanner.take("整");
    } else {
        return unclear();
    }
    scanner.skip_blanks();
    if (part == DayPart::none) part = take_day_part(scanner);
    auto const meant = hour_in(part, *hour, t.minute);
    if (!meant) return bad(say("看不出是几点：{} 点与前后的词不合", "it cannot be told which hour {} is meant beside that word", *hour));
    t.hour = *meant;
    return std::monostate{};
}

Result<Instant> as_written(std::string_view text, Zone const& zone) {
    Scanner scanner{text};
    WallTime t;
    TRY(take_date(scanner, t));
    TRY(take_weekday(scanner, t));
    scanner.skip_blanks();
    if (scanner.take("t") || scanner.take(",")) scanner.skip_blanks();
    if (!scanner.at_end()) TRY(take_time(scanner, t));
    if (!scanner.at_end()) return bad({"时间后面还有别的文字", "there is more behind the time"});
    return instant_of(t, zone);
}

/// Full-width signs, capital letters and the blanks and colons of other alphabets become plain ones.
std::string plain(std::string_view text) {
    auto folded = fold(text);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> others{
        {{"。", "."}, {"∶", ":"}, {"\xE2\x80\x93", "-"}, {"\xE2\x80\x94", "-"}}};
    for (auto const& [from, to] : others)
        for (auto at = folded.find(from); at != std::string::npos; at = folded.find(from, at)) folded.replace(at, from.size(), to);
    std::string_view rest = trim(folded);
    if (rest.starts_with('\'')) rest.remove_prefix(1);  // the mark of a text cell
    return std::string{rest};
}

}  // namespace

Result<Instant> parse_table_time(std::string_view text, TableTimeForms const& forms) {
    if (auto const exact = parse_rfc3339(text)) return *exact;
    auto const shown = truncate(text, 40);
    auto const written = plain(text);
    for (auto const& format : forms.given)
        if (auto const found = as_given(written, format))
            if (auto const at = instant_of(*found, forms.zone)) return *at;
    // A year in front leaves no doubt of the order, unless a given form has it there too.
    bool const others = std::all_of(forms.given.begin(), forms.given.end(),
                                    [](auto const& format) { return format.starts_with('%') && !format.starts_with("%Y"); });
    if (!others) return bad(say("看不懂的时间 {}", "{} is no time that is understood", shown));
    if (auto const exact = parse_rfc3339(written)) return *exact;
    if (auto const found = as_number(written, forms))
        if (*found) return **found;
    auto at = as_written(written, forms.zone);
    if (!at) return bad({fmt::format("{}：{}", at.error().detail.zh, shown), fmt::format("{}: {}", at.error().detail.en, shown)});
    return at;
}

}  // namespace hearline::channel
