#include "storage/memory/writing.hpp"

namespace hearline::memory {
namespace {

template <class Map, class Key>
void refuse_second(Map const& map, Key const& key, char const* what) {
    if (map.contains(key)) throw StorageError{StorageError::What::conflict, std::string{"there is one already: "} + what};
}

}  // namespace

// R3.8
Number MemoryTransaction::next_number(Date day) {
    auto const number = day_number(day);
    auto const at = tables_.day_counters.find(number);
    auto const counter = (at == tables_.day_counters.end() ? 0 : at->second) + 1;
    journal_.put(tables_.day_counters, number, counter);
    return make_number(day, counter);
}

ComplaintKey MemoryTransaction::next_key(Instant registered_at) {
    return tables_.keys.next(registered_at, [&](ComplaintKey first, ComplaintKey last) {
        auto const at = tables_.complaints.upper_bound(last);
        if (at == tables_.complaints.begin()) return ComplaintKey{};
        auto const highest = std::prev(at)->first;
        return highest < first ? ComplaintKey{} : highest;
    });
}

void MemoryTransaction::insert(ComplaintRow const& row, std::span<EventRow const> events, std::string_view search_tokens) {
    refuse_second(tables_.complaints, row.key, "complaint.id");
    refuse_second(tables_.numbers, row.number, "complaint.number");
    if (!row.external.empty()) refuse_second(tables_.externals, row.external, "complaint.external");
    journal_.put(tables_.complaints, row.key, row);
    journal_.put(tables_.numbers, row.number, row.key);
    if (!row.external.empty()) journal_.put(tables_.externals, row.external, row.key);
    if (row.next_due) journal_.insert(tables_.due, {*row.next_due, row.key});
    append(row.key, events);
    if (!search_tokens.empty()) journal_.put(tables_.tokens, row.key, " " + std::string{search_tokens} + " ");
}

bool MemoryTransaction::save(ComplaintRow const& row, int expected_version, std::span<EventRow const> events) {
    auto const at = tables_.complaints.find(row.key);
    if (at == tables_.complaints.end() || at->second.version != expected_version) return false;
    auto const before = at->second;
    if (row.external != before.external) {
        if (!row.external.empty()) refuse_second(tables_.externals, row.external, "complaint.external");
        if (!before.external.empty()) journal_.erase(tables_.externals, tables_.externals.find(before.external));
        if (!row.external.empty()) journal_.put(tables_.externals, row.external, row.key);
    }
    if (before.next_due) journal_.remove(tables_.due, {*before.next_due, row.key});
    if (row.next_due) journal_.insert(tables_.due, {*row.next_due, row.key});
    auto next = row;
    next.number = before.number;
    journal_.put(tables_.complaints, row.key, std::move(next));
    append(row.key, events);
    return true;
}

void MemoryTransaction::append(ComplaintKey key, std::span<EventRow const> events) {
    for (auto const& event : events) {
        refuse_second(tables_.event_of, std::pair{key, event.seq}, "event.complaint, event.seq");
        journal_.set(tables_.last_position, tables_.last_position + 1);
        auto row = event;
        row.key = key;
        row.position = {tables_.last_position};
        if (row.seq == 1) {
            row.salt = {};
            row.text.clear();
            row.personal.clear();
        }
        journal_.put(tables_.event_of, {key, row.seq}, row.position);
        digests_.push_back(row.digest);
        journal_.put(tables_.events, row.position, std::move(row));
    }
    changed_.push_back(key);
}

void MemoryTransaction::add_search(ComplaintKey key, std::string_view, std::string_view tokens_after) {
    journal_.put(tables_.tokens, key, " " + std::string{tokens_after} + " ");
}

void MemoryTransaction::put_attachment(AttachmentRow const& row) {
    refuse_second(tables_.attachments, row.id, "attachment.id");
    journal_.put(tables_.attachments, row.id, row);
}

void MemoryTransaction::put_idempotency(IdempotencyRow const& row) {
    refuse_second(tables_.idempotency, row.key, "idempotency.key");
    journal_.put(tables_.idempotency, row.key, row);
}

void MemoryTransaction::forget_idempotency_before(Instant before) {
    for (auto at = tables_.idempotency.begin(); at != tables_.idempotency.end();) {
        auto const next = std::next(at);
        if (at->second.at < before) journal_.erase(tables_.idempotency, at);
        at = next;
    }
}

void MemoryTransaction::put_document(DocumentRow const& row) {
    journal_.put(tables_.documents, {row.kind, row.code, row.version}, row);
    journal_.set(tables_.reference_version, tables_.reference_version + 1);
}

void MemoryTransaction::put_user(UserRow const& row) {
    journal_.put(tables_.users, row.name, row);
    journal_.set(tables_.reference_version, tables_.reference_version + 1);
}

void MemoryTransaction::put_token(TokenRow const& row) {
    journal_.put(tables_.tokens_of_users, row.digest, row);
    journal_.set(tables_.reference_version, tables_.reference_version + 1);
}

void MemoryTransaction::put_session(SessionRow const& row) { journal_.put(tables_.sessions, row.digest, row); }

void MemoryTransaction::drop_session(Digest const& digest) {
    if (auto const at = tables_.sessions.find(digest); at != tables_.sessions.end()) journal_.erase(tables_.sessions, at);
}

void MemoryTransaction::drop_sessions_before(Instant last_seen) {
    for (auto at = tables_.sessions.begin(); at != tables_.sessions.end();) {
        auto const next = std::next(at);
        if (at->second.last_seen_at < last_seen) journal_.erase(tables_.sessions, at);
        at = next;
    }
}

void MemoryTransaction::put_kept(KeptRow const& row) { journal_.put(tables_.kept, {row.kind, row.owner, row.key}, row); }

void MemoryTransaction::drop_kept(std::string_view kind, std::string_view owner, std::string_view key) {
    if (auto const at = tables_.kept.find({std::string{kind}, std::string{owner}, std::string{key}}); at != tables_.kept.end()) journal_.erase(tables_.kept, at);
}

void MemoryTransaction::drop_kept_before(std::string_view kind, Instant updated) {
    for (auto at = tables_.kept.begin(); at != tables_.kept.end();) {
        auto const next = std::next(at);
        if (at->second.kind == kind && at->second.updated_at < updated) journal_.erase(tables_.kept, at);
        at = next;
    }
}

void MemoryTransaction::roll_back() {
    journal_.roll_back();
    tables_.keys = keys_before_;
    changed_.clear();
    digests_.clear();
}

}  // namespace hearline::memory
