#include "channel/import/mapping.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/embedded.hpp"
#include "base/unicode.hpp"
#include "channel/toml_document.hpp"

namespace hearline::channel {
namespace {

std::string all_fields() {
    std::string all;
    for (auto const& row : CodeTable<ImportField>::rows) all += (all.empty() ? "" : " ") + std::string{row.code};
    return all;
}

/// The member as a field; a mistake is remembered at it.
std::optional<ImportField> field_of(TomlReader& reader, TomlValue const& at, std::string_view key, std::string_view word) {
    auto const field = from_code<ImportField>(word);
    if (!field) reader.wrong(at, key, say("没有字段 {}；可用的有：{}", "{} is no field; there are: {}", word, all_fields()));
    return field;
}

void collect(std::vector<FieldError>& errors, TomlReader& reader) {
    reader.refuse_unknown();
    for (auto& error : reader.take_errors()) errors.push_back(std::move(error));
}

void read_format(TomlReader& root, std::string_view file, Mapping& mapping, std::vector<FieldError>& errors) {
    auto const* table = root.value("format", TomlValue::Kind::table);
    if (!table) return;
    TomlReader reader{*table, file};
    mapping.title = reader.text("title");
    auto const* own = reader.value("own", TomlValue::Kind::boolean);
    mapping.own = own && own->truth();
    mapping.beside = reader.texts("beside");
    mapping.sheet = reader.text("sheet");
    mapping.heading = static_cast<int>(reader.integer("heading", 0, 1, 1000));
    if (auto const format = reader.text("format"); !format.empty()) {
        if (auto const known = format_of_name("x." + format))
            mapping.format = *known;
        else
            reader.wrong(*table->find("format"), "format", {"应为 csv、xlsx 或 jsonl", "must be csv, xlsx or jsonl"});
    }
    auto const zone = reader.text("zone", "Asia/Shanghai");
    if (auto found = Zone::find(zone))
        mapping.zone = *found;
    else
        reader.wrong(*table->find("zone"), "zone", say("没有时区 {}，例如 Asia/Shanghai", "{} is no known time zone, such as Asia/Shanghai", zone));
    mapping.time_formats = reader.texts("times");
    mapping.digest = reader.texts("digest");
    collect(errors, reader);
}

void read_columns(TomlReader& root, std::string_view file, Mapping& mapping, std::vector<FieldError>& errors) {
    auto const* table = root.value("columns", TomlValue::Kind::table);
    if (!table) return;
    TomlReader reader{*table, file};
    for (auto const& [column, value] : table->members) {
        auto const word = reader.text(column);
        if (value.kind != TomlValue::Kind::text || word.empty()) continue;
        auto const field = field_of(reader, value, column, word);
        if (!field) continue;
        for (auto const& other : mapping.columns)
            if (other.field == *field && !mapping.own) reader.wrong(value, column, say("字段 {} 已由列 {} 给出；合并多列请用 [compose]", "the field {} comes from column {} already; use [compose] to join columns", word, other.column));
        mapping.columns.push_back({column, *field, value.line});
    }
    collect(errors, reader);
}

void read_fields(TomlReader& root, std::string_view section, std::string_view file, std::map<ImportField, std::string>& fields, std::vector<FieldError>& errors) {
    auto const* table = root.value(section, TomlValue::Kind::table);
    if (!table) return;
    TomlReader reader{*table, file};
    for (auto const& [name, value] : table->members) {
        auto const text = reader.text(name);
        if (auto const field = field_of(reader, value, name, name); field && value.kind == TomlValue::Kind::text) fields[*field] = text;
    }
    collect(errors, reader);
}

void read_values(TomlReader& root, std::string_view file, Mapping& mapping, std::vector<FieldError>& errors) {
    auto const* table = root.value("values", TomlValue::Kind::table);
    if (!table) return;
    TomlReader reader{*table, file};
    for (auto const& [name, value] : table->members) {
        auto const* inner = reader.value(name, TomlValue::Kind::table);
        auto const field = field_of(reader, value, name, name);
        if (!inner || !field) continue;
        TomlReader entries{*inner, file};
        for (auto const& [from, to] : inner->members) {
            auto ours = entries.text(from);
            if (to.kind == TomlValue::Kind::text) mapping.values[*field][from] = std::move(ours);
        }
        collect(errors, entries);
    }
    collect(errors, reader);
}

void check_codes(Mapping const& mapping, TomlReader& root) {
    auto const known = [&](ImportField field, std::string const& word) {
        switch (field) {
            case ImportField::channel: return from_code<Channel>(word).has_value();
            case ImportField::kind: return from_code<Kind>(word).has_value();
            case ImportField::severity: return from_code<Severity>(word).has_value();
            case ImportField::stage: return from_code<Stage>(word).has_value();
            case ImportField::resolution: return from_code<Resolution>(word).has_value();
            case ImportField::satisfaction: return from_code<Satisfaction>(word).has_value();
            default: return true;
        }
    };
    auto const check = [&](std::string_view section, ImportField field, std::string const& word) {
        auto const* table = root.table().find(section);
        auto const* at = table ? table->find(code_of(field)) : nullptr;
        if (!word.empty() && !known(field, word)) root.wrong(at ? *at : root.table(), code_of(field), say("没有代码 {}", "{} is no known code", word));
    };
    for (auto const& [field, word] : mapping.constants) check("constants", field, word);
    for (auto const& [field, word] : mapping.defaults)
        if (word.find('{') == std::string::npos) check("defaults", field, word);
    for (auto const& [field, words] : mapping.values)
        for (auto const& [from, to] : words) check("values", field, to);
}

/// Heading, folded → field; names and codes of the fields are words for them too.
std::map<std::string, ImportField, std::less<>> read_suggestions() {
    std::map<std::string, ImportField, std::less<>> words;
    for (auto const& row : CodeTable<ImportField>::rows)
        for (auto const word : {row.code, row.zh, row.en}) words.try_emplace(fold(word), row.value);
    for (auto const& file : embedded_files("data")) {
        if (file.path != "headings.toml") continue;
        auto const document = parse_toml(file.content, file.path);
        if (!document) throw std::logic_error{document.error().detail.en};
        TomlReader reader{*document, file.path};
        for (auto const& row : CodeTable<ImportField>::rows)
            for (auto const& word : reader.texts(row.code)) words.insert_or_assign(fold(word), row.value);
        reader.refuse_unknown();
        if (auto const errors = reader.take_errors(); !errors.empty()) throw std::logic_error{errors.front().detail.en};
    }
    return words;
}

}  // namespace

std::string Mapping::column_of(ImportField field, std::vector<std::string> const& there) const {
    auto const is_there = [&](std::string_view column) { return there.empty() || std::find(there.begin(), there.end(), column) != there.end(); };
    for (auto const& column : columns)
        if (column.field == field && is_there(column.column)) return column.column;
    for (auto const* fields : {&compose, &defaults})
        if (auto const found = fields->find(field); found != fields->end())
            for (auto const& column : there)
                if (found->second.find(fmt::format("{{{}}}", column)) != std::string::npos) return column;
    return {};
}

bool Mapping::reads(ImportField field, std::string_view column) const {
    auto const braced = fmt::format("{{{}}}", column);
    auto const names = [&](std::map<ImportField, std::string> const& fields) {
        auto const found = fields.find(field);
        return found != fields.end() && found->second.find(braced) != std::string::npos;
    };
    return names(compose) || names(defaults) || std::any_of(columns.begin(), columns.end(), [&](auto const& c) { return c.field == field && c.column == column; });
}

bool Mapping::reads(std::string_view column) const {
    auto const& fields = CodeTable<ImportField>::rows;
    return std::find(digest.begin(), digest.end(), column) != digest.end() || std::any_of(fields.begin(), fields.end(), [&](auto const& row) { return reads(row.value, column); });
}

Result<Mapping> read_mapping(std::string_view text, std::string_view file) {
    auto const document = TRY(parse_toml(text, file));
    TomlReader root{document, file};
    std::vector<FieldError> errors;
    Mapping mapping;
    mapping.name = file;
    read_format(root, file, mapping, errors);
    read_columns(root, file, mapping, errors);
    read_fields(root, "constants", file, mapping.constants, errors);
    read_fields(root, "compose", file, mapping.compose, errors);
    read_fields(root, "defaults", file, mapping.defaults, errors);
    read_values(root, file, mapping, errors);
    check_codes(mapping, root);
    for (auto const field : missing_fields(mapping))
        root.wrong(document, code_of(field), say("没有给出必需的字段 {}；请在 [columns] 或 [constants] 中给出", "the field {} is needed: give it in [columns] or [constants]", code_of(field)));
    collect(errors, root);
    TRY(toml_outcome(file, "bad-mapping", std::move(errors)));
    return mapping;
}

namespace {

/// The names in "{column}，{column}".
std::vector<std::string> columns_in(std::string_view text) {
    std::vector<std::string> names;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
        if (auto const close = text.find('}', open); close != std::string_view::npos) names.emplace_back(text.substr(open + 1, close - open - 1));
    return names;
}

/// The second of two columns of one name would be left out without a word. R3.7
Done check_headings(Mapping const& mapping, std::vector<std::string> const& columns) {
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto const first = std::find(columns.begin(), columns.end(), columns[i]) - columns.begin();
        if (columns[i].empty() || first == static_cast<std::ptrdiff_t>(i) || !mapping.reads(columns[i])) continue;
        errors.push_back({columns[i], say("{} 列与 {} 列的表头相同，看不出读哪一列；请改名", "the columns {} and {} have the same heading, and which is meant cannot be told: rename one",
                                          column_name(static_cast<std::size_t>(first)), column_name(i))});
    }
    if (errors.empty()) return std::monostate{};
    return refuse(ErrorKind::invalid, "bad-table", {"文件的表头有重复", "a heading stands there twice"}, std::move(errors));
}

}  // namespace

