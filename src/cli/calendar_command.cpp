// hearline calendar import FILE [--dry-run] [--drop-days]
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

[[nodiscard]] std::string joined(std::vector<std::string> const& names) { return fmt::to_string(fmt::join(names, "、")); }

// R9.2: what the file says of each year, and whether the year is announced by it.
void print_years(Environment& environment, std::vector<CalendarYear> const& years, CalendarChange const& change) {
    for (auto const& year : years) {
        auto const off = std::count_if(year.days.begin(), year.days.end(), [](auto const& day) { return day.off; });
        environment.out << environment.say(say("{} 年：放假 {} 天，调休上班 {} 天\n", "{}: {} days off, {} make-up working days\n", year.year, off,
                                               static_cast<std::ptrdiff_t>(year.days.size()) - off));
        auto const missing = joined(missing_festivals(year));
        if (std::find(change.unannounced.begin(), change.unannounced.end(), year.year) != change.unannounced.end())
            environment.out << environment.say(say("  只有个别日子（没有 {}）：{} 年仍算未公布，时限仍为暂定\n",
                                                   "  single days only (without {}): {} stays unannounced and its deadlines provisional\n", missing, year.year));
        else if (year.partial)
            environment.out << environment.say(say("  只改文件中的日子，该年其他日子不变\n", "  only the days of the file change, the year's other days stay\n"));
        else if (!missing.empty())
            environment.out << environment.say(say("  请核对：全年安排中没有 {}\n", "  check it: the year's announcement lacks {}\n", missing));
    }
}

void print_days(Environment& environment, CalendarChange const& change) {
    if (!change.altered.empty()) {
        auto const list = day_list(change.altered);
        environment.out << environment.say(say("改变的日子：{0}\n", "days that change: {1}\n", list.zh, list.en));
    }
    if (!change.lost.empty()) {
        auto const list = day_list(change.lost);
        environment.out << environment.say(say("将丢掉已公布的 {0} 天：{1}\n", "{0} announced days would be lost: {2}\n", change.lost.size(), list.zh, list.en));
    }
}

// R9.4a: every deadline that moves, old against new, before it is confirmed.
void print_preview(Environment& environment, CalendarPreview const& preview, Zone const& zone) {
    auto const mark = [&](bool provisional) { return provisional ? environment.say(say("（暂定）", " (provisional)")) : std::string{}; };
    for (auto const& moved : preview.moved) {
        auto const& clock = names_of(moved.clock);
        auto const name = environment.language == Language::zh ? clock.zh : clock.en;
        auto const before = zone.rfc3339(moved.before);
        if (moved.before != moved.after)
            environment.out << fmt::format("{} {} {} → {}{}\n", format_number(moved.number), name, before, zone.rfc3339(moved.after), mark(moved.is_provisional));
        else if (moved.is_provisional)
            environment.out << environment.say(say("{} {} {}：日期不变，改为暂定\n", "{} {} {}: the same date, provisional now\n", format_number(moved.number), name, before));
        else
            environment.out << environment.say(say("{} {} {}：日期不变，不再暂定\n", "{} {} {}: the same date, no longer provisional\n", format_number(moved.number), name, before));
    }
    auto const listed = static_cast<std::int64_t>(preview.moved.size()), all = preview.dates + preview.settled + preview.unsettled;
    if (listed < all) environment.out << environment.say(say("……另有 {} 个时限\n", "… and {} more\n", all - listed));
    environment.out << environment.say(say("{} 件投诉的时限有变动：{} 个时限的日期移动，{} 个只是不再暂定\n", "the deadlines of {} complaints move: {} dates move, {} only stop being provisional\n",
                                           preview.complaints, preview.dates, preview.settled));
    if (preview.unsettled > 0) environment.out << environment.say(say("{} 个时限日期不变，改为暂定\n", "{} keep their date and become provisional\n", preview.unsettled));
}

[[nodiscard]] bool is_confirmed(Environment& environment, bool lose) {
    environment.err << environment.say(lose ? say("确认修改并丢弃上述日子？[y/N] ", "Change them, and let those days go? [y/N] ") : say("确认修改？[y/N] ", "Change them? [y/N] ")) << std::flush;
    std::string answer;
    std::getline(environment.in, answer);
    return answer == "y" || answer == "Y" || answer == "yes" || answer == "是";
}

/// Days are dropped when the option says so, or whoever sits at the terminal.
[[nodiscard]] Result<LostDays> ask(Invocation const& call, Environment& environment, CalendarPreview const& preview) {
    bool const lose = !preview.change.lost.empty();
    if (lose && !call.has("drop-days") && !environment.on_terminal) {
        auto const list = day_list(preview.change.lost);
        return refuse(ErrorKind::conflict, "days-would-be-lost",
                      say("没有改动：已公布的 {0} 天在这份日历中没有：{1}。请补全文件，或加 --drop-days 确认丢弃",
                          "nothing is changed: {0} announced days are not in this calendar: {2}. Complete the file, or confirm with --drop-days", preview.change.lost.size(), list.zh, list.en));
    }
    bool const asks = environment.on_terminal && (preview.complaints > 0 || (lose && !call.has("drop-days")));
    if (asks && !is_confirmed(environment, lose)) return refuse(ErrorKind::conflict, "not-confirmed", say("未确认，没有改动", "not confirmed, nothing is changed"));
    return lose ? LostDays::dropped : LostDays::kept;
}

[[nodiscard]] Result<Exit> import(Invocation const& call, Environment& environment) {
    std::string const path = call.get("file");
    std::string const content = TRY(file_content(path));
    auto const years = TRY(read_calendar(content, std::filesystem::path{path}.filename().string()));
    bool const dry_run = call.has("dry-run");
    auto const [store, first] = TRY(open(environment, dry_run ? StoreUse::read : StoreUse::write));
    DirectoryHolder directory{first};
    auto const now = environment.now();
    auto const complaints = open_complaints(*store);
    auto const preview = TRY(preview_calendar(*store, system_actor(), years, complaints, *directory.get(), now));
    print_years(environment, years, preview.change);
    print_days(environment, preview.change);
    print_preview(environment, preview, directory.get()->zone());
    if (dry_run) return Exit::done;
    auto const lost = TRY(ask(call, environment, preview));
    auto const changed = TRY(confirm_calendar(*store, system_actor(), years, lost, complaints, directory, now, system_random()));
    environment.out << environment.say(say("日历已导入，{} 件投诉的时限已更新\n", "the calendar is in, the deadlines of {} complaints are updated\n", changed));
    return Exit::done;
}

}  // namespace

Exit run_calendar_import(Invocation const& call, Environment& environment) {
    auto const done = import(call, environment);
    return done ? *done : report(environment, done.error());
}

}  // namespace hearline::cli
