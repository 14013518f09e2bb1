#include "http/live.hpp"

#include <gmock/gmock.h>

#include "app/people.hpp"
#include "app/undo_act.hpp"
#include "http/session.hpp"
#include "support/app_world.hpp"

namespace hearline::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class LiveTest : public hearline::testing::AppWorld {
protected:
    LiveTest() {
        for (auto const& [name, role, unit] : {std::tuple{"agent", Role::agent, "centre"}, {"desk-line1", Role::desk, "line1"}, {"desk-line2", Role::desk, "line2"}, {"auditor", Role::auditor, ""}, {"leader", Role::leader, ""}})
            EXPECT_TRUE(write_and_wait(*store, [&, name = name, role = role, unit = unit](Transaction& transaction) {
                return add_user(transaction, system_actor(), {name, role, unit, std::string{"某"} + name, "", false}, *directory(), now);
            }));
        holder->refresh(*store);
        store->on_commit([this](std::span<ComplaintRow const> rows, Position) { live.changed(rows); });
        live.round();
    }
    /// By a session of their own.
    std::shared_ptr<Feed> listen(std::string user, std::optional<Number> watched = std::nullopt) {
        auto const opened = sessions.make(user, "::1", "browser", now);
        last_session = opened.row.digest;
        EXPECT_TRUE(write_and_wait(*store, [&](Transaction& transaction) -> Done {
            sessions.store_new(transaction, opened.row, std::nullopt);
            return Done{};
        }));
        auto stream = live.listen({user, last_session, std::nullopt, watched});
        EXPECT_TRUE(stream);
        (void)(*stream)->take();
        return *stream;
    }
    static PresenceBoard::Person person(std::string user, PresenceState state, Instant at) {
        auto name = "某" + user;
        return {std::move(user), std::move(name), state, at, at};
    }
    Sessions sessions{*store, random};
    Digest last_session{};
    Live live{*store, *holder, sessions, [this] { return now; }, "1.2.3", {.waiting_complaints = 3}};
};

TEST_F(LiveTest, GreetsWithItsVersion) {
    auto const stream = live.listen({"agent", sha256("s"), std::nullopt, std::nullopt});
    ASSERT_TRUE(stream);
    EXPECT_EQ((*stream)->take(), "event: hello\ndata: {\"version\":\"1.2.3\"}\n\n");
}

TEST_F(LiveTest, TellsEachWhatTheyMaySee) {
    auto const centre = listen("agent"), line1 = listen("desk-line1"), line2 = listen("desk-line2"), none = listen("auditor");
    auto const number = registered();
    live.round();
    auto const told = centre->take();
    EXPECT_THAT(told, StartsWith("event: change\ndata: {\"number\":\"" + format_number(number) + "\",\"version\":1,\"stage\":\"dispatch\",\"act\":\"register\",\"by\":\"某agent\"}"));
    EXPECT_THAT(told, Not(HasSubstr("扶梯")));
    EXPECT_EQ(line1->take(), "");
    auto dispatch = dispatch_to("line1");
    dispatch.note = "请尽快";
    done(number, agent, dispatch);
    live.round();
    EXPECT_THAT(line1->take(), HasSubstr("\"stage\":\"opinion\",\"act\":\"dispatch\""));
    EXPECT_EQ(line2->take(), "");
    EXPECT_EQ(none->take(), "");
    live.round();
    EXPECT_EQ(line1->take(), "");
}

// docs/decisions/0020
TEST_F(LiveTest, WhatCanStillBeTakenBackIsToldToWhoDidItAlone) {
    auto const number = registered();
    auto const own = listen("agent"), unit = listen("desk-line1");
    done(number, agent, dispatch_to("line1"));
    live.round();
    EXPECT_THAT(own->take(), HasSubstr("\"act\":\"dispatch\""));
    EXPECT_EQ(unit->take(), "");
    later(std::chrono::seconds{10});
    live.round();
    EXPECT_EQ(unit->take(), "");
    later(std::chrono::seconds{1});
    live.round();
    EXPECT_THAT(unit->take(), HasSubstr("\"act\":\"dispatch\""));
    live.round();
    EXPECT_EQ(unit->take(), "");
}

TEST_F(LiveTest, WhatWasTakenBackIsNeverToldToTheUnit) {
    auto const number = registered();
    auto const unit = listen("desk-line1");
    done(number, agent, dispatch_to("line1"));
    live.round();
    auto const undone = write_and_wait(*store, [&](Transaction& transaction) { return undo_act(transaction, agent, number, 2, *directory(), now, random); });
    ASSERT_TRUE(undone);
    live.round();
    later(std::chrono::seconds{11});
    live.round();
    EXPECT_EQ(unit->take(), "");
}

TEST_F(LiveTest, TellsALeaderThatFiguresHaveChangedAndNothingElse) {
    auto const stream = listen("leader");
    registered();
    registered();
    live.round();
    EXPECT_EQ(stream->take(), "event: figures\ndata: {}\n\n");
    live.round();
    EXPECT_EQ(stream->take(), "");
}

TEST_F(LiveTest, SaysNoActWhenSeveralCameTogether) {
    auto const stream = listen("agent");
    auto const number = registered();
    done(number, agent, dispatch_to("line1"));
    live.round();
    EXPECT_THAT(stream->take(), HasSubstr("\"act\":null,\"by\":null"));
}

