#pragma once
// Number formats of a workbook: what a cell with a number shows. Digits that say something (leading zeros, percent, dates) are followed;
// what only decorates a number (separators of thousands, rounding, exponents) is not, so that a telephone stays a telephone.
#include <cstdint>
#include <string>
#include <string_view>

namespace hearline::channel {

/// The number in plain digits, as Excel keeps it: 15 significant ones, no exponent, no ".0".
[[nodiscard]] std::string plain_number(double value);

/// A whole number that a program wrote as a decimal one into a text.
struct NumberDigits {
    std::string text;   ///< its digits; "" where the text is no such number
    bool lost = false;  ///< as Excel shows a number that has no room ("1.38001E+10"): its last digits are not there
};
[[nodiscard]] NumberDigits number_digits(std::string_view text);

class NumberFormat {
public:
    /// `code` as ECMA-376 18.8.31 writes it ("yyyy-mm-dd", "0.0%", "000000", "General").
    explicit NumberFormat(std::string_view code = "General");
    /// A format by its number, where the workbook does not say its code.
    [[nodiscard]] static NumberFormat built_in(std::int64_t id);
    /// What a cell with the number shows. `days_before` is 1462 where days are counted from 1904.
    /// "" for a date that there is not (before the first or after 9999).
    [[nodiscard]] std::string shown(double value, std::int64_t days_before) const;

private:
    enum class Kind { number, percent, date, date_and_time, time, duration, digits };
    void read_section(std::string_view code);

    Kind kind_ = Kind::number;
    std::string mask_;  ///< of `digits`: '0' '#' '?' for a digit, anything else behind a '\\'
};

}  // namespace hearline::channel
