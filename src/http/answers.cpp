#include "http/answers.hpp"

#include <charconv>

#include "http/json/body.hpp"
#include "http/json/render_complaint.hpp"

namespace hearline::http {

namespace {

/// The value of a member near the start of a complaint's JSON, which we wrote ourselves: nothing a person typed stands before it.
std::string_view own_member(std::string_view body, std::string_view name) {
    auto const at = body.find(name);
    if (at == std::string_view::npos || at > 200) return {};
    auto const rest = body.substr(at + name.size());
    return rest.substr(0, rest.find_first_of(",\"}"));
}

bool is_json_type(std::string_view type) {
    type = type.substr(0, type.find(';'));
    while (!type.empty() && type.back() == ' ') type.remove_suffix(1);
    return type.empty() || type.ends_with("json") || type == "text/plain" || type == "application/x-www-form-urlencoded" || type == "application/octet-stream";
}

}  // namespace

Result<boost::json::object> read_json(Request const& request) {
    if (!is_json_type(request.header("content-type")))
        return refuse(ErrorKind::unsupported, "not-json-type", say("请以 application/json 发送。", "Send it as application/json."));
    return parse_object(request.body);
}

Response json_response(int status, std::string body) {
    Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

Response complaint_response(Reply reply) {
    auto response = json_response(reply.status, std::move(reply.body));
    if (auto const version = own_member(response.body, "\"version\":"); !version.empty()) response.set("ETag", '"' + std::string{version} + '"');
    if (reply.status == 201)
        if (auto const number = own_member(response.body, "\"number\":\""); !number.empty()) response.set("Location", "/api/v1/complaints/" + std::string{number});
    return response;
}

Response complaint_response(int status, ComplaintView const& view, Zone const& zone, Language language) {
    return complaint_response(Reply{status, render_complaint(view, zone, language)});
}

RuleBookVersion const& rules_now(Directory const& directory, Instant now) { return directory.rules().in_force(directory.zone().date(now)); }

}  // namespace hearline::http
