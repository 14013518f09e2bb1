#pragma once
// What every request goes through on its way to a handler and back: route, identity, access, exceptions, metrics, access log.
#include <chrono>
#include <functional>
#include <span>
#include <string>

#include "http/router.hpp"
#include "http/server.hpp"
#include "http/services.hpp"

namespace hearline::http {

/// One answered request. Nothing typed into a query or a body is in it.
struct AccessLine {
    Instant at;
    std::string_view id, method, route, user, peer;  ///< `route` is the pattern, "" for an unknown path
    int status = 0;
    std::chrono::nanoseconds took{};
    std::size_t bytes = 0;  ///< of the answer's body, where it is in memory
    std::string_view failure;  ///< what an unexpected exception said; "" else
};
using AccessLog = std::function<void(AccessLine const&)>;
/// One JSON object, without a line end.
[[nodiscard]] std::string to_json(AccessLine const& line);

/// Adds the server's own counters (connections, refused messages, timeouts) to the metrics.
void watch_server(Metrics& metrics, Server const& server);

class Pipeline {
public:
    /// All but the routes are kept by reference.
    Pipeline(Services& services, std::span<Route const> routes, AccessLog log = {});

    /// The server's Entry: `[&](Request& request) { return pipeline.answer(request); }`
    [[nodiscard]] Task<Response> answer(Request& request);
    [[nodiscard]] Router const& router() const { return router_; }

private:
    [[nodiscard]] Task<Response> handle(Request& request, Match const& match, std::string& failure);
    [[nodiscard]] Task<Done> identify(Request& request, Access access);
    [[nodiscard]] Task<Done> identify_by_cookie(Request& request, std::string_view token, Access access);
    [[nodiscard]] Result<std::monostate> admit(Request const& request, Access access) const;
    [[nodiscard]] Response without_route(Request const& request, Match const& match) const;
    [[nodiscard]] bool our_host(Request const& request) const;
    void watch_store();

    Services& services_;
    Router router_;
    AccessLog log_;
    std::string own_host_;  ///< of the public address; "" when none is configured
};

}  // namespace hearline::http
