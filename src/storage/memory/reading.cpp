#include "storage/memory/reading.hpp"

#include <algorithm>

namespace hearline::memory {
namespace {

template <class Rows>
auto values_of(Rows const& rows) {
    std::vector<typename Rows::mapped_type> all;
    for (auto const& [key, row] : rows) all.push_back(row);
    return all;
}

bool within(std::size_t count, int limit) { return limit > 0 && count < static_cast<std::size_t>(limit); }

bool holds(std::string const& tokens, SearchQuery const& query) {
    for (auto const& token : query.tokens)
        if (tokens.find(" " + token + " ") == std::string::npos) return false;
    return !query.prefix || tokens.find(" " + *query.prefix) != std::string::npos;
}

}  // namespace

// Texts of the first event lie in the complaint.
template <class P>
EventRow Reading<P>::whole(EventRow row) const {
    if (row.seq != 1) return row;
    if (auto const at = tables_.complaints.find(row.key); at != tables_.complaints.end()) {
        row.salt = at->second.salt;
        row.text = at->second.text;
        row.personal = at->second.personal;
    }
    return row;
}

template <class P>
std::optional<ComplaintRow> Reading<P>::find(Number number) {
    auto const at = tables_.numbers.find(number);
    if (at == tables_.numbers.end()) return std::nullopt;
    return tables_.complaints.at(at->second);
}

template <class P>
std::optional<ComplaintRow> Reading<P>::find_external(std::string_view external) {
    auto const at = tables_.externals.find(external);
    if (at == tables_.externals.end()) return std::nullopt;
    return tables_.complaints.at(at->second);
}

template <class P>
std::vector<ComplaintRow> Reading<P>::load(std::span<ComplaintKey const> keys) {
    std::vector<ComplaintRow> rows;
    for (auto const key : keys)
        if (auto const at = tables_.complaints.find(key); at != tables_.complaints.end()) rows.push_back(at->second);
    return rows;
}

template <class P>
std::vector<EventRow> Reading<P>::events(ComplaintKey key, int after_seq, int limit) {
    std::vector<EventRow> rows;
    for (auto at = tables_.event_of.upper_bound({key, after_seq}); at != tables_.event_of.end() && at->first.first == key && within(rows.size(), limit); ++at)
        rows.push_back(whole(tables_.events.at(at->second)));
    return rows;
}

template <class P>
std::vector<ComplaintKey> Reading<P>::search(SearchQuery const& query, ComplaintKey before, int limit) {
    std::vector<ComplaintKey> keys;
    if (query.tokens.empty() && !query.prefix) return keys;
    for (auto at = std::make_reverse_iterator(tables_.tokens.lower_bound(before)); at != tables_.tokens.rend() && within(keys.size(), limit); ++at)
        if (holds(at->second, query)) keys.push_back(at->first);
    return keys;
}

template <class P>
std::vector<ComplaintRow> Reading<P>::scan(ComplaintKey after, int limit) {
    std::vector<ComplaintRow> rows;
    for (auto at = tables_.complaints.upper_bound(after); at != tables_.complaints.end() && within(rows.size(), limit); ++at) rows.push_back(at->second);
    return rows;
}

template <class P>
std::vector<ComplaintKey> Reading<P>::due_until(Instant until, int limit) {
    std::vector<ComplaintKey> keys;
    for (auto at = tables_.due.begin(); at != tables_.due.end() && at->first <= until && within(keys.size(), limit); ++at) keys.push_back(at->second);
    return keys;
}

template <class P>
Snapshot::Changes Reading<P>::follow(Position after, int limit) {
    Snapshot::Changes changes;
    changes.upto = after;
    std::set<ComplaintKey> keys;
    std::size_t read = 0;
    for (auto at = tables_.events.upper_bound(after); at != tables_.events.end() && at->first.lane() == after.lane() && within(read, limit); ++at, ++read) {
        keys.insert(at->second.key);
        changes.upto = at->first;
    }
    changes.more = limit > 0 && read == static_cast<std::size_t>(limit);
    std::vector<ComplaintKey> const ordered{keys.begin(), keys.end()};
    changes.rows = load(ordered);
    return changes;
}

template <class P>
std::vector<Position> Reading<P>::lanes() {
    if (tables_.last_position == 0) return {};
    return {Position{tables_.last_position}};
}

template <class P>
std::vector<EventRow> Reading<P>::events_by_position(Position after, int limit) {
    std::vector<EventRow> rows;
    for (auto at = tables_.events.upper_bound(after); at != tables_.events.end() && at->first.lane() == after.lane() && within(rows.size(), limit); ++at)
        rows.push_back(whole(at->second));
    return rows;
}

template <class P>
std::vector<AnchorRow> Reading<P>::anchors(Position after, int limit) {
    std::vector<AnchorRow> rows;
    for (auto at = tables_.anchors.upper_bound(after); at != tables_.anchors.end() && at->first.lane() == after.lane() && within(rows.size(), limit); ++at)
        rows.push_back(at->second);
    return rows;
}

template <class P>
std::vector<AttachmentRow> Reading<P>::attachments(ComplaintKey key) {
    auto rows = values_of(tables_.attachments);
    std::erase_if(rows, [&](auto const& row) { return row.key != key; });
    std::stable_sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) { return std::tie(a.event_seq, a.at, a.id) < std::tie(b.event_seq, b.at, b.id); });
    return rows;
}

