#include "channel/import/table_time.hpp"

#include <gtest/gtest.h>

namespace hearline::channel {
namespace {

std::string shown(std::string_view text, TableTimeForms const& forms = {}) {
    auto const at = parse_table_time(text, forms);
    return at ? Zone::shanghai().rfc3339(*at).substr(0, 19) : "refused";
}
std::string why(std::string_view text) {
    auto const at = parse_table_time(text, {});
    return at ? "" : at.error().detail.zh;
}

TEST(TableTime, R3_7_FormsThatOfficesWrite) {
    for (auto const* text : {"2026-11-20 09:05",
                             "2026/11/20 9:05",
                             "2026.11.20 9:05",
                             "2026. 11. 20 9:05",
                             "2026年11月20日9时5分",
                             "2026年11月20日 9:05",
                             "2026 年 11 月 20 日 9 时 05 分",
                             "2026年11月20号9点5分",
                             "2026-11-20  09:05",
                             "2026-11-20 09：05",
                             "２０２６－１１－２０　０９：０５",
                             "2026/11/20 上午9:05",
                             "2026-11-20 早上9:05",
                             "2026/11/20 9:05 AM",
                             "2026-11-20T09:05",
                             "2026-11-20 09:05:00.123",
                             "2026-11-20T01:05:00Z",
                             "2026年11月20日（星期五）9:05",
                             "2026-11-20 周五 9:05",
                             "202611200905",
                             "20261120090500",
                             "'2026-11-20 9:05",
                             "46346.37847222222",
                             "2026-11-20\xE3\x80\x80"
                             "9:05"})
        EXPECT_EQ(shown(text), "2026-11-20T09:05:00") << text;
    for (auto const* text : {"2026-11-20", "2026.11.20", "2026/11/20", "20261120", "2026年11月20日", "46346", "2026-11-20 凌晨0:00",
                             "2026-11-20 上午12:00", "2026-11-19 24:00", "2026-11-19 晚上12点"})
        EXPECT_EQ(shown(text), "2026-11-20T00:00:00") << text;
    for (auto const* text : {"2026-11-20 下午3:20", "2026-11-20 15时20分", "2026-11-20 下午15:20", "2026-11-20 3:20 PM"})
        EXPECT_EQ(shown(text), "2026-11-20T15:20:00") << text;
    EXPECT_EQ(shown("2026-11-20 下午12:05"), "2026-11-20T12:05:00");
    EXPECT_EQ(shown("2026-11-20 中午12:30"), "2026-11-20T12:30:00");
    EXPECT_EQ(shown("2026-11-20 晚上8点半"), "2026-11-20T20:30:00");
    EXPECT_EQ(shown("2026-11-20 9点整"), "2026-11-20T09:00:00");
    EXPECT_EQ(shown("2026年11月20日9时5分31秒"), "2026-11-20T09:05:31");
}

TEST(TableTime, R3_7_WhatIsNotCertainIsRefusedWithTheReason) {
    for (auto const* text : {"2026-02-30",
                             "2026-13-01",
                             "2026-11-20 25:00",
                             "2026-11-20 24:01",
                             "2026-11-20 09:60",
                             "2026-11-20 09:05:60",
                             "26-11-20",
                             "11/20/2026",
                             "20/11/2026 9:05",
                             "2026-11",
                             "2026年11月",
                             "2026-11-20 9",
                             "2026-11-20 later",
                             "2026-11-20 09:05 later",
                             "2026-11-20 晚上2点",
                             "2026-11-20 上午15:00",
                             "2026-11-20 凌晨9:00",
                             "2026年11月20日星期四",
                             "20261340",
                             "99999",
                             "13800138000",
                             "09:05",
                             "yesterday",
                             "",
                             "2026-11/20",
                             "1899-12-31",
                             "2026-11-20 09:05-09:20"})
        EXPECT_EQ(shown(text), "refused") << text;
    EXPECT_NE(why("2026-02-30").find("没有这一天"), std::string::npos);
    EXPECT_NE(why("2026-11-20 25:00").find("没有这个时刻"), std::string::npos);
    EXPECT_NE(why("26-11-20").find("四位"), std::string::npos);
    EXPECT_NE(why("26-11-20").find("26-11-20"), std::string::npos) << "what stands in the cell is shown";
}

TEST(TableTime, DayNumbersOfABookThatCountsFrom1904) { EXPECT_EQ(shown("44884", {Zone::shanghai(), {}, 1462}), "2026-11-20T00:00:00"); }

TEST(TableTime, AGivenFormDecidesTheOrder) {
    std::vector<std::string> const american{"%m/%d/%Y %H:%M", "%m/%d/%Y"}, odd{"%Y-%d-%m"}, exact{"rfc3339"};
    EXPECT_EQ(shown("11/20/2026 9:05", {Zone::shanghai(), american, 0}), "2026-11-20T09:05:00");
    EXPECT_EQ(shown("2026-11-20 09:05:00", {Zone::shanghai(), american, 0}), "2026-11-20T09:05:00") << "a date cell of a workbook";
    EXPECT_EQ(shown("2026-20-11", {Zone::shanghai(), odd, 0}), "2026-11-20T00:00:00");
    EXPECT_EQ(shown("2026-11-20", {Zone::shanghai(), odd, 0}), "refused") << "the order is not guessed";
    EXPECT_EQ(shown("2026-11-20", {Zone::shanghai(), exact, 0}), "refused");
    EXPECT_EQ(shown("2026-11-20T09:05:00+08:00", {Zone::shanghai(), exact, 0}), "2026-11-20T09:05:00");
}

}  // namespace
}  // namespace hearline::channel
