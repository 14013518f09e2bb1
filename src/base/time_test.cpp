#include "base/time.hpp"

#include <gtest/gtest.h>

namespace hearline {
namespace {

Instant at(std::string_view text) { return parse_rfc3339(text).value(); }
Date on(std::string_view text) { return parse_date(text).value(); }

TEST(Time, ReadsRfc3339) {
    EXPECT_EQ(ms_of(at("1970-01-01T00:00:00Z")), 0);
    EXPECT_EQ(ms_of(at("2026-11-23T09:00:00+08:00")), 1795395600000);
    EXPECT_EQ(at("2026-11-23T09:00:00+08:00"), at("2026-11-23T01:00:00Z"));
    EXPECT_EQ(at("2026-11-22T19:30:00-05:30"), at("2026-11-23t01:00:00z"));
    EXPECT_EQ(ms_of(at("1970-01-01T00:00:00.5Z")), 500);
    EXPECT_EQ(ms_of(at("1970-01-01T00:00:00.123456789Z")), 123);
    EXPECT_EQ(ms_of(at("1969-12-31T23:59:59.999Z")), -1);
    EXPECT_EQ(at("2024-02-29T00:00:00Z"), at("2024-02-28T16:00:00-08:00"));
}

TEST(Time, RefusesWhatIsNoRfc3339Time) {
    for (auto const* text : {"", "2026", "2026-11-23", "2026-11-23T09:00:00", "2026-11-23 09:00:00Z", "2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z",
                             "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
                             "2026-01-01T00:00:60Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+08", "2026-01-01T00:00:00+0800",
                             "2026-01-01T00:00:00Zx", " 2026-01-01T00:00:00Z", "1899-12-31T00:00:00Z", "2200-01-01T00:00:00Z", "26-01-01T00:00:00Z",
                             "2026-1-1T00:00:00Z", "+026-01-01T00:00:00Z", "2026-01-01T00:00:00,5Z"}) {
        auto const result = parse_rfc3339(text);
        ASSERT_FALSE(result) << text;
        EXPECT_EQ(result.error().code, "bad-time");
        EXPECT_NE(result.error().detail.en.find("RFC 3339"), std::string::npos);
    }
}

TEST(Time, ReadsAndWritesDates) {
    EXPECT_EQ(format_date(on("2024-02-29")), "2024-02-29");
    EXPECT_EQ(day_number(on("1970-01-02")), 1);
    for (auto const* text : {"", "2023-02-29", "2023-2-9", "20230209", "2023-02-28 ", "0000-00-00"}) EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Zone, R9_5_ShowsTheOperatorsWallClock) {
    auto const zone = Zone::shanghai();
    EXPECT_EQ(zone.name(), "Asia/Shanghai");
    EXPECT_EQ(zone.rfc3339(at("2026-11-23T01:00:00Z")), "2026-11-23T09:00:00+08:00");
    EXPECT_EQ(zone.rfc3339(at("2026-11-23T01:00:00.007Z")), "2026-11-23T09:00:00.007+08:00");
    EXPECT_EQ(zone.date(at("2026-11-22T15:59:59.999Z")), on("2026-11-22"));
    EXPECT_EQ(zone.date(at("2026-11-22T16:00:00Z")), on("2026-11-23"));
    EXPECT_EQ(zone.start_of(on("2026-11-23")), at("2026-11-23T00:00:00+08:00"));
    EXPECT_EQ(zone.local(at("1969-12-31T12:00:00Z")).time_of_day, std::chrono::hours{20});
}

TEST(Zone, KnowsTheSummerTimeThatShanghaiOnceHad) {
    auto const zone = Zone::shanghai();
    EXPECT_EQ(zone.rfc3339(at("1988-07-01T00:00:00Z")), "1988-07-01T09:00:00+09:00");
    EXPECT_EQ(zone.instant(on("1988-07-01"), std::chrono::hours{9}), at("1988-07-01T00:00:00Z"));
    EXPECT_EQ(zone.rfc3339(at("1999-12-31T23:59:59Z")), "2000-01-01T07:59:59+08:00");
}

TEST(Zone, FollowsChangesOfOffset) {
    auto const zone = Zone::find("Europe/Berlin").value();
    EXPECT_EQ(zone.rfc3339(at("2026-07-01T10:00:00Z")), "2026-07-01T12:00:00+02:00");
    EXPECT_EQ(zone.rfc3339(at("2026-12-01T10:00:00Z")), "2026-12-01T11:00:00+01:00");
    // 02:30 is skipped on the last Sunday of March: the moment of the change stands for it.
    EXPECT_EQ(zone.instant(on("2026-03-29"), std::chrono::minutes{150}), at("2026-03-29T01:00:00Z"));
    // 02:30 happens twice in October: the first.
    EXPECT_EQ(zone.instant(on("2026-10-25"), std::chrono::minutes{150}), at("2026-10-25T00:30:00Z"));
    EXPECT_EQ(zone.instant(on("2026-10-26"), std::chrono::hours{24}), zone.start_of(on("2026-10-27")));
    EXPECT_EQ(Zone::find("America/Lima").value().rfc3339(at("2026-01-01T00:00:00Z")), "2025-12-31T19:00:00-05:00");
}

TEST(Zone, RoundTripsEveryHourOfTwentyYears) {
    for (auto const* name : {"Asia/Shanghai", "Europe/Berlin", "Asia/Kathmandu"}) {
        auto const zone = Zone::find(name).value();
        for (auto t = at("1995-01-01T00:00:00Z"); t < at("2015-01-01T00:00:00Z"); t += std::chrono::minutes{617}) {
            auto const text = zone.rfc3339(t);
            ASSERT_EQ(at(text), t) << text;
            auto const local = zone.local(t);
            auto const back = zone.instant(local.day, local.time_of_day);
            ASSERT_TRUE(back == t || zone.rfc3339(back).substr(0, 19) == text.substr(0, 19)) << text;
        }
    }
}

TEST(Zone, AnUnknownNameIsRefusedWithARemedy) {
    auto const zone = Zone::find("Asia/Atlantis");
    ASSERT_FALSE(zone);
    EXPECT_EQ(zone.error().code, "bad-zone");
    EXPECT_NE(zone.error().detail.en.find("Asia/Shanghai"), std::string::npos);
}

}  // namespace
}  // namespace hearline
