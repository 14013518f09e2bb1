#include "channel/reference_file.hpp"

#include <stdexcept>

#include "base/embedded.hpp"
#include "channel/calendar_file/read_calendar.hpp"
#include "channel/rule_book_file/read_rule_book.hpp"
#include "channel/toml_document.hpp"

namespace hearline::channel {
namespace {

void collect(std::vector<FieldError>& errors, TomlReader& reader) {
    reader.refuse_unknown();
    for (auto& error : reader.take_errors()) errors.push_back(std::move(error));
}

std::vector<TomlValue> const& items_of(TomlValue const* array) {
    static std::vector<TomlValue> const none;
    return array ? array->items : none;
}

void read_units(TomlReader& root, std::string_view file, ReferenceData& data, std::vector<FieldError>& errors) {
    for (auto const& item : items_of(root.value("unit", TomlValue::Kind::array))) {
        TomlReader reader{item, file};
        Unit unit;
        unit.code = reader.required_text("code");
        unit.name = reader.required_text("name");
        unit.name_en = reader.text("name_en");
        unit.parent = reader.text("parent");
        unit.order = static_cast<int>(data.units.size()) + 1;
        unit.retired = reader.flag("retired");
        auto const kind = reader.text("kind", "unit");
        if (auto const known = from_code<UnitKind>(kind))
            unit.kind = *known;
        else
            reader.wrong(item, "kind", {"应为 company、centre、department、unit 或 station", "must be company, centre, department, unit or station"});
        collect(errors, reader);
        data.units.push_back(std::move(unit));
    }
}

void read_entries(TomlReader& root, std::string_view key, std::string_view file, std::vector<CodeEntry>& entries, std::vector<FieldError>& errors) {
    for (auto const& item : items_of(root.value(key, TomlValue::Kind::array))) {
        TomlReader reader{item, file};
        CodeEntry entry;
        entry.code = reader.required_text("code");
        entry.name = reader.required_text("name");
        entry.name_en = reader.text("name_en");
        auto const dot = entry.code.rfind('.');
        if (dot != std::string::npos) entry.parent = entry.code.substr(0, dot);
        entry.order = static_cast<int>(entries.size()) + 1;
        entry.keywords = words_of(reader.text("keywords"));
        entry.retired = reader.flag("retired");
        collect(errors, reader);
        entries.push_back(std::move(entry));
    }
}

void read_operator(TomlReader& root, std::string_view file, ReferenceData& data, std::vector<FieldError>& errors) {
    auto const* table = root.value("operator", TomlValue::Kind::table);
    if (!table) return;
    TomlReader reader{*table, file};
    Settings settings;
    settings.operator_name = reader.text("name", settings.operator_name);
    settings.operator_name_en = reader.text("name_en", settings.operator_name_en);
    settings.zone = reader.text("zone", settings.zone);
    if (!Zone::find(settings.zone)) reader.wrong(*table->find("zone"), "zone", {"没有这个时区，例如 Asia/Shanghai", "is no known time zone, such as Asia/Shanghai"});
    settings.closing_minutes = static_cast<int>(reader.integer("closing_minutes", settings.closing_minutes, 0, 1440));
    collect(errors, reader);
    data.settings = settings;
}

}  // namespace

Done read_reference(std::string_view text, std::string_view file, ReferenceData& data) {
    auto const document = TRY(parse_toml(text, file));
    TomlReader root{document, file};
    std::vector<FieldError> errors;
    (void)root.text("format");
    read_operator(root, file, data, errors);
    read_units(root, file, data, errors);
    read_entries(root, "type", file, data.types, errors);
    read_entries(root, "cause", file, data.causes, errors);
    collect(errors, root);
    return toml_outcome(file, "bad-reference", std::move(errors));
}

ReferenceData shipped_reference() {
    ReferenceData data;
    for (auto const& file : embedded_files("data")) {
        if (file.path.starts_with("reference/")) {
            if (auto read = read_reference(file.content, file.path, data); !read) throw std::logic_error{std::string{file.path} + ": " + read.error().detail.en};
        } else if (file.path == "policies/default.toml") {
            auto rules = read_rule_book_toml(file.content, file.path);
            if (!rules) throw std::logic_error{std::string{file.path} + ": " + rules.error().detail.en};
            data.rules = rules->versions();
        }
    }
    data.calendars = shipped_calendars();
    return data;
}

}  // namespace hearline::channel
