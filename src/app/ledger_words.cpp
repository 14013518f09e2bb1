#include "app/ledger_words.hpp"

#include <algorithm>

namespace hearline {

namespace {

/// A bare letter or number: "B", "3", "A12".
bool is_bare(std::string_view value) {
    auto const is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    auto const digits = !value.empty() && is_letter(value.front()) ? value.substr(1) : value;
    return !value.empty() && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string called(std::string const& value, Language language, Text const& form) {
    return is_bare(value) ? fmt::format(fmt::runtime(form.in(language)), value) : value;
}

void join(std::string& text, std::string_view part, std::string_view between) {
    if (part.empty()) return;
    if (!text.empty()) text += between;
    text += part;
}

}  // namespace

std::string place_words(Place const& place, Directory const& directory, Language language) {
    auto const* line = directory.line(place.line);
    auto const* station = directory.station(line ? line->code : std::string{}, place.station);
    auto const named = [&](auto const* known, std::string const& given) {
        return !known ? given : language == Language::en && !known->name_en.empty() ? known->name_en : known->name;
    };
    std::string text;
    for (auto const& part : {named(line, place.line), named(station, place.station), called(place.exit, language, {"{}口", "exit {}"}),
                             called(place.train, language, {"{}次车", "train {}"}), called(place.carriage, language, {"{}号车厢", "carriage {}"}),
                             place.equipment, place.detail})
        join(text, part, " ");
    return text;
}

std::string type_words(std::string_view code, Directory const& directory, Language language) {
    std::string text;
    if (auto const* type = directory.type(code); type && !type->parent.empty()) text = type_words(type->parent, directory, language);
    join(text, directory.type_name(code, language), level_mark);
    return text;
}

std::string contact_words(Complainant const& person) {
    auto text = person.phone;
    join(text, person.email, " ");
    return text;
}

std::string unit_words(Complaint const& complaint, bool leading, Directory const& directory, Language language) {
    std::string text;
    for (auto const& unit : complaint.handling_units)
        if (unit.lead == leading) join(text, directory.unit_name(unit.unit, language), language == Language::zh ? "、" : ", ");
    return text;
}

Text const& continued_mark() {
    static Text const mark{"……（未完，余下部分见工作表“续文”）", "… (the rest is in the sheet \"Continued\")"};
    return mark;
}

}  // namespace hearline
