#pragma once
// The route table: which method and path is answered by which handler, and who may come in at all.
#include <span>
#include <string_view>
#include <vector>

#include "http/message.hpp"
#include "http/task.hpp"

namespace hearline::http {

struct Services;  // services.hpp: what handlers work with

using Handler = Task<Response> (*)(Request const&, Services&);

/// Who passes before the handler is asked. A route without one does not compile: deny by default.
enum class Access { open, signed_in };

struct Route {
    Method method;
    std::string_view pattern;  ///< "/api/v1/complaints/{number}/{act}"
    Access access;
    Handler handler;
};

struct Match {
    Route const* route = nullptr;
    std::vector<std::string> captures;
    std::vector<Method> allowed;  ///< when the path exists with other methods only (405)
};

class Router {
public:
    void add(std::span<Route const> routes);
    [[nodiscard]] Match match(Method method, std::string_view path) const;
    [[nodiscard]] std::vector<Route> const& routes() const { return routes_; }

private:
    std::vector<Route> routes_;
};

}  // namespace hearline::http
