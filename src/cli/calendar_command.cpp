// hearline calendar import FILE [--dry-run]
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <istream>
#include <ostream>

#include "app/import_calendar.hpp"
#include "base/digest.hpp"
#include "channel/calendar_file/read_calendar.hpp"
#include "cli/commands.hpp"
#include "cli/opened_store.hpp"

namespace hearline::cli {
namespace {

constexpr std::uintmax_t largest_file = 4 << 20;

[[nodiscard]] Result<std::string> file_content(std::string const& path) {
    std::error_code error;
    auto const size = std::filesystem::file_size(path, error);
    if (error) return refuse(ErrorKind::not_found, "no-file", say("无法读取文件 {}：{}", "cannot read the file {}: {}", path, error.message()));
    if (size > largest_file)
        return refuse(ErrorKind::too_large, "too-large", say("{} 太大，日历文件不超过 {} 字节", "{} is too large, a calendar has at most {} bytes", path, largest_file));
    std::ifstream in{path, std::ios::binary};
    std::string content{std::istreambuf_iterator<char>{in}, {}};
    if (!in.good() && !in.eof()) return refuse(ErrorKind::not_found, "no-file", say("无法读取文件 {}", "cannot read the file {}", path));
    return content;
}

void print_years(Environment& environment, std::vector<CalendarYear> const& years) {
    for (auto const& year : years) {
        auto const off = std::count_if(year.days.begin(), year.days.end(), [](auto const& day) { return day.off; });
        environment.out << environment.say(say("{} 年：放假 {} 天，调休上班 {} 天\n", "{}: {} days off, {} make-up working days\n", year.year, off,
                                               static_cast<std::ptrdiff_t>(year.days.size()) - off));
    }
}

// R9.4a: every deadline that moves, old against new, before it is confirmed.
void print_preview(Environment& environment, CalendarPreview const& preview, Zone const& zone) {
    for (auto const& moved : preview.moved) {
        auto const& clock = names_of(moved.clock);
        environment.out << fmt::format("{} {} {} → {}{}\n", format_number(moved.number), environment.language == Language::zh ? clock.zh : clock.en,
                                       zone.rfc3339(moved.before), zone.rfc3339(moved.after),
                                       moved.is_provisional ? environment.say(say("（暂定）", " (provisional)")) : "");
    }
    environment.out << environment.say(say("{} 件投诉的时限有变动\n", "the deadlines of {} complaints move\n", preview.complaints));
}

[[nodiscard]] bool is_confirmed(Environment& environment) {
    environment.err << environment.say(say("确认修改？[y/N] ", "Change them? [y/N] ")) << std::flush;
    std::string answer;
    std::getline(environment.in, answer);
    return answer == "y" || answer == "Y" || answer == "yes" || answer == "是";
}

[[nodiscard]] Result<Exit> import(Invocation const& call, Environment& environment) {
    std::string const path = call.get("file");
    std::string const content = TRY(file_content(path));
    auto const years = TRY(read_calendar(content, std::filesystem::path{path}.filename().string()));
    print_years(environment, years);
    bool const dry_run = call.has("dry-run");
    auto const [store, first] = TRY(open(environment, dry_run ? StoreUse::read : StoreUse::write));
    DirectoryHolder directory{first};
    auto const now = environment.now();
    auto const preview = TRY(preview_calendar(*store, system_actor(), years, *directory.get(), now));
    print_preview(environment, preview, directory.get()->zone());
    if (dry_run) return Exit::done;
    if (preview.complaints > 0 && environment.on_terminal && !is_confirmed(environment))
        return refuse(ErrorKind::conflict, "not-confirmed", say("未确认，没有改动", "not confirmed, nothing is changed"));
    auto const changed = TRY(confirm_calendar(*store, system_actor(), years, directory, now, system_random()));
    environment.out << environment.say(say("日历已导入，{} 件投诉的时限已更新\n", "the calendar is in, the deadlines of {} complaints are updated\n", changed));
    return Exit::done;
}

}  // namespace

Exit run_calendar_import(Invocation const& call, Environment& environment) {
    auto const done = import(call, environment);
    return done ? *done : report(environment, done.error());
}

}  // namespace hearline::cli
