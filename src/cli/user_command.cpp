// hearline user add NAME --role ROLE [--unit UNIT], hearline user list [--format json]
#include <unistd.h>

#include <iostream>

#include "app/people.hpp"
#include "base/json_writer.hpp"
#include "base/unicode.hpp"
#include "cli/commands.hpp"
#include "cli/opened_store.hpp"
#include "http/password.hpp"

namespace hearline::cli {

namespace {

/// The first line of standard input; "" when there is none, or a person sits there (one is made then).
std::string read_password(std::istream& in) {
    if (&in == &std::cin && ::isatty(STDIN_FILENO)) return {};
    std::string line;
    std::getline(in, line);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
}

}  // namespace

Exit run_user_add(Invocation const& call, Environment& environment) {
    auto const role = call.get("role");
    if ((role == "desk" || role == "head") && !call.has("unit"))
        return report(environment, Error{ErrorKind::invalid, "bad-option", {"缺少所属单位", "the unit is missing"}, {{"--unit", {"专岗和负责人须属于一个单位，如 --unit line1", "a desk or head belongs to a unit, such as --unit line1"}}}, 0});
    auto const opened = open(environment, StoreUse::write);
    if (!opened) return report(environment, opened.error());
    NewUser user;
    user.name = call.get("name");
    user.role = from_code<Role>(call.get("role")).value_or(Role::passenger);
    user.unit = call.get("unit");
    user.display_name = call.get("display-name");
    auto password = read_password(environment.in);
    bool const made = password.empty();
    if (made) password = make_password(system_random());
    user.must_change = made;
    if (auto good = check_password(user.name, password, "/password"); !good) return report(environment, good.error());
    user.password_hash = http::hash_password(password);
    auto const added = write_and_wait(
        *opened->store, [&](Transaction& transaction) { return add_user(transaction, system_actor(), user, *opened->directory, environment.now()); });
    if (!added) return report(environment, added.error());
    if (made) environment.out << password << '\n';
    environment.err << environment.say(made ? say("已新增 {}；以上密码只显示这一次，首次登录后须更改", "{} added; the password above is shown only now and must be changed at first login", added->name)
                                            : say("已新增 {}", "{} added", added->name))
                    << '\n';
    return Exit::done;
}

Exit run_user_list(Invocation const& call, Environment& environment) {
    auto const opened = open(environment, StoreUse::read);
    if (!opened) return report(environment, opened.error());
    auto const users = opened->directory->users();
    if (call.get("format") == "json") {
        std::string text;
        JsonWriter json{text};
        json.begin_array();
        for (auto const& user : users) {
            json.begin_object();
            json.field("name", user.name);
            json.field("role", code_of(user.role));
            json.field_or_null("unit", user.unit);
            json.end_object();
        }
        json.end_array();
        environment.out << text << '\n';
        return Exit::done;
    }
    for (auto const& user : users)
        environment.out << fmt::format("{:<24} {:<9} {:<16} {}{}\n", user.name, code_of(user.role), user.unit, user.display_name,
                                       user.disabled ? environment.say({"（停用）", " (disabled)"}) : std::string{});
    return Exit::done;
}

}  // namespace hearline::cli
