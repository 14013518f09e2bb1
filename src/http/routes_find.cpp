// Finding: one box for everything, and what stands beside a form being filled in. Posts, so that phones and texts stand in no address.
#include <boost/json.hpp>

#include "app/find_complaints.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/body.hpp"
#include "http/json/render_complaint.hpp"
#include "http/json/writer.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"

namespace hearline::http {

namespace {

void write_briefs(AnswerWriter& out, std::string_view name, std::vector<Brief> const& briefs, Directory const& directory) {
    out.key(name);
    out.begin_array();
    for (auto const& [complaint, why] : briefs) {
        auto const* const station = directory.station(complaint.place.line, complaint.place.station);
        out.begin_object();
        out.field("number", format_number(complaint.number));
        out.field_or_null("subject", complaint.subject);
        out.field_code("stage", complaint.stage);
        out.field_code("kind", complaint.kind);
        out.field_or_null("type", complaint.type);
        out.field_or_null("unit", complaint.lead_unit());
        out.field_or_null("line", complaint.place.line);
        out.field_or_null("station", station ? station->name : complaint.place.station);
        out.field_time("registered_at", complaint.registered_at, directory.zone());
        out.field_or_null("complainant", complaint.complainant.name);
        out.field_code("why", why);
        out.end_object();
    }
    out.end_array();
}

constexpr int most_found = 20, usual_found = 8;

Task<Response> find(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY(auto const body, read_json(request));
    Faults faults;
    ObjectReader fields{body, "", faults};
    auto const q = fields.text("q", TextForm::line, 100).value_or("");
    if (q.empty()) fields.require("q");
    auto const limit = fields.integer("limit", 1, most_found).value_or(usual_found);
    fields.finish();
    CO_TRY_DONE(no_faults(std::move(faults)));
    auto work = [&](Snapshot& snapshot) {
        return find_complaints({snapshot, services.facts, *directory, request.actor(), services.now()}, q, limit);
    };
    CO_TRY(auto const found, co_await read(services.store, services.readers, work));
    std::string answer;
    AnswerWriter out{answer};
    out.begin_object();
    write_briefs(out, "items", found.items, *directory);
    write_unfound(out, found.unfound, request.language());
    out.end_object();
    co_return json_response(200, std::move(answer));
}

Task<Response> similar(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    CO_TRY(auto const body, read_json(request));
    Faults faults;
    ObjectReader fields{body, "", faults};
    SimilarQuery query;
    query.text = fields.text("text", TextForm::lines, 20'000).value_or("");
    query.phone = fields.text("phone", TextForm::line, 64).value_or("");
    query.line = fields.text("line", TextForm::line, 64).value_or("");
    query.station = fields.text("station", TextForm::line, 64).value_or("");
    query.limit = fields.integer("limit", 1, most_found).value_or(usual_found);
    fields.finish();
    CO_TRY_DONE(no_faults(std::move(faults)));
    auto work = [&](Snapshot& snapshot) { return find_similar({snapshot, services.facts, *directory, request.actor(), services.now()}, query); };
    CO_TRY(auto const found, co_await read(services.store, services.readers, work));
    std::string answer;
    AnswerWriter out{answer};
    out.begin_object();
    write_briefs(out, "same_caller", found.same_caller, *directory);
    write_briefs(out, "similar", found.similar, *directory);
    out.key("types");
    out.begin_array();
    for (auto const& type : found.types) {
        out.begin_object();
        out.field("type", type.type);
        out.field("share", type.share);
        out.end_object();
    }
    out.end_array();
    out.end_object();
    co_return json_response(200, std::move(answer));
}

constexpr Route routes[]{
    {Method::post, "/api/v1/complaints/find", Access::signed_in, find},
    {Method::post, "/api/v1/complaints/similar", Access::signed_in, similar},
};

}  // namespace

std::span<Route const> find_routes() { return routes; }

}  // namespace hearline::http
