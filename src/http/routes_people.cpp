// People: adding, changing, new first passwords, unlocking. Who may do which is the policy's (三员分立).
#include <boost/json.hpp>

#include "app/change_user.hpp"
#include "app/reference_version.hpp"
#include "domain/organisation/permission.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/body.hpp"
#include "http/json/render_reference.hpp"
#include "http/password.hpp"
#include "http/renew_directory.hpp"
#include "http/routes.hpp"
#include "http/throttle.hpp"

namespace hearline::http {

namespace {

/// The password in clear: shown this once, kept nowhere.
Response made_response(int status, User const& user, std::string_view password) {
    std::string text;
    AnswerWriter out{text};
    out.begin_object();
    out.field("name", user.name);
    out.field_code("role", user.role);
    out.field_or_null("unit", user.unit);
    out.field("password", password);
    out.end_object();
    auto response = json_response(status, std::move(text));
    response.set("Cache-Control", "no-store");
    return response;
}

Result<NewUser> read_new(Request const& request) {
    auto const body = TRY(read_json(request));
    Faults faults;
    ObjectReader reader{body, "", faults};
    NewUser user;
    user.name = reader.text("name", TextForm::line, 64).value_or("");
    if (user.name.empty()) reader.require("name");
    user.display_name = reader.text("display_name", TextForm::line, static_cast<int>(longest_display_name)).value_or("");
    auto const role = reader.code<Role>("role");
    if (!role) reader.require("role");
    user.role = role.value_or(Role::desk);
    user.unit = reader.text("unit", TextForm::line, 64).value_or("");
    reader.finish();
    TRY(no_faults(std::move(faults)));
    return user;
}

Task<std::string> hash_of(std::string const& password, Services& services) {
    auto work = [&password] { return hash_password(password); };
    co_return co_await on_pool(services.hashing, work);
}

Task<Response> add(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY_DONE(may(request.actor(), Permission::edit_people));
    CO_TRY(auto user, read_new(request));
    auto const password = make_password(services.random);
    user.password_hash = co_await hash_of(password, services);
    auto work = [&](Transaction& transaction) { return add_user(transaction, request.actor(), user, *services.directory.get(), services.now()); };
    CO_TRY(auto const added, co_await write(services.store, work));
    co_await renewed_directory(services);
    co_return made_response(201, added, password);
}

Result<UserChange> read_change(Request const& request) {
    auto const body = TRY(read_json(request));
    Faults faults;
    ObjectReader reader{body, "", faults};
    UserChange change;
    change.display_name = reader.text("display_name", TextForm::line, static_cast<int>(longest_display_name));
    change.role = reader.code<Role>("role");
    change.unit = reader.text("unit", TextForm::line, 64);
    change.disabled = reader.boolean("disabled");
    reader.finish();
    TRY(no_faults(std::move(faults)));
    return change;
}

Task<Response> change(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {}));
    if (!may(request.actor(), Permission::edit_people)) CO_TRY_DONE(may(request.actor(), Permission::edit_roles));
    CO_TRY(auto wanted, read_change(request));
    CO_TRY(auto seen, read_entry_version(request));
    wanted.seen = std::move(seen);
    auto work = [&](Transaction& transaction) { return change_user(transaction, request.actor(), request.captures.front(), wanted, services.now()); };
    CO_TRY(auto const changed, co_await write(services.store, work));
    co_await renewed_directory(services);
    std::string text;
    AnswerWriter out{text};
    write_user(out, changed, services.logins.locked_until(changed.name, services.now()), services.directory.get()->zone());
    auto response = json_response(200, std::move(text));
    response.set("ETag", etag_of(version_of(changed)));
    co_return response;
}

Task<Response> reset_password(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {}));
    auto const& name = request.captures.front();
    auto look = [&](Snapshot& snapshot) { return may_reset(snapshot, request.actor(), name); };
    CO_TRY(auto const user, co_await read(services.store, services.readers, look));
    auto const password = make_password(services.random);
    auto const hash = co_await hash_of(password, services);
    auto work = [&](Transaction& transaction) {
        return change_password(transaction, request.actor(), name, hash, PasswordChange::by_administrator, Digest{}, services.now());
    };
    CO_TRY_DONE(co_await write(services.store, work));
    services.logins.unlock(name);
    co_await renewed_directory(services);
    co_return made_response(200, user, password);
}

Task<Response> unlock(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {}));
    auto const& name = request.captures.front();
    auto work = [&](Transaction& transaction) -> Done {
        TRY(note_unlocking(transaction, request.actor(), name, services.now()));
        if (services.logins.locked_until(name, services.now())) return Done{};
        return refuse(ErrorKind::conflict, "not-locked", say("“{}”没有被锁定，不需要解锁", "\"{}\" is not locked; there is nothing to unlock", name));
    };
    CO_TRY_DONE(co_await write(services.store, work));
    services.logins.unlock(name);
    Response response;
    response.status = 204;
    co_return response;
}

constexpr Route routes[]{
    {Method::post, "/api/v1/users", Access::signed_in, add},
    {Method::patch, "/api/v1/users/{name}", Access::signed_in, change},
    {Method::post, "/api/v1/users/{name}/password", Access::signed_in, reset_password},
    {Method::post, "/api/v1/users/{name}/unlock", Access::signed_in, unlock},
};

}  // namespace

std::span<Route const> people_routes() { return routes; }

}  // namespace hearline::http
