#include "base/masking.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace hearline {
namespace {

[[nodiscard]] bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] bool one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

/// Digits after the leading 1 that belong to ordinary and virtual operators, data-only cards and satellites (11 digits in all).
[[nodiscard]] bool is_mobile_range(std::string_view n) {
    char const second = n[1];
    char const third = n[2];
    switch (second) {
        case '3':
        case '8':
            return true;
        case '4':
            return one_of(third, "579");
        case '5':
            return third != '4';
        case '6':
            return one_of(third, "2567");
        case '7':
            if (third != '4') return true;
            return n[3] == '0' || n[3] == '9' || (n[3] == '1' && one_of(n[4], "012"));
        case '9':
            return third != '4';
        default:
            return false;
    }
}

}  // namespace

// R10.2
std::string mask_name(std::string_view name) {
    name = trim(name);
    if (name.empty()) return {};
    return std::string{truncate(name, 1)} + "*";
}

// R10.2
std::string mask_phone(std::string_view phone) {
    if (trim(phone).empty()) return {};
    auto const digits = normalise_phone(phone);
    if (!digits || digits->size() < 7) return "****";
    std::size_t const head = digits->size() >= 11 ? 3 : 2;
    std::size_t const tail = digits->size() >= 11 ? 4 : 2;
    return digits->substr(0, head) + "****" + digits->substr(digits->size() - tail);
}

// R10.2
std::string mask_email(std::string_view email) {
    email = trim(email);
    if (email.empty()) return {};
    auto const at = email.rfind('@');
    if (at == std::string_view::npos || at == 0) return "***";
    return std::string{truncate(email, 1)} + "***" + std::string{email.substr(at)};
}

std::optional<std::string> normalise_phone(std::string_view phone) {
    std::string digits;
    bool plus = false;
    for (char const c : fold(trim(phone))) {
        if (is_digit(c))
            digits += c;
        else if (c == '+' && digits.empty() && !plus)
            plus = true;
        else if (!one_of(c, " -.()/"))
            return std::nullopt;
    }
    if (digits.size() < 3 || digits.size() > 20) return std::nullopt;
    for (std::string_view const country : {"0086", "86"}) {
        if (!digits.starts_with(country) || (plus && country == "0086")) continue;
        if (auto const rest = std::string_view{digits}.substr(country.size()); is_chinese_mobile(rest)) return std::string{rest};
    }
    return plus ? "+" + digits : digits;
}

bool is_chinese_mobile(std::string_view digits) {
    if (!std::all_of(digits.begin(), digits.end(), is_digit) || digits.empty() || digits.front() != '1') return false;
    if (digits.size() == 11) return is_mobile_range(digits);
    if (digits.size() != 13 || digits[1] != '4') return false;  // 13 digits: things
    return digits[2] == '6' || digits[2] == '8' || (digits[2] == '1' && digits[3] == '0') || (digits[2] == '4' && one_of(digits[3], "01"));
}

}  // namespace hearline
