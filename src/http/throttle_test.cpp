#include "http/throttle.hpp"

#include <gtest/gtest.h>

namespace hearline::http {
namespace {

using namespace std::chrono_literals;

struct LoginThrottleTest : testing::Test {
    void fail(int times, std::string_view account = "agent", std::string_view address = "10.0.0.1") {
        for (int i = 0; i < times; ++i) throttle.failed(account, address, now);
    }
    bool open(std::string_view account = "agent", std::string_view address = "10.0.0.1") { return throttle.check(account, address, now).has_value(); }
    LoginThrottle throttle;
    Instant now = instant_ms(1'800'000'000'000);
};

TEST_F(LoginThrottleTest, LocksAnAccountForThirtyMinutesAtTheFifthFailure) {
    fail(4);
    EXPECT_TRUE(open());
    fail(1);
    auto const refusal = throttle.check("agent", "10.0.0.2", now);
    ASSERT_FALSE(refusal) << "from another address too";
    EXPECT_EQ(refusal.error().kind, ErrorKind::throttled);
    EXPECT_EQ(refusal.error().retry_after_seconds, 1800);
    now += 30min - 1ms;
    EXPECT_FALSE(open());
    now += 1ms;
    EXPECT_TRUE(open());
}

TEST_F(LoginThrottleTest, CountsAnewAfterALockAndAfterASuccess) {
    fail(5);
    now += 31min;
    fail(4);
    EXPECT_TRUE(open());
    throttle.succeeded("agent", "10.0.0.1", now);
    fail(4);
    EXPECT_TRUE(open());
    fail(1);
    EXPECT_FALSE(open());
}

TEST_F(LoginThrottleTest, LetsTheOwnerInThoughStrangersHaveLockedTheAccount) {
    throttle.succeeded("agent", "10.0.0.1", now);
    fail(5, "agent", "203.0.113.5");
    EXPECT_FALSE(open("agent", "203.0.113.5"));
    EXPECT_FALSE(open("agent", "203.0.113.6"));
    EXPECT_TRUE(open("agent", "10.0.0.1"));
    fail(5);
    EXPECT_FALSE(open("agent", "10.0.0.1")) << "but a known source is locked by its own failures";
}

TEST_F(LoginThrottleTest, SlowsDownASourceThatTriesManyNames) {
    for (int i = 0; i < 9; ++i) throttle.failed("name" + std::to_string(i), "10.0.0.1", now);
    EXPECT_TRUE(open("other"));
    throttle.failed("name10", "10.0.0.1", now);
    EXPECT_FALSE(open("other"));
    EXPECT_TRUE(open("other", "10.0.0.2"));
    now += 1s;
    EXPECT_TRUE(open("other"));
    throttle.failed("name11", "10.0.0.1", now);
    now += 1s;
    EXPECT_FALSE(open("other")) << "twice as long the second time";
    now += 1s;
    EXPECT_TRUE(open("other"));
    for (int i = 0; i < 30; ++i) throttle.failed("n" + std::to_string(i), "10.0.0.1", now);
    EXPECT_EQ(throttle.check("other", "10.0.0.1", now).error().retry_after_seconds, 300);
}

TEST_F(LoginThrottleTest, CanBeUnlocked) {
    fail(5);
    throttle.unlock("agent");
    EXPECT_TRUE(open());
}

TEST_F(LoginThrottleTest, StaysBoundedUnderANameStorm) {
    for (int i = 0; i < 250'000; ++i) throttle.failed(std::to_string(i), "10." + std::to_string(i >> 16) + '.' + std::to_string(i >> 8 & 255) + '.' + std::to_string(i & 255), now);
    EXPECT_TRUE(open());
}

TEST(Source, OfIpv6IsItsNetwork) {
    EXPECT_EQ(source_of("2001:db8:1:2::1"), source_of("2001:db8:1:2:ffff::9"));
    EXPECT_NE(source_of("2001:db8:1:2::1"), source_of("2001:db8:1:3::1"));
    EXPECT_NE(source_of("10.0.0.1"), source_of("10.0.0.2"));
}

TEST(RateLimit, AllowsABurstThenASteadyRate) {
    RateLimit limit{{.submissions = {3, 60}}};
    Instant now = instant_ms(1'800'000'000'000);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(limit.take("10.0.0.1", now));
    auto const refusal = limit.take("10.0.0.1", now);
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().retry_after_seconds, 1);
    EXPECT_TRUE(limit.take("10.0.0.2", now)) << "others are not held up";
    EXPECT_TRUE(limit.act("10.0.0.1", "TS1", now)) << "what is done with a code is counted apart";
    now += 1s;
    EXPECT_TRUE(limit.take("10.0.0.1", now));
    EXPECT_FALSE(limit.take("10.0.0.1", now));
    now += 1h;
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(limit.take("10.0.0.1", now));
    EXPECT_FALSE(limit.take("10.0.0.1", now));
    EXPECT_FALSE(limit.take("10.0.0.1", now - 1h)) << "a clock put back gives nothing away";
}

TEST(RateLimit, CountsWrongCodesByComplaintAndAddress) {
    RateLimit limit{{.acts = {2, 60}, .wrong_codes = {3, 60}, .wrong_codes_in_all = {5, 60}}};
    Instant const now = instant_ms(1'800'000'000'000);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(limit.wrong_code("10.0.0.1", "TS1", now));
    EXPECT_FALSE(limit.wrong_code("10.0.0.1", "TS1", now));
    EXPECT_TRUE(limit.wrong_code("10.0.0.1", "TS2", now)) << "somebody else's typing error, at the same address";
    EXPECT_TRUE(limit.wrong_code("10.0.0.2", "TS1", now));
    EXPECT_FALSE(limit.wrong_code("10.0.0.1", "TS3", now)) << "who goes from number to number";
    for (int i = 0; i < 2; ++i) EXPECT_TRUE(limit.act("10.0.0.1", "TS1", now)) << "who knows the code is not held up by who does not";
    EXPECT_FALSE(limit.act("10.0.0.1", "TS1", now));
    EXPECT_TRUE(limit.act("10.0.0.1", "TS2", now));
}

}  // namespace
}  // namespace hearline::http