std::vector<ImportField> missing_fields(Mapping const& mapping) {
    std::vector<ImportField> missing;
    for (auto const field : {ImportField::content, ImportField::channel, ImportField::received_at}) {
        bool const given = mapping.constants.contains(field) || mapping.compose.contains(field) || mapping.defaults.contains(field) ||
                           std::any_of(mapping.columns.begin(), mapping.columns.end(), [&](auto const& column) { return column.field == field; });
        if (!given) missing.push_back(field);
    }
    return missing;
}

Done check_columns(Mapping const& mapping, std::vector<std::string> const& columns) {
    if (columns.empty()) return std::monostate{};
    if (mapping.own) return check_headings(mapping, columns);
    std::string there;
    for (auto const& column : columns) there += (there.empty() ? "" : ", ") + column;
    std::vector<FieldError> errors;
    auto const has = [&](std::string const& column) { return std::find(columns.begin(), columns.end(), column) != columns.end(); };
    for (auto const& column : mapping.columns)
        if (!has(column.column))
            errors.push_back({fmt::format("{}:{}", mapping.name, column.line), say("文件里没有列 {}；有：{}", "the table has no column {}; it has: {}", column.column, there)});
    for (auto const& column : mapping.digest)
        if (!has(column)) errors.push_back({mapping.name, say("digest：文件里没有列 {}；有：{}", "digest: the table has no column {}; it has: {}", column, there)});
    for (auto const* texts : {&mapping.compose, &mapping.defaults})
        for (auto const& [field, text] : *texts)
            for (auto const& column : columns_in(text))
                if (!has(column)) errors.push_back({mapping.name, say("{}：文件里没有列 {}；有：{}", "{}: the table has no column {}; it has: {}", code_of(field), column, there)});
    TRY(toml_outcome(mapping.name, "bad-mapping", std::move(errors)));
    return check_headings(mapping, columns);
}

