#include "http/json/render_complaint.hpp"

#include <charconv>
#include <cstring>
#include <span>

#include "domain/calendar/deadline.hpp"

namespace hearline::http {

namespace {

void write_place(AnswerWriter& out, Place const& place) {
    out.key("place");
    if (place == Place{}) return out.null();
    out.begin_object();
    out.field_or_null("line", place.line);
    out.field_or_null("station", place.station);
    out.field_or_null("exit", place.exit);
    out.field_or_null("train", place.train);
    out.field_or_null("carriage", place.carriage);
    out.field_or_null("equipment", place.equipment);
    out.field_or_null("detail", place.detail);
    out.end_object();
}

void write_complainant(AnswerWriter& out, Complainant const& person) {
    out.key("complainant");
    out.begin_object();
    out.field_or_null("name", person.name);
    out.field_or_null("phone", person.phone);
    out.field_or_null("email", person.email);
    out.field("anonymous", person.anonymous);
    out.end_object();
}

/// JSON that is put together in one place and appended at once: a ledger page holds hundreds of clocks, and their names are most of what is written.
class Assembly {
public:
    template <std::size_t N>
    void literal(char const (&text)[N]) {
        std::memcpy(end_, text, N - 1);
        end_ += N - 1;
    }
    /// Nothing to escape in it: codes, limits.
    void text(std::string_view text) {
        std::memcpy(end_, text.data(), text.size());
        end_ += text.size();
    }
    void number(int value) { end_ = std::to_chars(end_, end_ + 16, value).ptr; }
    void time(std::optional<Instant> at, Zone const& zone) {
        if (!at) return literal("null");
        *end_++ = '"';
        end_ += zone.write_rfc3339(std::span<char, Zone::rfc3339_size>{end_, Zone::rfc3339_size}, *at).size();
        *end_++ = '"';
    }
    [[nodiscard]] std::string_view written() const { return {buffer_, static_cast<std::size_t>(end_ - buffer_)}; }

private:
    char buffer_[768];  // a clock's names take 160 bytes, three times 120, codes and numbers less than 200
    char* end_ = buffer_;
};

/// All of a clock but its rule and its pauses, without the brace that opens it.
void assemble_clock(Assembly& json, Clock const& clock, Zone const& zone) {
    json.literal("\"stage\":\"");
    json.text(code_of(clock.name));
    json.literal("\",\"round\":");
    json.number(clock.round);
    json.literal(",\"started_at\":");
    json.time(clock.started_at, zone);
    json.literal(",\"due_at\":");
    json.time(clock.due_at, zone);
    json.literal(",\"ended_at\":");
    json.time(clock.ended_at, zone);
    json.literal(",\"outcome\":\"");
    json.text(code_of(clock.outcome));
    json.literal("\",\"provisional\":");
    json.text(clock.provisional ? "true" : "false");
    json.literal(",\"agreed\":");
    json.text(clock.agreed ? "true" : "false");
    json.literal(",\"policy_version\":");
    json.number(clock.policy_version);
    json.literal(",\"limit\":");
    if (clock.limit.amount <= 0) return json.literal("null");
    json.literal("\"");
    json.number(clock.limit.amount);
    json.text(clock.limit.unit == Limit::Unit::minutes ? "min" : "wd");
    json.literal("\"");
}

void write_clock(AnswerWriter& out, Clock const& clock, std::optional<int> days_left, Zone const& zone) {
    out.begin_object();
    Assembly json;
    assemble_clock(json, clock, zone);
    out.raw(json.written());
    out.field_or_null("rule", clock.rule);
    out.field("working_days_left", days_left);
    if (!clock.pauses.empty()) {
        out.key("pauses");
        out.begin_array();
        for (auto const& pause : clock.pauses) {
            out.begin_object();
            out.field_time("from", pause.from, zone);
            out.field_time("until", pause.until, zone);
            out.field_or_null("owner", pause.owner);
            out.end_object();
        }
        out.end_array();
    }
    out.end_object();
}

std::string_view code_of_verdict(Opinion::Verdict verdict) {
    return verdict == Opinion::Verdict::approved ? "approved" : verdict == Opinion::Verdict::rejected ? "rejected" : "";
}

void write_opinion(AnswerWriter& out, Opinion const& opinion, Zone const& zone) {
    out.begin_object();
    out.field("seq", opinion.seq);
    out.field("round", opinion.round);
    out.field("unit", opinion.unit);
    out.field("lead", opinion.lead);
    out.field_code("claim", opinion.claim);
    out.field_or_null("cause", opinion.cause);
    out.field_time("due_at", opinion.due_at, zone);
    out.key("contacted");
    if (opinion.contacted_at) {
        out.begin_object();
        out.field_time("at", opinion.contacted_at, zone);
        out.field_code("means", opinion.contacted_by);
        out.end_object();
    } else {
        out.null();
    }
    out.field_or_null("verdict", code_of_verdict(opinion.verdict));
    out.end_object();
}

void write_units(AnswerWriter& out, std::vector<HandlingUnit> const& units) {
    out.key("handling_units");
    out.begin_array();
    for (auto const& unit : units) {
        out.begin_object();
        out.field("unit", unit.unit);
        out.field("lead", unit.lead);
        out.end_object();
    }
    out.end_array();
}

void write_state(AnswerWriter& out, Complaint const& c, Zone const& zone) {
    out.field("suspended", c.suspended);
    out.field("imported", c.imported);
    out.field("on_hold", c.on_hold);
    out.field("unreachable_attempts", c.unreachable_attempts);
    out.field_time("next_due_at", c.next_due(), zone);
    out.key("extension_request");
    if (!c.extension_asked_until) {
        out.null();
    } else {
        out.begin_object();
        out.field_time("until", c.extension_asked_until, zone);
        out.field("clock", c.extension_asked_clock == ClockName::reply ? "reply" : "stage");
        out.end_object();
    }
    out.key("opinions_owed");
    out.begin_array();
    for (auto const& unit : c.units_owing_opinion()) out.value(unit);
    out.end_array();
}

void write_late_rating(AnswerWriter& out, Complaint const& c) {
    out.key("late_rating");
    if (!c.late_satisfaction) return out.null();
    out.begin_object();
    out.field_code("satisfaction", c.late_satisfaction);
    out.field_code("solved", c.late_solved);
    out.end_object();
}

}  // namespace

void write_complaint(AnswerWriter& out, ComplaintView const& view, Zone const& zone, Language language) {
    write_complaint(out, view, view.complaint.complainant, zone, language);
}

void write_complaint(AnswerWriter& out, ComplaintView const& view, Complainant const& shown, Zone const& zone, Language language) {
    Complaint const& c = view.complaint;
    out.begin_object();
    out.field("number", format_number(c.number));
    out.field_code("kind", c.kind);
    out.field_code("stage", c.stage);
    out.field("round", c.round);
    out.field("version", c.version);
    out.field_code("channel", c.channel);
    out.field_or_null("accepting_unit", c.accepting_unit);
    out.field_or_null("relayed_unit", c.relayed_unit);
    write_units(out, c.handling_units);
    write_complainant(out, shown);
    out.field_time("received_at", c.received_at, zone);
    out.field_time("registered_at", c.registered_at, zone);
    out.field_time("occurred_at", c.occurred_at, zone);
    out.field_time("fed_back_at", c.fed_back_at, zone);
    out.field_time("closed_at", c.closed_at, zone);
    write_place(out, c.place);
    out.field_or_null("type", c.type);
    out.field_or_null("cause", c.cause);
    out.field_or_null("subject", c.subject);
    out.field_or_null("content", c.content);
    out.field_code("severity", c.severity);
    out.field("progress", progress_of(c).in(language));
    out.field_or_null("result", c.result);
    out.field_code("resolution", c.resolution);
    out.field_code("satisfaction", c.satisfaction);
    out.field_code("solved", c.solved);
    write_late_rating(out, c);
    out.field_code("closing", c.closing());
    out.field_code("validity", c.validity);
    out.field_code("liability", c.liability);
    out.field_or_null("incident", c.incident);
    out.field_or_null("external_id", c.external_id);
    write_state(out, c, zone);
    out.key("clocks");
    out.begin_array();
    for (std::size_t i = 0; i < c.clocks.size(); ++i) write_clock(out, c.clocks[i], i < view.days_left.size() ? view.days_left[i] : std::nullopt, zone);
    out.end_array();
    out.key("opinions");
    out.begin_array();
    for (auto const& opinion : c.opinions) write_opinion(out, opinion, zone);
    out.end_array();
    out.key("possible_acts");
    out.begin_array();
    for (auto const act : view.possible_acts) out.value(code_of(act));
    out.end_array();
    out.end_object();
}

std::string render_complaint(ComplaintView const& view, Zone const& zone, Language language) {
    std::string body;
    body.reserve(2048);
    AnswerWriter out{body};
    write_complaint(out, view, zone, language);
    return body;
}

void write_unfound(AnswerWriter& out, std::optional<Unfound> why, Language language) {
    out.key("unfound");
    if (!why) {
        out.null();
        return;
    }
    auto const& names = names_of(*why);
    out.begin_object();
    out.field("code", names.code);
    out.field("text", language == Language::en ? names.en : names.zh);
    out.end_object();
}

std::string render_ledger(LedgerPage const& page, Zone const& zone, Language language) {
    std::string body;
    body.reserve(256 + page.items.size() * 4608);
    AnswerWriter out{body};
    out.begin_object();
    out.key("items");
    out.begin_array();
    for (auto const& view : page.items) write_complaint(out, view, zone, language);
    out.end_array();
    out.field_or_null("next_cursor", page.next_cursor.value_or(""));
    out.field("count", page.count);
    out.field("count_exact", page.count_exact);
    write_unfound(out, page.unfound, language);
    out.end_object();
    return body;
}

void write_attachment(AnswerWriter& out, AttachmentRow const& row, Number number, Zone const& zone) {
    out.begin_object();
    out.field("id", row.id);
    out.field("name", row.name);
    out.field("media_type", row.media_type);
    out.field("size", row.size);
    out.field("sha256", row.digest_hex);
    out.field_time("at", row.at, zone);
    out.field("event_seq", row.event_seq);
    out.field("href", "/api/v1/complaints/" + format_number(number) + "/attachments/" + row.id);
    out.end_object();
}

std::string render_attachments(std::vector<AttachmentRow> const& rows, Number number, Zone const& zone) {
    std::string body;
    AnswerWriter out{body};
    out.begin_object();
    out.key("items");
    out.begin_array();
    for (auto const& row : rows) write_attachment(out, row, number, zone);
    out.end_array();
    out.key("next_cursor");
    out.null();
    out.end_object();
    return body;
}

}  // namespace hearline::http
