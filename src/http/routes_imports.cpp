// Taking in a table of complaints (R3.7): a look at it, a dry run, the import, and the rows that are not taken as a file to correct.
#include <atomic>
#include <boost/json.hpp>
#include <fstream>
#include <iterator>

#include "app/directory.hpp"
#include "app/ports/complaint_importer.hpp"
#include "domain/organisation/permission.hpp"
#include "http/answers.hpp"
#include "http/awaitables.hpp"
#include "http/json/body.hpp"
#include "http/json/writer.hpp"
#include "http/multipart.hpp"
#include "http/routes.hpp"
#include "http/scratch_file.hpp"
#include "http/services.hpp"

namespace hearline::http {

namespace {

constexpr std::size_t rows_shown = 10, rows_told = 500;
constexpr std::int64_t most_rows = 50'000;  // by the page; the command takes any number
constexpr int longest_heading = 200, longest_value = 500;

struct ImportForm {
    ImportFile file;
    MappingChoice choice;
};

std::vector<std::pair<std::string, std::string>> read_texts(ObjectReader& reader, std::string_view name, Faults& faults) {
    std::vector<std::pair<std::string, std::string>> texts;
    auto const* object = reader.object(name);
    if (!object) return texts;
    ObjectReader inner{*object, reader.pointer(name), faults};
    for (auto const& [key, value] : *object)
        if (auto text = inner.text(key, TextForm::line, longest_value)) texts.emplace_back(std::string{key}, std::move(*text));
    return texts;
}

Result<MappingChoice> read_choice(std::string_view text) {
    MappingChoice choice;
    if (text.empty()) return choice;
    auto const body = TRY(parse_object(text));
    Faults faults;
    ObjectReader reader{body, "", faults};
    choice.shipped = reader.text("shipped", TextForm::line, longest_heading).value_or("");
    choice.sheet = reader.text("sheet", TextForm::line, longest_heading).value_or("");
    choice.heading = reader.integer("heading", 1, 1000).value_or(0);
    choice.columns = read_texts(reader, "columns", faults);
    choice.constants = read_texts(reader, "constants", faults);
    reader.finish();
    TRY(no_faults(std::move(faults)));
    return choice;
}

/// The parts `file` and `mapping` of the form.
Result<ImportForm> read_import(Request const& request) {
    if (!request.header("content-type").starts_with("multipart/form-data"))
        return refuse(ErrorKind::unsupported, "not-a-form", say("请以 multipart/form-data 发送，文件在 file 中", "send multipart/form-data with the file in the part \"file\""));
    std::string stored;
    if (!request.body_file.empty()) {
        std::ifstream in{request.body_file, std::ios::binary};
        stored.assign(std::istreambuf_iterator<char>{in}, {});
    }
    ImportForm form;
    bool has_file = false;
    for (auto const& part : TRY(read_multipart(request.header("content-type"), request.body_file.empty() ? request.body : stored))) {
        if (part.is_file && !has_file) {
            form.file = {part.file_name, std::string{part.content}};
            has_file = true;
        } else if (!part.is_file && part.name == "mapping") {
            form.choice = TRY(read_choice(part.content));
        } else {
            return refuse_field("/" + part.name, "bad-upload", say("表单只收一个文件 file 和 mapping", "the form takes one file and \"mapping\""));
        }
    }
    if (!has_file || form.file.bytes.empty()) return refuse_field("/file", "bad-upload", say("请选择一个文件；收到的是空的", "choose a file; what came is empty"));
    return form;
}

/// One import at a time: each fills the write lane by itself.
class Turn {
public:
    Turn() : taken_{!running_.test_and_set()} {}
    ~Turn() {
        if (taken_) running_.clear();
    }
    Turn(Turn const&) = delete;
    Turn& operator=(Turn const&) = delete;
    [[nodiscard]] bool taken() const { return taken_; }

private:
    static inline std::atomic_flag running_ = ATOMIC_FLAG_INIT;
    bool taken_;
};

void write_notices(AnswerWriter& out, std::vector<ImportNotice> const& notices, Language language) {
    out.key("notices");
    out.begin_array();
    for (auto const& notice : notices) {
        out.begin_object();
        out.field("code", notice.code);
        out.field("text", notice.text.in(language));
        out.end_object();
    }
    out.end_array();
}

void write_faults(AnswerWriter& out, std::vector<RowFault> const& faults, Language language) {
    out.key("faults");
    out.begin_array();
    for (auto const& fault : faults) {
        out.begin_object();
        out.field_or_null("field", fault.field);
        out.field_or_null("column", fault.column);
        out.field("detail", fault.why.in(language));
        out.end_object();
    }
    out.end_array();
}

template <class Items, class F>
void write_list(AnswerWriter& out, std::string_view name, Items const& items, F write) {
    out.key(name);
    out.begin_array();
    for (auto const& item : items) write(item);
    out.end_array();
}

std::string render_preview(ImportPreview const& preview, std::vector<ImportFieldName> const& fields, Language language) {
    std::string text;
    AnswerWriter out{text};
    out.begin_object();
    out.field_or_null("mapping", preview.mapping);
    write_list(out, "shipped", preview.shipped, [&](auto const& name) { out.value(name); });
    write_list(out, "columns", preview.columns, [&](auto const& column) {
        out.begin_object();
        out.field("heading", column.heading);
        out.field_or_null("field", column.field);
        out.field_or_null("suggested", column.suggested);
        out.end_object();
    });
    write_list(out, "fields", fields, [&](auto const& field) {
        out.begin_object();
        out.field("code", field.code);
        out.field("name", field.name.in(language));
        out.field("required", field.required);
        out.end_object();
    });
    write_list(out, "missing", preview.missing, [&](auto const& code) { out.value(code); });
    write_list(out, "rows", preview.rows, [&](auto const& row) {
        out.begin_object();
        out.field("line", row.line);
        out.key("fields");
        out.begin_object();
        for (auto const& [code, value] : row.fields) out.field(code, value.in(language));
        out.end_object();
        write_faults(out, row.faults, language);
        out.end_object();
    });
    write_notices(out, preview.notices, language);
    out.end_object();
    return text;
}

std::string render_report(ImportCounts const& counts, std::vector<ToldRow> const& told, ImportMode mode, Language language) {
    std::string text;
    AnswerWriter out{text};
    out.begin_object();
    out.field("applied", mode == ImportMode::write);
    out.field("taken", counts.taken);
    out.field("already_there", counts.already_there);
    out.field("differing", counts.differing);
    out.field("refused", counts.refused);
    write_list(out, "rows", told, [&](auto const& row) {
        out.begin_object();
        out.field("line", row.row > 0 ? row.row : row.line);
        out.field_or_null("number", row.number);
        write_faults(out, row.faults, language);
        out.end_object();
    });
    write_notices(out, counts.notices, language);
    out.end_object();
    return text;
}

Task<Response> preview_import(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {}));
    CO_TRY_DONE(may(request.actor(), Permission::import_data));
    auto work = [&]() -> Result<ImportPreview> {
        auto form = TRY(read_import(request));
        return services.importer->preview(std::move(form.file), form.choice, *services.directory.get(), rows_shown);
    };
    CO_TRY(auto const preview, co_await on_pool(services.readers, work));
    co_return json_response(200, render_preview(preview, services.importer->fields(), request.language()));
}

