#include "app/people.hpp"

#include "support/app_world.hpp"

namespace hearline {
namespace {

class People : public testing::AppWorld {
protected:
    Result<User> add(std::string name, Role role, std::string unit = "") {
        NewUser user;
        user.name = std::move(name);
        user.role = role;
        user.unit = std::move(unit);
        user.password_hash = "hash";
        auto added = write_and_wait(*store, [&](Transaction& transaction) { return add_user(transaction, system_actor(), user, *directory(), now); });
        holder->refresh(*store);
        return added;
    }
    template <class F>
    auto write(F&& f) {
        auto result = write_and_wait(*store, std::forward<F>(f));
        holder->refresh(*store);
        return result;
    }
};

TEST_F(People, R1_1_R2_1_TheUnitGoesWithTheRole) {
    EXPECT_EQ(add("agent", Role::agent)->unit, "centre");
    EXPECT_EQ(add("desk-line1", Role::desk, "line1")->unit, "line1");
    EXPECT_EQ(add("leader", Role::leader)->unit, "");
    EXPECT_FALSE(add("desk", Role::desk));
    EXPECT_FALSE(add("desk", Role::desk, "centre")) << "the centre has no desk";
    EXPECT_FALSE(add("boss", Role::leader, "line1"));
    EXPECT_FALSE(add("someone", Role::passenger));
    auto const taken = add("agent", Role::agent).error();
    EXPECT_EQ(taken.kind, ErrorKind::conflict);
    EXPECT_EQ(taken.fields.at(0).pointer, "/name");
    EXPECT_FALSE(add("Bad Name", Role::agent));
}

TEST_F(People, R2_2_AUnitWithoutADeskHolderIsAGap) {
    EXPECT_EQ(directory()->gap("line1"), Directory::Gap::nobody);
    add("head-line1", Role::head, "line1");
    EXPECT_EQ(directory()->gap("line1"), Directory::Gap::no_desk);
    add("desk-line1", Role::desk, "line1");
    EXPECT_EQ(directory()->gap("line1"), Directory::Gap::none);
    EXPECT_EQ(directory()->gap("centre"), Directory::Gap::none) << "takes no work";
}

TEST_F(People, OnlyTheSystemAdministratorAddsPeople) {
    NewUser user;
    user.name = "x";
    user.role = Role::agent;
    for (auto const& actor : {agent, director, leader, auditor, secadmin})
        EXPECT_FALSE(write([&](Transaction& transaction) { return add_user(transaction, actor, user, *directory(), now); }));
    EXPECT_TRUE(write([&](Transaction& transaction) { return add_user(transaction, sysadmin, user, *directory(), now); }));
}

TEST_F(People, ATokenOpensUntilItIsRevokedOrExpires) {
    add("agent", Role::agent);
    auto const made = write([&](Transaction& transaction) {
        return create_token(transaction, agent, "agent", "script", now + std::chrono::hours{1}, now, random);
    });
    ASSERT_TRUE(made);
    auto const digest = token_digest(made->token);
    ASSERT_NE(directory()->user_of_token(digest, now), nullptr);
    EXPECT_EQ(directory()->user_of_token(digest, now)->name, "agent");
    EXPECT_EQ(directory()->user_of_token(digest, now + std::chrono::hours{1}), nullptr);
    EXPECT_FALSE(write([&](Transaction& transaction) { return revoke_token(transaction, leader, digest, now); }));
    EXPECT_TRUE(write([&](Transaction& transaction) { return revoke_token(transaction, agent, digest, now); }));
    EXPECT_EQ(directory()->user_of_token(digest, now), nullptr);
}

TEST_F(People, NobodyMakesATokenForAnother) {
    add("agent", Role::agent);
    for (auto const& actor : {director, leader, sysadmin})
        EXPECT_FALSE(write([&](Transaction& transaction) { return create_token(transaction, actor, "agent", "", std::nullopt, now, random); }));
    EXPECT_TRUE(write([&](Transaction& transaction) { return create_token(transaction, secadmin, "agent", "", std::nullopt, now, random); }));
    EXPECT_EQ(write([&](Transaction& transaction) { return create_token(transaction, secadmin, "nobody", "", std::nullopt, now, random); }).error().kind,
              ErrorKind::not_found);
}

TEST_F(People, ANewPasswordEndsTheOtherSessions) {
    add("agent", Role::agent);
    SessionRow kept, other;
    kept.digest = sha256("kept");
    other.digest = sha256("other");
    kept.user = other.user = "agent";
    kept.created_at = kept.last_seen_at = other.created_at = other.last_seen_at = now;
    ASSERT_TRUE(write([&](Transaction& transaction) -> Done {
        transaction.put_session(kept);
        transaction.put_session(other);
        return Done{};
    }));
    EXPECT_TRUE(write([&](Transaction& transaction) {
        return change_password(transaction, agent, "agent", "new", PasswordChange::by_owner, kept.digest, now);
    }));
    auto const sessions = read_now(*store, [&](Snapshot& snapshot) { return list_sessions(snapshot, agent, "agent"); });
    ASSERT_EQ(sessions->size(), 1u);
    EXPECT_EQ(sessions->front().digest, kept.digest);
    EXPECT_EQ(directory()->user("agent")->password_hash, "new");
    EXPECT_FALSE(directory()->user("agent")->must_change);
    EXPECT_TRUE(write([&](Transaction& transaction) {
        return change_password(transaction, secadmin, "agent", "reset", PasswordChange::by_administrator, {}, now);
    }));
    EXPECT_TRUE(directory()->user("agent")->must_change);
}

TEST_F(People, WeakPasswordsAreRefused) {
    EXPECT_FALSE(check_password("agent", "short", "/password"));
    EXPECT_FALSE(check_password("agent", "my-Agent-word", "/password"));
    EXPECT_TRUE(check_password("agent", make_password(random), "/password"));
    EXPECT_TRUE(check_password("agent", "十个字的口令也是可以用的", "/password"));
}

}  // namespace
}  // namespace hearline
