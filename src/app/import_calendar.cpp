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
Instant const end_of_time = instant_ms(std::int64_t{1} << 52);

std::vector<ComplaintKey> with_running_clocks(Store& store) {
    return read_now(store, [](Snapshot& snapshot) { return snapshot.due_until(end_of_time, INT32_MAX); });
}

std::shared_ptr<Directory const> with_years(Directory const& directory, std::vector<CalendarYear> const& years) {
    std::shared_ptr<Directory const> changed;
    for (auto const& year : years) changed = (changed ? *changed : directory).with_calendar(year);
    return changed;
}

Done check_years(std::vector<CalendarYear> const& years) {
    if (!years.empty()) return Done{};
    return refuse_field("/years", "no-calendar", say("日历中没有任何年份", "the calendar holds no year"));
}

// R2.3
Done store_years(Transaction& transaction, ReferenceData const& data, Actor const& actor, Instant now) {
    begin_change(transaction);
    if (TRY(load_reference(transaction, data, actor, now)) == 0) return Done{};
    for (auto const& year : data.calendars) log_change(transaction, actor, {ChangeName::import_calendar, std::to_string(year.year), {}}, now);
    return Done{};
}

template <class F>
void in_parts(std::vector<ComplaintKey> const& keys, F&& f) {
    for (std::size_t at = 0; at < keys.size(); at += complaints_at_once)
        f(std::span{keys}.subspan(at, std::min(complaints_at_once, keys.size() - at)));
}

}  // namespace

// R9.4a
Result<CalendarPreview> preview_calendar(Store& store, Actor const& actor, std::vector<CalendarYear> const& years, Directory const& directory,
                                         Instant now, int limit) {
    TRY(may(actor, Permission::edit_rules));
    TRY(check_years(years));
    auto const changed = with_years(directory, years);
    CalendarPreview preview;
    in_parts(with_running_clocks(store), [&](std::span<ComplaintKey const> part) {
        store.read([&](Snapshot& snapshot) {
            for (auto const& row : snapshot.load(part)) {
                auto const complaint = record_of(row);
                auto const event = decide_recalendar(complaint, {actor, now, changed->keeping(), changed->rules()});
                if (!event) continue;
                ++preview.complaints;
                for (auto const& change : event->clocks) {
                    auto const* clock = complaint.open_clock(change.clock.name);
                    if (clock && static_cast<int>(preview.moved.size()) < limit)
                        preview.moved.push_back(
                            {row.number, clock->name, clock->due_at, change.clock.due_at, clock->provisional, change.clock.provisional});
                }
            }
        });
    });
    return preview;
}

Result<std::int64_t> confirm_calendar(Store& store, Actor const& actor, std::vector<CalendarYear> const& years, DirectoryHolder& directory, Instant now,
                                      RandomSource& random) {
    TRY(may(actor, Permission::edit_rules));
    TRY(check_years(years));
    ReferenceData data;
    data.calendars = years;
    TRY(write_and_wait(store, [&](Transaction& transaction) { return store_years(transaction, data, actor, now); }));
    directory.refresh(store);
    auto const current = directory.get();
    std::int64_t moved = 0;
    std::optional<Error> error;
    in_parts(with_running_clocks(store), [&](std::span<ComplaintKey const> part) {
        if (error) return;
        auto const numbers = read_now(store, [&](Snapshot& snapshot) { return snapshot.load(part); });
        auto const done = write_and_wait(store, [&](Transaction& transaction) -> Result<std::int64_t> {
            std::int64_t here = 0;
            for (auto const& seen : numbers) {
                auto const row = transaction.find_for_update(seen.number);
                if (!row) continue;
                auto const end = history_end(transaction, *row);
                auto event = decide_recalendar(record_of(transaction, *row), {actor, std::max(now, end.at), current->keeping(), current->rules()});
                if (!event) continue;
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

}  // namespace hearline
