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
                                             {on("2027-10-09"), false, "国庆节"}}}));
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
             {ics(event("元旦假期", ok + "\r\nNONSENSE:1")), "line 6: the property NONSENSE is unknown"},
             {ics(event("元旦假期", ok + "\r\nSUMMARY:春节假期")), "line 6: SUMMARY is there twice"},
             {ics(event("元旦假期", "CLASS:PUBLIC")), "line 3: the event lacks DTSTART"},
             {ics(event("元旦假期", ok) + event("元旦假期", ok)), "2027-01-01 is named twice"},
             {ics("BEGIN:VTODO\r\nEND:VTODO\r\n"), "line 3: VTODO does not belong here"},
             {ics("nonsense\r\n"), "line 3: not a line of iCalendar"},
             {ics(event("元旦\xFF假期", ok)), "line 4: it is not UTF-8"},
             {"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "line 2: VEVENT does not end"},
             {"BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", "line 2: END:VEVENT ends nothing"},
             {ics("") + "X-AFTER:1\r\n", "line 4: it must begin with BEGIN:VCALENDAR"},
         })
        EXPECT_NE(refusal(content).find(says), std::string::npos) << content << "\n→ " << refusal(content) << "\nexpected: " << says;
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
