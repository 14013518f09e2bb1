#include "channel/import/file_importer.hpp"

#include <algorithm>
#include <stdexcept>

#include "app/ledger_words.hpp"
#include "base/digest.hpp"
#include "channel/import/error_file.hpp"
#include "channel/import/import_source.hpp"
#include "channel/import/import_table.hpp"
#include "channel/table_writers.hpp"

namespace hearline {

namespace {

using namespace channel;

struct Opened {
    ImportSource source;
    TableFormat format = TableFormat::csv;
};

/// What the file is, by the ending of its name. Errors: `unknown-format` at `/file`.
Result<TableFormat> format_of(ImportFile const& file) {
    if (auto const format = format_of_name(file.name)) return *format;
    return refuse_field("/file", "unknown-format", say("看不出“{}”是什么文件；请选择 .xlsx、.csv 或 .jsonl 文件", "\"{}\" does not say what it is; choose a file ending in .xlsx, .csv or .jsonl", file.name));
}

/// A mapping made heading by heading. Errors: `bad-mapping` with pointers into the choice.
Result<Mapping> mapping_by_hand(MappingChoice const& choice, Directory const& directory) {
    Mapping mapping;
    mapping.name = "mapping";
    mapping.zone = directory.zone();
    mapping.sheet = choice.sheet;
    mapping.heading = choice.heading;
    std::vector<FieldError> errors;
    auto const field_of = [&](std::string pointer, std::string const& code) {
        auto const field = from_code<ImportField>(code);
        if (!field) errors.push_back({std::move(pointer), say("没有字段 {}", "{} is no field", code)});
        return field;
    };
    for (auto const& [heading, code] : choice.columns) {
        auto const field = field_of("/columns/" + heading, code);
        auto const twice = std::find_if(mapping.columns.begin(), mapping.columns.end(), [&](auto const& other) { return field && other.field == *field; });
        if (twice != mapping.columns.end())
            errors.push_back({"/columns/" + heading, say("字段 {} 已由列“{}”给出，一个字段只能对应一列", "the field {} comes from the column \"{}\" already; a field comes from one column", code, twice->column)});
        else if (field)
            mapping.columns.push_back({heading, *field, 0});
    }
    for (auto const& [code, value] : choice.constants)
        if (auto const field = field_of("/constants/" + code, code); field && !value.empty()) mapping.constants[*field] = value;
    if (!errors.empty()) return refuse(ErrorKind::invalid, "bad-mapping", say("列的对应有 {} 处错误", "the matching of columns has {} mistakes", errors.size()), std::move(errors));
    return mapping;
}

Result<Mapping> chosen_mapping(MappingChoice const& choice, Directory const& directory) {
    if (choice.by_hand()) return mapping_by_hand(choice, directory);
    auto mapping = TRY(shipped_mapping(choice.shipped));
    if (!choice.sheet.empty()) mapping.sheet = choice.sheet;
    if (choice.heading > 0) mapping.heading = choice.heading;
    return mapping;
}

/// The table as it is mapped; reading does not use up `file`.
Result<Opened> opened(ImportFile const& file, MappingChoice const& choice, Directory const& directory) {
    Opened opened;
    opened.format = TRY(format_of(file));
    std::optional<Mapping> mapping;
    if (choice.by_hand() || !choice.shipped.empty()) mapping = TRY(chosen_mapping(choice, directory));
    auto const open = [&](TableFormat format, std::string const& sheet, int heading) {
        return records_of_text(file.bytes, format, mapping ? sheet : choice.sheet, mapping ? heading : choice.heading);
    };
    TRY(open_source(open, opened.format, std::move(mapping), opened.source));
    auto const missing = missing_fields(opened.source.mapping);
    if (!missing.empty()) {
        std::vector<FieldError> errors;
        for (auto const field : missing)
            errors.push_back({fmt::format("/columns/{}", code_of(field)), say("必须有一列给出“{0}”，或为它填一个固定值", "a column must give \"{1}\", or one value for all rows", names_of(field).zh, names_of(field).en)});
        return refuse(ErrorKind::invalid, "bad-mapping", say("缺少 {} 个必需的字段", "{} required fields are missing", errors.size()), std::move(errors));
    }
    settle(opened.source, opened.format, directory);
    return opened;
}

/// What the preview shows of a row: each field that it gives, as it was understood.
class Understood {
public:
    Understood(ReadRow const& row, Directory const& directory) : row_{row}, directory_{directory} {}

