#pragma once
// Refusals as RFC 9457 problem documents: which status each kind of error has, and its words in the reader's language.
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "http/message.hpp"

namespace hearline::http {

/// The one mapping from refusal to status.
[[nodiscard]] int status_of(ErrorKind kind);

/// The problem document of a refusal. `request_id` becomes `instance` when given. 401 carries `WWW-Authenticate`, a throttled answer `Retry-After`.
[[nodiscard]] Response problem(Error const& error, Language language, std::string_view request_id = {});

/// A problem of the protocol itself, which no use case knows: 405, 408, 411, 414, 417, 431, 500, 501, 505 …
[[nodiscard]] Response problem(int status, std::string_view code, Text const& detail, Language language, std::string_view request_id = {});

/// The short sentence that all problems of a status share.
[[nodiscard]] Text title_of(int status);

/// What `type` is: the code behind a fixed address.
[[nodiscard]] std::string problem_type(std::string_view code);

}  // namespace hearline::http
