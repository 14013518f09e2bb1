#include "http/login.hpp"

#include <gmock/gmock.h>

#include "support/run_task.hpp"
#include "support/site.hpp"

namespace hearline::http {
namespace {

using namespace std::chrono_literals;
using test::run_task;
using testing::HasSubstr;

constexpr auto password = "correct horse 电池";

struct LoginTest : testing::Test {
    LoginTest() {
        site.add_user("agent", "agent", "centre", password);
        request.peer = "127.0.0.1";
        request.loopback = true;
    }
    Result<LoggedIn> come_in(std::string name = "agent", std::string with = password, std::string new_password = "") {
        return run_task(log_in({std::move(name), std::move(with), "", std::move(new_password)}, request, site.services));
    }
    std::optional<SessionRow> session_of(LoggedIn const& in) {
        auto const token = in.set_cookie.substr(in.set_cookie.find('=') + 1, 64);
        return run_task(site.sessions.find(token, site.directory.get()->version(), site.readers, site.now));
    }
    void come_back(LoggedIn const& in) {  // the next request comes by this session
        auto const session = session_of(in);
        request.identity.actor = in.actor;
        request.identity.signed_in = true;
        request.identity.session = session->digest;
    }
    test::Site site;
    Request request;
};

TEST_F(LoginTest, OpensASessionForTheRightPassword) {
    auto const in = come_in();
    ASSERT_TRUE(in) << in.error().detail.en;
    EXPECT_EQ(in->actor, (Actor{Role::agent, "agent", "centre"}));
    EXPECT_FALSE(in->must_change_password);
    EXPECT_THAT(in->set_cookie, HasSubstr("HttpOnly; SameSite=Strict"));
    EXPECT_EQ(in->expires_at, site.now + 12h);
    auto const session = session_of(*in);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->csrf, in->csrf);
    EXPECT_NE(come_in()->csrf, in->csrf);
}

TEST_F(LoginTest, SaysTheSameForAWrongPasswordAnUnknownNameAndADisabledAccount) {
    auto const wrong = come_in("agent", "wrong password").error();
    auto const unknown = come_in("nobody", password).error();
    auto row = site.user("agent");
    row.disabled = true;
    site.change_user(row);
    auto const disabled = come_in().error();
    EXPECT_EQ(wrong.kind, ErrorKind::unauthenticated);
    EXPECT_EQ(wrong.code, "wrong-login");
    for (auto const& other : {unknown, disabled}) {
        EXPECT_EQ(other.code, wrong.code);
        EXPECT_EQ(other.detail, wrong.detail);
    }
}

TEST_F(LoginTest, LocksAfterFiveFailuresEvenForTheRightPasswordAndForNamesThatDoNotExist) {
    for (auto const* name : {"agent", "nobody"}) {
        for (int i = 0; i < 5; ++i) EXPECT_EQ(come_in(name, "wrong password").error().code, "wrong-login");
        auto const locked = come_in(name).error();
        EXPECT_EQ(locked.kind, ErrorKind::throttled) << name;
        EXPECT_GT(locked.retry_after_seconds, 1700);
        request.peer = "127.0.0.2";
    }
    site.now += 30min;
    EXPECT_TRUE(come_in());
}

TEST_F(LoginTest, IsRefusedWhereTheCookieWouldTravelInClear) {
    request.loopback = false;
    EXPECT_EQ(come_in().error().code, "insecure-connection");
    request.secure = true;
    EXPECT_THAT(come_in()->set_cookie, HasSubstr("__Host-hearline="));
}

TEST_F(LoginTest, ChangesThePasswordOnTheWayInWhenItMust) {
    auto row = site.user("agent");
    row.must_change = true;
    site.change_user(row);
    EXPECT_TRUE(come_in()->must_change_password);
    auto const weak = come_in("agent", password, "short").error();
    EXPECT_EQ(weak.kind, ErrorKind::invalid);
    EXPECT_EQ(weak.fields.at(0).pointer, "/new_password");
    EXPECT_EQ(come_in("agent", password, password).error().code, "weak-password");
    auto const in = come_in("agent", password, "another good password");
    ASSERT_TRUE(in) << in.error().detail.en;
    EXPECT_FALSE(in->must_change_password);
    EXPECT_FALSE(site.user("agent").must_change);
    EXPECT_TRUE(session_of(*in));
    EXPECT_EQ(come_in().error().code, "wrong-login");
    EXPECT_TRUE(come_in("agent", "another good password"));
}

TEST_F(LoginTest, LeavingEndsTheSession) {
    auto const in = come_in().value();
    come_back(in);
    EXPECT_TRUE(run_task(log_out(request, site.services)));
    EXPECT_FALSE(session_of(in));
}

TEST_F(LoginTest, ChangingThePasswordEndsTheOtherSessionsAndKeepsThisOne) {
    auto const mine = come_in().value(), other = come_in().value();
    come_back(mine);
    ASSERT_TRUE(session_of(other));
    EXPECT_EQ(run_task(change_password("not it at all", "another good password", request, site.services)).error().fields.at(0).pointer, "/old_password");
    auto const changed = run_task(change_password(password, "another good password", request, site.services));
    ASSERT_TRUE(changed) << changed.error().detail.en;
    EXPECT_TRUE(session_of(mine));
    EXPECT_FALSE(session_of(other));
}

}  // namespace
}  // namespace hearline::http
