#include "http/pipeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <new>

#include "app/directory.hpp"
#include "app/people.hpp"
#include "base/json_writer.hpp"
#include "domain/statistics/fact_table.hpp"
#include "http/live.hpp"
#include "http/metrics.hpp"
#include "http/problem.hpp"
#include "http/session.hpp"

namespace hearline::http {
namespace {

bool changes_something(Method method) { return method != Method::get && method != Method::head && method != Method::options; }

std::string_view host_of(std::string_view url) {
    auto const scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    return url.substr(0, url.find('/'));
}

std::string_view without_port(std::string_view authority) {
    auto const bracket = authority.rfind(']');
    auto const colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    return authority.substr(0, colon);
}

/// A number stands for itself: only names can be made to point at us by strangers.
bool is_address(std::string_view host) {
    return host == "localhost" || host.starts_with('[') || std::all_of(host.begin(), host.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

tl::unexpected<Error> sign_in_first() { return refuse(ErrorKind::unauthenticated, "sign-in", say("请先登录", "Sign in first")); }

Response failed(Error error) {
    error.retry_after_seconds = std::max(error.retry_after_seconds, 1);
    return refused(std::move(error));
}

Error of_storage(StorageError const& lost) {
    switch (lost.kind()) {
        case StorageError::What::full: return {ErrorKind::out_of_space, "store-full", say("存储空间不足，未作任何更改", "The store is full; nothing was changed"), {}, 0};
        case StorageError::What::locked:
        case StorageError::What::unavailable:
        case StorageError::What::outdated:
        case StorageError::What::conflict:
            return {ErrorKind::unavailable, "store-unavailable", say("数据库暂时不可用，请稍后再试", "The store is not available now; try again soon"), {}, 1};
        case StorageError::What::corrupt: break;
    }
    return {ErrorKind::unavailable, "store-damaged", say("数据存储异常，请联系管理员", "The store cannot be read; tell the administrator"), {}, 60};
}

}  // namespace

Pipeline::Pipeline(Services& services, std::span<Route const> routes, AccessLog log)
    : services_{services}, log_{std::move(log)}, own_host_{without_port(host_of(services.options.public_url))} {
    router_.add(routes);
    for (auto const& route : router_.routes()) services_.metrics.count_route(name_of(route.method), route.pattern);
    watch_store();
}

Task<Response> Pipeline::answer(Request& request) {
    auto const begun = std::chrono::steady_clock::now();
    auto match = router_.match(request.method, request.path);
    request.captures = std::move(match.captures);
    std::string failure;
    Response response = co_await handle(request, match, failure);
    if (response.refusal) {
        auto headers = std::move(response.headers);
        response = problem(*response.refusal, request.language(), request.id);
        for (auto& header : headers) response.headers.push_back(std::move(header));
    }
    bool const cached = std::any_of(response.headers.begin(), response.headers.end(), [](auto const& header) { return header.first == "Cache-Control"; });
    if (!cached) response.set("Cache-Control", "no-store");
    auto const took = std::chrono::steady_clock::now() - begun;
    services_.metrics.observe(match.index, response.status, took);
    if (log_)
        log_({services_.now(), request.id, name_of(request.method), match.route ? match.route->pattern : std::string_view{}, request.actor().user, request.peer,
              response.status, took, response.body.size(), failure});
    co_return response;
}

Task<Response> Pipeline::handle(Request& request, Match const& match, std::string& failure) {
    try {
        if (!our_host(request))
            co_return problem(421, "wrong-host", say("此服务器不提供该主机名", "This server does not answer for that host"), request.language(), request.id);
        if (!match.route) co_return without_route(request, match);
        CO_TRY_DONE(co_await identify(request, match.route->access));
        CO_TRY_DONE(admit(request, match.route->access));
        co_return co_await match.route->handler(request, services_);
    } catch (StorageError const& lost) {
        failure = lost.what();
        co_return failed(of_storage(lost));
    } catch (Busy const& busy) {
        failure = busy.what();
        co_return failed({ErrorKind::unavailable, "busy", say("系统繁忙，请稍后再试", "The server is busy; try again soon"), {}, 1});
    } catch (std::bad_alloc const&) {
        failure = "out of memory";
        co_return failed({ErrorKind::unavailable, "busy", say("系统繁忙，请稍后再试", "The server is busy; try again soon"), {}, 1});
    } catch (std::exception const& bug) {
        failure = bug.what();
    } catch (...) {
        failure = "unknown exception";
    }
    co_return problem(500, "internal", say("服务内部出错，编号 {}", "Something went wrong inside, number {}", request.id), request.language(), request.id);
}

Response Pipeline::without_route(Request const& request, Match const& match) const {
    if (match.allowed.empty() && request.path != "*") return refused({ErrorKind::not_found, "no-such-address", say("没有此地址", "There is no such address"), {}, 0});
    std::string allowed;
    for (auto const method : match.allowed) {
        allowed.append(name_of(method)).append(", ");
        if (method == Method::get) allowed += "HEAD, ";
    }
    allowed += "OPTIONS";
    Response response;
    if (request.method == Method::options) response.status = 204;
    else response = problem(405, "wrong-method", say("此地址支持 {}", "This address knows {}", allowed), request.language(), request.id);
    response.set("Allow", allowed);
    return response;
}

bool Pipeline::our_host(Request const& request) const {
    if (own_host_.empty()) return true;
    auto const host = without_port(request.header("host"));
    return host.empty() || host == own_host_ || is_address(host);
}

Task<Done> Pipeline::identify(Request& request, Access access) {
    auto const authorization = request.header("authorization");
    if (!authorization.empty()) {
        auto const space = authorization.find(' ');
        auto const scheme = authorization.substr(0, space);
        bool const bearer = scheme.size() == 6 && std::equal(scheme.begin(), scheme.end(), "bearer", [](char a, char b) { return (a | 0x20) == b; });
        auto const token = authorization.substr(std::min(authorization.size(), authorization.find_first_not_of(' ', space)));
        auto const directory = services_.directory.get();
        auto const* const user = bearer && !token.empty() ? directory->user_of_token(token_digest(token), services_.now()) : nullptr;
        if (!user) co_return refuse(ErrorKind::unauthenticated, "bad-token", say("令牌无效、已过期或已撤销", "The token is unknown, expired or revoked"));
        request.identity.actor = user->actor();
        request.identity.signed_in = true;
        co_return std::monostate{};
    }
    auto const name = cookie_name(request);
    auto const token = name.empty() ? std::nullopt : request.cookie(name);
    if (token) co_return co_await identify_by_cookie(request, *token, access);
    co_return std::monostate{};
}

Task<Done> Pipeline::identify_by_cookie(Request& request, std::string_view token, Access access) {
    auto const directory = services_.directory.get();
    auto const session = co_await services_.sessions.find(token, directory->version(), services_.readers, services_.now());
    auto const* const user = session ? directory->user(session->user) : nullptr;
    if (!user || user->disabled) co_return std::monostate{};  // nobody; a route that needs somebody says so
    if (changes_something(request.method)) {
        auto const site = request.header("sec-fetch-site");
        bool const ours = same_secret(request.header("x-csrf-token"), session->csrf) && site != "cross-site" && site != "same-site";
        if (!ours && access == Access::open) co_return std::monostate{};  // what anybody may do is done as anybody
        if (!ours)
            co_return refuse(ErrorKind::forbidden, "csrf", say("缺少或错误的 X-CSRF-Token（登录和 GET /api/v1/me 的答复中给出）",
                                                               "The X-CSRF-Token header is missing or wrong (login and GET /api/v1/me give it)"));
    }
    auto& identity = request.identity;
    identity.actor = user->actor();
    identity.signed_in = true;
    identity.must_change_password = user->must_change;
    identity.csrf = session->csrf;
    identity.session = session->digest;
    co_return std::monostate{};
}

Done Pipeline::admit(Request const& request, Access access) const {
    if (access == Access::open || (access == Access::near && request.loopback)) return std::monostate{};
    if (!request.identity.signed_in) return sign_in_first();
    if (access != Access::own_account && request.identity.must_change_password)
        return refuse(ErrorKind::forbidden, "password-change-required", say("请先修改密码：PUT /api/v1/me/password", "Change the password first: PUT /api/v1/me/password"));
    return std::monostate{};
}

void Pipeline::watch_store() {
    using Kind = Metrics::Kind;
    auto& metrics = services_.metrics;
    auto& store = services_.store;
    metrics.watch("hearline_store_writable", "1 while the store takes writes.", Kind::gauge, [&store] { return store.health().writable ? 1.0 : 0.0; });
    metrics.watch("hearline_store_queued_writes", "Writes that wait for their commit.", Kind::gauge, [&store] { return static_cast<double>(store.health().queued_writes); });
    metrics.watch("hearline_store_wal_bytes", "Size of the write-ahead log.", Kind::gauge, [&store] { return static_cast<double>(store.health().wal_bytes); });
    metrics.watch("hearline_store_commits_total", "Durable commits.", Kind::counter, [&store] { return static_cast<double>(store.health().commits); });
    metrics.watch("hearline_store_writes_total", "Writes done in those commits.", Kind::counter, [&store] { return static_cast<double>(store.health().writes); });
    metrics.watch("hearline_readers_queued", "Reads that wait for a worker.", Kind::gauge, [&pool = services_.readers] { return static_cast<double>(pool.queued()); });
    metrics.watch("hearline_live_streams", "Pages that listen to what others do.", Kind::gauge, [&live = services_.live] { return static_cast<double>(live.listening()); });
    metrics.watch("hearline_complaints", "Entries by stage; all but closed are open.", Kind::gauge, [this] {
        static constexpr Dimension by[]{Dimension::stage};
        auto const figures = services_.facts.count_by({}, by, services_.now());
        std::vector<Metrics::Sample> samples;
        for (auto const& row : figures.rows) samples.push_back({fmt::format("stage=\"{}\"", figures.code(row, 0)), static_cast<double>(row.count)});
        return samples;
    });
}

void watch_server(Metrics& metrics, Server const& server) {
    using Kind = Metrics::Kind;
    metrics.watch("hearline_connections_total", "Connections accepted.", Kind::counter, [&server] { return static_cast<double>(server.counters().connections); });
    metrics.watch("hearline_connections_open", "Connections open now.", Kind::gauge, [&server] { return static_cast<double>(server.counters().open); });
    metrics.watch("hearline_http_refused_total", "Messages refused before any route saw them.", Kind::counter, [&server] { return static_cast<double>(server.counters().refused); });
    metrics.watch("hearline_http_timeouts_total", "Connections cut because the peer took too long.", Kind::counter, [&server] { return static_cast<double>(server.counters().timeouts); });
}

std::string to_json(AccessLine const& line) {
    std::string out = fmt::format(R"({{"at":{},"id":"{}","method":"{}","route":)", ms_of(line.at), line.id, line.method);
    append_json_string(out, line.route);
    out += R"(,"user":)";
    append_json_string(out, line.user);
    out += R"(,"peer":)";
    append_json_string(out, line.peer);
    fmt::format_to(std::back_inserter(out), R"(,"status":{},"us":{},"bytes":{})", line.status, line.took.count() / 1000, line.bytes);
    if (!line.failure.empty()) {
        out += R"(,"failure":)";
        append_json_string(out, line.failure);
    }
    out += '}';
    return out;
}

}  // namespace hearline::http
