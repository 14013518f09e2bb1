// encode_record and decode_record: the record in line form, without the texts that are kept beside it.
#include "domain/complaint/apply.hpp"
#include "domain/complaint/clock_text.hpp"
#include "domain/complaint/subject.hpp"

namespace hearline {

/// Verdicts of opinions as they are written.
template <>
struct CodeTable<Opinion::Verdict> {
    static constexpr std::array<CodeName<Opinion::Verdict>, 3> rows{{{Opinion::Verdict::none, "open", "待审核", "Open"},
                                                                     {Opinion::Verdict::approved, "approved", "通过", "Approved"},
                                                                     {Opinion::Verdict::rejected, "rejected", "驳回", "Rejected"}}};
};

namespace {

void write_opinion(LineWriter& writer, Opinion const& opinion) {
    writer.open("opinion");
    writer.number(opinion.seq).number(opinion.round).token(opinion.unit).word(opinion.lead ? "lead" : "assist");
    writer.word(code_of(opinion.claim)).token(opinion.cause).word(code_of(opinion.verdict));
    writer.after(Instant{}, opinion.due_at).after(Instant{}, opinion.contacted_at);
    writer.word(opinion.contacted_by ? code_of(*opinion.contacted_by) : "-").close();
}

[[nodiscard]] bool read_opinion(LineReader& reader, Opinion& opinion) {
    std::string_view line;
    if (!reader.take("opinion", line)) return false;
    TokenReader tokens{line};
    opinion.seq = tokens.small();
    opinion.round = tokens.small();
    opinion.unit = tokens.token();
    auto const part = tokens.word();
    if (part != "lead" && part != "assist") tokens.fail();
    opinion.lead = part == "lead";
    opinion.claim = tokens.code<Claim>();
    opinion.cause = tokens.token();
    opinion.verdict = tokens.code<Opinion::Verdict>();
    opinion.due_at = tokens.after(Instant{});
    opinion.contacted_at = tokens.after(Instant{});
    auto const means = tokens.word();
    opinion.contacted_by = from_code<Means>(means);
    if (!opinion.contacted_by && means != "-") tokens.fail();
    if (!tokens.ok()) reader.fail();
    return true;
}

void write_place(LineWriter& writer, Complaint const& c) {
    writer.text_if("line", c.place.line);
    writer.text_if("station", c.place.station);
    writer.text_if("exit", c.place.exit);
    writer.text_if("train", c.place.train);
    writer.text_if("carriage", c.place.carriage);
    writer.text_if("equipment", c.place.equipment);
    if (c.detail_seq == 0) return;
    writer.integer("detail_seq", c.detail_seq);
    writer.text_if("detail", c.place.detail);
}

void read_place(LineReader& reader, Complaint& c, Fields const& text) {
    reader.text("line", c.place.line);
    reader.text("station", c.place.station);
    reader.text("exit", c.place.exit);
    reader.text("train", c.place.train);
    reader.text("carriage", c.place.carriage);
    reader.text("equipment", c.place.equipment);
    if (reader.integer("detail_seq", c.detail_seq))
        reader.text("detail", c.place.detail);
    else
        c.place.detail = text.get("detail");
}

void write_state(LineWriter& writer, Complaint const& c) {
    writer.code_if("resolution", c.resolution);
    writer.code_if("satisfaction", c.satisfaction);
    writer.code_if("solved", c.solved);
    writer.code_if("late_satisfaction", c.late_satisfaction);
    writer.code_if("late_solved", c.late_solved);
    writer.code_if("closing", c.closed_otherwise);
    writer.code_if("validity", c.validity);
    writer.code_if("liability", c.liability);
    writer.text_if("incident", c.incident);
    if (c.unreachable_attempts != 0) writer.integer("unreachable", c.unreachable_attempts);
    if (c.complainant.anonymous) writer.plain("anonymous", "1");
    if (c.suspended) writer.plain("suspended", "1");
    if (c.imported) writer.plain("imported", "1");
    if (c.on_hold) writer.plain("hold", "1");
    writer.code_if("extension_clock", c.extension_asked_clock);
    writer.instant_if("extension_until", c.extension_asked_until);
}

void read_state(LineReader& reader, Complaint& c) {
    reader.code("resolution", c.resolution);
    reader.code("satisfaction", c.satisfaction);
    reader.code("solved", c.solved);
    reader.code("late_satisfaction", c.late_satisfaction);
    reader.code("late_solved", c.late_solved);
    reader.code("closing", c.closed_otherwise);
    reader.code("validity", c.validity);
    reader.code("liability", c.liability);
    reader.text("incident", c.incident);
    reader.integer("unreachable", c.unreachable_attempts);
    reader.flag("anonymous", c.complainant.anonymous);
    reader.flag("suspended", c.suspended);
    reader.flag("imported", c.imported);
    reader.flag("hold", c.on_hold);
    reader.code("extension_clock", c.extension_asked_clock);
    reader.instant("extension_until", c.extension_asked_until);
}

void write_lists(LineWriter& writer, Complaint const& c) {
    for (auto const& unit : c.handling_units) writer.text(unit.lead ? "lead" : "assist", unit.unit);
    for (auto const& clock : c.clocks) write_clock(writer, "clock", clock);
    for (auto const& opinion : c.opinions) write_opinion(writer, opinion);
    for (auto const& mark : c.handled_by) {
        writer.open("handled");
        writer.number(mark.round).token(mark.user).close();
    }
}

void read_lists(LineReader& reader, Complaint& c) {
    std::string_view line;
    while (true) {
        HandlingUnit unit;
        unit.lead = reader.text("lead", unit.unit);
        if (!unit.lead && !reader.text("assist", unit.unit)) break;
        c.handling_units.push_back(std::move(unit));
    }
    c.clocks.reserve(6);
    for (Clock clock; read_clock(reader, "clock", clock); clock = {}) c.clocks.push_back(std::move(clock));
    for (Opinion opinion; read_opinion(reader, opinion); opinion = {}) c.opinions.push_back(std::move(opinion));
    while (reader.take("handled", line)) {
        TokenReader tokens{line};
        HandlingMark mark;
        mark.round = tokens.small();
        mark.user = tokens.token();
        if (!tokens.ok()) reader.fail();
        c.handled_by.push_back(std::move(mark));
    }
}

}  // namespace

std::string encode_record(Complaint const& c) {
    std::string out;
    out.reserve(640);
    LineWriter writer{out};
    writer.integer("number", c.number.value);
    writer.integer("version", c.version);
    writer.code("kind", c.kind);
    writer.code("stage", c.stage);
    writer.integer("round", c.round);
    writer.code("channel", c.channel);
    writer.code("severity", c.severity);
    writer.text_if("accepting", c.accepting_unit);
    writer.text_if("relayed", c.relayed_unit);
    writer.instant("received", c.received_at);
    writer.instant("registered", c.registered_at);
    writer.instant_if("occurred", c.occurred_at);
    writer.instant_if("fed_back", c.fed_back_at);
    writer.instant_if("closed", c.closed_at);
    writer.text_if("by", c.registered_by);
    writer.text_if("external", c.external_id);
    writer.text_if("type", c.type);
    writer.text_if("cause", c.cause);
    write_place(writer, c);
    write_state(writer, c);
    write_lists(writer, c);
    return out;
}

Result<Complaint> decode_record(std::string_view record, EventTexts const& texts, std::string_view result_text) {
    Result<Complaint> result{Complaint{}};
    auto& c = *result;
    LineReader reader{record};
    bool const begun = reader.integer("number", c.number.value) && reader.integer("version", c.version) && reader.code("kind", c.kind) &&
                       reader.code("stage", c.stage) && reader.integer("round", c.round) && reader.code("channel", c.channel) &&
                       reader.code("severity", c.severity);
    reader.text("accepting", c.accepting_unit);
    reader.text("relayed", c.relayed_unit);
    bool const dated = reader.instant("received", c.received_at) && reader.instant("registered", c.registered_at);
    reader.instant("occurred", c.occurred_at);
    reader.instant("fed_back", c.fed_back_at);
    reader.instant("closed", c.closed_at);
    reader.text("by", c.registered_by);
    reader.text("external", c.external_id);
    reader.text("type", c.type);
    reader.text("cause", c.cause);
    read_place(reader, c, texts.text);
    read_state(reader, c);
    read_lists(reader, c);
    if (!begun || !dated || !reader.finished())
        return refuse(ErrorKind::invalid, "bad-record", say("存储的投诉记录无法解读", "a stored complaint record cannot be read"));
    c.content = texts.text.get("content");
    c.subject = texts.text.get("subject");
    if (c.subject.empty()) c.subject = subject_of(c.content);
    c.complainant.name = texts.personal.get("name");
    c.complainant.phone = texts.personal.get("phone");
    c.complainant.email = texts.personal.get("email");
    c.result = result_text;
    return result;
}

}  // namespace hearline
