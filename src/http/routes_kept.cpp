// What one keeps on the server for the pages: drafts, views, settings.
#include <boost/json.hpp>

#include "app/kept.hpp"
#include "app/directory.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/body.hpp"
#include "http/json/writer.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"

namespace hearline::http {

namespace {

Result<KeptKind> kind_of(std::string_view code, std::string_view pointer) {
    if (auto const kind = from_code<KeptKind>(code)) return *kind;
    return refuse(ErrorKind::malformed, "unknown-kind", say("没有这一类：可以是 draft view unit_view setting", "there is no such kind; there are draft view unit_view setting"),
                  {{std::string{pointer}, say("应为 draft view unit_view setting 之一", "must be one of draft view unit_view setting")}});
}

void write_kept(AnswerWriter& out, KeptRow const& row, Zone const& zone) {
    out.begin_object();
    out.field("kind", row.kind);
    out.field("key", row.key);
    out.key("body");
    out.raw(row.body);
    out.field_time("updated_at", row.updated_at, zone);
    out.end_object();
}

Task<Response> list(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {"kind"}));
    std::optional<KeptKind> kind;
    if (auto const given = request.parameter("kind")) {
        CO_TRY(kind, kind_of(*given, "?kind"));
    }
    auto work = [&](Snapshot& snapshot) { return list_kept(snapshot, request.actor(), kind); };
    auto const rows = co_await read(services.store, services.readers, work);
    auto const directory = services.directory.get();
    std::string body;
    AnswerWriter out{body};
    out.begin_object();
    out.key("items");
    out.begin_array();
    for (auto const& row : rows) write_kept(out, row, directory->zone());
    out.end_array();
    out.key("next_cursor");
    out.null();
    out.end_object();
    co_return json_response(200, std::move(body));
}

Task<Response> keep_route(Request const& request, Services& services) {
    CO_TRY(auto const kind, kind_of(request.captures[0], ""));
    CO_TRY(auto const body, read_json(request));
    Faults faults;
    ObjectReader reader{body, "", faults};
    auto const* const given = reader.object("body");
    if (!given) reader.require("body");
    reader.finish();
    CO_TRY_DONE(no_faults(std::move(faults)));
    auto const text = boost::json::serialize(*given);
    auto work = [&](Transaction& transaction) { return keep(transaction, request.actor(), kind, request.captures[1], text, services.now()); };
    CO_TRY(auto const row, co_await write(services.store, work));
    auto const directory = services.directory.get();
    std::string answer;
    AnswerWriter out{answer};
    write_kept(out, row, directory->zone());
    co_return json_response(200, std::move(answer));
}

Task<Response> forget(Request const& request, Services& services) {
    CO_TRY(auto const kind, kind_of(request.captures[0], ""));
    auto work = [&](Transaction& transaction) { return forget_kept(transaction, request.actor(), kind, request.captures[1]); };
    CO_TRY_DONE(co_await write(services.store, work));
    Response response;
    response.status = 204;
    co_return response;
}

constexpr Route routes[]{
    {Method::get, "/api/v1/me/kept", Access::signed_in, list},
    {Method::put, "/api/v1/me/kept/{kind}/{key}", Access::signed_in, keep_route},
    {Method::delete_, "/api/v1/me/kept/{kind}/{key}", Access::signed_in, forget},
};

}  // namespace

std::span<Route const> kept_routes() { return routes; }

}  // namespace hearline::http
