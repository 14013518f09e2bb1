#include "channel/calendar_file/read_calendar.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "base/unicode.hpp"
#include "channel/calendar_file/ics_lines.hpp"
#include "domain/calendar/deadline.hpp"

namespace hearline {
namespace {

namespace fs = std::filesystem;
fs::path const shared = fs::path{SHARED_FOLDER} / "data";

std::string content_of(fs::path const& path) {
    std::ifstream in{path, std::ios::binary};
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
}

Date on(std::string_view text) { return parse_date(text).value(); }
Instant at(std::string_view text) { return parse_rfc3339(std::string{text} + "+08:00").value(); }

std::string ics(std::string_view events) { return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + std::string{events} + "END:VCALENDAR\r\n"; }
std::string event(std::string_view summary, std::string_view rest) { return fmt::format("BEGIN:VEVENT\r\nSUMMARY:{}\r\n{}\r\nEND:VEVENT\r\n", summary, rest); }

/// The refusal of a file, in English.
std::string refusal(std::string_view content) {
    auto const years = read_calendar(content, "x");
    if (years) return "(taken)";
    EXPECT_EQ(years.error().code, "bad-calendar");
    EXPECT_FALSE(years.error().detail.zh.empty());
    return years.error().detail.en;
}

TEST(ShippedCalendars, R9_2_CoverTheAnnouncedYearsWithTheirSources) {
    auto const years = shipped_calendars();
    ASSERT_EQ(years.size(), 9u);
    for (std::size_t i = 0; i < years.size(); ++i) {
        EXPECT_EQ(years[i].year, 2018 + static_cast<int>(i));
        EXPECT_GE(years[i].days.size(), 25u);
        ASSERT_FALSE(years[i].sources.empty());
        EXPECT_TRUE(years[i].sources.front().find("://www.gov.cn/") != std::string::npos) << years[i].sources.front();
    }
}

TEST(ShippedCalendars, R9_2_KnowTheDaysOfTheRealNotices) {
    WorkingCalendar const calendar{shipped_calendars()};
    for (auto const* off : {"2018-12-31", "2019-05-03", "2020-01-31", "2020-10-08", "2022-12-31", "2025-10-08", "2026-02-23", "2026-10-07"})
        EXPECT_FALSE(calendar.is_working_day(on(off))) << off;
    for (auto const* worked : {"2018-12-29", "2020-01-19", "2021-02-20", "2023-01-28", "2024-02-09", "2024-02-18", "2025-01-26", "2026-02-28", "2026-09-20", "2026-10-10"})
        EXPECT_TRUE(calendar.is_working_day(on(worked))) << worked;
    EXPECT_EQ(calendar.reason(on("2018-12-31")).name, "元旦");
    EXPECT_FALSE(calendar.is_provisional(on("2026-12-24")));
    EXPECT_TRUE(calendar.is_provisional(on("2026-12-25")));
}

TEST(ShippedCalendars, R9_1_RealDeadlines) {
    Timekeeping const keeping{WorkingCalendar{shipped_calendars()}, Zone::shanghai(), std::nullopt};
    auto const due = [&](std::string_view start, int n) { return keeping.zone.rfc3339(deadline(keeping, at(start), {n, Limit::Unit::working_days}).at); };
    EXPECT_EQ(due("2026-09-30T16:00:00", 3), "2026-10-11T00:00:00+08:00");
    EXPECT_EQ(due("2026-10-08T09:00:00", 3), "2026-10-13T00:00:00+08:00");
    EXPECT_EQ(due("2026-02-13T17:00:00", 2), "2026-02-25T00:00:00+08:00");  // the worked Saturday 14th, then the 24th
    EXPECT_EQ(due("2018-12-28T09:00:00", 2), "2019-01-03T00:00:00+08:00");  // ruled by the notice of 2019
    EXPECT_EQ(due("2020-01-23T09:00:00", 1), "2020-02-04T00:00:00+08:00");  // the holiday that was prolonged
}

TEST(CalendarFile, R9_2_BothFormsOfJsonSayTheSame) {
    auto const ours = read_calendar(R"({"year": 2027, "sources": ["https://x"], "holidays": [{"name": "元旦", "off": ["2027-01-01"], "work": ["2026-12-26"]}]})", "a");
    auto const theirs = read_calendar(
        R"({"$schema": "s", "$id": "i", "year": 2027, "papers": ["https://x"], "days": [{"name":"元旦","date":"2027-01-01","isOffDay":true},{"name":"元旦","date":"2026-12-26","isOffDay":false}]})", "b");
    ASSERT_TRUE(ours && theirs);
    EXPECT_EQ(*ours, *theirs);
    EXPECT_EQ(ours->front().days.front(), (AnnouncedDay{on("2026-12-26"), false, "元旦"}));
    EXPECT_EQ(ours->front().sources, std::vector<std::string>{"https://x"});
    auto const many = read_calendar(R"([{"year":2028,"holidays":[{"name":"元旦","off":["2028-01-01"]}]},{"year":2027,"holidays":[{"name":"元旦","off":["2027-01-01"]}]}])", "both.json");
    ASSERT_TRUE(many);
    ASSERT_EQ(many->size(), 2u);
    EXPECT_EQ(many->front().year, 2027);
    EXPECT_EQ(many->front().sources, std::vector<std::string>{"both.json"});
}

TEST(CalendarFile, R9_2_ICalendarSpansEndBeforeDtend) {
    auto const years = read_calendar(ics(event("国庆节假期", "DTSTART;VALUE=DATE:20271001\r\nDTEND;VALUE=DATE:20271004\r\nURL:https://notice") +
                                         event("上班(补国庆\r\n 节假期)", "DTSTART:20271009") + event("春节（休）", "DTSTART;VALUE=DATE:20270206\r\nDURATION:P2D")),
                                     "y.ics");
    ASSERT_TRUE(years) << years.error().detail.en;
    ASSERT_EQ(years->size(), 1u);
    EXPECT_EQ(years->front(), (CalendarYear{2027,
                                            {"https://notice"},
                                            {{on("2027-02-06"), true, "春节"},
                                             {on("2027-02-07"), true, "春节"},
                                             {on("2027-10-01"), true, "国庆节"},
                                             {on("2027-10-02"), true, "国庆节"},
                                             {on("2027-10-03"), true, "国庆节"},
                                             {on("2027-10-09"), false, "国庆节"}},
                                            true}));
}

TEST(CalendarFile, R9_2_TheTurnOfTheYearBelongsToTheLaterNotice) {
    auto const years = read_calendar(ics(event("元旦假期", "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270103") + event("上班(补元旦假期)", "DTSTART;VALUE=DATE:20261226") +
                                         event("国庆节假期", "DTSTART;VALUE=DATE:20261001")),
                                     "y.ics");
    ASSERT_TRUE(years);
    ASSERT_EQ(years->size(), 2u);
    EXPECT_EQ(years->at(0).days.size(), 1u);
    EXPECT_EQ(years->at(1).year, 2027);
    EXPECT_EQ(years->at(1).days.size(), 4u);
}

TEST(CalendarFile, RefusesWhatItDoesNotUnderstandNamingTheLine) {
    struct Case {
        std::string content, says;
    };
    std::string const ok = "DTSTART;VALUE=DATE:20270101";
    for (auto const& [content, says] : std::vector<Case>{
             {"", "neither JSON nor iCalendar"},
             {"hello", "neither JSON nor iCalendar"},
             {"{\n\"year\": 2027,\n", "not valid JSON"},
             {"{\n\"year\": 2027,\n\"days\": [],\n\"papers\": []\n}", "line 3: 2027 announces no day"},
             {"{\n\"year\": 2027,\n\"holiday\": []\n}", "line 3: unknown key “holiday”"},
             {"{\n\"year\": \"2027\", \"days\": []}", "line 2: “year” must be a year"},
             {"{\"year\": 2027,\n\"days\": [\n{\"name\":\"元旦\",\"date\":\"2027-02-30\",\"isOffDay\":true}]}", "line 3: must be a date"},
             {"{\"year\": 2027,\n\"days\": [\n{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":1}]}", "line 3: “isOffDay” must be true or false"},
             {"{\"year\": 2027,\n\"days\": [\n{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true},\n{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":false}]}", "line 4: 2027-01-01 is named twice"},
             {"{\"year\": 2027,\n\"days\": [\n{\"name\":\"元旦\",\"date\":\"2026-11-01\",\"isOffDay\":true}]}", "line 3: 2026-11-01 does not belong to the notice of 2027"},
             {"{\"year\": 2027,\n\"days\": [\n{\"name\":\"\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}", "line 3: 2027-01-01 lacks a usable holiday name"},
             {"{\"year\": 1980,\n\"days\": [\n{\"name\":\"x\",\"date\":\"1980-01-01\",\"isOffDay\":true}]}", "line 3: the year 1980 is not between"},
             {"[1]", "each year must be an object"},
             {"{\"year\": 2027,\n\"holidays\": [{\"name\": \"元旦\", \"off\": [\"2027-01-01\"]}],\n\"holidays\": []}", "line 3: “holidays” is there twice in one object"},
             {"{\"year\": 2027}", "one of “days” and “holidays”"},
             {"{\"year\": 2027, \"papers\": \"x\", \"days\": []}", "must be a list of addresses"},
             {"[{\"year\":2027,\"holidays\":[{\"name\":\"a\",\"off\":[\"2027-01-01\"]}]},\n{\"year\":2027,\"holidays\":[{\"name\":\"a\",\"off\":[\"2027-01-02\"]}]}]", "line 2: the year 2027 is there twice"},
             {ics(""), "announces no day"},
             {ics(event("开会", ok)), "line 4: cannot tell whether “开会” is off or worked"},
             {ics(event("元旦假期", "DTSTART:20270101T080000Z")), "line 5: DTSTART must be a whole day"},
             {ics(event("元旦假期", "DTSTART;VALUE=DATE:20270230")), "line 5: DTSTART must be a whole day"},
             {ics(event("元旦假期", ok + "\r\nRRULE:FREQ=YEARLY")), "line 6: repeating events (RRULE)"},
             {ics(event("元旦假期", ok + "\r\nDTEND;VALUE=DATE:20270101")), "line 6: an event has 1 to"},
             {ics(event("元旦假期", ok + "\r\nDTEND;VALUE=DATE:20270601")), "line 6: an event has 1 to"},
             {ics(event("元旦假期", ok + "\r\nDURATION:PT8H")), "line 6: DURATION must be whole days"},
             {ics(event("元旦假期", ok + "\r\nSUMMARY:春节假期")), "line 6: SUMMARY is there twice"},
             {ics(event("元旦假期", "CLASS:PUBLIC")), "line 3: the event lacks DTSTART"},
             {ics(event("元旦假期", ok) + event("元旦 补班", ok)), "line 8: 2027-01-01 is named twice, as off and as worked (see line 4)"},
             {ics(event("国庆节 值班安排", ok) + event("会议", ok)), "line 4: cannot tell whether “国庆节 值班安排” is off or worked; write “…假期” or “上班(补…假期)”, or take out what is no matter of days off; line 8: cannot tell"},
             {ics(event("国庆节 补班", "DTSTART:20271009T090000\r\nDTEND:20271010T180000")), "line 6: the hours of a worked day lie within one date"},
             {ics(event("国庆节假期", "DTSTART:20271001T140000\r\nDTEND:20271001T180000")), "line 6: DTSTART must be a whole day"},
             {ics(event("国庆节假期", "DTSTART;TZID=Nowhere/Else:20271001T000000")), "line 5: DTSTART must be a whole day, such as DTSTART;VALUE=DATE:20261001, or a time of a zone that is known"},
             {ics(event("国庆节假期", "DTSTART;VALUE=DATE:20271001\r\nDTEND:20271002T000000")), "line 6: DTSTART and DTEND must both be dates"},
             {ics(event("国庆节", ok + "\r\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY\r\nDESCRIPTION:x") + event("国庆节（班）", "DTSTART;VALUE=DATE:20271002\r\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY")), "cannot tell whether “国庆节（班）”"},
             {ics("METHOD:CANCEL\r\n" + event("国庆节假期", ok)), "line 3: it is a cancellation"},
             {"{\"year\": 2027, \"holidays\": [\n{\"name\": \"国庆节 补班\", \"off\": [\"2027-10-09\"]},\n{\"name\": \"国庆节放假\", \"work\": [\"2027-10-10\", \"2027-13-10\"]}]}",
              "line 2: the name of 2027-10-09, “国庆节 补班”, says the opposite of what the day is listed as; correct one of the two; line 3: the name of 2027-10-10"},
             {"{\"year\": 2027,\n\"days\": [\n{\"name\":\"元旦\",\"date\":\"2027-02-30\",\"isOffDay\":true},\n{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":2}]}", "line 3: must be a date, such as \"2026-10-01\"; line 4: “isOffDay” must be"},
             {ics("BEGIN:VTODO\r\nEND:VTODO\r\n"), "line 3: VTODO does not belong here"},
             {ics("nonsense\r\n"), "line 3: not a line of iCalendar"},
             {ics(event("元旦\xFF假期", ok)), "line 4: it is not UTF-8"},
             {"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "line 2: VEVENT does not end"},
             {"BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", "line 2: END:VEVENT ends nothing"},
             {ics("") + "X-AFTER:1\r\n", "line 4: it must begin with BEGIN:VCALENDAR"},
         })
        EXPECT_NE(refusal(content).find(says), std::string::npos) << content << "\n→ " << refusal(content) << "\nexpected: " << says;
}

