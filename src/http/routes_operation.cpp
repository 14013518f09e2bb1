// What runs the program from outside: is it alive, is it ready, its counters, its contract.
#include "app/ports/store.hpp"
#include "base/embedded.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/writer.hpp"
#include "http/metrics.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"

namespace hearline::http {

namespace {

Task<Response> healthz(Request const&, Services& services) {
    std::string body;
    AnswerWriter out{body};
    out.begin_object();
    out.field("status", "ok");
    out.field("version", services.options.version);
    out.end_object();
    co_return json_response(200, std::move(body));
}

Task<Response> readyz(Request const&, Services& services) {
    auto const health = services.store.health();
    std::string body;
    AnswerWriter out{body};
    out.begin_object();
    out.field("status", health.writable ? "ready" : "not_ready");
    out.field("writable", health.writable);
    out.field("queued_writes", health.queued_writes);
    out.field("search", code_of(health.search));
    out.end_object();
    co_return json_response(health.writable ? 200 : 503, std::move(body));
}

Task<Response> metrics(Request const&, Services& services) {
    Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = services.metrics.render();
    co_return response;
}

Task<Response> openapi(Request const&, Services&) {
    for (auto const& file : embedded_files("api"))
        if (file.path == "openapi.json") co_return json_response(200, std::string{file.content});
    co_return refuse(ErrorKind::not_found, "no-contract", say("程序中没有接口文档。", "The program was built without its contract."));
}

constexpr Route routes[]{
    {Method::get, "/healthz", Access::open, healthz},
    {Method::get, "/readyz", Access::open, readyz},
    {Method::get, "/metrics", Access::near, metrics},
    {Method::get, "/openapi.json", Access::open, openapi},
};

}  // namespace

std::span<Route const> operation_routes() { return routes; }

}  // namespace hearline::http
