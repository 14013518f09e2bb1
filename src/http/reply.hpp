#pragma once
// How a response looks on the wire.
#include <cstdint>
#include <string>
#include <string_view>

#include "http/framing.hpp"
#include "http/message.hpp"

namespace hearline::http {

/// What the connection knows about the answer it is about to send.
struct Delivery {
    enum class After { keep_open, close };
    After after = After::keep_open;
    bool secure = false;          ///< came by TLS: browsers are told to keep to it
    int minor_version = 1;
    std::uint64_t file_size = 0;  ///< of `response.file`
    std::string_view date;        ///< IMF-fixdate
};

/// Appends the head: status line, Date, what keeps browsers safe, the response's headers (one with a line break in it is left out), length,
/// connection.
void append_head(std::string& out, Response const& response, Delivery const& delivery);
/// These statuses have no body, whatever the response says.
[[nodiscard]] bool bodiless(int status);
/// The answer to a message that is no request: a problem document in both languages.
[[nodiscard]] Response fault_response(Fault const& fault);
/// "Sun, 06 Nov 1994 08:49:37 GMT"
[[nodiscard]] std::string http_date(std::int64_t unix_seconds);

}  // namespace hearline::http
