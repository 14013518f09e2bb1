#include "http/message.hpp"

#include <algorithm>
#include <array>

#include "http/header_list.hpp"
#include "http/problem.hpp"

namespace hearline::http {
namespace {

constexpr std::array<std::string_view, method_count> method_names{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"};

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

std::string_view name_of(Method method) { return method_names[static_cast<std::size_t>(method)]; }

std::optional<Method> method_of(std::string_view name) {
    for (std::size_t i = 0; i < method_names.size(); ++i)
        if (method_names[i] == name) return static_cast<Method>(i);
    return std::nullopt;
}

std::string_view Request::header(std::string_view lower_case_name) const {
    for (auto const& [name, value] : headers)
        if (name == lower_case_name) return value;
    return {};
}

std::optional<std::string_view> Request::parameter(std::string_view name) const {
    for (auto const& [key, value] : query)
        if (key == name) return value;
    return std::nullopt;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    for (auto const& [header_name, header_value] : headers) {
        if (header_name != "cookie") continue;
        std::string_view rest = header_value;
        while (!rest.empty()) {
            auto const pair = next_part(rest, ';');
            auto const equals = pair.find('=');
            if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
        }
    }
    return std::nullopt;
}

Language Request::language() const {
    int zh = 0, en = 0, any = 0;
    std::string_view rest = header("accept-language");
    while (!rest.empty()) {
        auto entry = next_part(rest, ',');
        auto const tag = next_part(entry, ';');
        int const q = quality(entry);
        if (tag == "*") any = std::max(any, q);
        else if (tag.size() >= 2 && lower(tag[0]) == 'z' && lower(tag[1]) == 'h' && (tag.size() == 2 || tag[2] == '-')) zh = std::max(zh, q);
        else if (tag.size() >= 2 && lower(tag[0]) == 'e' && lower(tag[1]) == 'n' && (tag.size() == 2 || tag[2] == '-')) en = std::max(en, q);
    }
    return en > std::max(zh, any) ? Language::en : Language::zh;
}

Response converted(std::type_identity<Response>, tl::unexpected<Error> refusal) { return refused(std::move(refusal).value()); }

Response refused(Error error) {
    Response response;
    response.status = status_of(error.kind);
    response.refusal = std::make_shared<Error const>(std::move(error));
    return response;
}

std::string_view reason_of(int status) {
    switch (status) {
        case 100: return "Continue";
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 406: return "Not Acceptable";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 411: return "Length Required";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 416: return "Range Not Satisfiable";
        case 417: return "Expectation Failed";
        case 421: return "Misdirected Request";
        case 422: return "Unprocessable Content";
        case 428: return "Precondition Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        case 507: return "Insufficient Storage";
        default: return "";
    }
}

}  // namespace hearline::http
