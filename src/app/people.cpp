#include "app/people.hpp"

#include <algorithm>

#include "app/administration_log.hpp"
#include "base/unicode.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

bool is_login_name(std::string_view name) {
    auto const plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !name.empty() && name.size() <= 64 && plain(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return plain(c) || c == '_' || c == '-' || c == '.'; });
}

std::optional<UserRow> find_user(Snapshot& snapshot, std::string_view name) {
    for (auto& user : snapshot.users())
        if (user.name == name) return std::move(user);
    return std::nullopt;
}

tl::unexpected<Error> unknown_user(std::string_view name) {
    return refuse(ErrorKind::not_found, "unknown-user", say("没有用户“{}”", "there is no user \"{}\"", name));
}

/// One's own affair, or the security administrator's.
Done own_or_administrator(Actor const& actor, std::string_view user) {
    if (actor.user == user && actor.role != Role::passenger) return Done{};
    return may(actor, Permission::edit_sessions);
}

/// 三员分立: whoever could add an administrator with a password in hand would hold two of the three roles.
bool is_administrator(Role role) { return role == Role::auditor || role == Role::sysadmin || role == Role::secadmin; }

}  // namespace

Text display_name_too_long() { return say("显示名最多 {} 个字", "a display name has at most {} characters", longest_display_name); }

Text unknown_role() {
    return say("角色须是 agent director desk head leader auditor sysadmin secadmin 之一", "the role is one of agent director desk head leader auditor sysadmin secadmin");
}

Result<std::string> unit_of_role(Role role, std::string const& unit, Directory const& directory) {
    if (of_centre(role)) {
        if (unit.empty() || unit == centre_unit) return std::string{centre_unit};
        return refuse_field("/unit", "bad-unit", say("中心坐席和主任属于投诉处理中心，请去掉单位", "agents and the director belong to the centre; leave the unit out"));
    }
    if (!of_unit(role)) {
        if (unit.empty()) return std::string{};
        return refuse_field("/unit", "bad-unit", say("角色 {} 不属于任何单位，请去掉单位", "the role {} belongs to no unit; leave the unit out", code_of(role)));
    }
    auto const* entry = directory.unit(unit);
    if (entry && entry->takes_work()) return unit;
    return refuse_field("/unit", "unknown-unit", say("没有可承办的单位“{}”，请给出单位代码", "there is no unit \"{}\" that takes work; give its code", unit));
}

Result<User> add_user(Transaction& transaction, Actor const& actor, NewUser const& user, Directory const& directory, Instant now) {
    TRY(may(actor, Permission::edit_people));
    begin_change(transaction);
    std::vector<FieldError> errors;
    if (!is_login_name(user.name))
        errors.push_back({"/name", say("用户名为 1 至 64 个小写字母、数字和 _ - .，以字母或数字开头",
                                       "a login name has 1 to 64 lower-case letters, digits and _ - . and begins with a letter or digit")});
    if (user.role == Role::passenger || user.role == Role::system)
        errors.push_back({"/role", unknown_role()});
    else if (is_administrator(user.role) && !may(actor, Permission::edit_roles))
        errors.push_back({"/role", say("三个管理员角色由安全管理员指定：请先以其他角色新增，再由安全管理员更改角色",
                                       "the three administrators are appointed by the security administrator: add the person with another role, who then changes it")});
    if (length_of(user.display_name) > longest_display_name) errors.push_back({"/display_name", display_name_too_long()});
    auto unit = unit_of_role(user.role, user.unit, directory);
    if (!unit)
        for (auto& field : unit.error().fields) errors.push_back(std::move(field));
    if (!errors.empty()) return refuse(ErrorKind::invalid, "invalid-fields", say("有 {} 处填写有误", "fields that are wrong: {}", errors.size()), std::move(errors));
    if (find_user(transaction, user.name)) {
        auto const taken = say("用户名“{}”已有人用", "the login name \"{}\" is taken", user.name);
        return refuse(ErrorKind::conflict, "name-taken", taken, {{"/name", taken}});
    }
    UserRow row;
    row.name = user.name;
    row.role = code_of(user.role);
    row.unit = *unit;
    row.display_name = user.display_name.empty() ? user.name : user.display_name;
    row.password_hash = user.password_hash;
    row.must_change = user.must_change;
    row.changed_at = now;
    transaction.put_user(row);
    Change entry{ChangeName::add_user, row.name, {}};
    entry.details.add("role", std::string_view{row.role});
    entry.details.add_if("unit", std::string_view{row.unit});
    log_change(transaction, actor, entry, now);
    return User{row.name, user.role, row.unit, row.display_name, row.password_hash, row.must_change, false};
}

