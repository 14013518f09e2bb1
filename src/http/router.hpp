#pragma once
// The route table: which method and path is answered by which handler, and who may come in at all.
#include <array>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "http/message.hpp"
#include "http/task.hpp"

namespace hearline::http {

struct Services;  // services.hpp: what handlers work with

using Handler = Task<Response> (*)(Request const&, Services&);

/// Who passes before the handler is asked. A route without one does not compile: deny by default.
enum class Access {
    open,        ///< anyone; a login that comes along is looked at, a wrong one is refused
    near,        ///< from this machine, or signed in
    own_account, ///< signed in, even with a password that must be changed first
    signed_in    ///< signed in
};

struct Route {
    Method method;
    std::string_view pattern;  ///< "/api/v1/complaints/{number}/{act}"; "/staff/{path...}" takes all that follows, nothing too
    Access access;
    Handler handler;
};

struct Match {
    Route const* route = nullptr;
    std::size_t index = 0;  ///< of the route in `routes()`; their number when there is none
    std::vector<std::string> captures;
    std::vector<Method> allowed;  ///< when the path exists with other methods only (405)
};

/// A tree of path segments; a literal segment goes before a `{capture}`, that before a `{capture...}`. HEAD is answered by the GET route.
class Router {
public:
    Router();
    /// Adding the same method and pattern twice is a bug.
    void add(std::span<Route const> routes);
    /// `path` is decoded and begins with "/". Captures of one segment are never empty.
    [[nodiscard]] Match match(Method method, std::string_view path) const;
    [[nodiscard]] std::deque<Route> const& routes() const { return routes_; }

private:
    struct Node {
        std::vector<std::pair<std::string, std::size_t>> literals;
        std::size_t capture = 0;  ///< 0: none (the root is nobody's child)
        std::size_t remainder = 0;  ///< `{capture...}`; 0: none
        std::array<std::size_t, method_count> by_method{};  ///< index of the route + 1; 0: none
    };
    [[nodiscard]] bool walk(std::size_t node, std::string_view rest, Method method, Match& match) const;

    std::deque<Route> routes_;
    std::vector<Node> nodes_;
};

}  // namespace hearline::http
