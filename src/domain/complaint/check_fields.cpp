#include <array>

#include "domain/complaint/act_checks.hpp"

namespace hearline {
namespace {

/// A text field of a body by its JSON name.
struct TextField {
    std::string_view name;
    std::optional<std::string> Act::*member;
    Lines lines;
};

constexpr auto text_fields = std::to_array<TextField>({
    {"reason", &Act::reason, Lines::many},
    {"note", &Act::note, Lines::many},
    {"text", &Act::text, Lines::many},
    {"result", &Act::result, Lines::many},
    {"public_text", &Act::public_text, Lines::many},
    {"findings", &Act::findings, Lines::many},
    {"measures", &Act::measures, Lines::many},
    {"responsibility", &Act::responsibility, Lines::many},
    {"done", &Act::done, Lines::many},
    {"comment", &Act::comment, Lines::many},
    {"cause", &Act::cause, Lines::one},
    {"type", &Act::type, Lines::one},
    {"clock", &Act::clock, Lines::one},
    {"attachment", &Act::attachment, Lines::one},
    {"file_name", &Act::file_name, Lines::one},
});

constexpr int longest_file_name = 255;

[[nodiscard]] int longest(TextField const& field, RuleBookVersion const& rules) {
    if (field.name == "file_name") return longest_file_name;
    return field.lines == Lines::many ? rules.text_max : rules.name_max;
}

/// Is the field there, for those that are no text?
[[nodiscard]] bool is_given(Act const& act, std::string_view field) {
    if (field == "units") return !act.units.empty();
    if (field == "resolution") return act.resolution.has_value();
    if (field == "claim") return act.claim.has_value();
    if (field == "due") return act.due.has_value();
    if (field == "contacted") return act.contacted_at || act.contacted_by;
    if (field == "means") return act.means.has_value();
    if (field == "outcome") return act.outcome.has_value();
    if (field == "satisfaction") return act.satisfaction.has_value();
    if (field == "solved") return act.solved.has_value();
    if (field == "until") return act.until.has_value();
    if (field == "direction") return act.direction.has_value();
    if (field == "kind") return act.kind.has_value();
    if (field == "place") return act.place.has_value();
    if (field == "severity") return act.severity.has_value();
    return act.file_size.has_value();
}

[[nodiscard]] TextField const* text_field(std::string_view name) {
    for (auto const& field : text_fields)
        if (field.name == name) return &field;
    return nullptr;
}

}  // namespace

void check_fields(FieldChecks& checks, Act const& act, Actor const& actor, RuleBookVersion const& rules) {
    for (auto const& row : act_fields()) {
        if (row.act != act.name) continue;
        std::string const pointer = "/" + std::string{row.field};
        bool required = row.use == FieldUse::required;
        if (act.name == ActName::withdraw && actor.role == Role::passenger) required = false;  // the wish is in the act itself
        auto const* const field = text_field(row.field);
        if (field == nullptr) {
            if (required && !is_given(act, row.field)) checks.missing(pointer);
            continue;
        }
        auto const& value = act.*(field->member);
        if (required)
            checks.required_text(pointer, value, longest(*field, rules), field->lines);
        else if (value)
            checks.text(pointer, *value, longest(*field, rules), field->lines);
    }
}

}  // namespace hearline