TEST_F(LiveTest, WhenTooMuchComesAllLoadAnew) {
    auto const stream = listen("agent");
    for (int i = 0; i < 3; ++i) registered();
    live.round();
    EXPECT_FALSE(stream->ended());
    for (int i = 0; i < 4; ++i) registered();
    live.round();
    EXPECT_TRUE(stream->ended());
    EXPECT_EQ(live.listening(), 0u);
}

TEST_F(LiveTest, NotesNothingWhileNobodyListens) {
    for (int i = 0; i < 4; ++i) registered();
    auto const stream = listen("agent");
    live.round();
    EXPECT_EQ(stream->take(), "");
    EXPECT_FALSE(stream->ended());
}

TEST_F(LiveTest, EndsWithTheLogin) {
    auto const stream = listen("agent");
    later(std::chrono::seconds{6});
    live.round();
    EXPECT_FALSE(stream->ended());
    ASSERT_TRUE(write_and_wait(*store, [&](Transaction& transaction) -> Done {
        transaction.drop_session(last_session);
        return Done{};
    }));
    later(std::chrono::seconds{6});
    live.round();
    EXPECT_TRUE(stream->ended());
}

TEST_F(LiveTest, EndsWithTheTokenAndWithTheIdleTime) {
    auto const made = write_and_wait(*store, [&](Transaction& transaction) { return create_token(transaction, system_actor(), "agent", "t", std::nullopt, now, random); });
    holder->refresh(*store);
    auto const by_token = live.listen({"agent", std::nullopt, made->row.digest, std::nullopt}).value();
    auto const by_session = listen("agent");
    later(std::chrono::minutes{29});
    live.round();
    EXPECT_FALSE(by_token->ended() || by_session->ended());
    later(std::chrono::minutes{2});
    live.round();
    EXPECT_TRUE(by_session->ended());
    EXPECT_FALSE(by_token->ended());
    ASSERT_TRUE(write_and_wait(*store, [&](Transaction& transaction) { return revoke_token(transaction, system_actor(), made->row.digest, now); }));
    holder->refresh(*store);
    later(std::chrono::seconds{6});
    live.round();
    EXPECT_TRUE(by_token->ended());
}

TEST_F(LiveTest, ALoginHasFourStreamsAndGetsThemBack) {
    std::vector<std::shared_ptr<Feed>> feeds;
    auto const one_more = [&] { return live.listen({"agent", sha256("s"), std::nullopt, std::nullopt}); };
    for (int i = 0; i < 4; ++i) feeds.push_back(one_more().value());
    auto const refused = one_more();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::throttled);
    EXPECT_TRUE(live.listen({"agent", sha256("another"), std::nullopt, std::nullopt}));
    feeds.pop_back();  // its connection has ended
    EXPECT_TRUE(one_more());
}

TEST_F(LiveTest, TellsNewReferenceData) {
    auto const stream = listen("auditor");
    ReferenceData more;
    more.units = {{"line3", "三号线", "", "metro", UnitKind::unit, 9, false}};
    ASSERT_TRUE(write_and_wait(*store, [&](Transaction& transaction) { return load_reference(transaction, more, system_actor(), now); }));
    holder->refresh(*store);
    live.round();
    EXPECT_THAT(stream->take(), StartsWith("event: reference\ndata: {\"version\":"));
}

TEST_F(LiveTest, TellsWhoIsThereToThoseWhoWatchThatComplaint) {
    auto const number = registered();
    auto const watching = listen("agent", number), elsewhere = listen("agent");
    EXPECT_THAT(live.tell_presence(number, person("desk-line1", PresenceState::viewing, now)), HasSubstr("\"people\":[]"));
    EXPECT_THAT(watching->take(), HasSubstr("event: presence\ndata: {\"number\":\"" + format_number(number) + "\",\"people\":[{\"user\":\"desk-line1\",\"name\":\"某desk-line1\",\"state\":\"viewing\""));
    EXPECT_EQ(elsewhere->take(), "");
    (void)live.tell_presence(number, person("desk-line1", PresenceState::viewing, now));
    EXPECT_EQ(watching->take(), "");
    EXPECT_THAT(live.tell_presence(number, person("agent", PresenceState::working, now)), HasSubstr("desk-line1"));
    EXPECT_THAT(watching->take(), Not(HasSubstr("\"user\":\"agent\"")));  // all but oneself
    later(std::chrono::seconds{46});
    live.round();
    EXPECT_THAT(watching->take(), HasSubstr("\"people\":[]"));
}

TEST_F(LiveTest, WhoMayNoLongerSeeItHearsNoMoreOfIt) {
    auto const number = registered();
    done(number, agent, dispatch_to("line1"));
    auto const stream = listen("desk-line1", number);
    done(number, desk1, because(ActName::return_, "不属于本单位"));
    done(number, agent, dispatch_to("line2"));
    later(std::chrono::seconds{11});  // it cannot be undone any more
    live.round();
    (void)stream->take();
    (void)live.tell_presence(number, person("agent", PresenceState::working, now));
    EXPECT_EQ(stream->take(), "");
}

}  // namespace
}  // namespace hearline::http
