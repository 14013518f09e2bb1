#include "app/change_user.hpp"

#include <algorithm>

#include "app/administration_log.hpp"
#include "app/reference_version.hpp"
#include "base/unicode.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

Result<User> person(Snapshot& snapshot, std::string_view name) {
    for (auto& row : snapshot.users()) {
        if (row.name != name) continue;
        auto const role = from_code<Role>(row.role);
        if (!role) throw StorageError{StorageError::What::corrupt, "user " + row.name + " has an unknown role " + row.role};
        return User{row.name, *role, row.unit, row.display_name, row.password_hash, row.must_change, row.disabled};
    }
    return refuse(ErrorKind::not_found, "unknown-user", say("没有用户“{}”", "there is no user \"{}\"", name));
}

bool has(Actor const& actor, Permission permission) { return may(actor, permission).has_value(); }

tl::unexpected<Error> not_yours(std::string pointer, Text detail) {
    FieldError field{std::move(pointer), detail};
    return refuse(ErrorKind::forbidden, "not-your-field", std::move(detail), {std::move(field)});
}

/// 三员分立: each field has its administrator.
Done check_rights(Actor const& actor, UserChange const& change) {
    if (change.role && !has(actor, Permission::edit_roles))
        return not_yours("/role", say("角色由安全管理员更改", "roles are changed by the security administrator"));
    if (change.display_name && !has(actor, Permission::edit_people))
        return not_yours("/display_name", say("姓名由系统管理员更改", "names are changed by the system administrator"));
    if (change.unit && !change.role && !has(actor, Permission::edit_people))
        return not_yours("/unit", say("所属单位由系统管理员更改", "a person's unit is changed by the system administrator"));
    return Done{};
}

Done check_oneself(Actor const& actor, User const& before, User const& after) {
    if (actor.user != before.name || actor.role == Role::system) return Done{};
    if (after.role != before.role) return not_yours("/role", say("不能更改自己的角色，请由另一位安全管理员更改", "nobody changes their own role; another security administrator does it"));
    if (after.disabled && !before.disabled) return not_yours("/disabled", say("不能停用自己，请由另一位管理员停用", "nobody disables themself; another administrator does it"));
    return Done{};
}

/// The roles without which nobody could set things right again.
Done check_last(Snapshot& snapshot, User const& before, User const& after) {
    bool const needed = before.role == Role::sysadmin || before.role == Role::secadmin || before.role == Role::director;
    if (!needed || before.disabled || (after.role == before.role && !after.disabled)) return Done{};
    auto const others = snapshot.users();
    bool const another = std::any_of(others.begin(), others.end(), [&](UserRow const& row) {
        return row.name != before.name && !row.disabled && row.role == code_of(before.role);
    });
    if (another) return Done{};
    auto const& role = names_of(before.role);
    return refuse(ErrorKind::conflict, "last-of-role",
                  say("“{0}”是最后一位启用的{1}，请先另设一位", "\"{0}\" is the last {2} in office; appoint another first", before.name, role.zh, role.en));
}

Result<User> changed(User user, UserChange const& change, Directory const& directory) {
    std::vector<FieldError> errors;
    if (change.role) user.role = *change.role;
    if (user.role == Role::passenger || user.role == Role::system) errors.push_back({"/role", unknown_role()});
    if (change.role || change.unit) {
        // A desk that becomes a head stays in its unit; with another role the old unit says nothing.
        auto const kept = of_unit(user.role) ? user.unit : std::string{};
        auto unit = unit_of_role(user.role, change.unit.value_or(kept), directory);
        if (unit) user.unit = *unit;
        else for (auto& field : unit.error().fields) errors.push_back(std::move(field));
    }
    if (change.display_name) {
        if (length_of(*change.display_name) > longest_display_name) errors.push_back({"/display_name", display_name_too_long()});
        user.display_name = change.display_name->empty() ? user.name : *change.display_name;
    }
    if (change.disabled) user.disabled = *change.disabled;
    if (errors.empty()) return user;
    return refuse(ErrorKind::invalid, "invalid-fields", say("有 {} 处填写有误", "fields that are wrong: {}", errors.size()), std::move(errors));
}

Change entry_of(User const& before, User const& after) {
    Change entry{ChangeName::change_user, before.name, {}};
    if (after.display_name != before.display_name) entry.details.add("changed", "display_name");
    if (after.role != before.role) {
        entry.details.add("role", code_of(after.role));
        entry.details.add("was_role", code_of(before.role));
    }
    if (after.unit != before.unit) {
        entry.details.add("unit", std::string_view{after.unit});
        entry.details.add("was_unit", std::string_view{before.unit});
    }
    if (after.disabled != before.disabled) entry.details.add("disabled", after.disabled ? 1 : 0);
    return entry;
}

}  // namespace

Result<User> change_user(Transaction& transaction, Actor const& actor, std::string_view name, UserChange const& change, Instant now) {
    if (!has(actor, Permission::edit_people)) TRY(may(actor, Permission::edit_roles));
    begin_change(transaction);
    auto const before = TRY(person(transaction, name));
    TRY(check_rights(actor, change));
    if (!change.display_name && !change.role && !change.unit && !change.disabled)
        return refuse(ErrorKind::invalid, "nothing-to-change", say("请给出要更改的内容：display_name role unit disabled", "say what to change: display_name role unit disabled"));
    auto const after = TRY(changed(before, change, *Directory::load(transaction)));
    TRY(check_oneself(actor, before, after));
    TRY(check_version(change.seen, version_of(before)));
    TRY(check_last(transaction, before, after));
    bool const moved = after.role != before.role || after.unit != before.unit || after.disabled != before.disabled;
    if (!moved && after.display_name == before.display_name) return after;
    UserRow row{after.name, std::string{code_of(after.role)}, after.unit, after.display_name, after.password_hash, after.must_change, after.disabled, now};
    transaction.put_user(row);
    if (moved)
        for (auto const& session : transaction.sessions_of(name)) transaction.drop_session(session.digest);
    log_change(transaction, actor, entry_of(before, after), now);
    return after;
}

Result<User> may_reset(Snapshot& snapshot, Actor const& actor, std::string_view name) {
    TRY(may(actor, Permission::edit_sessions));
    if (actor.user == name)
        return refuse(ErrorKind::forbidden, "your-own-password", say("自己的密码请在“我的账号”中更改", "change your own password in your own account"));
    return person(snapshot, name);
}

Done note_unlocking(Transaction& transaction, Actor const& actor, std::string_view name, Instant now) {
    TRY(may(actor, Permission::edit_sessions));
    begin_change(transaction);
    TRY(person(transaction, name));
    log_change(transaction, actor, {ChangeName::unlock_user, std::string{name}, {}}, now);
    return Done{};
}

}  // namespace hearline
