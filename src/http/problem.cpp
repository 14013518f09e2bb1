#include "http/problem.hpp"

#include <boost/json.hpp>

namespace hearline::http {
namespace json = boost::json;

int status_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::unauthenticated: return 401;
        case ErrorKind::malformed: return 400;
        case ErrorKind::not_found: return 404;
        case ErrorKind::forbidden: return 403;
        case ErrorKind::precondition_required: return 428;
        case ErrorKind::stale: return 412;
        case ErrorKind::conflict: return 409;
        case ErrorKind::invalid: return 422;
        case ErrorKind::too_large: return 413;
        case ErrorKind::unsupported: return 415;
        case ErrorKind::throttled: return 429;
        case ErrorKind::unavailable: return 503;
        case ErrorKind::out_of_space: return 507;
    }
    return 500;
}

Text title_of(int status) {
    switch (status) {
        case 400: return {"请求无法读懂", "The request cannot be read"};
        case 401: return {"请先登录", "Sign in first"};
        case 403: return {"没有权限", "Not allowed"};
        case 404: return {"没有找到", "Not found"};
        case 405: return {"此地址不支持该方法", "This address does not know that method"};
        case 408: return {"请求超时", "The request took too long"};
        case 409: return {"当前阶段不允许", "Not possible in this stage"};
        case 411: return {"缺少长度", "The length is missing"};
        case 412: return {"内容已被他人更改", "Changed meanwhile"};
        case 413: return {"内容过大", "Too large"};
        case 414: return {"地址过长", "The address is too long"};
        case 415: return {"不支持的内容类型", "This content type is not supported"};
        case 416: return {"没有所要的部分", "No such part"};
        case 417: return {"无法满足的预期", "The expectation cannot be met"};
        case 422: return {"内容有误", "Something in the request is not right"};
        case 428: return {"缺少 If-Match", "If-Match is missing"};
        case 429: return {"请求过于频繁", "Too many requests"};
        case 431: return {"请求头过大", "The header is too large"};
        case 501: return {"尚未实现", "Not implemented"};
        case 503: return {"暂时无法服务", "Not available for now"};
        case 505: return {"不支持的 HTTP 版本", "This HTTP version is not supported"};
        case 507: return {"存储空间不足", "The store is full"};
        default: return status < 500 ? Text{"请求被拒绝", "Refused"} : Text{"服务内部出错", "Something went wrong inside"};
    }
}

std::string problem_type(std::string_view code) { return "https://hearline.example/problems/" + std::string{code}; }

namespace {

Response document(int status, json::object body, Language language, std::string_view request_id) {
    if (!request_id.empty()) body["instance"] = "urn:hearline:request:" + std::string{request_id};
    Response response;
    response.status = status;
    response.content_type = "application/problem+json";
    response.headers.emplace_back("Content-Language", language == Language::zh ? "zh-CN" : "en");
    response.headers.emplace_back("Cache-Control", "no-store");
    if (status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer");
    response.body = json::serialize(body);
    return response;
}

json::object head(int status, std::string_view code, Text const& detail, Language language) {
    json::object body;
    body["type"] = problem_type(code);
    body["title"] = title_of(status).in(language);
    body["status"] = status;
    body["detail"] = detail.in(language);
    return body;
}

}  // namespace

Response problem(Error const& error, Language language, std::string_view request_id) {
    int const status = status_of(error.kind);
    auto body = head(status, error.code, error.detail, language);
    if (!error.fields.empty()) {
        json::array fields;
        for (auto const& field : error.fields) fields.push_back({{"pointer", field.pointer}, {"detail", field.detail.in(language)}});
        body["errors"] = std::move(fields);
    }
    auto response = document(status, std::move(body), language, request_id);
    if (error.retry_after_seconds > 0) response.headers.emplace_back("Retry-After", std::to_string(error.retry_after_seconds));
    return response;
}

Response problem(int status, std::string_view code, Text const& detail, Language language, std::string_view request_id) {
    return document(status, head(status, code, detail, language), language, request_id);
}

}  // namespace hearline::http
