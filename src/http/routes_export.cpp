// The ledger as a file, exactly what the filters show (R3.6).
#include <filesystem>

#include "app/export_ledger.hpp"
#include "app/ports/table_files.hpp"
#include "base/digest.hpp"
#include "http/awaitables.hpp"
#include "http/conditions.hpp"
#include "http/routes.hpp"
#include "http/services.hpp"

namespace hearline::http {

namespace {

constexpr std::int64_t rows_of_a_sheet = 1'048'575, rows_of_a_text = 100'000'000;

/// A file that is gone when its answer has been sent.
class ScratchFile {
public:
    explicit ScratchFile(std::string path) : path_{std::move(path)} {}
    ScratchFile(ScratchFile const&) = delete;
    ScratchFile& operator=(ScratchFile const&) = delete;
    ~ScratchFile() {
        std::error_code gone;
        std::filesystem::remove(path_, gone);
    }
    [[nodiscard]] std::string const& path() const { return path_; }

private:
    std::string path_;
};

std::string_view type_of(TableFileFormat format) {
    switch (format) {
        case TableFileFormat::xlsx: return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        case TableFileFormat::csv: return "text/csv; charset=utf-8";
        case TableFileFormat::jsonl: return "application/x-ndjson";
    }
    return "application/octet-stream";
}

Result<TableFileFormat> take_format(Parameters& parameters) {
    std::string given;
    for (auto const& [name, value] : parameters)
        if (name == "format") given = value;
    std::erase_if(parameters, [](auto const& parameter) { return parameter.first == "format"; });
    if (given.empty()) return TableFileFormat::xlsx;
    if (auto const format = from_code<TableFileFormat>(given)) return *format;
    return refuse(ErrorKind::malformed, "bad-parameter", say("format 可以是 xlsx csv jsonl", "format can be xlsx csv jsonl"),
                  {{"?format", say("可以是 xlsx csv jsonl", "it can be xlsx csv jsonl")}});
}

Task<Response> export_shown(Request const& request, Services& services) {
    auto const directory = services.directory.get();
    auto parameters = request.query;
    CO_TRY(auto const format, take_format(parameters));
    CO_TRY(auto const shown, read_shown_ledger(std::move(parameters), *directory, services.facts));
    auto const scratch = std::make_shared<ScratchFile>(services.options.scratch_folder + "/export-" + random_code(services.random, 20));
    auto const language = request.language();
    auto write = [&]() -> Result<std::int64_t> {
        Text const sheet{"投诉台账", "Complaint ledger"};
        auto const writer = services.tables->create(format, scratch->path(), sheet.in(language));
        auto const most = format == TableFileFormat::xlsx ? rows_of_a_sheet : rows_of_a_text;
        return export_shown_ledger(services.store, services.facts, *directory, request.actor(), shown, most, language, services.now(), *writer);
    };
    CO_TRY(auto const rows, co_await on_pool(services.readers, write));
    Response response;
    response.file = scratch->path();
    response.keeps = scratch;
    response.content_type = type_of(format);
    response.set("X-Row-Count", std::to_string(rows));
    response.set("Content-Disposition", fmt::format("attachment; filename=\"ledger-{}.{}\"", format_date(directory->zone().date(services.now())), code_of(format)));
    response.set("Cache-Control", "no-store");
    co_return response;
}

constexpr Route routes[]{{Method::get, "/api/v1/complaints/export", Access::signed_in, export_shown}};

}  // namespace

std::span<Route const> export_routes() { return routes; }

}  // namespace hearline::http
