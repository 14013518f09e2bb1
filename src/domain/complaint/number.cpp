#include "domain/complaint/number.hpp"

#include <charconv>

namespace hearline {

Number make_number(Date day, std::int64_t counter) {
    std::chrono::year_month_day const ymd{day};
    std::int64_t const date = int(ymd.year()) * 10'000LL + unsigned(ymd.month()) * 100LL + unsigned(ymd.day());
    return {date * 10'000'000 + counter};
}

// R3.8: TS + local date + 4 or more digits.
std::string format_number(Number number) { return fmt::format("TS{:08}{:04}", number.value / 10'000'000, number.counter()); }

std::optional<Number> parse_number(std::string_view text) {
    if (text.size() < 14 || text.size() > 17 || text.substr(0, 2) != "TS") return std::nullopt;
    auto const digits = [](std::string_view part) -> std::optional<std::int64_t> {
        std::int64_t value = 0;
        auto const [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        if (error != std::errc{} || end != part.data() + part.size() || value < 0) return std::nullopt;
        return value;
    };
    auto const date = digits(text.substr(2, 8));
    auto const counter = digits(text.substr(10));
    if (!date || !counter || *counter == 0) return std::nullopt;
    std::chrono::year_month_day const ymd{std::chrono::year{static_cast<int>(*date / 10'000)}, std::chrono::month{static_cast<unsigned>(*date / 100 % 100)},
                                          std::chrono::day{static_cast<unsigned>(*date % 100)}};
    if (!ymd.ok()) return std::nullopt;
    Number const number{*date * 10'000'000 + *counter};
    if (format_number(number) != text) return std::nullopt;  // one complaint, one spelling
    return number;
}

}  // namespace hearline
