#include "app/reference.hpp"

#include <algorithm>

namespace hearline {

namespace {

tl::unexpected<Error> bad_record(std::string_view what, std::string_view code) {
    return refuse(ErrorKind::invalid, "bad-record", say("存储的{0}“{1}”无法解读", "the stored {0} \"{1}\" cannot be read", what, code));
}

/// Parts between tabs; a tab inside a name becomes a space on the way in.
std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (auto part : parts) {
        std::replace_copy(part.begin(), part.end(), std::back_inserter(text), '\t', ' ');
        text += '\t';
    }
    text.pop_back();
    return text;
}

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    for (;;) {
        auto const end = text.find(at);
        parts.emplace_back(text.substr(0, end));
        if (end == text.npos) return parts;
        text.remove_prefix(end + 1);
    }
}

int small(Fields const& fields, std::string_view key, int absent = 0) { return static_cast<int>(fields.get_int(key, absent)); }

}  // namespace

Fields encode_unit(Unit const& unit) {
    Fields fields;
    fields.add("kind", code_of(unit.kind));
    fields.add("name", unit.name);
    fields.add_if("name_en", unit.name_en);
    fields.add_if("parent", unit.parent);
    fields.add("order", unit.order);
    if (unit.retired) fields.add("retired", 1);
    return fields;
}

Result<Unit> decode_unit(std::string_view code, Fields const& fields) {
    auto const kind = from_code<UnitKind>(fields.get("kind"));
    if (!kind) return bad_record("unit", code);
    return Unit{.code = std::string{code},
                .name = std::string{fields.get("name")},
                .name_en = std::string{fields.get("name_en")},
                .parent = std::string{fields.get("parent")},
                .kind = *kind,
                .order = small(fields, "order"),
                .retired = fields.has("retired")};
}

Fields encode_entry(CodeEntry const& entry) {
    Fields fields;
    fields.add("name", entry.name);
    fields.add_if("name_en", entry.name_en);
    fields.add_if("parent", entry.parent);
    fields.add("order", entry.order);
    if (entry.retired) fields.add("retired", 1);
    std::string words;
    for (auto const& word : entry.keywords) (words += words.empty() ? "" : " ") += word;
    fields.add_if("keywords", words);
    return fields;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        auto const word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (!word.empty()) words.emplace_back(word);
    }
    return words;
}

Result<CodeEntry> decode_entry(std::string_view code, Fields const& fields) {
    if (!fields.has("name")) return bad_record("code", code);
    return CodeEntry{.code = std::string{code},
                     .name = std::string{fields.get("name")},
                     .name_en = std::string{fields.get("name_en")},
                     .parent = std::string{fields.get("parent")},
                     .order = small(fields, "order"),
                     .retired = fields.has("retired"),
                     .keywords = words_of(fields.get("keywords"))};
}

Fields encode_line(Line const& line) {
    Fields fields;
    fields.add("name", line.name);
    fields.add_if("name_en", line.name_en);
    fields.add_if("pinyin", line.pinyin);
    fields.add_if("color", line.color);
    fields.add("order", line.order);
    if (line.retired) fields.add("retired", 1);
    for (auto const& station : line.stations) fields.add("station", joined({station.code, station.name, station.name_en, station.pinyin}));
    return fields;
}

Result<Line> decode_line(std::string_view code, Fields const& fields) {
    if (!fields.has("name")) return bad_record("line", code);
    Line line{.code = std::string{code},
              .name = std::string{fields.get("name")},
              .name_en = std::string{fields.get("name_en")},
              .pinyin = std::string{fields.get("pinyin")},
              .color = std::string{fields.get("color")},
              .order = small(fields, "order"),
              .retired = fields.has("retired"),
              .stations = {}};
    for (auto const& station : fields.all("station")) {
        auto parts = split(station, '\t');
        if (parts.size() != 4) return bad_record("line", code);
        line.stations.push_back({std::move(parts[0]), std::move(parts[1]), std::move(parts[2]), std::move(parts[3])});
    }
    return line;
}

Fields encode_settings(Settings const& settings) {
    Fields fields;
    fields.add("operator_name", settings.operator_name);
    fields.add("operator_name_en", settings.operator_name_en);
    fields.add("zone", settings.zone);
    fields.add("closing_minutes", settings.closing_minutes);
    fields.add("attachment_max", settings.attachment_max);
    fields.add("attachments_max", settings.attachments_max);
    fields.add("passenger_attachments_max", settings.passenger_attachments_max);
    if (settings.attachment_types != Settings{}.attachment_types)
        for (auto const& type : settings.attachment_types) fields.add("attachment_type", type);
    fields.add("idempotency_hours", settings.idempotency_hours);
    return fields;
}

namespace {

/// What was written into every store before only an operator's own list was: nobody's choice, so it grows with the program's.
std::vector<std::string> types_of_the_first_program() {
    return {"image/jpeg", "image/png", "image/webp", "image/gif", "application/pdf", "audio/mpeg", "audio/x-wav", "audio/mp4", "video/mp4", "text/plain",
            "application/zip", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
}

}  // namespace

Result<Settings> decode_settings(Fields const& fields) {
    Settings settings;
    auto const number = [&](std::string_view key, auto& value) {
        using T = std::remove_reference_t<decltype(value)>;
        value = static_cast<T>(fields.get_int(key, value));
    };
    if (fields.has("operator_name")) settings.operator_name = fields.get("operator_name");
    if (fields.has("operator_name_en")) settings.operator_name_en = fields.get("operator_name_en");
    if (fields.has("zone")) settings.zone = fields.get("zone");
    number("closing_minutes", settings.closing_minutes);
    number("attachment_max", settings.attachment_max);
    number("attachments_max", settings.attachments_max);
    number("passenger_attachments_max", settings.passenger_attachments_max);
    if (fields.has("attachment_type")) {
        settings.attachment_types.clear();
        for (auto type : fields.all("attachment_type")) settings.attachment_types.emplace_back(type);
        if (settings.attachment_types == types_of_the_first_program()) settings.attachment_types = Settings{}.attachment_types;
    }
    number("idempotency_hours", settings.idempotency_hours);
    if (!Zone::find(settings.zone)) return bad_record("setting", "zone");
    return settings;
}

}  // namespace hearline
