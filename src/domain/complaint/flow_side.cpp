#include "domain/complaint/flow.hpp"

namespace hearline::flow {

// R2.10, R4.9
Done say_something(Draft& draft, Act const& act) {
    draft.add_text("text", act.text);
    return Done{};
}

// R2.10
Done contact(Draft& draft, Act const& act) {
    draft.add_code("direction", act.direction);
    draft.add_code("means", act.means);
    draft.add_text("text", act.text);
    return Done{};
}

Done attach(Draft& draft, Act const& act) {
    FieldChecks checks;
    Digest digest;
    if (act.attachment->size() != 2 * digest.size() || !from_hex(*act.attachment, digest))
        checks.add("/attachment", say("不是有效的文件摘要", "is no digest of a stored file"));
    if (*act.file_size < 0) checks.add("/file_size", say("不能为负", "cannot be negative"));
    TRY(std::move(checks).done());
    draft.data().add("attachment", *act.attachment);
    draft.data().add("file_size", *act.file_size);
    if (act.removed) draft.data().add("removed", *act.removed);
    draft.add_text("file_name", act.file_name);
    return Done{};
}

// R1.2
Done reclassify(Draft& draft, Act const& act) {
    FieldChecks checks;
    bool const clears_nothing = act.place && *act.place == Place{} && draft.complaint().place == Place{};
    bool const has_place = act.place && !clears_nothing;
    if (!act.kind && !act.type && !act.cause && !has_place)
        checks.add("", say("没有要改的内容：性质、投诉类型、投诉原因、地点都与现在一样，请至少改动一项",
                           "nothing would change: kind, type, cause and place are as they are now; change at least one of them"));
    if (act.type && is_blank(*act.type)) checks.missing("/type");
    if (act.cause && is_blank(*act.cause)) checks.missing("/cause");
    if (act.place) check_place(checks, "/place", *act.place, draft.rules());
    TRY(std::move(checks).done());
    draft.add_code("kind", act.kind);
    if (act.type) draft.data().add("type", *act.type);
    if (act.cause) draft.data().add("cause", *act.cause);
    if (!has_place) return Done{};
    draft.data().add("place", 1);
    add_place(draft.data(), *act.place);
    draft.add_text("detail", act.place->detail);
    return Done{};
}

// R1.5: clocks that run keep their limit; later ones go by the new grade.
Done grade(Draft& draft, Act const& act) {
    draft.add_code("severity", act.severity);
    draft.add_text("reason", act.reason);
    return Done{};
}

// R10.2 (reveal), R10.3 (hold)
Done give_reason(Draft& draft, Act const& act) {
    draft.add_text("reason", act.reason);
    return Done{};
}

void check_place(FieldChecks& checks, std::string_view pointer, Place const& place, RuleBookVersion const& rules) {
    auto const check = [&](std::string_view name, std::string const& value, int longest, Lines lines) {
        checks.text(fmt::format("{}/{}", pointer, name), value, longest, lines);
    };
    check("line", place.line, rules.name_max, Lines::one);
    check("station", place.station, rules.name_max, Lines::one);
    check("exit", place.exit, rules.name_max, Lines::one);
    check("train", place.train, rules.name_max, Lines::one);
    check("carriage", place.carriage, rules.name_max, Lines::one);
    check("equipment", place.equipment, rules.name_max, Lines::one);
    check("detail", place.detail, rules.text_max, Lines::many);
}

void add_place(Fields& data, Place const& place) {
    data.add_if("line", place.line);
    data.add_if("station", place.station);
    data.add_if("exit", place.exit);
    data.add_if("train", place.train);
    data.add_if("carriage", place.carriage);
    data.add_if("equipment", place.equipment);
}

}  // namespace hearline::flow
