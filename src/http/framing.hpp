#pragma once
// What a well-formed request is, beyond what the parser checks: its target, its Host, its transfer codings. Pure; fuzzed.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.hpp"

namespace hearline::http {

/// Why a message is refused before any handler sees it. Static texts: making one costs nothing.
struct Fault {
    int status = 0;
    std::string_view code, zh, en;
};

namespace faults {
inline constexpr Fault bad_request{400, "bad-request", "这不是有效的 HTTP 请求", "This is not a valid HTTP request"};
inline constexpr Fault bad_target{400, "bad-target", "请求地址格式不正确", "The request target is malformed"};
inline constexpr Fault bad_host{400, "bad-host", "请求必须恰有一个有效的 Host 头", "The request needs exactly one valid Host header"};
inline constexpr Fault folded_header{400, "folded-header", "请求头不得折行", "Header lines must not be folded"};
inline constexpr Fault repeated_header{400, "repeated-header", "该请求头只能出现一次", "A header that may occur once is repeated"};
inline constexpr Fault bad_length{400, "bad-length", "正文长度不明确（Content-Length 或 Transfer-Encoding 有误）",
                                  "The length of the body is unclear (Content-Length or Transfer-Encoding)"};
inline constexpr Fault bad_chunk{400, "bad-chunk", "分块正文格式不正确", "The chunked body is malformed"};
inline constexpr Fault body_cut_off{400, "body-cut-off", "正文未传完，请重新发送", "The body ended early; send it again"};
inline constexpr Fault timeout{408, "request-timeout", "请求未在时限内传完", "The request did not arrive in time"};
inline constexpr Fault too_large{413, "too-large", "正文超过允许的大小", "The body is larger than allowed"};
inline constexpr Fault long_target{414, "long-target", "请求地址过长", "The request target is too long"};
inline constexpr Fault no_such_part{416, "no-such-part", "文件没有这一部分", "The file has no such part"};
inline constexpr Fault bad_expectation{417, "bad-expectation", "只支持 Expect: 100-continue", "Only Expect: 100-continue is supported"};
inline constexpr Fault large_header{431, "large-header", "请求头过大", "The request headers are too large"};
inline constexpr Fault upload_failed{507, "upload-failed", "服务器暂时无法保存上传内容", "The server cannot store the upload now"};
inline constexpr Fault unknown_method{501, "unknown-method", "不支持该请求方法", "The request method is not supported"};
inline constexpr Fault unknown_coding{501, "unknown-coding", "只支持 chunked 传输编码", "Only the chunked transfer coding is supported"};
inline constexpr Fault bad_version{505, "bad-version", "只支持 HTTP/1.0 与 HTTP/1.1", "Only HTTP/1.0 and HTTP/1.1 are supported"};
inline constexpr Fault overloaded{503, "overloaded", "连接过多，请稍后再试", "Too many connections; try again soon"};
inline constexpr Fault broken{500, "internal", "服务器内部错误", "Internal error"};
}  // namespace faults

struct Target {
    std::string path;
    std::vector<std::pair<std::string, std::string>> query;
    std::string authority;  ///< of the absolute form, which goes before the Host header; else ""
};

/// Reads the target of a request line into `target`: origin form, absolute form, or `*` for OPTIONS; percent-decoded. Refused: fragments, bytes
/// that are not UTF-8, NUL and other control characters, encoded slashes and backslashes, `.` and `..` segments. Nothing: all is well.
[[nodiscard]] std::optional<Fault> read_target(std::string_view raw, Method method, Target& target);

/// What the header lines say about the framing.
struct Framing {
    bool expects_continue = false;
};
/// Checks the header lines of one request (names in lower case): Host, lengths and codings, Expect, repeated single headers.
/// `minor_version` is 0 or 1.
[[nodiscard]] std::optional<Fault> check_headers(std::vector<std::pair<std::string, std::string>> const& headers, int minor_version, Framing& framing);

/// `name`, `name:port`, an address or `[v6]:port`, and nothing else.
[[nodiscard]] bool valid_authority(std::string_view authority);
[[nodiscard]] bool valid_utf8(std::string_view text);

}  // namespace hearline::http