std::vector<Mapping> shipped_mappings() {
    std::vector<Mapping> mappings;
    for (auto const& file : embedded_files("data")) {
        if (!file.path.starts_with("mappings/")) continue;
        auto mapping = read_mapping(file.content, file.path);
        if (!mapping) throw std::logic_error{mapping.error().detail.en + " " + (mapping.error().fields.empty() ? "" : mapping.error().fields.front().pointer + " " + mapping.error().fields.front().detail.en)};
        mapping->name = file.path.substr(9, file.path.size() - 9 - 5);
        mappings.push_back(std::move(*mapping));
    }
    return mappings;
}

std::optional<Mapping> mapping_for(std::vector<std::string> const& columns) {
    std::optional<Mapping> best;
    std::size_t most = 0;
    for (auto& mapping : shipped_mappings()) {
        auto const known = [&](std::string const& column) { return mapping.reads(column) || std::find(mapping.beside.begin(), mapping.beside.end(), column) != mapping.beside.end(); };
        auto const empty = static_cast<std::size_t>(std::count(columns.begin(), columns.end(), std::string{}));
        auto const named = static_cast<std::size_t>(std::count_if(columns.begin(), columns.end(), known));
        bool const fits = mapping.own ? named == columns.size() - empty && !mapping.column_of(ImportField::external_id, columns).empty() : check_columns(mapping, columns).has_value();
        if (columns.empty() || !fits || named <= most) continue;
        most = named;
        best = std::move(mapping);
    }
    return best;
}

std::optional<ImportField> suggested_field(std::string_view heading) {
    static auto const words = read_suggestions();
    auto const found = words.find(fold(trim(heading)));
    return found == words.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace hearline::channel
