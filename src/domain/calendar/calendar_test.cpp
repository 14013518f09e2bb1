#include "domain/calendar/calendar.hpp"

#include <gtest/gtest.h>

#include <random>

#include "domain/calendar/calendar_codec.hpp"

namespace hearline {
namespace {

using std::chrono::days;

Date on(std::string_view text) { return parse_date(text).value(); }

/// The autumn of 2026 and the turn of the year 2018/2019, as announced.
CalendarYear autumn_2026() {
    CalendarYear year{2026, {"https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm"}, {}};
    year.days.push_back({on("2026-09-20"), false, "国庆节"});
    for (int d = 1; d <= 7; ++d) year.days.push_back({on("2026-10-01") + days{d - 1}, true, "国庆节"});
    year.days.push_back({on("2026-10-10"), false, "国庆节"});
    return year;
}

TEST(Calendar, R9_2_MondayToFridayExceptHolidaysPlusMakeUpDays) {
    WorkingCalendar const calendar{{autumn_2026()}};
    EXPECT_TRUE(calendar.is_working_day(on("2026-09-30")));
    EXPECT_FALSE(calendar.is_working_day(on("2026-10-01")));
    EXPECT_FALSE(calendar.is_working_day(on("2026-10-07")));
    EXPECT_TRUE(calendar.is_working_day(on("2026-10-08")));
    EXPECT_TRUE(calendar.is_working_day(on("2026-10-10")));   // a Saturday made up
    EXPECT_FALSE(calendar.is_working_day(on("2026-10-11")));  // a plain Sunday
    EXPECT_EQ(calendar.reason(on("2026-10-10")).kind, DayKind::make_up);
    EXPECT_EQ(calendar.reason(on("2026-10-01")).kind, DayKind::holiday);
    EXPECT_EQ(calendar.reason(on("2026-10-01")).name, "国庆节");
    EXPECT_EQ(calendar.reason(on("2026-10-01")).source, "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm");
    EXPECT_EQ(calendar.reason(on("2026-10-11")).kind, DayKind::weekend);
    EXPECT_EQ(calendar.reason(on("2026-10-12")).kind, DayKind::working);
    EXPECT_EQ(calendar.reason(on("2026-10-12")).source, "");
}

TEST(Calendar, R9_2_AYearWithoutACalendarAndTheLastWeekBeforeItAreProvisional) {
    WorkingCalendar const calendar{{autumn_2026()}};
    EXPECT_FALSE(calendar.is_provisional(on("2026-12-24")));
    for (auto day = on("2026-12-25"); day < on("2027-01-01"); day += days{1}) EXPECT_TRUE(calendar.is_provisional(day));
    EXPECT_TRUE(calendar.is_provisional(on("2027-01-01")));
    EXPECT_TRUE(calendar.is_provisional(on("2027-06-15")));
    EXPECT_TRUE(calendar.is_provisional(on("2025-12-31")));
    EXPECT_FALSE(calendar.is_provisional(on("2026-01-01")));
    EXPECT_TRUE(calendar.is_provisional(on("1950-06-15")));
    CalendarYear next{2027, {}, {{on("2027-01-01"), true, "元旦"}}};
    EXPECT_FALSE((WorkingCalendar{{autumn_2026(), next}}.is_provisional(on("2026-12-28"))));
    EXPECT_FALSE((WorkingCalendar{{autumn_2026(), next}}.is_provisional(on("2027-12-24"))));
}

TEST(Calendar, R9_2_AYearThatNamesNoDayIsNotAnnounced) {
    WorkingCalendar const calendar{{autumn_2026(), CalendarYear{2027, {}, {}}}};
    EXPECT_FALSE(calendar.is_announced(2027));
    EXPECT_TRUE(calendar.is_provisional(on("2026-12-25")));
    EXPECT_EQ(calendar.announced_years(), std::vector<int>{2026});
    ASSERT_NE(calendar.year(2026), nullptr);
    EXPECT_EQ(*calendar.year(2026), autumn_2026());
    EXPECT_EQ(calendar.year(2030), nullptr);
}

TEST(Calendar, R9_2_TheLaterNoticeRulesTheDecemberBeforeIt) {
    CalendarYear const y2018{2018, {"first"}, {{on("2018-12-31"), false, "国庆节"}, {on("2018-12-28"), true, "冬"}}};
    CalendarYear const y2019{2019, {"second", "third"}, {{on("2018-12-29"), false, "元旦"}, {on("2018-12-31"), true, "元旦"}}};
    for (auto const& years : {std::vector{y2018, y2019}, std::vector{y2019, y2018}}) {
        WorkingCalendar const calendar{years};
        EXPECT_TRUE(calendar.is_working_day(on("2018-12-29")));   // a Saturday
        EXPECT_FALSE(calendar.is_working_day(on("2018-12-31")));  // both name it: the later holds
        EXPECT_EQ(calendar.reason(on("2018-12-31")).source, "second third");
        EXPECT_FALSE(calendar.is_working_day(on("2018-12-28")));
    }
}

TEST(Calendar, CountsLikeAWalkDayByDay) {
    std::mt19937 random{1};
    std::vector<CalendarYear> years;
    for (int y = 2015; y <= 2022; ++y) {
        CalendarYear year{y, {}, {}};
        for (int i = 0; i < 30; ++i) year.days.push_back({on(fmt::format("{}-01-01", y)) + days{random() % 365}, random() % 3 != 0, "x"});
        years.push_back(year);
    }
    WorkingCalendar const calendar{years};
    for (int i = 0; i < 3000; ++i) {
        Date const from = on("2013-06-01") + days{random() % 4000};
        int const n = 1 + static_cast<int>(random() % 40);
        Date day = from;
        for (int left = n; left > 0;) {
            day += days{1};
            if (calendar.is_working_day(day)) --left;
        }
        ASSERT_EQ(calendar.working_day_after(from, n), day) << format_date(from) << " + " << n;
        ASSERT_EQ(calendar.working_days_between(from, day), n);
        Date back = from;
        for (int left = n; left > 0;) {
            back -= days{1};
            if (calendar.is_working_day(back)) --left;
        }
        ASSERT_EQ(calendar.working_day_after(from, -n), back) << format_date(from) << " - " << n;
    }
}

TEST(Calendar, GoesOnBeyondItsTables) {
    WorkingCalendar const calendar;
    for (auto const* edge : {"1989-12-20", "1990-01-03", "2120-12-20", "2121-02-01", "1905-01-01", "2199-12-31"}) {
        Date day = on(edge);
        for (int n = 1; n <= 40; ++n) {
            do day += days{1};
            while (!calendar.is_working_day(day));
            ASSERT_EQ(calendar.working_day_after(on(edge), n), day) << edge << " + " << n;
            ASSERT_EQ(calendar.working_days_between(on(edge), day), n);
        }
        day = on(edge);
        for (int n = 1; n <= 40; ++n) {
            do day -= days{1};
            while (!calendar.is_working_day(day));
            ASSERT_EQ(calendar.working_day_after(on(edge), -n), day) << edge << " - " << n;
        }
    }
}

TEST(CalendarCodec, KeepsAYearAsItWasAnnounced) {
    auto const year = autumn_2026();
    auto const fields = encode_calendar_year(year);
    EXPECT_EQ(decode_calendar_year(fields).value(), year);
    EXPECT_EQ(decode_calendar_year(Fields::decode(fields.encode()).value()).value(), year);
    EXPECT_EQ(fields.all("day").front(), "2026-09-20 work 国庆节");
    EXPECT_EQ(decode_calendar_year(encode_calendar_year(CalendarYear{2027, {}, {}})).value(), (CalendarYear{2027, {}, {}}));
    CalendarYear const partial{2027, {"x"}, {{on("2027-01-01"), true, "元旦"}}, true};
    EXPECT_EQ(decode_calendar_year(encode_calendar_year(partial)).value(), partial);
}

TEST(CalendarCodec, RefusesWhatItNeverWrote) {
    for (auto const* text : {"", "year=0\n", "year=2026\nday=x\n", "year=2026\nday=2026-02-30 off x\n", "year=2026\nday=2026-02-20 maybe x\n"})
        EXPECT_FALSE(decode_calendar_year(Fields::decode(text).value())) << text;
}

}  // namespace
}  // namespace hearline
