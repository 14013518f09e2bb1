#include <fstream>
#include <ostream>
#include <sstream>

#include "app/directory.hpp"
#include "base/stream_digest.hpp"
#include "channel/import/error_file.hpp"
#include "channel/import/import_source.hpp"
#include "channel/import/import_table.hpp"
#include "channel/table_writers.hpp"
#include "cli/commands.hpp"
#include "cli/opened_store.hpp"
#include "cli/progress.hpp"

namespace hearline::cli {
namespace {

constexpr std::int64_t rows_told = 200;

/// The mapping that was asked for: a file, or one that comes with the program. Nothing: the one that fits the table.
Result<std::optional<channel::Mapping>> mapping_of(Invocation const& call) {
    if (!call.has("map")) return std::nullopt;
    auto const named = call.get("map");
    for (auto& mapping : channel::shipped_mappings())
        if (mapping.name == named) return std::move(mapping);
    std::ifstream in{named, std::ios::binary};
    std::stringstream text;
    if (in) text << in.rdbuf();
    if (!in || text.str().empty()) return refuse(ErrorKind::not_found, "no-mapping", say("打不开映射文件 {}", "cannot open the mapping file {}", named));
    return TRY(channel::read_mapping(text.str(), named));
}

Result<channel::TableFormat> format_of(Invocation const& call) {
    return channel::format_of_name(call.has("format") ? "x." + call.get("format") : call.get("file"));
}

Done open_table(Invocation const& call, channel::TableFormat format, channel::ImportSource& source) {
    auto const open = [&](channel::TableFormat by_mapping, std::string const& sheet, int heading) {
        return channel::open_records(call.get("file"), call.has("format") ? format : by_mapping, sheet, heading);
    };
    return channel::open_source(open, format, TRY(mapping_of(call)), source);
}

/// Tells refused rows on standard error (not endlessly) and, when asked, all of them to a file.
class Refusals {
public:
    Refusals(Environment& environment, std::string const& path, std::vector<std::string> const& columns) : environment_{environment} {
        if (path.empty()) return;
        auto const format = path.ends_with(".xlsx") ? TableFileFormat::xlsx : path.ends_with(".jsonl") ? TableFileFormat::jsonl : TableFileFormat::csv;
        file_.emplace(make_table_files()->create(format, path, channel::error_workbook(environment.language)), columns, environment.language);
    }
    void operator()(channel::RefusedRow const& row) {
        if (file_) file_->add(row);
        if (told_++ < rows_told) environment_.err << environment_.say(where(row.told)) << channel::reasons(row.told, environment_.language) << '\n';
        if (told_ == rows_told + 1) environment_.err << environment_.say({"……其余不再显示，可用 --errors FILE 全部写出\n", "… the rest is not shown; --errors FILE writes them all\n"});
    }
    void finish() {
        if (file_) file_->finish();
    }

private:
    /// A text table's lines are not its rows where cells hold line breaks.
    static Text where(ToldRow const& row) {
        if (row.row == 0 || row.row == row.line) return say("第 {} 行：", "line {}: ", row.line);
        return say("第 {} 行（表格软件里的第 {} 行）：", "line {} (row {} in a spreadsheet): ", row.line, row.row);
    }
    Environment& environment_;
    std::optional<channel::ErrorFile> file_;
    std::int64_t told_ = 0;
};

/// What has to be said about the file as a whole: how it was read, what was left out of it. R3.7
void tell_notices(std::ostream& out, Environment& environment, auto const& notices) {
    for (auto const& notice : notices) out << environment.say({"注意：", "note: "}) << environment.say(notice.text) << '\n';
}

void tell_counts(Environment& environment, ImportCounts const& counts, bool dry) {
    tell_notices(environment.out, environment, counts.notices);
    if (dry) environment.out << environment.say({"试运行，未写入：", "dry run, nothing written: "});
    environment.out << environment.say(say("已导入 {} 行，已有 {} 行，与库中不同 {} 行，拒绝 {} 行。\n", "taken {}, already there {}, differing {}, refused {}.\n", counts.taken, counts.already_there,
                                           counts.differing, counts.refused));
}

/// Which file it was, for the trail of administration.
Digest digest_of(std::string const& path) {
    std::ifstream in{path, std::ios::binary};
    return sha256_of(in);
}

}  // namespace

Exit run_import(Invocation const& call, Environment& environment) {
    auto const format = format_of(call);
    if (!format) return report(environment, format.error());
    channel::ImportSource source;
    if (auto const usable = open_table(call, *format, source); !usable) {
        if (source.records) tell_notices(environment.err, environment, source.records->notices());
        return report(environment, usable.error());
    }
    bool const dry = call.has("dry-run");
    auto opened = open(environment, dry ? StoreUse::read : StoreUse::write);
    if (!opened) return report(environment, opened.error());
    channel::settle(source, *format, *opened->directory);
    std::optional<Refusals> refusals;
    try {
        refusals.emplace(environment, call.get("errors"), source.records->columns());
    } catch (StorageError const&) {
        return report(environment, refuse_field("--errors", "bad-option", say("不能写文件 {}", "cannot write the file {}", call.get("errors"))).value());
    }
    ImportCounts counts;
    auto const done = [&] {
        ProgressLine line{environment, {"导入", "Importing"}};
        channel::ImportTask const task{*opened->store, opened->directory, system_actor(), source.mapping, environment.now, system_random(), dry ? ImportMode::dry_run : ImportMode::write,
                                       std::ref(*refusals), [&](ImportCounts const& so_far) { line(so_far.rows(), 0); }};
        return channel::import_whole(task, *source.records, dry ? Digest{} : digest_of(call.get("file")), counts);
    }();
    refusals->finish();
    tell_counts(environment, counts, dry);
    if (!done) return report(environment, done.error());
    return counts.refused + counts.differing == 0 ? Exit::done : Exit::refused;
}

}  // namespace hearline::cli
