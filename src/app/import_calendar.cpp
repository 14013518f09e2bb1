#include "app/import_calendar.hpp"

#include <algorithm>

#include "app/administration_log.hpp"
#include "app/complaint_view.hpp"
#include "app/event_rows.hpp"
#include "app/load_reference.hpp"
#include "domain/complaint/decide.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

constexpr std::size_t complaints_at_once = 200;
constexpr int scanned_at_once = 2000;
constexpr std::size_t most_days_told = 20;
constexpr int most_rounds = 5;

std::shared_ptr<Directory const> with_years(Directory const& directory, std::vector<CalendarYear> const& years) {
    auto changed = std::make_shared<Directory const>(directory);
    for (auto const& year : years) changed = changed->with_calendar(year);
    return changed;
}

Done check_years(std::vector<CalendarYear> const& years) {
    if (!years.empty()) return Done{};
    return refuse_field("/years", "no-calendar", say("日历中没有任何年份", "the calendar holds no year"));
}

Done check_lost(CalendarChange const& change, LostDays lost) {
    if (change.lost.empty() || lost == LostDays::dropped) return Done{};
    auto const list = day_list(change.lost);
    return refuse(ErrorKind::conflict, "days-would-be-lost",
                  say("没有改动：已公布的 {0} 天在这份日历中没有，导入会丢掉它们：{1}。请补全日历，或确认丢弃后再导入",
                      "nothing is changed: {0} announced days are not in this calendar and would be lost: {2}. Complete it, or confirm that they go", change.lost.size(), list.zh, list.en));
}

// R2.3, R9.2: judged by what is stored at this moment, whoever else brought something in meanwhile.
Done store_years(Transaction& transaction, std::vector<CalendarYear> const& years, LostDays lost, Actor const& actor, Instant now) {
    begin_change(transaction);
    auto const change = change_calendars(Directory::load(transaction)->calendars(), years);
    TRY(check_lost(change, lost));
    ReferenceData data;
    data.calendars = change.years;
    if (TRY(load_reference(transaction, data, actor, now)) == 0) return Done{};
    for (auto const& year : data.calendars) log_change(transaction, actor, {ChangeName::import_calendar, std::to_string(year.year), {}}, now);
    return Done{};
}

template <class F>
void in_parts(std::vector<ComplaintKey> const& keys, F&& f) {
    for (std::size_t at = 0; at < keys.size(); at += complaints_at_once)
        f(std::span{keys}.subspan(at, std::min(complaints_at_once, keys.size() - at)));
}

void tell_moves(CalendarPreview& preview, Complaint const& complaint, Event const& event) {
    ++preview.complaints;
    for (auto const& change : event.clocks) {
        auto const* const clock = complaint.open_clock(change.clock.name);
        if (clock == nullptr) continue;
        if (clock->due_at != change.clock.due_at)
            ++preview.dates;
        else
            ++(change.clock.provisional ? preview.unsettled : preview.settled);
        preview.moved.push_back({complaint.number, clock->name, clock->due_at, change.clock.due_at, clock->provisional, change.clock.provisional});
    }
}

/// Moves the open deadlines to the present calendar. Returns the number of complaints changed.
Result<std::int64_t> move_deadlines(Store& store, Actor const& actor, std::vector<ComplaintKey> const& keys, Directory const& current, Instant now, RandomSource& random) {
    std::int64_t moved = 0;
    std::optional<Error> error;
    in_parts(keys, [&](std::span<ComplaintKey const> part) {
        if (error) return;
        auto const seen = read_now(store, [&](Snapshot& snapshot) { return snapshot.load(part); });
        auto const done = write_and_wait(store, [&](Transaction& transaction) -> Result<std::int64_t> {
            std::int64_t here = 0;
            for (auto const& known : seen) {
                auto const row = transaction.find_for_update(known.number);
                if (!row) continue;
                auto const complaint = record_of(transaction, *row);
                if (!decide_recalendar(complaint, {actor, now, current.keeping(), current.rules()})) continue;
                auto const end = history_end(transaction, *row);
                auto event = decide_recalendar(complaint, {actor, time_after(end, row->number, now), current.keeping(), current.rules()});
                TRY(save_events(transaction, *row, end, {std::move(*event)}, random));
                ++here;
            }
            return here;
        });
        if (done)
            moved += *done;
        else
            error = done.error();
    });
    if (error) return tl::make_unexpected(std::move(*error));
    return moved;
}

}  // namespace