Done change_password(Transaction& transaction, Actor const& actor, std::string_view user, std::string password_hash, PasswordChange how, Digest const& keep,
                     Instant now) {
    if (how == PasswordChange::by_administrator) {
        TRY(may(actor, Permission::edit_sessions));
        begin_change(transaction);
    } else {
        TRY(own_or_administrator(actor, user));
    }
    auto row = find_user(transaction, user);
    if (!row) return unknown_user(user);
    row->password_hash = std::move(password_hash);
    row->must_change = how == PasswordChange::by_administrator;
    row->changed_at = now;
    transaction.put_user(*row);
    for (auto const& session : transaction.sessions_of(user))
        if (session.digest != keep) transaction.drop_session(session.digest);
    if (how == PasswordChange::by_administrator) log_change(transaction, actor, {ChangeName::reset_password, std::string{user}, {}}, now);
    return Done{};
}

Done check_password(std::string_view user, std::string_view password, std::string_view pointer) {
    auto const length = is_utf8(password) ? length_of(password) : 0;
    if (length < 10 || length > 128)
        return refuse_field(std::string{pointer}, "weak-password", say("密码须为 10 至 128 个字符", "a password has 10 to 128 characters"));
    if (!user.empty() && fold(password).find(fold(user)) != std::string::npos)
        return refuse_field(std::string{pointer}, "weak-password", say("密码不能含用户名", "a password must not hold the login name"));
    return Done{};
}

Digest token_digest(std::string_view token) { return sha256(token); }

Result<NewToken> create_token(Transaction& transaction, Actor const& actor, std::string_view user, std::string_view label,
                              std::optional<Instant> expires_at, Instant now, RandomSource& random) {
    TRY(own_or_administrator(actor, user));
    auto const owner = find_user(transaction, user);
    if (!owner) return unknown_user(user);
    if (owner->disabled) return refuse(ErrorKind::conflict, "user-disabled", say("用户“{}”已停用", "the user \"{}\" is disabled", user));
    if (length_of(label) > 80) return refuse_field("/label", "too-long", say("令牌说明最多 80 个字", "a label has at most 80 characters"));
    if (expires_at && *expires_at <= now) return refuse_field("/expires_at", "already-over", say("失效时间须在将来", "a token must expire in the future"));
    if (TRY(list_tokens(transaction, actor, user)).size() >= tokens_most)
        return refuse(ErrorKind::conflict, "too-many-tokens", say("每人最多 {} 个令牌，请先撤销不用的", "a person has at most {} tokens; revoke some first", tokens_most));
    NewToken made;
    made.token = "hl_" + random_code(random, 40);
    made.row.digest = token_digest(made.token);
    made.row.user = user;
    made.row.label = label;
    made.row.created_at = now;
    made.row.expires_at = expires_at;
    transaction.put_token(made.row);
    return made;
}

Done revoke_token(Transaction& transaction, Actor const& actor, Digest const& token, Instant now) {
    for (auto& row : transaction.tokens()) {
        if (row.digest != token) continue;
        TRY(own_or_administrator(actor, row.user));
        if (!row.revoked_at) {
            row.revoked_at = now;
            transaction.put_token(row);
        }
        return Done{};
    }
    return refuse(ErrorKind::not_found, "unknown-token", say("没有这个令牌", "there is no such token"));
}

Result<std::vector<TokenRow>> list_tokens(Snapshot& snapshot, Actor const& actor, std::string_view user) {
    TRY(own_or_administrator(actor, user));
    auto rows = snapshot.tokens();
    std::erase_if(rows, [&](TokenRow const& row) { return row.user != user || row.revoked_at; });
    return rows;
}

Result<std::vector<SessionRow>> list_sessions(Snapshot& snapshot, Actor const& actor, std::string_view user) {
    TRY(own_or_administrator(actor, user));
    return snapshot.sessions_of(user);
}

std::string make_password(RandomSource& random) { return random_code(random, 16); }

}  // namespace hearline