    [[nodiscard]] std::vector<std::pair<std::string, Text>> list() && {
        auto const& h = row_.history;
        auto const& r = h.registration;
        plain("external_id", r.external_id);
        code("channel", std::optional{r.channel});
        code("kind", std::optional{r.kind});
        named("type", r.type, [&](Language language) { return type_words(r.type, directory_, language); });
        code("severity", std::optional{r.severity});
        plain("subject", r.subject);
        plain("content", r.content);
        time("received_at", r.received_at);
        time("registered_at", h.registered_at);
        time("occurred_at", r.occurred_at);
        plain("name", r.complainant.name);
        plain("phone", r.complainant.phone);
        plain("email", r.complainant.email);
        named("detail", "x", [&](Language language) { return place_words(r.place, directory_, language); });
        unit("unit", r.unit);
        unit("accepting_unit", h.accepting_unit);
        unit("handling_unit", h.handling_unit);
        named("cause", h.cause, [&](Language language) { return std::string{directory_.cause_name(h.cause, language)}; });
        code("stage", std::optional{h.stage});
        time("due_at", h.due_at);
        time("fed_back_at", h.fed_back_at);
        time("closed_at", h.closed_at);
        plain("result", h.result);
        code("resolution", h.resolution);
        code("satisfaction", h.satisfaction);
        return std::move(fields_);
    }

private:
    void plain(char const* field, std::string const& text) {
        if (!text.empty()) fields_.emplace_back(field, Text{text, text});
    }
    template <class F>
    void named(char const* field, std::string const& code, F words) {
        if (code.empty()) return;
        Text text{words(Language::zh), words(Language::en)};
        if (!text.zh.empty()) fields_.emplace_back(field, std::move(text));
    }
    void unit(char const* field, std::string const& code) {
        named(field, code, [&](Language language) { return std::string{directory_.unit_name(code, language)}; });
    }
    void time(char const* field, std::optional<Instant> at) {
        if (at) plain(field, TableCell{TableCell::Kind::moment, {}, directory_.zone().local(*at)}.words());
    }
    template <class E>
    void code(char const* field, std::optional<E> value) {
        if (value) fields_.emplace_back(field, Text{std::string{names_of(*value).zh}, std::string{names_of(*value).en}});
    }
    ReadRow const& row_;
    Directory const& directory_;
    std::vector<std::pair<std::string, Text>> fields_;
};

/// What the headings of a table most likely mean, each field once. Where only one column of a time of receipt or registration is there, it is the receipt.
std::vector<std::string> suggestions(std::vector<std::string> const& columns) {
    std::vector<std::string> fields;
    auto const has = [&](ImportField field) { return std::find(fields.begin(), fields.end(), code_of(field)) != fields.end(); };
    for (auto const& column : columns) {
        auto const field = suggested_field(column);
        fields.push_back(field && !has(*field) ? std::string{code_of(*field)} : std::string{});
    }
    if (!has(ImportField::received_at))
        std::replace(fields.begin(), fields.end(), std::string{code_of(ImportField::registered_at)}, std::string{code_of(ImportField::received_at)});
    return fields;
}

class FileImporter final : public ComplaintImporter {
public:
    std::vector<ImportFieldName> fields() const override {
        auto const required = missing_fields({});
        std::vector<ImportFieldName> names;
        for (auto const& row : CodeTable<ImportField>::rows)
            names.push_back({std::string{row.code}, {std::string{row.zh}, std::string{row.en}}, std::find(required.begin(), required.end(), row.value) != required.end()});
        return names;
    }

