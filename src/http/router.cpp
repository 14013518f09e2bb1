#include "http/router.hpp"

#include <cassert>

namespace hearline::http {
namespace {

/// Cuts the next segment off a path that begins with "/"; nothing when the path is used up.
bool next_segment(std::string_view& rest, std::string_view& segment) {
    if (rest.empty() || rest.front() != '/') return false;
    auto const end = rest.find('/', 1);
    segment = rest.substr(1, end == std::string_view::npos ? end : end - 1);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end);
    return true;
}

bool takes_the_rest(std::string_view segment) { return segment.starts_with('{') && segment.ends_with("...}"); }

}  // namespace

Router::Router() : nodes_(1) {}

void Router::add(std::span<Route const> routes) {
    for (auto const& route : routes) {
        auto const& kept = routes_.emplace_back(route);
        std::size_t at = 0;
        std::string_view rest = kept.pattern, segment;
        while (next_segment(rest, segment)) {
            std::size_t child = 0;
            if (takes_the_rest(segment)) {
                child = nodes_[at].remainder;
            } else if (segment.starts_with('{')) {
                child = nodes_[at].capture;
            } else {
                for (auto const& [literal, index] : nodes_[at].literals)
                    if (literal == segment) child = index;
            }
            if (child == 0) {
                child = nodes_.size();
                nodes_.emplace_back();
                if (takes_the_rest(segment)) nodes_[at].remainder = child;
                else if (segment.starts_with('{')) nodes_[at].capture = child;
                else nodes_[at].literals.emplace_back(segment, child);
            }
            at = child;
        }
        auto& slot = nodes_[at].by_method[static_cast<std::size_t>(kept.method)];
        assert(slot == 0 && "one handler for a method and pattern");
        slot = routes_.size();
    }
}

bool Router::walk(std::size_t node, std::string_view rest, Method method, Match& match) const {
    auto const& here = nodes_[node];
    auto const whole = rest;
    std::string_view segment;
    if (!next_segment(rest, segment)) {
        auto found = here.by_method[static_cast<std::size_t>(method)];
        if (found == 0 && method == Method::head) found = here.by_method[static_cast<std::size_t>(Method::get)];
        if (found > 0) {
            match.index = found - 1;
            match.route = &routes_[match.index];
            return true;
        }
        for (std::size_t i = 0; i < method_count; ++i)
            if (here.by_method[i]) match.allowed.push_back(static_cast<Method>(i));
        return false;
    }
    for (auto const& [literal, child] : here.literals)
        if (literal == segment && walk(child, rest, method, match)) return true;
    if (here.capture != 0 && !segment.empty()) {
        match.captures.emplace_back(segment);
        if (walk(here.capture, rest, method, match)) return true;
        match.captures.pop_back();
    }
    if (here.remainder == 0) return false;
    match.captures.emplace_back(whole.substr(1));
    if (walk(here.remainder, {}, method, match)) return true;
    match.captures.pop_back();
    return false;
}

Match Router::match(Method method, std::string_view path) const {
    Match match;
    match.index = routes_.size();
    if (walk(0, path, method, match)) match.allowed.clear();
    return match;
}

}  // namespace hearline::http
