#include "app/change_user.hpp"

#include "app/administration_log.hpp"
#include "app/list_audit.hpp"
#include "app/reference_version.hpp"
#include "support/app_world.hpp"

namespace hearline {
namespace {

class ChangeUser : public testing::AppWorld {
protected:
    ChangeUser() {
        add("root", Role::sysadmin);
        add("guard", Role::secadmin);
        add("boss", Role::director);
        add("anna", Role::agent);
        add("desk1", Role::desk, "line1");
    }
    template <class F>
    auto write(F&& f) {
        auto result = write_and_wait(*store, std::forward<F>(f));
        holder->refresh(*store);
        return result;
    }
    void add(std::string name, Role role, std::string unit = "") {
        NewUser user;
        user.name = std::move(name);
        user.role = role;
        user.unit = std::move(unit);
        user.password_hash = "hash";
        ASSERT_TRUE(write([&](Transaction& transaction) { return add_user(transaction, system_actor(), user, *directory(), now); }));
    }
    /// As somebody who has just opened the person, unless `wanted` says what was seen.
    Result<User> change(Actor const& by, std::string_view name, UserChange wanted) {
        auto const current = directory();
        auto const* const person = current->user(name);
        if (!wanted.seen && person) wanted.seen = version_of(*person);
        return write([&](Transaction& transaction) { return change_user(transaction, by, name, wanted, now); });
    }
    std::vector<ChangeEntry> trail() {
        return read_now(*store, [&](Snapshot& snapshot) { return all_changes(snapshot); });
    }
    void open_session(std::string user) {
        SessionRow row;
        row.digest = sha256(user);
        row.user = std::move(user);
        row.created_at = row.last_seen_at = now;
        ASSERT_TRUE(write([&](Transaction& transaction) -> Done {
            transaction.put_session(row);
            return Done{};
        }));
    }
    std::size_t sessions(std::string_view user) {
        return read_now(*store, [&](Snapshot& snapshot) { return snapshot.sessions_of(user).size(); });
    }
    static UserChange role(Role to, std::optional<std::string> unit = std::nullopt) { return {std::nullopt, to, std::move(unit), std::nullopt, std::nullopt}; }
    static UserChange disabled(bool value = true) { return {std::nullopt, std::nullopt, std::nullopt, value, std::nullopt}; }
    static UserChange named(std::string name) { return {std::move(name), std::nullopt, std::nullopt, std::nullopt, std::nullopt}; }
    static UserChange moved(std::string unit) { return {std::nullopt, std::nullopt, std::move(unit), std::nullopt, std::nullopt}; }

