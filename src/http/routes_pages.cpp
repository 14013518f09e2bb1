// The plain page and its files, out of the program itself.
#include "base/embedded.hpp"
#include "http/awaitables.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"

namespace hearline::http {

namespace {

std::string_view type_of(std::string_view path) {
    struct Row {
        std::string_view ending, type;
    };
    static constexpr Row rows[]{{".html", "text/html; charset=utf-8"}, {".css", "text/css; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"},
                                {".svg", "image/svg+xml"},             {".png", "image/png"},               {".woff2", "font/woff2"}};
    for (auto const& row : rows)
        if (path.ends_with(row.ending)) return row.type;
    return "application/octet-stream";
}

Result<Response> embedded_page(std::string_view path) {
    for (auto const& file : embedded_files("web")) {
        if (file.path != path) continue;
        Response response;
        response.content_type = type_of(path);
        response.body = file.content;
        response.set("Cache-Control", "no-cache");
        return response;
    }
    return refuse(ErrorKind::not_found, "no-page", say("没有这个页面。", "There is no such page."));
}

Task<Response> front_page(Request const&, Services&) {
    CO_TRY(auto response, embedded_page("index.html"));
    co_return response;
}

Task<Response> asset(Request const& request, Services&) {
    CO_TRY(auto response, embedded_page("assets/" + request.captures.front()));
    co_return response;
}

constexpr Route routes[]{
    {Method::get, "/", Access::open, front_page},
    {Method::get, "/assets/{file}", Access::open, asset},
};

}  // namespace

std::span<Route const> page_routes() { return routes; }

}  // namespace hearline::http
