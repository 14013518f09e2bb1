#include "domain/complaint/number.hpp"

#include <gtest/gtest.h>

namespace hearline {

TEST(Number, R3_8_IsTsDateAndAtLeastFourDigits) {
    Date const day = parse_date("2026-11-23").value();
    EXPECT_EQ(format_number(make_number(day, 1)), "TS202611230001");
    EXPECT_EQ(format_number(make_number(day, 12345)), "TS2026112312345");
}

TEST(Number, ReadsBackWhatItWrote) {
    for (std::int64_t counter : {1, 9, 9999, 10000, 9'999'999}) {
        Number const number = make_number(parse_date("2018-02-28").value(), counter);
        EXPECT_EQ(parse_number(format_number(number)), number);
    }
}

TEST(Number, OtherTextsAreNoNumbers) {
    for (auto text : {"", "TS", "TS20261123", "TS202613010001", "TS202611230000", "ts202611230001", "TS2026112300012x", "TS20261123000001", "TS202611230001 "})
        EXPECT_FALSE(parse_number(text)) << text;
}

}  // namespace hearline
