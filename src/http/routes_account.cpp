// One's own account: where one is logged in, and the tokens of one's scripts.
#include <boost/json.hpp>

#include <algorithm>

#include "app/directory.hpp"
#include "app/people.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/body.hpp"
#include "http/json/writer.hpp"
#include "http/renew.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"
#include "http/session.hpp"

namespace hearline::http {

namespace {

/// Enough of a digest to name one among a person's own; nothing can be opened with it.
std::string id_of(Digest const& digest) { return hex(digest).substr(0, 24); }

/// The row of that id, or null.
template <class Row>
Row const* row_of(std::vector<Row> const& rows, std::string_view id) {
    auto const at = std::find_if(rows.begin(), rows.end(), [&](Row const& row) { return id_of(row.digest) == id; });
    return at == rows.end() ? nullptr : &*at;
}

/// {"items":[…],"next_cursor":null}
template <class Rows, class Write>
Response list_of(Rows const& rows, Write write_one) {
    std::string body;
    AnswerWriter out{body};
    out.begin_object();
    out.key("items");
    out.begin_array();
    for (auto const& row : rows) write_one(out, row);
    out.end_array();
    out.key("next_cursor");
    out.null();
    out.end_object();
    return json_response(200, std::move(body));
}

Response nothing_to_say() {
    Response response;
    response.status = 204;
    return response;
}

Task<Response> list_own_sessions(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {}));
    auto work = [&](Snapshot& snapshot) { return list_sessions(snapshot, request.actor(), request.actor().user); };
    CO_TRY(auto rows, co_await read(services.store, services.readers, work));
    rows = services.sessions.living(std::move(rows), services.now());
    std::sort(rows.begin(), rows.end(), [](SessionRow const& a, SessionRow const& b) { return a.last_seen_at > b.last_seen_at; });
    auto const directory = services.directory.get();
    co_return list_of(rows, [&](AnswerWriter& out, SessionRow const& row) {
        out.begin_object();
        out.field("id", id_of(row.digest));
        out.field("peer", row.peer);
        out.field("agent", row.agent);
        out.field_time("created_at", row.created_at, directory->zone());
        out.field_time("last_seen_at", row.last_seen_at, directory->zone());
        out.field("current", request.identity.session == row.digest);
        out.end_object();
    });
}

Task<Response> end_session(Request const& request, Services& services) {
    auto const& id = request.captures.front();
    Digest ended{};
    auto work = [&](Transaction& transaction) -> Done {
        auto const rows = TRY(list_sessions(transaction, request.actor(), request.actor().user));
        auto const* const row = row_of(rows, id);
        if (!row) return refuse(ErrorKind::not_found, "unknown-session", say("没有这个登录会话，或已结束", "There is no such session, or it has ended"));
        ended = row->digest;
        transaction.drop_session(ended);
        return std::monostate{};
    };
    CO_TRY_DONE(co_await write(services.store, work));
    services.sessions.forget(ended);
    co_return nothing_to_say();
}

void write_token(AnswerWriter& out, TokenRow const& row, Zone const& zone) {
    out.field("id", id_of(row.digest));
    out.field("label", row.label);
    out.field_time("created_at", row.created_at, zone);
    out.field_time("expires_at", row.expires_at, zone);
}

Task<Response> list_own_tokens(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {}));
    auto work = [&](Snapshot& snapshot) { return list_tokens(snapshot, request.actor(), request.actor().user); };
    CO_TRY(auto const rows, co_await read(services.store, services.readers, work));
    auto const directory = services.directory.get();
    co_return list_of(rows, [&](AnswerWriter& out, TokenRow const& row) {
        out.begin_object();
        write_token(out, row, directory->zone());
        out.end_object();
    });
}

Task<Response> make_token(Request const& request, Services& services) {
    CO_TRY(auto const body, read_json(request));
    Faults faults;
    ObjectReader reader{body, "", faults};
    auto const label = reader.text("label", TextForm::line, 80).value_or("");
    if (label.empty()) reader.require("label");
    auto const expires_at = reader.instant("expires_at");
    reader.finish();
    CO_TRY_DONE(no_faults(std::move(faults)));
    auto work = [&](Transaction& transaction) {
        return create_token(transaction, request.actor(), request.actor().user, label, expires_at, services.now(), services.random);
    };
    CO_TRY(auto const made, co_await write(services.store, work));
    co_await renew_directory(services);
    auto const directory = services.directory.get();
    std::string text;
    AnswerWriter out{text};
    out.begin_object();
    write_token(out, made.row, directory->zone());
    out.field("token", made.token);
    out.end_object();
    co_return json_response(201, std::move(text));
}

Task<Response> revoke_own_token(Request const& request, Services& services) {
    auto work = [&](Transaction& transaction) -> Done {
        auto const rows = TRY(list_tokens(transaction, request.actor(), request.actor().user));
        auto const* const row = row_of(rows, request.captures.front());
        if (!row) return refuse(ErrorKind::not_found, "unknown-token", say("没有这个令牌，或已撤销", "There is no such token, or it was revoked"));
        return revoke_token(transaction, request.actor(), row->digest, services.now());
    };
    CO_TRY_DONE(co_await write(services.store, work));
    co_await renew_directory(services);
    co_return nothing_to_say();
}

constexpr Route routes[]{
    {Method::get, "/api/v1/me/sessions", Access::signed_in, list_own_sessions},
    {Method::delete_, "/api/v1/me/sessions/{id}", Access::signed_in, end_session},
    {Method::get, "/api/v1/me/tokens", Access::signed_in, list_own_tokens},
    {Method::post, "/api/v1/me/tokens", Access::signed_in, make_token},
    {Method::delete_, "/api/v1/me/tokens/{id}", Access::signed_in, revoke_own_token},
};

}  // namespace

std::span<Route const> account_routes() { return routes; }

}  // namespace hearline::http
