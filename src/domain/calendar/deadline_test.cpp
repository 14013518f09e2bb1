#include "domain/calendar/deadline.hpp"

#include <gtest/gtest.h>

#include <random>

namespace hearline {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

Date on(std::string_view text) { return parse_date(text).value(); }
Instant at(std::string_view text) { return parse_rfc3339(std::string{text} + "+08:00").value(); }
Limit wd(int n) { return {n, Limit::Unit::working_days}; }
Limit mins(int n) { return {n, Limit::Unit::minutes}; }

Timekeeping autumn_2026() {
    CalendarYear year{2026, {"notice"}, {{on("2026-09-20"), false, "国庆节"}, {on("2026-10-10"), false, "国庆节"}}};
    for (int d = 0; d < 7; ++d) year.days.push_back({on("2026-10-01") + days{d}, true, "国庆节"});
    for (int d = 0; d < 3; ++d) year.days.push_back({on("2026-09-25") + days{d}, true, "中秋节"});
    return {WorkingCalendar{{year}}, Zone::shanghai(), std::nullopt};
}

TEST(Deadline, R9_1_TheDayOfTheEventDoesNotCountAndThePeriodEndsAtMidnight) {
    auto const keeping = autumn_2026();
    EXPECT_EQ(deadline(keeping, at("2026-11-23T09:00:00"), wd(3)).at, at("2026-11-27T00:00:00"));
    EXPECT_EQ(deadline(keeping, at("2026-11-23T00:00:00"), wd(1)).at, at("2026-11-25T00:00:00"));
    EXPECT_EQ(deadline(keeping, at("2026-11-23T23:59:59"), wd(1)).at, at("2026-11-25T00:00:00"));
    EXPECT_EQ(deadline(keeping, at("2026-11-24T00:00:00"), wd(1)).at, at("2026-11-26T00:00:00"));
    EXPECT_EQ(deadline(keeping, at("2026-11-21T12:00:00"), wd(1)).at, at("2026-11-24T00:00:00"));  // begun on a Saturday
}

TEST(Deadline, R9_1_WorkingDaysLeftAreNoneOnTheLastDayAndBelowNoneAfterIt) {
    auto const keeping = autumn_2026();
    auto const due = at("2026-10-11T00:00:00");  // the end of the made-up Saturday
    EXPECT_EQ(working_days_left(keeping, due, at("2026-09-30T16:00:00")), 3) << "8th, 9th, 10th";
    EXPECT_EQ(working_days_left(keeping, due, at("2026-10-07T12:00:00")), 3) << "a holiday takes none away";
    EXPECT_EQ(working_days_left(keeping, due, at("2026-10-10T23:59:59")), 0);
    EXPECT_EQ(working_days_left(keeping, due, due), 0) << "met at the very moment";
    EXPECT_EQ(working_days_left(keeping, due, at("2026-10-11T09:00:00")), -1) << "Sunday after it: over all the same";
    EXPECT_EQ(working_days_left(keeping, due, at("2026-10-13T09:00:00")), -2);
}

TEST(Deadline, R9_2_ThreeWorkingDaysAcrossTheMakeUpSaturday) {
    auto const keeping = autumn_2026();
    // 8th, 9th and the made-up Saturday 10th count.
    EXPECT_EQ(deadline(keeping, at("2026-09-30T16:00:00"), wd(3)).at, at("2026-10-11T00:00:00"));
    EXPECT_EQ(deadline(keeping, at("2026-10-08T09:00:00"), wd(3)).at, at("2026-10-13T00:00:00"));
    EXPECT_FALSE(deadline(keeping, at("2026-10-08T09:00:00"), wd(3)).provisional);
}

TEST(Deadline, R9_2_SaysWhenItIsProvisional) {
    auto const keeping = autumn_2026();
    EXPECT_FALSE(deadline(keeping, at("2026-12-23T10:00:00"), wd(1)).provisional);  // ends on the 24th
    EXPECT_TRUE(deadline(keeping, at("2026-12-24T10:00:00"), wd(1)).provisional);   // on the 25th
    EXPECT_TRUE(deadline(keeping, at("2026-12-30T10:00:00"), wd(3)).provisional);
    EXPECT_FALSE(deadline(keeping, at("2027-02-01T10:00:00"), mins(10)).provisional);  // minutes need no calendar
}

TEST(Deadline, R9_1_EndsAtClosingTimeWhereBusinessHoursAreSet) {
    auto keeping = autumn_2026();
    keeping.closing_time = hours{17} + minutes{30};
    EXPECT_EQ(deadline(keeping, at("2026-09-30T16:00:00"), wd(3)).at, at("2026-10-10T17:30:00"));
    EXPECT_EQ(deadline(keeping, at("2026-09-30T20:00:00"), wd(1)).at, at("2026-10-08T17:30:00"));
    EXPECT_EQ(working_days_before(keeping, at("2026-10-10T17:30:00"), 2), at("2026-10-08T17:30:00"));
}

TEST(Deadline, R4_3_AReserveOfWholeWorkingDaysFitsBeforeWhateverHourAndDay) {
    auto keeping = autumn_2026();
    auto const before = [&](std::string_view due) { return working_days_before(keeping, at(due), 2); };
    EXPECT_EQ(before("2026-11-28T00:00:00"), at("2026-11-26T00:00:00"));  // Friday 24:00 → Wednesday 24:00
    EXPECT_EQ(before("2026-11-29T00:00:00"), at("2026-11-26T00:00:00"));  // Saturday 24:00
    EXPECT_EQ(before("2026-11-30T00:00:00"), at("2026-11-26T00:00:00"));  // Sunday 24:00
    EXPECT_EQ(before("2026-11-29T12:00:00"), at("2026-11-26T00:00:00"));  // Sunday noon
    EXPECT_EQ(before("2026-11-30T09:30:00"), at("2026-11-26T00:00:00"));  // Monday morning: Monday is not whole
    EXPECT_EQ(before("2026-10-06T00:00:00"), at("2026-09-29T00:00:00"));  // within the holiday
    keeping.closing_time = hours{18};
    EXPECT_EQ(before("2026-11-27T17:00:00"), at("2026-11-24T18:00:00"));
    EXPECT_EQ(before("2026-11-27T20:00:00"), at("2026-11-25T18:00:00"));
}

TEST(Deadline, R9_3_MinutesRunDayAndNight) {
    auto const keeping = autumn_2026();
    EXPECT_EQ(deadline(keeping, at("2026-10-01T23:55:00"), mins(10)).at, at("2026-10-02T00:05:00"));
    EXPECT_TRUE(explain(keeping, at("2026-10-01T23:55:00"), mins(10)).empty());
}

TEST(Deadline, R9_4_AStoppedClockHasAsManyWorkingDaysLeftAfterAsBefore) {
    auto const keeping = autumn_2026();
    Instant const due = deadline(keeping, at("2026-09-14T10:00:00"), wd(5)).at;  // 21st, for Sunday the 20th is worked
    EXPECT_EQ(due, at("2026-09-21T00:00:00"));
    auto const resume = [&](std::string_view from, std::string_view until) {
        return resume_deadline(keeping, due, Limit::Unit::working_days, at(from), at(until)).at;
    };
    EXPECT_EQ(resume("2026-09-16T10:00:00", "2026-09-16T15:00:00"), due);                          // the same day: nothing lost
    EXPECT_EQ(resume("2026-09-16T10:00:00", "2026-09-23T10:00:00"), at("2026-09-30T00:00:00"));    // 17, 18, 20 left: 24, 28, 29
    EXPECT_EQ(resume("2026-09-20T10:00:00", "2026-09-22T10:00:00"), at("2026-09-23T00:00:00"));    // none left: the day it goes on
    EXPECT_EQ(resume("2026-09-20T10:00:00", "2026-09-26T10:00:00"), at("2026-09-29T00:00:00"));    // and that is a holiday: the next working day
    EXPECT_EQ(resume("2026-09-22T10:00:00", "2026-09-24T10:00:00"), due);                          // it was over already
    auto const late = resume_deadline(keeping, at("2026-12-25T00:00:00"), Limit::Unit::working_days, at("2026-12-23T10:00:00"), at("2026-12-25T10:00:00"));
    EXPECT_TRUE(late.provisional);
}

TEST(Deadline, R9_4_AClockInMinutesMovesByTheExactTime) {
    auto const keeping = autumn_2026();
    auto const moved = resume_deadline(keeping, at("2026-10-01T10:10:00"), Limit::Unit::minutes, at("2026-10-01T10:03:20"), at("2026-10-04T00:00:01"));
    EXPECT_EQ(moved.at, at("2026-10-04T00:06:41"));
    EXPECT_EQ(resume_deadline(keeping, at("2026-10-01T10:10:00"), Limit::Unit::minutes, at("2026-10-01T11:00:00"), at("2026-10-04T00:00:00")).at,
              at("2026-10-01T10:10:00"));
}

TEST(Deadline, R9_4_AnAgreedTimeOfDayStays) {
    auto const keeping = autumn_2026();
    auto const moved = resume_deadline(keeping, at("2026-11-26T15:00:00"), Limit::Unit::working_days, at("2026-11-24T10:00:00"), at("2026-11-27T10:00:00"));
    EXPECT_EQ(moved.at, at("2026-12-01T15:00:00"));
    // An agreed Sunday is never brought forward.
    auto const sunday = resume_deadline(keeping, at("2026-11-29T15:00:00"), Limit::Unit::working_days, at("2026-11-27T10:00:00"), at("2026-11-27T11:00:00"));
    EXPECT_EQ(sunday.at, at("2026-11-29T15:00:00"));
}

TEST(Deadline, ExplainsEveryDay) {
    auto const keeping = autumn_2026();
    auto const steps = explain(keeping, at("2026-09-30T16:00:00"), wd(3));
    ASSERT_EQ(steps.size(), 11u);
    EXPECT_EQ(steps.front().day, on("2026-09-30"));
    EXPECT_FALSE(steps.front().counted);
    EXPECT_EQ(steps[1].reason.kind, DayKind::holiday);
    EXPECT_EQ(steps[8].count, 1);
    EXPECT_EQ(steps.back().day, on("2026-10-10"));
    EXPECT_EQ(steps.back().reason.kind, DayKind::make_up);
    EXPECT_EQ(steps.back().count, 3);
}

/// Counts as a person does, with a finger on the calendar.
Instant walk(Timekeeping const& keeping, Instant start, int n) {
    Date day = keeping.zone.date(start);
    while (n > 0) {
        day += days{1};
        if (keeping.calendar.is_working_day(day)) --n;
    }
    return keeping.zone.instant(day, keeping.closing_time.value_or(hours{24}));
}

/// Twenty years with holidays and make-up days at random, some years not announced.
WorkingCalendar twenty_years(std::mt19937& random) {
    std::vector<CalendarYear> years;
    for (int y = 2010; y < 2030; ++y) {
        CalendarYear year{y, {}, {}};
        if (random() % 5 != 0)
            for (int i = 0; i < 35; ++i) year.days.push_back({on(fmt::format("{}-01-01", y)) + days{static_cast<int>(random() % 370) - 5}, random() % 3 != 0, "假"});
        years.push_back(year);
    }
    return WorkingCalendar{years};
}

TEST(Deadline, R9_1_AgreesWithAWalkDayByDayOverTwentyYears) {
    std::mt19937 random{20260930};
    for (auto const* name : {"Asia/Shanghai", "America/New_York"}) {
        for (auto const closing : {std::optional<std::chrono::milliseconds>{}, std::optional<std::chrono::milliseconds>{hours{18}}}) {
            Timekeeping const keeping{twenty_years(random), Zone::find(name).value(), closing};
            for (Instant start = at("2010-01-01T00:00:00"); start < at("2030-01-01T00:00:00"); start += minutes{60 * 7 + 13}) {
                int const n = 1 + static_cast<int>(random() % 12);
                auto const found = deadline(keeping, start, wd(n));
                ASSERT_EQ(found.at, walk(keeping, start, n)) << keeping.zone.rfc3339(start) << " + " << n;
                if (n != 7) continue;  // the explanation of one in twelve
                auto const steps = explain(keeping, start, wd(n));
                ASSERT_EQ(end_of_day(keeping, steps.back().day), found.at);
                ASSERT_EQ(steps.back().count, n);
                ASSERT_EQ(steps.back().reason.provisional, found.provisional);
            }
        }
    }
}

TEST(Deadline, R9_1_AddingAndSubtractingAgree) {
    std::mt19937 random{7};
    Timekeeping const keeping{twenty_years(random), Zone::shanghai(), std::nullopt};
    for (int i = 0; i < 20'000; ++i) {
        Instant const start = at("2011-01-01T00:00:00") + minutes{random() % (60 * 24 * 365 * 17)};
        int const a = 1 + static_cast<int>(random() % 15);
        int const b = 1 + static_cast<int>(random() % 15);
        Instant const shorter = deadline(keeping, start, wd(a)).at;
        Instant const longer = deadline(keeping, start, wd(a + b)).at;
        ASSERT_EQ(working_days_before(keeping, longer, b), shorter) << keeping.zone.rfc3339(start);
        ASSERT_EQ(keeping.calendar.working_days_between(keeping.zone.date(start), keeping.zone.date(longer - minutes{1})), a + b);
        // A stop and a start at the same moment change nothing; a longer stop never ends earlier.
        Instant const stop = start + minutes{random() % 20'000};
        ASSERT_EQ(resume_deadline(keeping, longer, Limit::Unit::working_days, stop, stop).at, longer);
        Instant const early = resume_deadline(keeping, longer, Limit::Unit::working_days, stop, stop + hours{30}).at;
        Instant const late = resume_deadline(keeping, longer, Limit::Unit::working_days, stop, stop + hours{80}).at;
        ASSERT_LE(longer, early);
        ASSERT_LE(early, late);
    }
}

TEST(Limit, IsReadAndWritten) {
    EXPECT_EQ(parse_limit("3wd").value(), wd(3));
    EXPECT_EQ(parse_limit("3 wd").value(), wd(3));
    EXPECT_EQ(parse_limit("10min").value(), mins(10));
    EXPECT_EQ(format_limit(wd(3)), "3wd");
    EXPECT_EQ(format_limit(mins(10)), "10min");
    for (auto const* text : {"", "wd", "0wd", "-1wd", "3", "3d", "3wdx", "3 w d", "2001wd", "1000001min", "99999999999wd", "3.5wd", " 3wd", "+3wd"}) {
        auto const limit = parse_limit(text);
        ASSERT_FALSE(limit) << text;
        EXPECT_EQ(limit.error().code, "bad-limit");
    }
}

}  // namespace
}  // namespace hearline
