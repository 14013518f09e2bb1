// The audit trail (R10.4): of complaints, and of administration.
#include "app/administration_log.hpp"
#include "app/directory.hpp"
#include "app/list_audit.hpp"
#include "http/json/render_complaint.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/writer.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"

namespace hearline::http {

namespace {

constexpr std::string_view audit_list = "audit", change_list = "administration";

std::string render_audit(AuditPage const& page, Directory const& directory) {
    auto const& zone = directory.zone();
    std::string body;
    AnswerWriter out{body};
    out.begin_object();
    out.key("items");
    out.begin_array();
    for (auto const& entry : page.items) {
        out.begin_object();
        out.field_or_null("number", entry.number ? format_number(entry.number) : "");
        out.field("seq", entry.seq);
        out.field_time("at", entry.at, zone);
        out.field_code("act", entry.act);
        out.key("actor");
        write_actor(out, entry.actor, directory);
        out.field("digest", entry.digest_hex);
        out.end_object();
    }
    out.end_array();
    out.field_or_null("next_cursor", page.next_after ? make_cursor(audit_list, page.next_after->value) : "");
    out.end_object();
    return body;
}

std::string render_changes(ChangePage const& page, Directory const& directory) {
    std::string body;
    AnswerWriter out{body};
    out.begin_object();
    out.key("items");
    out.begin_array();
    for (auto const& entry : page.items) {
        out.begin_object();
        out.key("number");
        out.null();
        out.field("seq", entry.seq);
        out.field_time("at", entry.at, directory.zone());
        out.field_code("act", entry.change.name);
        out.key("actor");
        write_actor(out, entry.actor, directory);
        out.field("subject", entry.change.subject);
        out.key("details");
        out.begin_object();
        for (auto const& [key, value] : entry.change.details.entries()) out.field(key, value);
        out.end_object();
        out.field("digest", hex(entry.digest));
        out.end_object();
    }
    out.end_array();
    out.field_or_null("next_cursor", page.next_after ? make_cursor(change_list, *page.next_after) : "");
    out.end_object();
    return body;
}

/// R2.3: of persons and reference data.
Task<Response> changes(Request const& request, Services& services, int limit) {
    CO_TRY(auto const cursor, read_cursor(request, change_list));
    auto work = [&](Snapshot& snapshot) { return list_changes(snapshot, request.actor(), static_cast<int>(cursor.value_or(0)), limit); };
    CO_TRY(auto const page, co_await read(services.store, services.readers, work));
    co_return json_response(200, render_changes(page, *services.directory.get()));
}

Task<Response> acts(Request const& request, Services& services, int limit) {
    CO_TRY(auto const cursor, read_cursor(request, audit_list));
    auto const after = cursor ? std::optional{Position{*cursor}} : std::nullopt;
    auto work = [&](Snapshot& snapshot) { return list_audit(snapshot, request.actor(), after, limit); };
    CO_TRY(auto const page, co_await read(services.store, services.readers, work));
    co_return json_response(200, render_audit(page, *services.directory.get()));
}

Task<Response> audit(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {"limit", "cursor", "of"}));
    CO_TRY(auto const limit, read_number_parameter(request, "limit", 1, 1000, 100));
    auto const of = request.parameter("of").value_or("complaints");
    if (of == "administration") co_return co_await changes(request, services, limit);
    if (of == "complaints") co_return co_await acts(request, services, limit);
    auto const detail = say("应为 complaints 或 administration", "must be complaints or administration");
    co_return refuse(ErrorKind::malformed, "bad-parameter", detail, {{"?of", detail}});
}

constexpr Route routes[]{{Method::get, "/api/v1/audit", Access::signed_in, audit}};

}  // namespace

std::span<Route const> audit_routes() { return routes; }

}  // namespace hearline::http
