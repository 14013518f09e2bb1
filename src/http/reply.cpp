#include "http/reply.hpp"

#include <fmt/format.h>

#include <array>
#include <ctime>

#include "http/problem.hpp"

namespace hearline::http {
namespace {

/// On every answer, so that none can be forgotten.
constexpr std::string_view safety =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Permissions-Policy: camera=(self), microphone=(), geolocation=(), payment=(), usb=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";
/// What the pages may do: load what the program itself serves, show what they have made in memory, and nothing else.
constexpr std::string_view policy_of_pages =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; "
    "media-src 'self' blob:; frame-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n"
    "X-Frame-Options: DENY\r\n";
/// A file that somebody has sent, shown in our pages: it may do nothing at all. (A sandbox would also keep the browser from showing a PDF.)
constexpr std::string_view policy_of_files =
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; object-src 'self'; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'self'\r\n"
    "X-Frame-Options: SAMEORIGIN\r\n";
constexpr std::string_view safety_over_tls = "Strict-Transport-Security: max-age=31536000\r\n";

void append_number(std::string& out, std::uint64_t n) {
    fmt::format_int const text{n};
    out.append(text.data(), text.size());
}

bool on_one_line(std::string_view text) { return text.find_first_of(std::string_view{"\r\n\0", 3}) == std::string_view::npos; }

void append_header(std::string& out, std::string_view name, std::string_view value) {
    if (!on_one_line(name) || !on_one_line(value)) return;
    out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

bool bodiless(int status) { return status == 204 || status == 304 || (status >= 100 && status < 200); }

void append_head(std::string& out, Response const& response, Delivery const& delivery) {
    out.append("HTTP/1.1 ");
    append_number(out, static_cast<std::uint64_t>(response.status));
    out.push_back(' ');
    out.append(reason_of(response.status)).append("\r\nDate: ").append(delivery.date).append("\r\n").append(safety);
    out.append(response.framed == Framed::by_our_pages ? policy_of_files : policy_of_pages);
    if (delivery.secure) out.append(safety_over_tls);
    for (auto const& [name, value] : response.headers) append_header(out, name, value);
    if (response.feed) {  // the end of the connection is its end
        append_header(out, "Content-Type", response.content_type);
    } else if (!bodiless(response.status)) {
        std::uint64_t const length = response.file.empty() ? response.body.size() : delivery.file_size;
        if (length > 0) append_header(out, "Content-Type", response.content_type);
        out.append("Content-Length: ");
        append_number(out, length);
        out.append("\r\n");
    }
    if (delivery.after == Delivery::After::close) out.append("Connection: close\r\n");
    else if (delivery.minor_version == 0) out.append("Connection: keep-alive\r\n");
    out.append("\r\n");
}

Response fault_response(Fault const& fault) {
    Response response;
    response.status = fault.status;
    response.content_type = "application/problem+json";
    auto const title = title_of(fault.status);
    response.body = fmt::format(R"({{"type":"{}","title":"{} / {}","status":{},"detail":"{} / {}"}})", problem_type(fault.code), title.zh, title.en, fault.status,
                                fault.zh, fault.en);
    response.set("Content-Language", "zh-CN, en");  // said before the headers were read: in both
    response.set("Cache-Control", "no-store");
    if (fault.status == 503) response.set("Retry-After", "1");
    return response;
}

std::string http_date(std::int64_t unix_seconds) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::time_t const seconds = unix_seconds;
    std::tm at{};
    ::gmtime_r(&seconds, &at);
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[static_cast<std::size_t>(at.tm_wday)], at.tm_mday, months[static_cast<std::size_t>(at.tm_mon)],
                       at.tm_year + 1900, at.tm_hour, at.tm_min, at.tm_sec);
}

}  // namespace hearline::http
