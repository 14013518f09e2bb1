// Coming in by password, going out, who one is, changing one's password.
#include <boost/json.hpp>

#include "app/directory.hpp"
#include "domain/organisation/permission.hpp"
#include "http/answers.hpp"
#include "http/json/body.hpp"
#include "http/json/writer.hpp"
#include "http/login.hpp"
#include "http/routes.hpp"

namespace hearline::http {

namespace {

/// Passwords are taken as they are: no trimming, any character but controls.
std::string read_secret(ObjectReader& reader, boost::json::object const& body, std::string_view name, bool required) {
    std::string secret;
    if (reader.has(name)) {
        auto const* const value = body.if_contains(name);
        if (!value->is_string()) reader.fault(name, say("应为文字", "must be a text"));
        else if (auto fault = text_fault(secret = std::string{value->as_string()}, TextForm::line, 128)) reader.fault(name, std::move(*fault));
    }
    if (secret.empty() && required) reader.require(name);
    return secret;
}

constexpr std::pair<Permission, std::string_view> permission_codes[]{
    {Permission::register_complaint, "register_complaint"}, {Permission::read_ledger, "read_ledger"},
    {Permission::read_figures, "read_figures"},             {Permission::export_ledger, "export_ledger"},
    {Permission::import_data, "import_data"},               {Permission::edit_rules, "edit_rules"},
    {Permission::edit_reference, "edit_reference"},         {Permission::edit_organisation, "edit_organisation"},
    {Permission::edit_people, "edit_people"},               {Permission::edit_roles, "edit_roles"},
    {Permission::edit_sessions, "edit_sessions"},           {Permission::read_people, "read_people"},
    {Permission::read_audit, "read_audit"},                 {Permission::read_rules, "read_rules"},
    {Permission::read_reference, "read_reference"}};

void write_person(AnswerWriter& out, Actor const& actor, std::string_view display_name, bool must_change) {
    out.field("name", actor.user);
    out.field_or_null("display_name", display_name);
    out.field_code("role", actor.role);
    out.field_or_null("unit", actor.unit);
    out.field("must_change_password", must_change);
    out.key("permissions");
    out.begin_array();
    for (auto const& [permission, code] : permission_codes)
        if (may(actor, permission)) out.value(code);
    out.end_array();
}

Result<Credentials> read_credentials(boost::json::object const& body) {
    Faults faults;
    ObjectReader reader{body, "", faults};
    Credentials credentials;
    credentials.username = reader.text("username", TextForm::line, 64).value_or("");
    if (credentials.username.empty()) reader.require("username");
    credentials.password = read_secret(reader, body, "password", true);
    credentials.code = reader.text("code", TextForm::line, 16).value_or("");
    credentials.new_password = read_secret(reader, body, "new_password", false);
    reader.finish();
    if (auto good = no_faults(std::move(faults)); !good) return tl::make_unexpected(std::move(good).error());
    return credentials;
}

Task<Response> log_in_route(Request const& request, Services& services) {
    CO_TRY(auto const body, read_json(request));
    CO_TRY(auto credentials, read_credentials(body));
    CO_TRY(auto const in, co_await log_in(std::move(credentials), request, services));
    auto const directory = services.directory.get();
    std::string text;
    AnswerWriter out{text};
    out.begin_object();
    write_person(out, in.actor, in.display_name, in.must_change_password);
    out.field("csrf", in.csrf);
    out.field_time("expires_at", in.expires_at, directory->zone());
    out.end_object();
    auto response = json_response(200, std::move(text));
    response.set("Set-Cookie", in.set_cookie);
    co_return response;
}

Task<Response> log_out_route(Request const& request, Services& services) {
    CO_TRY_DONE(co_await log_out(request, services));
    Response response;
    response.status = 204;
    response.set("Set-Cookie", clearing_cookie(request));
    co_return response;
}

Task<Response> me(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    auto const* const user = directory->user(request.actor().user);
    std::string text;
    AnswerWriter out{text};
    out.begin_object();
    write_person(out, request.actor(), user ? user->display_name : "", request.identity.must_change_password);
    out.field_or_null("csrf", request.identity.csrf);
    out.end_object();
    co_return json_response(200, std::move(text));
}

Task<Response> change_own_password(Request const& request, Services& services) {
    CO_TRY(auto const body, read_json(request));
    Faults faults;
    ObjectReader reader{body, "", faults};
    auto old_password = read_secret(reader, body, "old_password", true);
    auto new_password = read_secret(reader, body, "new_password", true);
    reader.finish();
    CO_TRY_DONE(no_faults(std::move(faults)));
    CO_TRY_DONE(co_await change_password(std::move(old_password), std::move(new_password), request, services));
    Response response;
    response.status = 204;
    co_return response;
}

constexpr Route routes[]{
    {Method::post, "/api/v1/session", Access::open, log_in_route},
    {Method::delete_, "/api/v1/session", Access::own_account, log_out_route},
    {Method::get, "/api/v1/me", Access::own_account, me},
    {Method::put, "/api/v1/me/password", Access::own_account, change_own_password},
};

}  // namespace

std::span<Route const> session_routes() { return routes; }

}  // namespace hearline::http
