// The figures (R6.1 to R6.4).
#include "app/count_complaints.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/writer.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"

namespace hearline::http {

namespace {

/// {"measure":"count","by":[…],"rows":[{"key":{…},"count":…}],"total":…}; a complaint without that code counts under null.
std::string render_figures(Figures const& figures) {
    std::string body;
    body.reserve(64 + figures.rows.size() * 64);
    AnswerWriter out{body};
    out.begin_object();
    out.field("measure", "count");
    out.key("by");
    out.begin_array();
    for (auto const dimension : figures.by) out.value(code_of(dimension));
    out.end_array();
    out.key("rows");
    out.begin_array();
    for (auto const& row : figures.rows) {
        out.begin_object();
        out.key("key");
        out.begin_object();
        for (std::size_t i = 0; i < figures.by.size(); ++i) out.field_or_null(code_of(figures.by[i]), figures.code(row, i));
        out.end_object();
        out.field("count", row.count);
        out.end_object();
    }
    out.end_array();
    out.field("total", figures.total);
    out.end_object();
    return body;
}

Task<Response> statistics(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    if (auto const measure = request.parameter("measure"); measure && *measure != "count")
        co_return refuse_field("?measure", "unknown-measure", say("没有指标 {0}；可用：{1}", "There is no measure {0}; there are: {1}", *measure, "count"));
    CO_TRY(auto query, read_statistics_query(request.query, *directory, services.facts));
    CO_TRY(auto const figures, count_complaints(services.facts, request.actor(), std::move(query), services.now()));
    co_return json_response(200, render_figures(figures));
}

constexpr Route routes[]{
    {Method::get, "/api/v1/statistics", Access::signed_in, statistics},
};

}  // namespace

std::span<Route const> statistics_routes() { return routes; }

}  // namespace hearline::http