template <class P>
std::optional<AttachmentRow> Reading<P>::attachment(std::string_view id) {
    auto const at = tables_.attachments.find(id);
    if (at == tables_.attachments.end()) return std::nullopt;
    return at->second;
}

template <class P>
std::optional<IdempotencyRow> Reading<P>::idempotency(Digest const& key) {
    auto const at = tables_.idempotency.find(key);
    if (at == tables_.idempotency.end()) return std::nullopt;
    return at->second;
}

template <class P>
std::vector<DocumentRow> Reading<P>::documents(std::string_view kind) {
    auto rows = values_of(tables_.documents);
    std::erase_if(rows, [&](auto const& row) { return row.kind != kind; });
    return rows;
}

template <class P>
std::int64_t Reading<P>::reference_version() { return tables_.reference_version; }

template <class P>
std::vector<UserRow> Reading<P>::users() { return values_of(tables_.users); }

template <class P>
std::vector<TokenRow> Reading<P>::tokens() {
    auto rows = values_of(tables_.tokens_of_users);
    std::stable_sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) { return a.created_at < b.created_at; });
    return rows;
}

template <class P>
std::optional<SessionRow> Reading<P>::session(Digest const& digest) {
    auto const at = tables_.sessions.find(digest);
    if (at == tables_.sessions.end()) return std::nullopt;
    return at->second;
}

template <class P>
std::vector<SessionRow> Reading<P>::sessions_of(std::string_view user) {
    auto rows = values_of(tables_.sessions);
    std::erase_if(rows, [&](auto const& row) { return row.user != user; });
    std::stable_sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) { return a.created_at < b.created_at; });
    return rows;
}

template <class P>
std::vector<KeptRow> Reading<P>::kept(std::string_view kind, std::string_view owner) {
    auto rows = values_of(tables_.kept);
    std::erase_if(rows, [&](auto const& row) { return row.kind != kind || row.owner != owner; });
    return rows;
}

template <class P>
std::vector<std::string> Reading<P>::kept_keys(std::string_view kind, std::string_view owner) {
    std::vector<std::string> keys;
    for (auto const& row : kept(kind, owner)) keys.push_back(row.key);
    return keys;
}

template <class P>
std::int64_t Reading<P>::complaint_count() { return static_cast<std::int64_t>(tables_.complaints.size()); }

template class Reading<Snapshot>;
template class Reading<Transaction>;

}  // namespace hearline::memory