    Actor const root{Role::sysadmin, "root", ""}, guard{Role::secadmin, "guard", ""};
};

TEST_F(ChangeUser, R2_1_EachFieldHasItsAdministrator) {
    EXPECT_EQ(change(guard, "anna", named("安娜")).error().fields[0].pointer, "/display_name");
    EXPECT_EQ(change(guard, "desk1", moved("line2")).error().fields[0].pointer, "/unit");
    EXPECT_EQ(change(root, "anna", role(Role::director)).error().fields[0].pointer, "/role");
    EXPECT_EQ(change(root, "anna", role(Role::director)).error().kind, ErrorKind::forbidden);
    for (auto const& by : {agent, director, leader, auditor}) EXPECT_EQ(change(by, "anna", named("x")).error().kind, ErrorKind::forbidden);
    EXPECT_EQ(change(root, "anna", named("安娜"))->display_name, "安娜");
    EXPECT_EQ(change(root, "desk1", moved("line2"))->unit, "line2");
    EXPECT_EQ(change(guard, "anna", role(Role::director))->role, Role::director);
    EXPECT_EQ(change(root, "nobody", named("x")).error().kind, ErrorKind::not_found);
    EXPECT_EQ(change(root, "anna", {}).error().kind, ErrorKind::invalid);
}

TEST_F(ChangeUser, R2_2_TheUnitFollowsTheRole) {
    EXPECT_EQ(change(guard, "desk1", role(Role::head))->unit, "line1");
    EXPECT_EQ(change(guard, "desk1", role(Role::agent))->unit, "centre");
    EXPECT_EQ(change(guard, "desk1", role(Role::desk)).error().fields[0].pointer, "/unit");
    EXPECT_EQ(change(guard, "desk1", role(Role::desk, "gates"))->unit, "gates");
    EXPECT_EQ(change(guard, "desk1", role(Role::leader))->unit, "");
    EXPECT_EQ(change(guard, "desk1", role(Role::passenger)).error().fields[0].pointer, "/role");
}

TEST_F(ChangeUser, NobodyChangesTheirOwnRoleOrDisablesThemself) {
    add("guard2", Role::secadmin);
    add("root2", Role::sysadmin);
    EXPECT_EQ(change(guard, "guard", role(Role::auditor)).error().fields[0].pointer, "/role");
    EXPECT_EQ(change(guard, "guard", disabled()).error().fields[0].pointer, "/disabled");
    EXPECT_EQ(change(root, "root", disabled()).error().kind, ErrorKind::forbidden);
    EXPECT_TRUE(change(root, "root", named("管理员"))) << "one's own name is no matter of rights";
    EXPECT_TRUE(change({Role::sysadmin, "root2", ""}, "root", disabled()));
}

TEST_F(ChangeUser, TheLastOfEachNeededRoleStays) {
    EXPECT_EQ(change(guard, "root", disabled()).error().kind, ErrorKind::conflict);
    EXPECT_EQ(change(root, "guard", disabled()).error().kind, ErrorKind::conflict);
    EXPECT_EQ(change(root, "boss", disabled()).error().kind, ErrorKind::conflict);
    EXPECT_EQ(change(guard, "boss", role(Role::agent)).error().code, "last-of-role");
    add("boss2", Role::director);
    EXPECT_TRUE(change(guard, "boss", role(Role::agent)));
    EXPECT_FALSE(change(root, "boss2", disabled()));
    EXPECT_TRUE(change(root, "anna", disabled()));
    EXPECT_TRUE(change(root, "anna", disabled(false)));
}

TEST_F(ChangeUser, SessionsEndWhenRightsChange) {
    for (auto const* name : {"anna", "desk1"}) open_session(name);
    ASSERT_TRUE(change(root, "anna", named("安娜")));
    EXPECT_EQ(sessions("anna"), 1u);
    ASSERT_TRUE(change(root, "anna", disabled()));
    EXPECT_EQ(sessions("anna"), 0u);
    ASSERT_TRUE(change(root, "desk1", moved("line2")));
    EXPECT_EQ(sessions("desk1"), 0u);
}

TEST_F(ChangeUser, AnAdministratorIsAppointedByTheSecurityAdministrator) {
    NewUser user;
    user.name = "second";
    user.role = Role::secadmin;
    auto const refused = write([&](Transaction& transaction) { return add_user(transaction, root, user, *directory(), now); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields[0].pointer, "/role");
    user.role = Role::leader;
    ASSERT_TRUE(write([&](Transaction& transaction) { return add_user(transaction, root, user, *directory(), now); }));
    EXPECT_EQ(change(guard, "second", role(Role::secadmin))->role, Role::secadmin);
}

TEST_F(ChangeUser, ANewFirstPasswordIsTheSecurityAdministratorsAndNotForOneself) {
    auto const may_do = [&](Actor const& by, std::string_view name) { return read_now(*store, [&](Snapshot& snapshot) { return may_reset(snapshot, by, name); }); };
    EXPECT_TRUE(may_do(guard, "anna"));
    EXPECT_EQ(may_do(guard, "guard").error().kind, ErrorKind::forbidden);
    EXPECT_EQ(may_do(guard, "nobody").error().kind, ErrorKind::not_found);
    for (auto const& by : {agent, director, leader, auditor, root}) EXPECT_EQ(may_do(by, "anna").error().kind, ErrorKind::forbidden);
}

TEST_F(ChangeUser, R10_4_EveryChangeIsInTheTrailAndOnlyThere) {
    auto const before = trail().size();
    EXPECT_EQ(before, 5u) << "the people added";
    ASSERT_TRUE(change(guard, "desk1", role(Role::head)));
    ASSERT_FALSE(change(guard, "guard", disabled()));
    ASSERT_TRUE(change(guard, "desk1", role(Role::head))) << "nothing changes, nothing is written";
    ASSERT_TRUE(write([&](Transaction& transaction) { return note_unlocking(transaction, guard, "anna", now); }));
    auto const entries = trail();
    ASSERT_EQ(entries.size(), before + 2);
    EXPECT_EQ(entries[before].change.name, ChangeName::change_user);
    EXPECT_EQ(entries[before].change.subject, "desk1");
    EXPECT_EQ(entries[before].change.details.get("role"), "head");
    EXPECT_EQ(entries[before].change.details.get("was_role"), "desk");
    EXPECT_EQ(entries[before].actor, guard);
    EXPECT_EQ(entries[before + 1].change.name, ChangeName::unlock_user);
    EXPECT_FALSE(read_now(*store, [&](Snapshot& snapshot) { return list_audit(snapshot, root, {}, std::nullopt, 10); }));
}

TEST_F(ChangeUser, R10_4_AnAlteredTrailIsSeen) {
    auto const wrong = [&] { return read_now(*store, [](Snapshot& snapshot) { return check_changes(snapshot); }); };
    EXPECT_TRUE(wrong().empty());
    auto rows = read_now(*store, [](Snapshot& snapshot) { return snapshot.documents("change"); });
    ASSERT_EQ(rows.size(), 5u);
    auto forged = rows[1];
    forged.body.replace(forged.body.find("guard"), 5, "other");
    auto const put = [&](DocumentRow const& row) {
        ASSERT_TRUE(write([&](Transaction& transaction) -> Done {
            transaction.put_document(row);
            return Done{};
        }));
    };
    put(forged);
    ASSERT_EQ(wrong().size(), 1u);
    EXPECT_EQ(wrong()[0].first, 3) << "the next one does not follow it";
    put(rows[1]);
    EXPECT_TRUE(wrong().empty());
    forged = rows[4];
    forged.body += "with.more=1\n";
    put(forged);
    ASSERT_EQ(wrong().size(), 1u);
    EXPECT_EQ(wrong()[0].first, 0) << "the last one is known by the head";
}

TEST_F(ChangeUser, WhatAnotherChangedMeanwhileIsNotUndoneUnseen) {
    auto opened = named("李丽");
    opened.seen = version_of(*directory()->user("anna"));
    ASSERT_TRUE(change(root, "anna", named("李莉")));
    EXPECT_EQ(change(root, "anna", opened).error().kind, ErrorKind::stale);
    EXPECT_EQ(directory()->user("anna")->display_name, "李莉");
    opened.seen = version_of(*directory()->user("anna"));
    EXPECT_TRUE(change(root, "anna", opened));
    auto const blind = write([&](Transaction& transaction) { return change_user(transaction, root, "anna", named("x"), now); });
    EXPECT_EQ(blind.error().kind, ErrorKind::precondition_required);
}

}  // namespace
}  // namespace hearline
