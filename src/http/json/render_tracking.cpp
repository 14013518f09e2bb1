#include "http/json/render_tracking.hpp"

#include "http/json/writer.hpp"

namespace hearline::http {

std::string render_tracking(TrackingView const& view, Zone const& zone, Language language) {
    std::string body;
    AnswerWriter out{body};
    out.begin_object();
    out.field("number", format_number(view.number));
    out.field_code("kind", view.kind);
    out.field_code("stage", view.stage);
    out.field("round", view.round);
    out.field("version", view.version);
    auto const& stage = names_of(view.stage);
    auto const& progress = view.progress.in(language);
    out.field("progress", progress.empty() ? std::string{language == Language::zh ? stage.zh : stage.en} : progress);
    out.field_or_null("subject", view.subject);
    out.field_or_null("content", view.content);
    out.field_time("registered_at", view.registered_at, zone);
    out.field_time("promised_by", view.promised_by, zone);
    out.field_or_null("result", view.result);
    out.field_code("satisfaction", view.satisfaction);
    out.field_code("solved", view.solved);
    out.key("steps");
    out.begin_array();
    for (auto const& step : view.steps) {
        out.begin_object();
        out.field_time("at", step.at, zone);
        out.field("what", step.what.in(language));
        out.field_or_null("text", step.text);
        out.end_object();
    }
    out.end_array();
    out.key("possible_acts");
    out.begin_array();
    for (auto const act : view.possible_acts) out.value(code_of(act));
    out.end_array();
    out.end_object();
    return body;
}

std::string render_submitted(ComplaintView const& view, std::string_view tracking_code, Zone const& zone) {
    std::string body;
    AnswerWriter out{body};
    out.begin_object();
    out.field("number", format_number(view.complaint.number));
    out.field("code", tracking_code);
    out.field_time("registered_at", view.complaint.registered_at, zone);
    out.field("track", "/api/v1/public/complaints/" + format_number(view.complaint.number) + "?code=" + std::string{tracking_code});
    out.end_object();
    return body;
}

}  // namespace hearline::http