/// The one day that the event names, "2026-10-10 work 国庆节", or why it is refused.
std::string day_of(std::string_view summary, std::string_view rest) {
    auto const years = read_calendar(ics(event(summary, rest)), "x.ics");
    if (!years) return years.error().detail.en;
    std::string days;
    for (auto const& year : *years)
        for (auto const& said : year.days) days += (days.empty() ? "" : ", ") + format_date(said.day) + (said.off ? " off " : " work ") + said.name;
    return days;
}

TEST(CalendarFile, R9_2_AMakeUpDayIsReadInWhateverWordsPeopleUse) {
    for (auto const* summary : {"国庆节 工作日", "国庆节（调班）", "国庆节 补班", "國慶節補班日", "[班] 国庆节", "国庆节[班]", "【班】国庆节", "（班）国庆节", "班 国庆节", "国庆节班", "上班(补国庆节假期)", "国庆节补假上班",
                                "补国庆节假期上班", "国庆节调休上班", "国庆节假期补班", "国庆节 特殊工作日", "补行上班（国庆节）", "💼国庆节 补班 第1天/共2天", "国庆节：照常上班", "国庆节不放假", "国庆节前补班", "Special working day (National Day)",
                                "National Day Workday"}) {
        auto const found = day_of(summary, "DTSTART;VALUE=DATE:20261010");
        if (summary == std::string_view{"国庆节补假上班"})
            EXPECT_NE(found.find("cannot tell"), std::string::npos) << found;
        else
            EXPECT_EQ(found, "2026-10-10 work 国庆节") << summary;
    }
}

