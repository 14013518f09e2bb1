#include "channel/import/number_format.hpp"

#include <gtest/gtest.h>

namespace hearline::channel {
namespace {

std::string shown(std::string_view code, double value, std::int64_t days_before = 0) {
    return NumberFormat{code}.shown(value, days_before);
}

TEST(NumberFormat, R3_7_ANumberIsItsDigits) {
    EXPECT_EQ(plain_number(1.3800138E10), "13800138000");
    EXPECT_EQ(plain_number(202611200001.0), "202611200001");
    EXPECT_EQ(plain_number(-0.0), "0");
    EXPECT_EQ(plain_number(0.1 + 0.2), "0.3");
    EXPECT_EQ(plain_number(12.50), "12.5");
    EXPECT_EQ(plain_number(1.23456789012345e17), "123456789012345000");
    EXPECT_EQ(plain_number(1.5e-7), "0.00000015");
    EXPECT_EQ(plain_number(-1e16), "-10000000000000000");
    EXPECT_EQ(plain_number(1e300), "1e+300");
    for (auto const* code : {"General", "0", "#,##0", "0.00", "0.00E+00", "@", "# ?/?", "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ",
                             "[Red]0", "[<=9999999]###-####;(###) ###-####", "[DBNum1]General"})
        EXPECT_EQ(shown(code, 13800138000), "13800138000") << code;
}

TEST(NumberFormat, R3_7_WhatAFormatAddsIsShown) {
    EXPECT_EQ(shown("0%", 0.07), "7%");
    EXPECT_EQ(shown("0.00%", 0.125), "12.5%");
    EXPECT_EQ(shown("000000", 42), "000042");
    EXPECT_EQ(shown("000-0000-0000", 13800138000), "138-0013-8000");
    EXPECT_EQ(shown("\"TS\"0000", 12345), "TS12345");
    EXPECT_EQ(shown("0\"号\"", 12), "12号");
    EXPECT_EQ(shown("00\\-00", -1234), "-12-34");
    EXPECT_EQ(shown("0.0\"km\"", 1.25), "1.25km");
}

TEST(NumberFormat, R3_7_DatesTimesAndDurations) {
    for (auto const* code : {"yyyy-mm-dd", "m/d/yy", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy\"年\"m\"月\"d\"日\";@",
                             "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "e\"年\"m\"月\"", "mmm"})
        EXPECT_EQ(shown(code, 46346), "2026-11-20") << code;
    EXPECT_EQ(shown("yyyy-mm-dd hh:mm", 46346.37847222222), "2026-11-20 09:05:00");
    EXPECT_EQ(shown("yyyy-mm-dd", 46346.37847222222), "2026-11-20 09:05:00") << "the time that the cell has is not left out";
    EXPECT_EQ(shown("yyyy-mm-dd hh:mm", 46346), "2026-11-20 00:00:00");
    EXPECT_EQ(shown("yyyy-mm-dd", 44884, 1462), "2026-11-20");
    EXPECT_EQ(shown("h:mm", 0.37847222222), "09:05");
    EXPECT_EQ(shown("上午/下午h\"时\"mm\"分\"", 0.37847222222), "09:05");
    EXPECT_EQ(shown("h:mm AM/PM", 46346.5), "2026-11-20 12:00:00");
    EXPECT_EQ(shown("[h]:mm", 1.25), "30:00");
    EXPECT_EQ(shown("yyyy-mm-dd", 60), "") << "29 February 1900 was none";
    EXPECT_EQ(shown("yyyy-mm-dd", 59), "1900-02-28");
    EXPECT_EQ(shown("yyyy-mm-dd", -1), "");
    EXPECT_EQ(shown("yyyy-mm-dd", 4e6), "");
    for (auto const id : {14, 22, 27, 31, 57}) EXPECT_EQ(NumberFormat::built_in(id).shown(46346, 0).substr(0, 10), "2026-11-20") << id;
    for (auto const id : {18, 20, 33, 45, 55}) EXPECT_EQ(NumberFormat::built_in(id).shown(0.5, 0), "12:00") << id;
    EXPECT_EQ(NumberFormat::built_in(10).shown(0.5, 0), "50%");
    EXPECT_EQ(NumberFormat::built_in(49).shown(5, 0), "5");
}

TEST(NumberFormat, R3_7_WholeNumbersInTexts) {
    EXPECT_EQ(number_digits("13800138000.0").text, "13800138000");
    EXPECT_EQ(number_digits("1.3800138E10").text, "13800138000");
    EXPECT_EQ(number_digits("1.3800138e+10").text, "13800138000");
    EXPECT_EQ(number_digits("2.02611200001E+11").text, "202611200001");
    for (auto const* lost : {"1.38E+10", "1.38001E+10", "1E+11", "2.02611E+11"}) EXPECT_TRUE(number_digits(lost).lost) << lost;
    for (auto const* other : {"", "13800138000", "1E10", "1.0", "10.5", "1.5E0", "12E5", "020-1.0", "1.3800138E10x", "1.23E+4567"}) {
        EXPECT_EQ(number_digits(other).text, "") << other;
        EXPECT_FALSE(number_digits(other).lost) << other;
    }
}

}  // namespace
}  // namespace hearline::channel
