#include "cli/deadline_report.hpp"

#include <gtest/gtest.h>

#include "channel/calendar_file/read_calendar.hpp"

namespace hearline::cli {
namespace {

Timekeeping shipped() { return {WorkingCalendar{shipped_calendars()}, Zone::shanghai(), std::nullopt}; }
Limit wd(int n) { return {n, Limit::Unit::working_days}; }

std::string told(std::string_view start, Limit limit, Language language = Language::zh) {
    auto const keeping = shipped();
    return deadline_report(keeping, parse_start(start, keeping.zone).value(), limit, language);
}

TEST(DeadlineReport, R9_1_BeginsWithTheBareInstantAndTellsEveryDay) {
    EXPECT_EQ(told("2026-09-30T16:00:00+08:00", wd(3)),
              "2026-10-11T00:00:00+08:00\n"
              "2026-09-30 周三 不计 当日不计入 工作日\n"
              "2026-10-01 周四 跳过 法定节假日 国庆节 (https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm)\n"
              "2026-10-02 周五 跳过 法定节假日 国庆节 (https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm)\n"
              "2026-10-03 周六 跳过 法定节假日 国庆节 (https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm)\n"
              "2026-10-04 周日 跳过 法定节假日 国庆节 (https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm)\n"
              "2026-10-05 周一 跳过 法定节假日 国庆节 (https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm)\n"
              "2026-10-06 周二 跳过 法定节假日 国庆节 (https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm)\n"
              "2026-10-07 周三 跳过 法定节假日 国庆节 (https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm)\n"
              "2026-10-08 周四 计入 第1个 工作日\n"
              "2026-10-09 周五 计入 第2个 工作日\n"
              "2026-10-10 周六 计入 第3个 调休上班 国庆节 (https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm)\n");
}

TEST(DeadlineReport, R9_3_MinutesTakeOneLine) {
    EXPECT_EQ(told("2026-10-01T23:55:00.750+08:00", {10, Limit::Unit::minutes}), "2026-10-02T00:05:00+08:00\n10 分钟，昼夜连续计算\n");
}

TEST(DeadlineReport, R9_2_SaysThatItIsProvisional) {
    auto const text = told("2026-12-24T10:00:00+08:00", wd(1), Language::en);
    EXPECT_EQ(text,
              "2026-12-26T00:00:00+08:00\n"
              "2026-12-24 Thu not counted, the day of the event working day\n"
              "2026-12-25 Fri counted 1 working day provisional\n"
              "Provisional: the calendar of 2027 is not announced yet; computed anew when it is\n");
    EXPECT_NE(told("2028-03-01T10:00:00+08:00", wd(1)).find("2028 年的放假安排尚未公布"), std::string::npos);
    EXPECT_EQ(told("2026-11-24T10:00:00+08:00", wd(1)).find("暂定"), std::string::npos);
}

TEST(DeadlineReport, R9_5_ATimeWithoutOffsetIsTheOperators) {
    auto const zone = Zone::shanghai();
    auto const exact = parse_start("2026-09-30T16:00:00+08:00", zone).value();
    for (auto const* text : {"2026-09-30T16:00", "2026-09-30 16:00", "2026-09-30 16:00:00", "2026-09-30T16:00:00", "2026-09-30T08:00:00Z"})
        EXPECT_EQ(parse_start(text, zone).value(), exact) << text;
    for (auto const* text : {"", "2026-09-30", "16:00", "2026-09-31T16:00", "2026-09-30T24:00", "yesterday", "2026-09-30T16:00:00+0800"}) {
        auto const start = parse_start(text, zone);
        ASSERT_FALSE(start) << text;
        EXPECT_EQ(start.error().fields.front().pointer, "--start");
    }
}

}  // namespace
}  // namespace hearline::cli
