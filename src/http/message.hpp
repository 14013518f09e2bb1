#pragma once
// A request and a response as handlers see them: light, no HTTP library in sight.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/digest.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "domain/organisation/actor.hpp"

namespace hearline::http {

enum class Method { get, post, put, patch, delete_, head, options };
inline constexpr std::size_t method_count = 7;
[[nodiscard]] std::string_view name_of(Method method);
[[nodiscard]] std::optional<Method> method_of(std::string_view name);  ///< case matters: "get" is none

/// Who asks, as the entry found out before the handler runs.
struct Identity {
    Actor actor = passenger_actor();
    bool signed_in = false;
    bool must_change_password = false;
    std::string csrf;               ///< of the session; "" for a bearer token and for nobody
    std::optional<Digest> session;  ///< digest of the session's token; nothing for a bearer token
};

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
    Identity identity;      ///< set by the entry

    [[nodiscard]] Actor const& actor() const { return identity.actor; }
    [[nodiscard]] std::string_view header(std::string_view lower_case_name) const;
    [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;  ///< the first of that name
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
    [[nodiscard]] Language language() const;  ///< from Accept-Language; Chinese when it says nothing
};

class Feed;  // feed.hpp

/// Which pages may show an answer inside themselves.
enum class Framed { by_nobody, by_our_pages };

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string file;       ///< send this file as the body instead
    std::shared_ptr<void const> keeps;  ///< lives until the answer is sent: whoever removes a scratch file
    std::shared_ptr<Feed> feed;  ///< instead of a body: what is sent until it ends; then the connection ends too
    std::string content_type = "application/json";
    Framed framed = Framed::by_nobody;
    std::shared_ptr<Error const> refusal;  ///< instead of a body: the entry makes the problem document, in the reader's language

    void set(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
};

/// `co_return refuse(…)` in a handler.
[[nodiscard]] Response converted(std::type_identity<Response>, tl::unexpected<Error> refusal);
[[nodiscard]] Response refused(Error error);
[[nodiscard]] std::string_view reason_of(int status);  ///< "Not Found"; "" for a status we never send

}  // namespace hearline::http
