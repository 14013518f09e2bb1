// hearline export ledger --from --to [--unit] [--format xlsx|csv|jsonl] [--out]
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "app/export_ledger.hpp"
#include "channel/table_writers.hpp"
#include "cli/commands.hpp"
#include "cli/opened_store.hpp"
#include "cli/progress.hpp"

namespace hearline::cli {

namespace {

[[nodiscard]] Error cannot_write(std::string const& path) {
    auto const why = say("不能写文件 {}：请检查目录是否存在、有没有写入权限", "cannot write the file {}: is its folder there, and may you write there?", path);
    return refuse(ErrorKind::unavailable, "cannot-write", why, {{"--out", why}}).value();
}


Result<FactFilter> read_ledger_filter(Invocation const& call, Directory const& directory, FactTable const& facts) {
    Parameters parameters;
    for (auto const* name : {"from", "to", "unit"})
        if (call.has(name)) parameters.emplace_back(name, call.get(name));
    auto filter = read_filter(parameters, directory, facts);
    if (filter) return filter;
    auto error = std::move(filter).error();
    for (auto& field : error.fields) field.pointer = "--" + field.pointer.substr(1);
    return tl::make_unexpected(std::move(error));
}

std::string format_of(Invocation const& call) {
    if (call.has("format")) return call.get("format");
    auto const out = call.get("out");
    for (auto const* format : {"xlsx", "jsonl"})
        if (out.ends_with(fmt::format(".{}", format))) return format;
    return "csv";
}

}  // namespace

Exit run_export_ledger(Invocation const& call, Environment& environment) {
    auto const format = format_of(call);
    auto const path = call.get("out");
    if (format == "xlsx" && path.empty())
        return report(environment, refuse_field("--out", "bad-option", say("Excel 文件须用 --out 指定文件名", "an Excel file needs --out FILE")).value());
    auto const opened = open(environment, StoreUse::read);
    if (!opened) return report(environment, opened.error());
    OpenedFacts const facts{environment, *opened};
    auto filter = read_ledger_filter(call, *opened->directory, facts.table());
    if (!filter) return report(environment, filter.error());
    auto const partial = path + ".part";
    std::ofstream file;
    if (!path.empty() && format != "xlsx") {
        file.open(partial, std::ios::binary | std::ios::trunc);
        if (!file) return report(environment, cannot_write(path));
    }
    std::ostream& out = path.empty() ? environment.out : file;
    auto const writer = format == "xlsx" ? xlsx_writer(partial, ledger_workbook(environment.language)) : format == "jsonl" ? jsonl_writer(out) : csv_writer(out);
    ProgressLine progress{environment, {"导出", "Exporting"}};
    auto const rows = export_ledger(*opened->store, facts.table(), *opened->directory, system_actor(), std::move(*filter), environment.language,
                                    environment.now(), *writer, [&](std::int64_t done, std::int64_t total) { progress(done, total); });
    if (!rows) {
        std::remove(partial.c_str());
        return report(environment, rows.error());
    }
    if (!path.empty()) {
        file.close();
        std::error_code error;
        std::filesystem::rename(partial, path, error);
        if (error) return report(environment, cannot_write(path));
        environment.err << environment.say(say("已写 {0} 行到 {1}", "{0} rows written to {1}", *rows, path)) << '\n';
    }
    return Exit::done;
}

}  // namespace hearline::cli
