// The ledger as a file, exactly what the filters show (R3.6).
#include "app/export_ledger.hpp"
#include "http/awaitables.hpp"
#include "http/conditions.hpp"
#include "http/routes.hpp"
#include "http/scratch_file.hpp"
#include "http/services.hpp"

namespace hearline::http {

namespace {

constexpr std::int64_t rows_of_a_sheet = 1'048'575, rows_of_a_text = 100'000'000;

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
    auto const scratch = make_scratch(services, "export");
    auto const language = request.language();
    auto write = [&]() -> Result<std::int64_t> {
        auto const writer = services.tables->create(format, scratch->path(), ledger_workbook(language));
        auto const most = format == TableFileFormat::xlsx ? rows_of_a_sheet : rows_of_a_text;
        return export_shown_ledger(services.store, services.facts, *directory, request.actor(), shown, most, language, services.now(), *writer);
    };
    CO_TRY(auto const rows, co_await on_pool(services.readers, write));
    co_return table_response(scratch, format, "ledger", rows, services);
}

constexpr Route routes[]{{Method::get, "/api/v1/complaints/export", Access::signed_in, export_shown}};

}  // namespace

std::span<Route const> export_routes() { return routes; }

}  // namespace hearline::http