TEST(CalendarFile, R9_2_ADayOffIsReadInWhateverWordsPeopleUse) {
    for (auto const* summary : {"国庆节", "国庆节假期", "国庆节放假", "国庆节放假调休", "国庆节 休", "[休] 国庆节", "国庆节（休）", "休 国庆节", "國慶節連假（休）", "国庆黄金周", "国庆节法定节假日", "国庆节 放假（不调休）", "国庆节 不上班",
                                "🏮国庆节 假期 第3天/共7天", "2026年国庆节", "10月1日 国庆节放假", "National Day", "National Day holiday", "国庆节补休"})
        EXPECT_EQ(day_of(summary, "DTSTART;VALUE=DATE:20261001"), "2026-10-01 off 国庆节") << summary;
    EXPECT_EQ(day_of("古尔邦节放假", "DTSTART;VALUE=DATE:20260527"), "2026-05-27 off 古尔邦节");
    EXPECT_EQ(day_of("三月三（休）", "DTSTART;VALUE=DATE:20260419"), "2026-04-19 off 三月三");
    EXPECT_EQ(day_of("除夕", "DTSTART;VALUE=DATE:20260216"), "2026-02-16 off 除夕");
}

TEST(CalendarFile, R9_2_WhatIsNotUnderstoodIsNeverADayOff) {
    for (auto const* summary : {"国庆节值班", "国庆节加班", "国庆节调休", "国庆节（调休）", "国庆节假期调休", "国庆节补课", "国庆节工作安排", "国庆节上班放假", "国庆节 不必补班", "补国庆节", "国庆节前", "国庆节后第一天", "国庆节晚会", "发布国庆节放假通知",
                                "国庆节 Shift", "妇女节（休）半天", "退休", "休市", "班车停运", "调休", "开会", "教师节", "国庆节促销", "国庆节 make-up day"})
        EXPECT_NE(day_of(summary, "DTSTART;VALUE=DATE:20261010").find("cannot tell"), std::string::npos) << summary << ": " << day_of(summary, "DTSTART;VALUE=DATE:20261010");
    EXPECT_NE(day_of("除夕", "DTSTART;VALUE=DATE:20240209").find("cannot tell"), std::string::npos) << "it was worked in 2024";
}

