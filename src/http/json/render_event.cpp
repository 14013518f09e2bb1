#include <algorithm>

#include "http/json/render_complaint.hpp"

namespace hearline::http {

namespace {

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) { return std::find(names.begin(), names.end(), name) != names.end(); }

/// Codes, times and numbers of the event, as the act's body has them; the units of a dispatch become a list again.
void write_data(AnswerWriter& out, Event const& event, Zone const& zone) {
    out.key("data");
    out.begin_object();
    bool any_unit = false;
    for (auto const& [key, value] : event.data.entries()) {
        if (key == "lead" || key == "assist") any_unit = true;
        else if (key == "number" || key == "attachment") continue;
        else if (key.ends_with("_at") || one_of(key, {"due", "until"})) out.field_time(key, event.data.get_instant(key), zone);
        else if (one_of(key, {"round", "attempt", "file_size", "of"})) out.field(key, event.data.get_int(key));
        else if (one_of(key, {"anonymous", "place", "late"})) out.field(key, true);
        else out.field_or_null(key, value);
    }
    if (any_unit) {
        out.key("units");
        out.begin_array();
        for (auto const& [key, value] : event.data.entries()) {
            if (key != "lead" && key != "assist") continue;
            out.begin_object();
            out.field("unit", value);
            out.field("lead", key == "lead");
            out.end_object();
        }
        out.end_array();
    }
    out.end_object();
}

void write_texts(AnswerWriter& out, EventView const& view) {
    out.key("texts");
    out.begin_object();
    for (auto const& [key, value] : view.event.texts.text.entries()) out.field(key, value);
    for (auto const& [key, value] : view.event.texts.personal.entries()) out.field(key, value);
    out.end_object();
    out.field("erased", view.erased);
}

std::string_view code_of_change(ClockChange::What what) {
    switch (what) {
        case ClockChange::What::start: return "start";
        case ClockChange::What::end: return "end";
        case ClockChange::What::pause: return "pause";
        case ClockChange::What::resume: return "resume";
        case ClockChange::What::move: return "move";
    }
    return "";
}

/// Ending and pausing leave the deadline as it was and do not repeat it.
bool says_due(ClockChange::What what) { return what != ClockChange::What::end && what != ClockChange::What::pause; }

void write_changes(AnswerWriter& out, Event const& event, Zone const& zone) {
    out.key("clocks");
    out.begin_array();
    for (auto const& change : event.clocks) {
        out.begin_object();
        out.field("change", code_of_change(change.what));
        out.field_code("stage", change.clock.name);
        out.field("round", change.clock.round);
        out.field_time("due_at", says_due(change.what) ? std::optional{change.clock.due_at} : std::nullopt, zone);
        out.field_time("ended_at", change.clock.ended_at, zone);
        out.field_code("outcome", change.clock.outcome);
        out.end_object();
    }
    out.end_array();
}

}  // namespace

void write_actor(AnswerWriter& out, Actor const& actor, Directory const& directory) {
    auto const* const person = directory.user(actor.user);
    out.begin_object();
    out.field_code("role", actor.role);
    out.field_or_null("user", actor.user);
    out.field_or_null("unit", actor.unit);
    out.field_or_null("name", person ? person->display_name : "");
    out.end_object();
}

std::string render_events(EventPage const& page, std::string_view cursor, Directory const& directory, Language language) {
    auto const& zone = directory.zone();
    std::string body;
    body.reserve(64 + page.items.size() * 512);
    AnswerWriter out{body};
    out.begin_object();
    out.key("items");
    out.begin_array();
    for (auto const& view : page.items) {
        Event const& event = view.event;
        auto const& act = names_of(event.act);
        out.begin_object();
        out.field("seq", event.seq);
        out.field_time("at", event.at, zone);
        out.field("act", act.code);
        out.field("act_name", language == Language::zh ? act.zh : act.en);
        out.key("actor");
        write_actor(out, event.actor, directory);
        write_data(out, event, zone);
        write_texts(out, view);
        write_changes(out, event, zone);
        out.field("digest", view.digest_hex);
        out.end_object();
    }
    out.end_array();
    out.field_or_null("next_cursor", cursor);
    out.end_object();
    return body;
}

}  // namespace hearline::http
