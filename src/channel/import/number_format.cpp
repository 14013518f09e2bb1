#include "channel/import/number_format.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdlib>

namespace hearline::channel {
namespace {

constexpr int exact_digits = 15;        // what Excel keeps of a number
constexpr int longest_exponent = 30;    // beyond it nobody means the digits
constexpr double last_day = 2'958'466;  // 31 December 9999

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Digits without an exponent, of "d.ddde±xx".
std::string without_exponent(std::string_view text) {
    auto const mark = text.find('e');
    int const exponent = std::atoi(std::string{text.substr(mark + 1)}.c_str());
    if (std::abs(exponent) > longest_exponent) return std::string{text};
    std::string digits, sign;
    int point = exponent + 1;  // digits before the point
    for (char c : text.substr(0, mark)) {
        if (c == '-')
            sign = "-";
        else if (c != '.')
            digits += c;
    }
    if (point <= 0) return sign + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    if (auto const before = static_cast<std::size_t>(point); before >= digits.size())
        digits.append(before - digits.size(), '0');
    else
        digits.insert(before, ".");
    return sign + digits;
}

std::string date_of(std::chrono::local_days day) {
    std::chrono::year_month_day const ymd{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

std::string hours_and_minutes(std::int64_t seconds) {
    auto text = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    if (seconds % 60) text += fmt::format(":{:02}", seconds % 60);
    return text;
}

/// A day number of Excel as date, with the time where there is one; the 29 February 1900 that never was is counted as Excel does.
std::string date_of_serial(double serial, std::int64_t days_before, bool always_with_time) {
    auto seconds = static_cast<std::int64_t>(std::llround(serial * 86400));
    auto day = seconds / 86400 + days_before;
    seconds %= 86400;
    if (day < 1 || (days_before == 0 && day == 60)) return {};
    if (days_before == 0 && day < 60) ++day;
    auto text = date_of(std::chrono::local_days{std::chrono::days{day - 25569}});
    if (seconds || always_with_time) text += fmt::format(" {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return text;
}

/// The digits put into the places of the mask; those that are too many stand at the first place.
std::string masked(std::string_view mask, double value) {
    auto const plain = plain_number(std::abs(value));
    auto const whole = plain.substr(0, plain.find('.'));
    auto const fraction = plain.substr(whole.size());
    std::size_t places = 0;
    for (std::size_t i = 0; i < mask.size(); ++i)
        if (mask[i] == '\\')
            ++i;
        else
            ++places;
    std::string out = value < 0 ? "-" : "";
    auto left = places;
    for (std::size_t i = 0; i < mask.size(); ++i) {
        if (mask[i] == '\\') {
            out += mask[++i];
            continue;
        }
        if (left == places && whole.size() > places) out += whole.substr(0, whole.size() - places);
        if (left <= whole.size())
            out += whole[whole.size() - left];
        else if (mask[i] == '0')
            out += '0';
        if (--left == 0) out += fraction;
    }
    return out;
}

}  // namespace

std::string plain_number(double value) {
    if (value == 0) return "0";  // also the negative zero
    auto const text = fmt::format("{:.{}g}", value, exact_digits);
    return text.find('e') == std::string::npos ? text : without_exponent(text);
}

NumberDigits number_digits(std::string_view text) {
    constexpr std::size_t digits_shown = 6;
    auto const take = [&] {
        auto const size = std::min(text.find_first_not_of("0123456789"), text.size());
        std::string digits{text.substr(0, size)};
        text.remove_prefix(size);
        return digits;
    };
    auto const whole = take();
    if (whole.empty() || text.empty()) return {};
    bool const point = text.starts_with('.');
    if (point) text.remove_prefix(1);
    auto const fraction = point ? take() : std::string{};
    if (text.empty() && !fraction.empty() && whole.size() > 4 && fraction.find_first_not_of('0') == std::string::npos)
        return {whole, false};
    if (text.empty() || lower(text.front()) != 'e' || whole.size() != 1) return {};
    text.remove_prefix(1);
    bool const plus = text.starts_with('+');
    if (plus) text.remove_prefix(1);
    auto const exponent = take();
    if (!text.empty() || exponent.empty() || exponent.size() > 2 || (!point && !plus)) return {};
    auto const places = static_cast<std::size_t>(std::atoi(exponent.c_str()));
    if (places < fraction.size() || places > static_cast<std::size_t>(longest_exponent)) return {};
    if (plus && exponent.size() == 2 && fraction.size() < digits_shown && places > fraction.size()) return {"", true};
    return {whole + fraction + std::string(places - fraction.size(), '0'), false};
}

NumberFormat::NumberFormat(std::string_view code) {
    std::string folded;
    for (char c : code) folded += lower(c);
    if (folded.find("general") != std::string::npos) return;
    // The first section is the one of positive numbers.
    bool quoted = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '"') quoted = !quoted;
        if (code[i] == '\\' && !quoted) ++i;
        if (i < code.size() && code[i] == ';' && !quoted) {
            code = code.substr(0, i);
            break;
        }
    }
    read_section(code);
}

void NumberFormat::read_section(std::string_view code) {
    bool day = false, time = false, elapsed = false, percent = false, plain = false, decimals = false, literal = false;
    std::size_t zeros = 0;
    auto const add_literal = [&](char c) {
        mask_ += '\\';
        mask_ += c;
        literal = literal || c != ' ';
    };
    for (std::size_t i = 0; i < code.size(); ++i) {
        char const c = lower(code[i]);
        if (c == '"') {
            for (++i; i < code.size() && code[i] != '"'; ++i) add_literal(code[i]);
        } else if (c == '\\') {
            if (++i < code.size()) add_literal(code[i]);
        } else if (c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            auto const close = code.find(']', i);
            auto const inner = code.substr(i + 1, close == std::string_view::npos ? close : close - i - 1);
            if (inner.find_first_not_of("hHmMsS") == std::string_view::npos) elapsed = true;
            if (inner.find_first_of("<>=") != std::string_view::npos || inner.starts_with("DBNum")) plain = true;
            i = close == std::string_view::npos ? code.size() : close;
        } else if (c == 'e' && i + 1 < code.size() && (code[i + 1] == '+' || code[i + 1] == '-')) {
            plain = true;
        } else if (c == 'y' || c == 'd' || c == 'e' || c == 'g' || c == 'b' ||
                   (c == 'm' && code.find_first_of("hHsS") == std::string_view::npos)) {
            day = true;
        } else if (c == 'h' || c == 's') {
            time = true;
        } else if (c == '%') {
            percent = true;
        } else if (c == '0' || c == '#' || c == '?') {
            if (!decimals) mask_ += c;
            zeros += c == '0' && !decimals;
        } else if (c == '.') {
            decimals = true;
        } else if (c == '/' || c == '@') {
            plain = plain || c == '/';
        } else if (c != ',' && c != 'm' && c != 'a' && c != 'p') {
            add_literal(code[i]);
        }
    }
    if (elapsed)
        kind_ = Kind::duration;
    else if (day || time)
        kind_ = day && time ? Kind::date_and_time : day ? Kind::date : Kind::time;
    else if (plain)
        kind_ = Kind::number;
    else if (percent)
        kind_ = Kind::percent;
    else if (zeros > 1 || (literal && mask_.find_first_of("0#?") != std::string::npos))
        kind_ = Kind::digits;
}

NumberFormat NumberFormat::built_in(std::int64_t id) {
    if (id == 9 || id == 10) return NumberFormat{"0%"};
    if (id == 22) return NumberFormat{"yyyy-mm-dd hh:mm"};
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56) return NumberFormat{"hh:mm:ss"};
    if (id == 46) return NumberFormat{"[h]:mm:ss"};
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
        return NumberFormat{"yyyy-mm-dd"};
    return NumberFormat{};
}

std::string NumberFormat::shown(double value, std::int64_t days_before) const {
    bool const day = kind_ == Kind::date || kind_ == Kind::date_and_time || kind_ == Kind::time;
    if ((day || kind_ == Kind::duration) && (!(value >= 0) || value > last_day)) return {};
    switch (kind_) {
        case Kind::number:
            break;
        case Kind::percent:
            return plain_number(value * 100) + "%";
        case Kind::date:
        case Kind::date_and_time:
            return date_of_serial(value, days_before, kind_ == Kind::date_and_time);
        case Kind::time:
            if (value < 1) return hours_and_minutes(std::llround(value * 86400));
            return date_of_serial(value, days_before, true);
        case Kind::duration:
            return hours_and_minutes(std::llround(value * 86400));
        case Kind::digits:
            return masked(mask_, value);
    }
    return plain_number(value);
}

}  // namespace hearline::channel