TEST(CalendarFile, R9_2_MarksOfCalendarProgramsAreRead) {
    std::string const day = "DTSTART;VALUE=DATE:20261010";
    EXPECT_EQ(day_of("国庆节", day + "\r\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY"), "2026-10-10 work 国庆节");
    EXPECT_EQ(day_of("国庆节", day + "\r\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY"), "2026-10-10 off 国庆节");
    EXPECT_EQ(day_of("国庆节", day + "\r\nCATEGORIES:调休上班"), "2026-10-10 work 国庆节");
    EXPECT_NE(day_of("国庆节放假", day + "\r\nCATEGORIES:补班").find("cannot tell"), std::string::npos);
    EXPECT_EQ(day_of("国庆节假期", day + "\r\nCATEGORIES:Holiday\r\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\r\nTRANSP:TRANSPARENT\r\nTIMEZONE-ID:x\r\nNONSENSE:1"), "2026-10-10 off 国庆节");
    EXPECT_EQ(day_of("国庆节 补班", "DTSTART:20261010T090000\r\nDTEND:20261010T180000"), "2026-10-10 work 国庆节");
    EXPECT_EQ(day_of("国庆节 补班", "DTSTART;TZID=Asia/Shanghai:20261010T090000\r\nDURATION:PT9H"), "2026-10-10 work 国庆节");
    EXPECT_EQ(day_of("国庆节 补班", "DTSTART;TZID=China Standard Time;VALUE=DATE-TIME:20261010T000000\r\nDTEND;TZID=China Standard Time:20261011T000000"), "2026-10-10 work 国庆节");
    EXPECT_EQ(day_of("国庆节 补班", "DTSTART:20261010T010000Z\r\nDTEND:20261010T100000Z"), "2026-10-10 work 国庆节");
    EXPECT_EQ(day_of("国庆节假期", "DTSTART:20260930T160000Z\r\nDTEND:20261002T160000Z"), "2026-10-01 off 国庆节, 2026-10-02 off 国庆节");
    EXPECT_EQ(day_of("国庆节假期", "DTSTART:20261001T000000\r\nDTEND:20261001T235959"), "2026-10-01 off 国庆节");
    EXPECT_EQ(day_of("国庆节假期", "DTSTART;VALUE=DATE:20261001\r\nDURATION:P1DT24H"), "2026-10-01 off 国庆节, 2026-10-02 off 国庆节");
}

