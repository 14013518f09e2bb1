#pragma once
// The complaint number: TS + local date of registration + 4 or more digits in order of registration (R3.8).
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace hearline {

/// Day and counter packed into one integer: yyyymmdd * 10'000'000 + counter. Ordered as the numbers are given out.
struct Number {
    std::int64_t value = 0;
    auto operator<=>(Number const&) const = default;
    [[nodiscard]] explicit operator bool() const { return value != 0; }
    [[nodiscard]] std::int64_t counter() const { return value % 10'000'000; }
};

[[nodiscard]] Number make_number(Date day, std::int64_t counter);
[[nodiscard]] std::string format_number(Number number);
/// Nothing when the text is no complaint number.
[[nodiscard]] std::optional<Number> parse_number(std::string_view text);

}  // namespace hearline