    Result<ImportPreview> preview(ImportFile file, MappingChoice const& choice, Directory const& directory, std::size_t rows) override {
        auto const format = TRY(format_of(file));
        auto const columns = TRY(columns_of(file, format, choice));
        ImportPreview preview;
        for (auto const& mapping : shipped_mappings())
            if (columns.empty() ? mapping.format == format : mapping.own ? mapping_for(columns) && mapping_for(columns)->name == mapping.name : check_columns(mapping, columns).has_value())
                preview.shipped.push_back(mapping.name);
        auto const suggested = suggestions(columns);
        auto mapping = choice.by_hand() || !choice.shipped.empty() ? std::optional{TRY(chosen_mapping(choice, directory))}
                       : columns.empty()                           ? std::optional{TRY(shipped_mapping("ledger-jsonl"))}
                                                                   : mapping_for(columns);
        if (mapping && !choice.by_hand()) preview.mapping = mapping->name;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            ImportPreview::Column column{columns[i], {}, suggested[i]};
            for (auto const& known : mapping ? mapping->columns : std::vector<Mapping::Column>{})
                if (known.column == columns[i]) column.field = code_of(known.field);
            preview.columns.push_back(std::move(column));
        }
        for (auto const field : missing_fields(mapping.value_or(Mapping{}))) preview.missing.emplace_back(code_of(field));
        if (!preview.missing.empty()) return preview;
        auto settled = choice;
        if (!choice.by_hand()) settled.shipped = preview.mapping;
        TRY(add_rows(preview, file, settled, directory, rows));
        return preview;
    }

    Result<ImportCounts> run(ImportFile file, MappingChoice const& choice, ImportInto const& into, ImportMode mode, std::int64_t most_rows,
                             std::function<void(ToldRow const&)> const& told) override {
        TRY(check_length(file, choice, *into.directory, most_rows));
        auto table = TRY(opened(file, choice, *into.directory));
        ImportCounts counts;
        ImportTask const task{into.store, into.directory, into.actor, table.source.mapping, into.now, into.random, mode, [&](RefusedRow const& row) { told(row.told); }, {}};
        TRY(import_whole(task, *table.source.records, sha256(file.bytes), counts));
        return counts;
    }

    Result<std::int64_t> errors(ImportFile file, MappingChoice const& choice, ImportInto const& into, std::int64_t most_rows, TableFileFormat format, std::string const& path,
                                Language language) override {
        TRY(check_length(file, choice, *into.directory, most_rows));
        auto table = TRY(opened(file, choice, *into.directory));
        ErrorFile errors{make_table_files()->create(format, path, error_workbook(language)), table.source.records->columns(), language};
        ImportCounts counts;
        ImportTask const task{into.store, into.directory, into.actor, table.source.mapping, into.now, into.random, ImportMode::dry_run, [&](RefusedRow const& row) { errors.add(row); }, {}};
        TRY(import_table(task, *table.source.records, counts));
        return errors.finish();
    }

private:
    static Result<std::vector<std::string>> columns_of(ImportFile const& file, TableFormat format, MappingChoice const& choice) {
        auto const records = TRY(records_of_text(file.bytes, format, choice.sheet, choice.heading));
        return records->columns();
    }
    static Done add_rows(ImportPreview& preview, ImportFile const& file, MappingChoice const& choice, Directory const& directory, std::size_t most) {
        auto table = TRY(opened(file, choice, directory));
        auto const read = TRY(preview_rows(*table.source.records, table.source.mapping, directory, most));
        for (auto const& row : read) preview.rows.push_back({row.line, Understood{row, directory}.list(), row.faults});
        preview.notices = notices_of(*table.source.records, unread_columns(*table.source.records, table.source.mapping));
        return std::monostate{};
    }
    /// Before anything is written.
    static Done check_length(ImportFile const& file, MappingChoice const& choice, Directory const& directory, std::int64_t most_rows) {
        auto table = TRY(opened(file, choice, directory));
        std::int64_t rows = 0;
        for (Record record; TRY(table.source.records->next(record));)
            if (++rows > most_rows)
                return refuse(ErrorKind::too_large, "too-many-rows", say("文件超过 {} 行，请分成几个文件，或请系统管理员用 hearline import 命令导入", "the file has more than {} rows: split it, or have the administrator import it by the command hearline import", most_rows));
        return std::monostate{};
    }
};

}  // namespace

std::unique_ptr<ComplaintImporter> make_file_importer() { return std::make_unique<FileImporter>(); }

}  // namespace hearline