Result<ImportMode> read_mode(Request const& request) {
    TRY(check_parameters(request, {"dry_run"}));
    auto const given = request.parameter("dry_run").value_or("false");
    if (given == "true") return ImportMode::dry_run;
    if (given == "false") return ImportMode::write;
    return refuse(ErrorKind::malformed, "bad-parameter", say("dry_run 应为 true 或 false", "dry_run must be true or false"), {{"?dry_run", say("应为 true 或 false", "must be true or false")}});
}

ImportInto into(Request const& request, Services& services) { return {services.store, services.directory.get(), request.actor(), services.now, services.random}; }

Task<Response> import_table(Request const& request, Services& services) {
    CO_TRY(auto const mode, read_mode(request));
    CO_TRY_DONE(may(request.actor(), Permission::import_data));
    std::vector<ToldRow> told;
    auto work = [&]() -> Result<ImportCounts> {
        Turn const turn;
        if (!turn.taken()) return refuse(ErrorKind::conflict, "import-running", say("正在进行另一次导入，请稍后再试", "another import is running; try again in a moment"));
        auto form = TRY(read_import(request));
        auto const tell = [&](ToldRow const& row) {
            if (told.size() < rows_told) told.push_back(row);
        };
        return services.importer->run(std::move(form.file), form.choice, into(request, services), mode, most_rows, tell);
    };
    CO_TRY(auto const counts, co_await on_pool(services.readers, work));
    co_return json_response(200, render_report(counts, told, mode, request.language()));
}

Task<Response> error_file(Request const& request, Services& services) {
    CO_TRY_DONE(check_parameters(request, {"format"}));
    CO_TRY_DONE(may(request.actor(), Permission::import_data));
    auto const format = from_code<TableFileFormat>(request.parameter("format").value_or("xlsx"));
    if (!format) co_return refuse(ErrorKind::malformed, "bad-parameter", say("format 可以是 xlsx csv jsonl", "format can be xlsx csv jsonl"), {{"?format", say("可以是 xlsx csv jsonl", "it can be xlsx csv jsonl")}});
    auto const scratch = make_scratch(services, "errors");
    auto work = [&]() -> Result<std::int64_t> {
        auto form = TRY(read_import(request));
        return services.importer->errors(std::move(form.file), form.choice, into(request, services), most_rows, *format, scratch->path(), request.language());
    };
    CO_TRY(auto const rows, co_await on_pool(services.readers, work));
    co_return table_response(scratch, *format, "import-errors", rows, services);
}

constexpr Route routes[]{
    {Method::post, "/api/v1/imports/preview", Access::signed_in, preview_import},
    {Method::post, "/api/v1/imports", Access::signed_in, import_table},
    {Method::post, "/api/v1/imports/errors", Access::signed_in, error_file},
};

}  // namespace

std::span<Route const> import_routes() { return routes; }

}  // namespace hearline::http
