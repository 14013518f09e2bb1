#include "http/json/read_act.hpp"

#include <array>

#include "http/json/body.hpp"
#include "http/json/read_registration.hpp"

namespace hearline::http {
namespace json = boost::json;

namespace {

struct ActBody {
    Act& act;
    ObjectReader& reader;
    RuleBookVersion const& rules;
    Faults& faults;
};

template <auto Member>
void read_lines(ActBody& body, std::string_view name) {
    body.act.*Member = body.reader.text(name, TextForm::lines, body.rules.text_max);
}
template <auto Member>
void read_line(ActBody& body, std::string_view name) {
    body.act.*Member = body.reader.text(name, TextForm::line, 64);
}
template <auto Member>
void read_instant(ActBody& body, std::string_view name) {
    body.act.*Member = body.reader.instant(name);
}
template <auto Member>
void read_code(ActBody& body, std::string_view name) {
    using Code = typename std::remove_reference_t<decltype(body.act.*Member)>::value_type;
    body.act.*Member = body.reader.code<Code>(name);
}

void read_units(ActBody& body, std::string_view name) {
    auto const* const list = body.reader.array(name);
    if (!list) return;
    if (list->empty() || list->size() > 20) return body.reader.fault(name, say("应有 1 至 20 个单位", "must name 1 to 20 units"));
    for (std::size_t i = 0; i < list->size(); ++i) {
        auto const at = body.reader.pointer(name) + "/" + std::to_string(i);
        if (!(*list)[i].is_object()) {
            body.faults.push_back({at, say("应为对象 {{unit, lead}}", "must be an object {{unit, lead}}")});
            continue;
        }
        ObjectReader unit{(*list)[i].as_object(), at, body.faults};
        HandlingUnit handling;
        handling.unit = unit.text("unit", TextForm::line, 64).value_or("");
        if (handling.unit.empty()) unit.require("unit");
        handling.lead = unit.boolean("lead").value_or(list->size() == 1);  // one alone leads
        unit.finish();
        body.act.units.push_back(std::move(handling));
    }
}

void read_contacted(ActBody& body, std::string_view name) {
    auto const* const object = body.reader.object(name);
    if (!object) return;
    ObjectReader contacted{*object, body.reader.pointer(name), body.faults};
    body.act.contacted_at = contacted.instant("at");
    if (!body.act.contacted_at) contacted.require("at");
    body.act.contacted_by = contacted.code<Means>("means");
    if (!body.act.contacted_by) contacted.require("means");
    contacted.finish();
}

void read_act_place(ActBody& body, std::string_view name) {
    if (auto const* const object = body.reader.object(name)) body.act.place = read_place(*object, body.reader.pointer(name), body.rules, body.faults);
}

void read_clock(ActBody& body, std::string_view name) {
    body.act.clock = body.reader.text(name, TextForm::line, 64);
    if (body.act.clock && *body.act.clock != "stage" && *body.act.clock != "reply")
        body.reader.fault(name, say("应为下列之一：{0}", "must be one of: {0}", "stage reply"));
}

struct FieldForm {
    std::string_view field;
    void (*read)(ActBody&, std::string_view);
};

constexpr std::array<FieldForm, 27> forms{{
    {"units", read_units},
    {"reason", read_lines<&Act::reason>},
    {"note", read_lines<&Act::note>},
    {"text", read_lines<&Act::text>},
    {"result", read_lines<&Act::result>},
    {"resolution", read_code<&Act::resolution>},
    {"public_text", read_lines<&Act::public_text>},
    {"claim", read_code<&Act::claim>},
    {"findings", read_lines<&Act::findings>},
    {"measures", read_lines<&Act::measures>},
    {"responsibility", read_lines<&Act::responsibility>},
    {"cause", read_line<&Act::cause>},
    {"due", read_instant<&Act::due>},
    {"contacted", read_contacted},
    {"done", read_lines<&Act::done>},
    {"means", read_code<&Act::means>},
    {"outcome", read_code<&Act::outcome>},
    {"satisfaction", read_code<&Act::satisfaction>},
    {"solved", read_code<&Act::solved>},
    {"comment", read_lines<&Act::comment>},
    {"until", read_instant<&Act::until>},
    {"clock", read_clock},
    {"direction", read_code<&Act::direction>},
    {"kind", read_code<&Act::kind>},
    {"type", read_line<&Act::type>},
    {"place", read_act_place},
    {"severity", read_code<&Act::severity>},
}};

FieldForm const* form_of(std::string_view field) {
    for (auto const& form : forms)
        if (form.field == field) return &form;
    return nullptr;
}

/// Blank says nothing: `""` and white space count as absent.
bool is_blank(json::value const* value) {
    if (!value || value->is_null()) return true;
    return value->is_string() && std::string_view{value->as_string().data(), value->as_string().size()}.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void drop_blank(std::optional<std::string>& text) {
    if (text && text->empty()) text.reset();
}

}  // namespace

Result<Act> read_act(ActName name, json::object const& given, RuleBookVersion const& rules, std::string_view aside) {
    Faults faults;
    ObjectReader reader{given, "", faults};
    Act act;
    act.name = name;
    ActBody body{act, reader, rules, faults};
    for (auto const& row : act_fields()) {
        auto const* const form = row.act == name ? form_of(row.field) : nullptr;
        if (!form) continue;
        form->read(body, row.field);
        if (row.use == FieldUse::required && is_blank(given.if_contains(row.field))) reader.require(row.field);
    }
    if (!aside.empty()) static_cast<void>(reader.has(aside));
    reader.finish();
    for (auto* text : {&act.reason, &act.note, &act.text, &act.result, &act.public_text, &act.findings, &act.measures, &act.responsibility, &act.cause, &act.done,
                       &act.comment, &act.clock, &act.type})
        drop_blank(*text);
    if (auto good = no_faults(std::move(faults)); !good) return tl::make_unexpected(std::move(good).error());
    return act;
}

}  // namespace hearline::http
