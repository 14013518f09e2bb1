// Which digits make a number: the mainland's numbering plan, and E.164 for the rest.
#include <algorithm>
#include <array>

#include "base/telephone.hpp"

namespace hearline {
namespace {

[[nodiscard]] bool one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }
[[nodiscard]] bool are_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
[[nodiscard]] bool within(std::size_t size, std::size_t least, std::size_t most) { return size >= least && size <= most; }

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

/// Digits of the area code in front (0 included); 0 when none is there.
[[nodiscard]] std::size_t area_code_length(std::string_view n) {
    if (n.size() < 4 || n[0] != '0') return 0;
    if (n[1] == '1') return n[2] == '0' ? 3 : 0;
    if (n[1] == '2') return n[2] == '6' ? 0 : 3;
    return n[1] >= '3' ? 4 : 0;
}

/// What every city has under the same few digits: 12345, 10086, 95588, 96900, 116114.
[[nodiscard]] bool is_service(std::string_view n) {
    if (n.starts_with("95")) return within(n.size(), 5, 8);
    if (n.starts_with("96")) return within(n.size(), 5, 6);
    if (n.starts_with("10") || n.starts_with("12")) return n.size() == 5;
    return n.size() == 6 && n[0] == '1' && one_of(n[1], "12") && n.ends_with("114");
}

[[nodiscard]] bool is_hotline(std::string_view n) { return n.size() == 10 && (n.starts_with("400") || n.starts_with("800")); }

[[nodiscard]] std::optional<Telephone> landline_of(std::string_view n) {
    auto const area = area_code_length(n);
    auto const local = n.substr(area);
    Telephone found{TelephoneKind::landline, std::string{n}, std::string{local}, {}};
    if (area > 0 && is_service(local)) {
        found.kind = TelephoneKind::service;
        return found;
    }
    // Numbers of a subscriber have eight digits in large cities, seven or eight elsewhere, and begin with none of 0, 1 and 9.
    bool const long_enough = area == 3 ? local.size() == 8 : within(local.size(), 7, 8);
    if (!long_enough || !within(static_cast<std::size_t>(local[0] - '0'), 2, 8)) return std::nullopt;
    return found;
}

[[nodiscard]] std::optional<Telephone> mainland(std::string_view n) {
    if (is_chinese_mobile(n)) return Telephone{TelephoneKind::mobile, std::string{n}, std::string{n}, {}};
    if (is_hotline(n)) return Telephone{TelephoneKind::hotline, std::string{n}, std::string{n}, {}};
    if (is_service(n)) return Telephone{TelephoneKind::service, std::string{n}, std::string{n}, {}};
    if (n.starts_with('0') && is_chinese_mobile(n.substr(1))) return mainland(n.substr(1));  // dialled as a long-distance call
    return landline_of(n);
}

/// After +86: the area code has lost its 0, or is written with it.
[[nodiscard]] std::optional<Telephone> mainland_from_abroad(std::string_view n) {
    if (n.starts_with('0')) return mainland(n);
    if (is_chinese_mobile(n) || is_hotline(n)) return mainland(n);
    return n.size() < 9 ? std::nullopt : landline_of("0" + std::string{n});
}

struct Neighbour {
    std::string_view code;
    std::size_t least, most;  ///< digits after the code
};
constexpr std::array<Neighbour, 3> neighbours{{{"852", 8, 8}, {"853", 8, 8}, {"886", 8, 9}}};

[[nodiscard]] std::optional<Telephone> neighbour_of(std::string_view n) {
    for (auto const& [code, least, most] : neighbours) {
        auto const local = n.substr(std::min(code.size(), n.size()));
        if (n.starts_with(code) && within(local.size(), least, most) && local[0] >= '2') return Telephone{TelephoneKind::foreign, fmt::format("+{}", n), std::string{local}, {}};
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<Telephone> abroad(std::string_view n) {
    if (n.starts_with("86")) return mainland_from_abroad(n.substr(2));
    for (auto const& neighbour : neighbours)
        if (n.starts_with(neighbour.code)) return neighbour_of(n);
    bool const north_america = n.starts_with('1');
    if (n.empty() || n[0] == '0' || !within(n.size(), north_america ? 11 : 7, north_america ? 11 : 15)) return std::nullopt;
    return Telephone{TelephoneKind::foreign, fmt::format("+{}", n), fmt::format("+{}", n), {}};
}

}  // namespace

bool is_chinese_mobile(std::string_view digits) {
    if (!are_digits(digits) || digits.front() != '1') return false;
    if (digits.size() == 11) return is_mobile_range(digits);
    if (digits.size() != 13 || digits[1] != '4') return false;  // 13 digits: things
    return digits[2] == '6' || digits[2] == '8' || (digits[2] == '1' && digits[3] == '0') || (digits[2] == '4' && one_of(digits[3], "01"));
}

std::optional<Telephone> telephone_of(std::string_view digits, bool plus) {
    if (!are_digits(digits)) return std::nullopt;
    if (digits.starts_with("00")) return abroad(digits.substr(2));
    if (plus) return abroad(digits);
    if (auto found = mainland(digits)) return found;
    if (auto found = neighbour_of(digits)) return found;
    return digits.starts_with("86") ? mainland_from_abroad(digits.substr(2)) : std::nullopt;
}

bool is_same_line(Telephone const& a, Telephone const& b) {
    if (a.digits == b.digits) return true;
    bool const one_is_bare = a.digits == a.local || b.digits == b.local;
    return one_is_bare && a.local == b.local;
}

}  // namespace hearline
