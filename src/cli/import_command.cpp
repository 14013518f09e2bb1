#include <fstream>
#include <ostream>
#include <sstream>

#include "app/directory.hpp"
#include "channel/import/import_table.hpp"
#include "cli/commands.hpp"
#include "cli/opened_store.hpp"
#include "cli/progress.hpp"

namespace hearline::cli {
namespace {

constexpr std::int64_t rows_told = 200;

/// The mapping that was asked for: a file, or one that comes with the program; else the one that fits the table.
Result<channel::Mapping> mapping_of(Invocation const& call, channel::Records const* records, channel::TableFormat format) {
    auto const shipped = channel::shipped_mappings();
    auto const named = call.has("map") ? call.get("map") : records == nullptr && format == channel::TableFormat::jsonl ? "ledger-jsonl" : "";
    for (auto const& mapping : shipped)
        if (mapping.name == named) return mapping;
    if (!named.empty()) {
        std::ifstream in{named, std::ios::binary};
        std::stringstream text;
        if (in) text << in.rdbuf();
        if (!in || text.str().empty()) return refuse(ErrorKind::not_found, "no-mapping", say("打不开映射文件 {}", "cannot open the mapping file {}", named));
        return channel::read_mapping(text.str(), named);
    }
    if (records)
        if (auto fitting = channel::mapping_for(records->columns())) return std::move(*fitting);
    std::string names;
    for (auto const& mapping : shipped) names += (names.empty() ? "" : " ") + mapping.name;
    return refuse(ErrorKind::invalid, "no-mapping",
                  say("没有合适的映射，请用 --map 指定映射文件，或随程序提供的一个：{}", "no mapping fits this table: name a mapping file with --map, or one that comes with the program: {}", names));
}

struct Source {
    channel::Mapping mapping;
    std::unique_ptr<channel::Records> records;
};

/// `source` holds what was opened also when something after it is refused: its notices may say why.
Done open_source(Invocation const& call, Source& source) {
    auto const path = call.get("file");
    auto const format = TRY(channel::format_of_name(call.has("format") ? "x." + call.get("format") : path));
    if (call.has("map") || format == channel::TableFormat::jsonl) {
        source.mapping = TRY(mapping_of(call, nullptr, format));
        source.records = TRY(channel::open_records(path, call.has("format") ? format : source.mapping.format.value_or(format), source.mapping.sheet, source.mapping.heading));
    } else {
        source.records = TRY(channel::open_records(path, format));
        source.mapping = TRY(mapping_of(call, source.records.get(), format));
    }
    return channel::check_columns(source.mapping, source.records->columns());
}

std::string csv_cell(std::string const& text) {
    std::string out = "\"";
    for (char c : text) out += c == '"' ? std::string{"\"\""} : std::string(1, c);
    return out + "\"";
}

/// Tells refused rows on standard error (not endlessly) and, when asked, all of them to a file.
class Refusals {
public:
    Refusals(Environment& environment, std::string const& path) : environment_{environment} {
        if (path.empty()) return;
        file_.open(path, std::ios::binary | std::ios::trunc);
        file_ << "\xEF\xBB\xBFline,field,reason\r\n";
    }
    [[nodiscard]] bool usable() const { return !file_.is_open() || file_.good(); }
    void operator()(channel::RefusedRow const& row) {
        auto fields = row.error.fields;
        if (fields.empty()) fields.push_back({"", row.error.detail});
        for (auto const& field : fields) {
            auto const name = field.pointer.starts_with("/") ? field.pointer.substr(1) : field.pointer;
            auto const why = environment_.say(field.detail);
            if (file_.is_open()) file_ << row.line << ',' << csv_cell(name) << ',' << csv_cell(why) << "\r\n";
            if (told_++ < rows_told) environment_.err << environment_.say(where(row)) << name << (name.empty() ? "" : ": ") << why << '\n';
        }
        if (told_ > rows_told && !warned_) {
            warned_ = true;
            environment_.err << environment_.say({"……其余不再显示，可用 --errors FILE 全部写出\n", "… the rest is not shown; --errors FILE writes them all\n"});
        }
    }

private:
    /// A text table's lines are not its rows where cells hold line breaks.
    static Text where(channel::RefusedRow const& row) {
        if (row.row == 0 || row.row == row.line) return say("第 {} 行：", "line {}: ", row.line);
        return say("第 {} 行（表格软件里的第 {} 行）：", "line {} (row {} in a spreadsheet): ", row.line, row.row);
    }
    Environment& environment_;
    std::ofstream file_;
    std::int64_t told_ = 0;
    bool warned_ = false;
};

/// What has to be said about the file as a whole: how it was read, what was left out of it. R3.7
void tell_notices(std::ostream& out, Environment& environment, std::vector<channel::TableNotice> const& notices) {
    for (auto const& notice : notices) out << environment.say({"注意：", "note: "}) << environment.say(notice.text) << '\n';
}

void tell_counts(Environment& environment, channel::ImportCounts const& counts, bool dry) {
    tell_notices(environment.out, environment, counts.notices);
    environment.out << environment.say(say("{}已导入 {} 行，已有 {} 行，拒绝 {} 行。\n", "{}taken {}, already there {}, refused {}.\n", dry ? environment.say({"试运行，未写入：", "dry run, nothing written: "}) : std::string{},
                                           counts.taken, counts.already_there, counts.refused));
}

}  // namespace

Exit run_import(Invocation const& call, Environment& environment) {
    Source source;
    if (auto const usable = open_source(call, source); !usable) {
        if (source.records) tell_notices(environment.err, environment, source.records->notices());
        return report(environment, usable.error());
    }
    auto opened = open(environment, StoreUse::write);
    if (!opened) return report(environment, opened.error());
    Refusals refusals{environment, call.get("errors")};
    if (!refusals.usable()) return report(environment, Error{ErrorKind::invalid, "bad-option", {}, {{"--errors", {"无法写入该文件", "the file cannot be written"}}}, 0});
    bool const dry = call.has("dry-run");
    channel::ImportCounts counts;
    auto const done = [&] {
        ProgressLine line{environment, {"导入", "Importing"}};
        channel::ImportTask const task{*opened->store, opened->directory, system_actor(), source.mapping, environment.now, system_random(), dry ? channel::ImportMode::dry_run : channel::ImportMode::write,
                                       std::ref(refusals), [&](channel::ImportCounts const& so_far) { line(so_far.rows(), 0); }};
        return channel::import_table(task, *source.records, counts);
    }();
    tell_counts(environment, counts, dry);
    if (!done) return report(environment, done.error());
    return counts.refused == 0 ? Exit::done : Exit::refused;
}

}  // namespace hearline::cli
