#include "http/session.hpp"

#include <gtest/gtest.h>

#include "storage/memory/memory_store.hpp"
#include "support/run_task.hpp"

namespace hearline::http {
namespace {

using namespace std::chrono_literals;
using test::run_task;

struct SessionTest : testing::Test {
    Sessions::Opened open(std::string_view user = "agent") {
        auto opened = sessions.make(user, "10.0.0.1", "browser", now);
        write_and_wait(*store, [&](Transaction& t) -> Done {
            sessions.store_new(t, opened.row, std::nullopt);
            return std::monostate{};
        });
        return opened;
    }
    std::optional<SessionRow> find(std::string_view token) { return run_task(sessions.find(token, version, pool, now)); }
    std::optional<SessionRow> stored(Digest const& digest) {
        write_and_wait(*store, [](Transaction&) -> Done { return std::monostate{}; });  // whatever was queued before is written now
        return read_now(*store, [&](Snapshot& s) { return s.session(digest); });
    }
    void drop(Digest const& digest) {
        write_and_wait(*store, [&](Transaction& t) -> Done {
            t.drop_session(digest);
            return std::monostate{};
        });
    }
    std::unique_ptr<Store> store = make_memory_store();
    SeededRandom random{7};
    Sessions sessions{*store, random};
    WorkerPool pool{1, 8};
    Instant now = instant_ms(1'800'000'000'000);
    std::int64_t version = 1;
};

TEST_F(SessionTest, IsFoundByItsTokenAndTheStoreNeverSeesTheToken) {
    auto const opened = open();
    EXPECT_EQ(opened.token.size(), 64u);
    auto const found = find(opened.token);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->user, "agent");
    EXPECT_EQ(found->csrf.size(), 32u);
    EXPECT_EQ(stored(opened.row.digest)->digest, sha256(opened.token));
    EXPECT_FALSE(find(std::string(64, 'a')));
    EXPECT_FALSE(find(""));
    EXPECT_FALSE(find(opened.token + "x"));
    EXPECT_NE(open().token, opened.token);
}

TEST_F(SessionTest, EndsAfterHalfAnHourOfSilence) {
    auto const opened = open();
    for (int i = 0; i < 5; ++i) {
        now += 29min;
        EXPECT_TRUE(find(opened.token)) << i;
    }
    now += 30min;
    EXPECT_FALSE(find(opened.token));
}

TEST_F(SessionTest, EndsAfterTwelveHoursHoweverBusyItIs) {
    auto const opened = open();
    EXPECT_EQ(sessions.ends_at(opened.row), now + 12h);
    for (int i = 0; i < 71; ++i) {
        now += 10min;
        ASSERT_TRUE(find(opened.token)) << i;
    }
    now += 10min;
    EXPECT_FALSE(find(opened.token));
}

TEST_F(SessionTest, WritesTheTimeOfUseOnceAMinuteAtMost) {
    auto const opened = open();
    auto const begun = now;
    for (int i = 0; i < 11; ++i) {
        now += 5s;
        ASSERT_TRUE(find(opened.token));
    }
    EXPECT_EQ(stored(opened.row.digest)->last_seen_at, begun);
    now += 5s;
    ASSERT_TRUE(find(opened.token));
    EXPECT_EQ(stored(opened.row.digest)->last_seen_at, begun + 60s);
}

TEST_F(SessionTest, ReadsTheStoreOnlyNowAndThen) {
    auto const opened = open();
    ASSERT_TRUE(find(opened.token));
    drop(opened.row.digest);  // by another node
    now += 4s;
    EXPECT_TRUE(find(opened.token)) << "not looked yet";
    now += 1s;
    EXPECT_FALSE(find(opened.token));
}

TEST_F(SessionTest, IsLookedUpAgainAtOnceWhenPeopleOrPasswordsChanged) {
    auto const opened = open();
    ASSERT_TRUE(find(opened.token));
    drop(opened.row.digest);
    ++version;
    EXPECT_FALSE(find(opened.token));
}

TEST_F(SessionTest, DiesWhenForgottenAndDropped) {
    auto const opened = open();
    ASSERT_TRUE(find(opened.token));
    drop(opened.row.digest);
    sessions.forget(opened.row.digest);
    EXPECT_FALSE(find(opened.token));
}

TEST_F(SessionTest, ANewOneReplacesTheOneOfTheSameBrowserAndSweepsOutOldOnes) {
    auto const first = open(), other = open("desk");
    now += 31min;
    auto const second = sessions.make("agent", "10.0.0.1", "browser", now);
    write_and_wait(*store, [&](Transaction& t) -> Done {
        sessions.store_new(t, second.row, first.row.digest);
        return std::monostate{};
    });
    EXPECT_FALSE(stored(first.row.digest));
    EXPECT_FALSE(stored(other.row.digest));
    EXPECT_TRUE(find(second.token));
}

TEST(SessionCookie, IsHostBoundOverTlsPlainOnThisMachineAndNothingElsewhere) {
    Request request;
    request.secure = true;
    EXPECT_EQ(session_cookie(request, "t"), "__Host-hearline=t; Path=/; HttpOnly; SameSite=Strict; Secure");
    request.secure = false;
    request.loopback = true;
    EXPECT_EQ(session_cookie(request, "t"), "hearline=t; Path=/; HttpOnly; SameSite=Strict");
    EXPECT_EQ(session_cookie(request, ""), "hearline=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    request.loopback = false;
    EXPECT_EQ(cookie_name(request), "");
}

TEST(Secret, IsTheSameOnlyWhenItIsThereAndEqual) {
    EXPECT_TRUE(same_secret("abc", "abc"));
    EXPECT_FALSE(same_secret("abc", "abd"));
    EXPECT_FALSE(same_secret("abc", "abcd"));
    EXPECT_FALSE(same_secret("", ""));
}

}  // namespace
}  // namespace hearline::http
