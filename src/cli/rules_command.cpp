// hearline rules import FILE [--dry-run], hearline rules export [--version N] [--out FILE]
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>

#include "app/import_rule_book.hpp"
#include "channel/rule_book_file/read_rule_book.hpp"
#include "cli/commands.hpp"
#include "cli/opened_store.hpp"
#include "domain/calendar/deadline.hpp"

namespace hearline::cli {
namespace {

constexpr std::uintmax_t largest_file = 1 << 20;

[[nodiscard]] Result<std::string> content_of(std::string const& path) {
    std::error_code error;
    auto const size = std::filesystem::file_size(path, error);
    std::ifstream in{path, std::ios::binary};
    if (error || !in) return refuse(ErrorKind::not_found, "no-file", say("无法读取文件 {}", "cannot read the file {}", path));
    if (size > largest_file) return refuse(ErrorKind::too_large, "too-large", say("{} 太大，规则手册不超过 {} 字节", "{} is too large, a rule book has at most {} bytes", path, largest_file));
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

// R1.6: which entries change, and from when.
void print_changes(Environment& environment, RuleBookPreview const& preview, RuleBook const& given) {
    for (int const version : preview.versions) {
        environment.out << environment.say(say("第 {} 版，自 {} 起生效：\n", "version {}, in force from {}:\n", version, format_date(given.version(version)->valid_from)));
        for (auto const& change : preview.changes)
            if (change.version == version) environment.out << fmt::format("  {}: {} → {}{}\n", change.entry, change.before, change.after, change.rule.empty() ? "" : " (" + change.rule + ")");
    }
    if (preview.versions.empty()) environment.out << environment.say(say("文件里没有新的版本\n", "the file holds no new version\n"));
}

[[nodiscard]] Result<Exit> import(Invocation const& call, Environment& environment) {
    auto const path = call.get("file");
    auto const text = TRY(content_of(path));
    bool const dry_run = call.has("dry-run");
    auto const [store, directory] = TRY(open(environment, dry_run ? StoreUse::read : StoreUse::write));
    auto const now = environment.now();
    auto const judge = [&](std::span<RuleBookVersion const> given) { return rule_book_faults(given, directory->rules(), directory->zone().date(now)); };
    auto const given = TRY(read_rule_book_toml(text, std::filesystem::path{path}.filename().string(), judge));
    if (dry_run) {
        print_changes(environment, TRY(preview_rule_book(system_actor(), given, *directory, now)), given);
        return Exit::done;
    }
    auto const done = TRY(write_and_wait(*store, [&](Transaction& transaction) { return import_rule_book(transaction, system_actor(), given, now); }));
    print_changes(environment, done, given);
    if (!done.versions.empty())
        environment.out << environment.say(say("规则手册已导入；正在计时的时限仍按开始时的版本\n", "the rule book is in; clocks that run keep the version they started with\n"));
    return Exit::done;
}

[[nodiscard]] Result<std::vector<RuleBookVersion>> asked_for(Invocation const& call, RuleBook const& rules) {
    if (!call.has("version")) return rules.versions();
    for (auto const& version : rules.versions())
        if (std::to_string(version.version) == call.get("version")) return std::vector{version};
    return refuse_field("--version", "unknown-version", say("没有第 {} 版规则", "there is no version {}", call.get("version")));
}

[[nodiscard]] Result<Exit> export_to(Invocation const& call, Environment& environment) {
    auto const [store, directory] = TRY(open(environment, StoreUse::read));
    auto const text = write_rule_book_toml(TRY(asked_for(call, directory->rules())));
    if (!call.has("out")) {
        environment.out << text;
        return Exit::done;
    }
    std::ofstream out{call.get("out"), std::ios::binary | std::ios::trunc};
    out << text;
    out.close();
    if (!out) return refuse_field("--out", "cannot-write", say("无法写入 {}", "cannot write {}", call.get("out")));
    return Exit::done;
}

}  // namespace

Exit run_rules_import(Invocation const& call, Environment& environment) {
    auto const done = import(call, environment);
    return done ? *done : report(environment, done.error());
}

Exit run_rules_export(Invocation const& call, Environment& environment) {
    auto const done = export_to(call, environment);
    return done ? *done : report(environment, done.error());
}

}  // namespace hearline::cli
