#include "domain/calendar/calendar_change.hpp"

#include <gtest/gtest.h>

namespace hearline {
namespace {

Date on(std::string_view text) { return parse_date(text).value(); }
AnnouncedDay off(std::string_view day, std::string name) { return {on(day), true, std::move(name)}; }
AnnouncedDay worked(std::string_view day, std::string name) { return {on(day), false, std::move(name)}; }

CalendarYear year_2026() { return {2026, {"notice"}, {off("2026-01-01", "元旦"), off("2026-02-17", "春节"), worked("2026-02-28", "春节")}}; }
CalendarYear whole(int year) {
    auto const day = [&](std::string_view rest) { return fmt::format("{}-{}", year, rest); };
    return {year,
            {"whole"},
            {off(day("01-01"), "元旦"), off(day("02-06"), "春节"), off(day("04-05"), "清明节"), off(day("05-01"), "劳动节"), off(day("06-09"), "端午节"), off(day("09-15"), "中秋节"), off(day("10-01"), "国庆节")}};
}

TEST(CalendarChange, R9_2_SingleDaysLeaveAllOthersAsTheyAre) {
    auto const change = change_calendars({year_2026()}, {{2026, {"file"}, {worked("2026-10-10", "国庆节")}, true}, {2027, {"file"}, {off("2026-12-31", "元旦"), off("2027-01-01", "元旦")}, true}});
    ASSERT_EQ(change.years.size(), 2u);
    EXPECT_EQ(change.years[0].days.size(), 4u);
    EXPECT_FALSE(change.years[0].partial);
    EXPECT_EQ(change.years[0].sources, (std::vector<std::string>{"notice", "file"}));
    EXPECT_TRUE(change.years[1].partial);
    EXPECT_TRUE(change.lost.empty());
    EXPECT_TRUE(change.altered.empty());
    WorkingCalendar const calendar{change.years};
    EXPECT_TRUE(calendar.is_announced(2026));
    EXPECT_FALSE(calendar.is_announced(2027));
    EXPECT_TRUE(calendar.is_provisional(on("2027-01-01")));
    EXPECT_TRUE(calendar.is_provisional(on("2026-12-31")));
    EXPECT_FALSE(calendar.is_working_day(on("2026-12-31")));
    EXPECT_EQ(change.unannounced, std::vector<int>{2027});
    EXPECT_TRUE(change_calendars(change.years, {{2026, {"file"}, {worked("2026-10-10", "国庆节")}, true}}).years.empty()) << "what is there already changes nothing";
    EXPECT_EQ(change_calendars(change.years, {{2027, {"file"}, {off("2027-01-01", "元旦")}, true}}).unannounced, std::vector<int>{2027});
}

TEST(CalendarChange, R9_2_AWholeYearTakesThePlaceOfTheOldAndNamesWhatIsLost) {
    CalendarYear const anew{2026, {"new"}, {off("2026-01-01", "元旦"), worked("2026-02-17", "春节")}};
    auto const change = change_calendars({year_2026()}, {anew});
    ASSERT_EQ(change.years, std::vector<CalendarYear>{anew});
    EXPECT_EQ(change.lost, std::vector<AnnouncedDay>{worked("2026-02-28", "春节")});
    EXPECT_EQ(change.altered, std::vector<AnnouncedDay>{worked("2026-02-17", "春节")});
    EXPECT_TRUE(change_calendars({anew}, {anew}).years.empty());
}

TEST(CalendarChange, R9_2_TheTurnOfTheYearIsTouchedOnlyWhereItIsNamed) {
    // 2027's notice rules the last days of 2026; a new 2026 leaves them, and what both name is not lost with one.
    CalendarYear next{2027, {"n"}, {off("2026-12-31", "元旦"), off("2027-01-01", "元旦")}};
    auto const change = change_calendars({year_2026(), next}, {whole(2026)});
    ASSERT_EQ(change.years.size(), 1u);
    EXPECT_EQ(change.lost.size(), 2u) << "17 and 28 February, and nothing of 2027";
    // A single day that the later notice names is changed there: its word holds.
    auto const worked_after_all = change_calendars({year_2026(), next}, {{2026, {"f"}, {worked("2026-12-31", "补班")}, true}});
    ASSERT_EQ(worked_after_all.years.size(), 1u);
    EXPECT_EQ(worked_after_all.years[0].year, 2027);
    EXPECT_EQ(worked_after_all.altered, std::vector<AnnouncedDay>{worked("2026-12-31", "补班")});
}

TEST(CalendarChange, R9_2_AYearIsAnnouncedWhenAllItsFestivalsAreNamedByWhateverFiles) {
    auto first = whole(2027), second = first;
    first.partial = second.partial = true;
    first.days.resize(4);
    second.days.erase(second.days.begin(), second.days.begin() + 4);
    auto const half = change_calendars({}, {first});
    ASSERT_TRUE(half.years[0].partial);
    EXPECT_EQ(missing_festivals(half.years[0]), (std::vector<std::string>{"端午节", "中秋节", "国庆节"}));
    auto const both = change_calendars(half.years, {second});
    EXPECT_FALSE(both.years[0].partial);
    EXPECT_EQ(both.years[0].days, whole(2027).days);
    // The announcement of a year of which single days were known: what it does not name of them is asked for.
    auto const known = change_calendars({{2027, {"f"}, {off("2026-12-31", "元旦")}, true}}, {whole(2027)});
    EXPECT_EQ(known.lost, std::vector<AnnouncedDay>{off("2026-12-31", "元旦")});
}

}  // namespace
}  // namespace hearline
