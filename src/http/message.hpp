#pragma once
// A request and a response as handlers see them: light, no HTTP library in sight.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace hearline::http {

enum class Method { get, post, put, patch, delete_, head, options };
[[nodiscard]] std::string_view name_of(Method method);

struct Request {
    Method method = Method::get;
    std::string path;   ///< decoded, without the query
    std::vector<std::pair<std::string, std::string>> query;    ///< decoded, in order
    std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
    std::string body;
    std::string body_file;  ///< for a large upload: the temporary file that holds the body; `body` is empty then
    std::string peer;       ///< address of the client (behind a trusted proxy: what the proxy says)
    bool secure = false;    ///< came by TLS (or the trusted proxy says so)
    bool loopback = false;
    std::vector<std::string> captures;  ///< what the `{…}` of the route matched, in order
    std::string id;         ///< request id for the log and the problem's `instance`

    [[nodiscard]] std::string_view header(std::string_view lower_case_name) const;
    [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;  ///< the first of that name
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
    [[nodiscard]] Language language() const;  ///< from Accept-Language; Chinese when it says nothing
};

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string file;       ///< send this file as the body instead
    std::string content_type = "application/json";
};

}  // namespace hearline::http
