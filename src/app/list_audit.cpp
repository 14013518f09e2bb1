#include "app/list_audit.hpp"

#include <algorithm>
#include <unordered_map>

#include "app/event_rows.hpp"
#include "domain/organisation/permission.hpp"

namespace hearline {

namespace {

Position start_of(int lane) { return {static_cast<std::int64_t>(lane) << 40}; }

/// Up to `limit` rows behind `after`, over the end of a lane into the next.
std::vector<EventRow> rows_behind(Snapshot& snapshot, Position after, int limit) {
    std::vector<EventRow> rows;
    auto lanes = snapshot.lanes();
    std::sort(lanes.begin(), lanes.end());
    for (auto const last : lanes) {
        if (last <= after) continue;
        auto const from = after.lane() == last.lane() ? after : start_of(last.lane());
        for (auto& row : snapshot.events_by_position(from, limit - static_cast<int>(rows.size()))) rows.push_back(std::move(row));
        if (static_cast<int>(rows.size()) >= limit) break;
    }
    return rows;
}

std::unordered_map<std::int64_t, Number> numbers_of(Snapshot& snapshot, std::vector<EventRow> const& rows) {
    std::vector<ComplaintKey> keys;
    keys.reserve(rows.size());
    for (auto const& row : rows) keys.push_back(row.key);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::unordered_map<std::int64_t, Number> numbers;
    for (auto const& row : snapshot.load(keys)) numbers.emplace(row.key.value, row.number);
    return numbers;
}

}  // namespace

Result<AuditPage> list_audit(Snapshot& snapshot, Actor const& actor, std::optional<Position> after, int limit) {
    if (auto allowed = may(actor, Permission::read_audit); !allowed) return tl::make_unexpected(std::move(allowed).error());
    limit = std::clamp(limit, 1, 1000);
    auto rows = rows_behind(snapshot, after.value_or(Position{}), limit + 1);
    bool const more = static_cast<int>(rows.size()) > limit;
    if (more) rows.pop_back();
    auto const numbers = numbers_of(snapshot, rows);
    AuditPage page;
    for (auto const& row : rows) {
        auto const event = event_of(row);
        auto const number = numbers.find(row.key.value);
        page.items.push_back({row.position, number == numbers.end() ? Number{} : number->second, event.seq, event.at, event.actor, event.act, hex(row.digest)});
    }
    if (more) page.next_after = rows.back().position;
    return page;
}

}  // namespace hearline