TEST(CalendarFile, R9_2_OfSeveralStatesOfAnEventTheLastHolds) {
    std::string const first = "UID:1\r\nSEQUENCE:0\r\nDTSTART;VALUE=DATE:20261010", second = "UID:1\r\nSEQUENCE:1\r\nDTSTART;VALUE=DATE:20261011";
    auto const days = [](std::string const& events) {
        auto const years = read_calendar(ics(events + event("国庆节假期", "UID:2\r\nDTSTART;VALUE=DATE:20261001")), "x");
        return years ? years->front().days : std::vector<AnnouncedDay>{};
    };
    EXPECT_EQ(days(event("国庆节补班", second) + event("国庆节补班", first)), (std::vector<AnnouncedDay>{{on("2026-10-01"), true, "国庆节"}, {on("2026-10-11"), false, "国庆节"}}));
    EXPECT_EQ(days(event("国庆节补班", first) + event("国庆节补班", second + "\r\nSTATUS:CANCELLED")), (std::vector<AnnouncedDay>{{on("2026-10-01"), true, "国庆节"}}));
    EXPECT_EQ(days(event("国庆节", "UID:2\r\nDTSTART;VALUE=DATE:20261001") + event("中秋节", "UID:2\r\nDTSTART;VALUE=DATE:20261001")).front().name, "国庆节、中秋节") << "one day by two names";
}

TEST(CalendarFile, R9_2_ICalendarAnnouncesAYearOnlyWithAllItsFestivals) {
    std::string some = event("元旦", "DTSTART;VALUE=DATE:20270101") + event("春节", "DTSTART;VALUE=DATE:20270206") + event("清明节", "DTSTART;VALUE=DATE:20270405") + event("劳动节", "DTSTART;VALUE=DATE:20270501") +
                       event("端午节", "DTSTART;VALUE=DATE:20270609") + event("国庆节", "DTSTART;VALUE=DATE:20271001");
    EXPECT_TRUE(read_calendar(ics(some), "x")->front().partial);
    EXPECT_FALSE(read_calendar(ics(some + event("中秋节", "DTSTART;VALUE=DATE:20270915")), "x")->front().partial);
    EXPECT_FALSE(read_calendar(R"({"year": 2027, "holidays": [{"name": "元旦", "off": ["2027-01-01"]}]})", "x")->front().partial) << "JSON names the year that it announces";
}

