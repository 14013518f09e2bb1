// The pages and their files: one HTML document for the passenger's addresses, one for the staff's, and what they load.
#include <algorithm>

#include "http/awaitables.hpp"
#include "http/conditions.hpp"
#include "http/content_coding.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"
#include "http/web_files.hpp"

namespace hearline::http {

namespace {

std::string_view type_of(std::string_view path) {
    struct Row {
        std::string_view ending, type;
    };
    static constexpr Row rows[]{{".html", "text/html; charset=utf-8"}, {".css", "text/css; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"},
                                {".svg", "image/svg+xml"},             {".png", "image/png"},               {".woff2", "font/woff2"},
                                {".json", "application/json"}};
    for (auto const& row : rows)
        if (path.ends_with(row.ending)) return row.type;
    return "application/octet-stream";
}

std::string_view content_in(WebFile const& file, Coding coding) {
    switch (coding) {
        case Coding::brotli: return file.brotli;
        case Coding::gzip: return file.gzip;
        case Coding::identity: break;
    }
    return file.content;
}

Coding coding_for(Request const& request, WebFile const& file) {
    Coding offered[3];
    std::size_t count = 0;
    if (!file.brotli.empty()) offered[count++] = Coding::brotli;
    if (!file.gzip.empty()) offered[count++] = Coding::gzip;
    offered[count++] = Coding::identity;
    return choose_coding(request.header("accept-encoding"), {offered, count});
}

/// `caching`: how long browsers may keep it without asking. What is coded otherwise has another tag.
Result<Response> web_file(Request const& request, Services& services, std::string_view path, std::string_view caching) {
    auto const files = services.pages;
    auto const at = std::lower_bound(files.begin(), files.end(), path, [](WebFile const& file, std::string_view wanted) { return file.path < wanted; });
    if (at == files.end() || at->path != path) return refuse(ErrorKind::not_found, "no-page", say("没有这个页面。", "There is no such page."));
    auto const coding = coding_for(request, *at);
    std::string etag = "\"" + std::string{at->digest};
    if (coding != Coding::identity) etag.append("-").append(name_of(coding));
    etag += '"';
    Response response;
    response.content_type = type_of(path);
    response.set("Cache-Control", std::string{caching});
    response.set("Vary", "Accept-Encoding");
    if (coding != Coding::identity) response.set("Content-Encoding", std::string{name_of(coding)});
    if (is_known_already(request, etag)) response.status = 304;
    else response.body = content_in(*at, coding);
    response.set("ETag", std::move(etag));
    return response;
}

constexpr std::string_view always_ask = "no-cache";
constexpr std::string_view for_a_year = "public, max-age=31536000, immutable";  // the name holds the digest
constexpr std::string_view for_a_day = "public, max-age=86400";

Task<Response> passenger_page(Request const& request, Services& services) {
    CO_TRY(auto response, web_file(request, services, "index.html", always_ask));
    co_return response;
}

Task<Response> staff_page(Request const& request, Services& services) {
    CO_TRY(auto response, web_file(request, services, "staff.html", always_ask));
    co_return response;
}

Task<Response> asset(Request const& request, Services& services) {
    CO_TRY(auto response, web_file(request, services, "assets/" + request.captures.front(), for_a_year));
    co_return response;
}

Task<Response> icon(Request const& request, Services& services) {
    CO_TRY(auto response, web_file(request, services, "icon.svg", for_a_day));
    co_return response;
}

/// The worker of devices that register without network (R3.5): asked for anew each time, so that a device has the new program soon.
Task<Response> worker(Request const& request, Services& services) {
    CO_TRY(auto response, web_file(request, services, "offline.js", always_ask));
    co_return response;
}

constexpr Route routes[]{
    {Method::get, "/", Access::open, passenger_page},
    {Method::get, "/submit", Access::open, passenger_page},
    {Method::get, "/track", Access::open, passenger_page},
    {Method::get, "/s", Access::open, passenger_page},
    {Method::get, "/s/", Access::open, passenger_page},
    {Method::get, "/s/{station}", Access::open, passenger_page},
    {Method::get, "/staff", Access::open, staff_page},
    {Method::get, "/staff/{path...}", Access::open, staff_page},
    {Method::get, "/assets/{file}", Access::open, asset},
    {Method::get, "/icon.svg", Access::open, icon},
    {Method::get, "/offline.js", Access::open, worker},
};

}  // namespace

std::span<Route const> page_routes() { return routes; }

}  // namespace hearline::http