OpenComplaints open_complaints(FactTable const& facts, Instant now) {
    return [&facts, now] {
        FactFilter filter;
        FactFilter::Condition open{Dimension::stage, {}};
        for (auto const& stage : CodeTable<Stage>::rows)
            if (stage.value != Stage::closed) open.codes.emplace_back(stage.code);
        filter.where.push_back(std::move(open));
        std::vector<ComplaintKey> keys;
        for (auto const key : facts.keys(filter, now)) keys.push_back({key});
        return keys;
    };
}

OpenComplaints open_complaints(Store& store) {
    return [&store] {
        std::vector<ComplaintKey> keys;
        for (ComplaintKey after{};;) {
            auto const rows = read_now(store, [&](Snapshot& snapshot) { return snapshot.scan(after, scanned_at_once); });
            if (rows.empty()) return keys;
            after = rows.back().key;
            for (auto const& row : rows)
                if (codes_of(row).stage != Stage::closed) keys.push_back(row.key);
        }
    };
}

Text day_list(std::vector<AnnouncedDay> const& days) {
    Text list;
    for (std::size_t i = 0; i < std::min(days.size(), most_days_told); ++i) {
        auto const day = format_date(days[i].day);
        list.zh += fmt::format("{}{} {} {}", i == 0 ? "" : "、", day, days[i].name, days[i].off ? "放假" : "上班");
        list.en += fmt::format("{}{} {} {}", i == 0 ? "" : ", ", day, days[i].name, days[i].off ? "off" : "worked");
    }
    if (days.size() > most_days_told) {
        list.zh += fmt::format("，另有 {} 天", days.size() - most_days_told);
        list.en += fmt::format(", and {} more", days.size() - most_days_told);
    }
    return list;
}

// R9.4a
Result<CalendarPreview> preview_calendar(Store& store, Actor const& actor, std::vector<CalendarYear> const& years, OpenComplaints const& open,
                                         Directory const& directory, Instant now, int limit) {
    TRY(may(actor, Permission::edit_rules));
    TRY(check_years(years));
    CalendarPreview preview;
    preview.change = change_calendars(directory.calendars(), years);
    auto const changed = with_years(directory, preview.change.years);
    in_parts(open(), [&](std::span<ComplaintKey const> part) {
        store.read([&](Snapshot& snapshot) {
            for (auto const& row : snapshot.load(part)) {
                auto const complaint = record_of(row);
                if (auto const event = decide_recalendar(complaint, {actor, now, changed->keeping(), changed->rules()})) tell_moves(preview, complaint, *event);
            }
        });
    });
    auto& moved = preview.moved;
    std::stable_sort(moved.begin(), moved.end(), [](MovedDeadline const& a, MovedDeadline const& b) { return a.before < b.before; });
    if (static_cast<int>(moved.size()) > limit) moved.resize(static_cast<std::size_t>(limit));
    return preview;
}

Result<std::int64_t> confirm_calendar(Store& store, Actor const& actor, std::vector<CalendarYear> const& years, LostDays lost, OpenComplaints const& open,
                                      DirectoryHolder& directory, Instant now, RandomSource& random) {
    TRY(may(actor, Permission::edit_rules));
    TRY(check_years(years));
    TRY(write_and_wait(store, [&](Transaction& transaction) { return store_years(transaction, years, lost, actor, now); }));
    directory.refresh(store);
    auto const current = directory.get();
    // Again until nothing moves: an act that was on its way may have been judged by the calendar of before.
    std::int64_t moved = 0;
    for (int round = 0; round < most_rounds; ++round) {
        auto const now_moved = TRY(move_deadlines(store, actor, open(), *current, now, random));
        moved += now_moved;
        if (now_moved == 0) break;
    }
    return moved;
}

}  // namespace hearline