TEST(IcsLines, AreUnfoldedAndTakenApart) {
    auto const lines = split_ics("A;X=\"a:b;c\";Y=2:v:w\r\nLONG:ab\r\n cd\r\n\tef\r\n\r\nB:\r\n bad line\r\n=:x\n");
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(lines[0].parameter("X"), "a:b;c");
    EXPECT_EQ(lines[0].parameter("Y"), "2");
    EXPECT_EQ(lines[0].value, "v:w");
    EXPECT_EQ(lines[1].value, "abcdef");
    EXPECT_EQ(lines[1].number, 2);
    EXPECT_EQ(lines[2].value, "bad line");
    EXPECT_EQ(lines[2].number, 6);
    EXPECT_EQ(lines[3].name, "");
    EXPECT_EQ(lines[3].number, 8);
    EXPECT_EQ(ics_text("a\\, b\\; c\\n d\\\\"), "a, b; c  d\\");
}

class CollectedCalendars : public testing::Test {
protected:
    void SetUp() override {
        if (!fs::exists(shared / "cn-holidays")) GTEST_SKIP() << "the collected calendars are not here";
    }
};

TEST_F(CollectedCalendars, R9_2_ICalendarAndJsonOfAYearGiveTheSameDaysAsWeShip) {
    auto const shipped = shipped_calendars();
    for (auto const& ours : shipped) {
        auto const name = std::to_string(ours.year);
        auto const as_json = read_calendar(content_of(shared / "cn-holidays" / (name + ".json")), name + ".json");
        auto const as_ics = read_calendar(content_of(shared / "cn-holidays" / (name + ".ics")), name + ".ics");
        ASSERT_TRUE(as_json) << as_json.error().detail.en;
        ASSERT_TRUE(as_ics) << as_ics.error().detail.en;
        ASSERT_EQ(as_json->size(), 1u);
        ASSERT_EQ(as_ics->size(), 1u) << name;
        EXPECT_EQ(as_json->front(), ours) << name;
        EXPECT_EQ(as_ics->front().year, ours.year);
        EXPECT_EQ(as_ics->front().days, ours.days) << name;
    }
}

TEST_F(CollectedCalendars, R9_2_AFileOfManyYearsIsSplit) {
    auto const years = read_calendar(content_of(shared / "cn-holidays/holiday-cn.ics"), "holiday-cn.ics");
    ASSERT_TRUE(years) << years.error().detail.en;
    auto const shipped = shipped_calendars();
    std::set<int> seen;
    for (auto const& year : *years) {
        auto const ours = std::find_if(shipped.begin(), shipped.end(), [&](auto const& s) { return s.year == year.year; });
        ASSERT_NE(ours, shipped.end()) << year.year;
        EXPECT_EQ(year.days, ours->days) << year.year;
        seen.insert(year.year);
    }
    EXPECT_GE(seen.size(), 4u);
}

TEST_F(CollectedCalendars, R9_2_AYearThatIsNotAnnouncedIsRefused) {
    for (auto const* name : {"2027.json", "2027.ics"}) {
        auto const years = read_calendar(content_of(shared / "cn-holidays" / name), name);
        ASSERT_FALSE(years) << name;
        EXPECT_NE(years.error().detail.en.find("announces no day"), std::string::npos);
        EXPECT_NE(years.error().detail.en.find(name), std::string::npos);
    }
}

TEST_F(CollectedCalendars, NoSampleCrashesTheReader) {
    int samples = 0;
    for (auto const& file : fs::directory_iterator{shared / "icalendar-samples"}) {
        if (file.path().extension() != ".ics") continue;
        std::string const content = content_of(file.path());
        for (std::size_t cut : {content.size(), content.size() / 2, content.size() / 3}) {
            auto const years = read_calendar(std::string_view{content}.substr(0, cut), file.path().filename().string());
            if (years) {
                for (auto const& year : *years) EXPECT_FALSE(year.days.empty());
            } else {
                EXPECT_NE(years.error().detail.en.find(", line "), std::string::npos) << years.error().detail.en;
                EXPECT_TRUE(is_utf8(years.error().detail.zh)) << file.path();
            }
        }
        ++samples;
    }
    EXPECT_GT(samples, 40);
}

}  // namespace
}  // namespace hearline
