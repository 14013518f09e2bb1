// The audit trails (R10.4): of complaints, and of administration.
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

constexpr std::string_view audit_list = "audit";

/// What was done to whom, in a few words of codes: "role=desk was_role=agent".
std::string detail_of(Change const& change) {
    std::string text;
    for (auto const& [key, value] : change.details.entries()) text += (text.empty() ? "" : " ") + key + '=' + value;
    return text;
}

void write_entry(AnswerWriter& out, AuditEntry const& entry, Directory const& directory) {
    bool const is_act = entry.of == Trail::complaints;
    auto const number = entry.number ? format_number(entry.number) : std::string{};
    out.begin_object();
    out.field_code("of", entry.of);
    out.field_time("at", entry.at, directory.zone());
    out.field("act", is_act ? code_of(entry.act) : code_of(entry.change.name));
    out.field_or_null("user", entry.actor.user);
    out.key("actor");
    write_actor(out, entry.actor, directory);
    out.field_or_null("subject", is_act ? number : entry.change.subject);
    out.field_or_null("detail", is_act ? std::string{} : detail_of(entry.change));
    out.field_or_null("number", number);
    out.field("seq", entry.seq);
    if (!is_act) {
        out.key("details");
        out.begin_object();
        for (auto const& [key, value] : entry.change.details.entries()) out.field(key, value);
        out.end_object();
    }
    out.field("digest", entry.digest_hex);
    out.end_object();
}

std::string render_audit(AuditPage const& page, Directory const& directory) {
    std::string body;
    AnswerWriter out{body};
    out.begin_object();
    out.key("items");
    out.begin_array();
    for (auto const& entry : page.items) write_entry(out, entry, directory);
    out.end_array();
    out.field_or_null("next_cursor", page.next ? make_cursor(audit_list, page.next->encode()) : "");
    out.field_time("reached", page.reached, directory.zone());
    out.end_object();
    return body;
}

/// The day that a parameter names, from its beginning or (`days` = 1) to its end.
Result<std::optional<Instant>> read_day(Request const& request, std::string_view name, int days, Zone const& zone) {
    auto const text = request.parameter(name);
    if (!text) return std::optional<Instant>{};
    auto const date = parse_date(*text);
    if (date) return std::optional{zone.start_of(*date + std::chrono::days{days})};
    auto const detail = say("应为日期，如 2026-11-30", "must be a date like 2026-11-30");
    return refuse(ErrorKind::malformed, "bad-parameter", detail, {{fmt::format("?{}", name), detail}});
}

template <class T>
Result<std::optional<T>> read_code(Request const& request, std::string_view name, Text detail) {
    auto const text = request.parameter(name);
    if (!text) return std::optional<T>{};
    if (auto const code = from_code<T>(*text)) return std::optional{*code};
    return refuse(ErrorKind::malformed, "bad-parameter", detail, {{fmt::format("?{}", name), detail}});
}

Result<AuditQuery> read_query(Request const& request, Zone const& zone) {
    AuditQuery query;
    query.of = TRY(read_code<Trail>(request, "of", say("应为 complaints 或 administration", "must be complaints or administration")));
    auto const order = TRY(read_code<AuditOrder>(request, "order", say("应为 newest 或 oldest", "must be newest or oldest")));
    // Who asks for one trail has always got it from its beginning.
    query.order = order.value_or(query.of ? AuditOrder::oldest : AuditOrder::newest);
    query.from = TRY(read_day(request, "from", 0, zone));
    query.until = TRY(read_day(request, "to", 1, zone));
    query.user = request.parameter("user").value_or("");
    query.act = request.parameter("act").value_or("");
    query.subject = request.parameter("subject").value_or("");
    if (query.act.empty() || from_code<ActName>(query.act) || from_code<ChangeName>(query.act)) return query;
    auto const detail = say("没有操作“{}”", "there is no act \"{}\"", query.act);
    return refuse(ErrorKind::malformed, "bad-parameter", detail, {{"?act", detail}});
}

Result<std::optional<AuditPlace>> read_place(Request const& request) {
    auto const text = TRY(read_cursor_text(request, audit_list));
    if (!text) return std::optional<AuditPlace>{};
    if (auto place = AuditPlace::decode(*text)) return place;
    auto const detail = say("cursor 无效，请使用上一页答复中的 next_cursor", "This cursor is not one of ours; use next_cursor of the page before");
    return refuse(ErrorKind::malformed, "bad-cursor", detail, {{"?cursor", detail}});
}

Task<Response> audit(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY_DONE(check_parameters(request, {"limit", "cursor", "of", "order", "from", "to", "user", "act", "subject"}));
    CO_TRY(auto const limit, read_number_parameter(request, "limit", 1, 1000, 100));
    CO_TRY(auto const query, read_query(request, directory->zone()));
    CO_TRY(auto const after, read_place(request));
    auto work = [&](Snapshot& snapshot) { return list_audit(snapshot, request.actor(), query, after, limit); };
    // However local the store: a search through many acts is no work for a network thread.
    auto search = [&]() -> Result<AuditPage> { return read_now(services.store, work); };
    CO_TRY(auto const page, co_await on_pool(services.readers, search));
    co_return json_response(200, render_audit(page, *directory));
}

constexpr Route routes[]{{Method::get, "/api/v1/audit", Access::signed_in, audit}};

}  // namespace

std::span<Route const> audit_routes() { return routes; }

}  // namespace hearline::http
