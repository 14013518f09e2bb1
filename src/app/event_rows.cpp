#include "app/event_rows.hpp"

#include "app/ports/operation_log.hpp"
#include "app/search_text.hpp"
#include "domain/complaint/apply.hpp"

namespace hearline {

namespace {

constexpr int whole_history = 1'000'000;

EventRow row_of(ComplaintKey key, SealedEvent&& sealed) {
    EventRow row;
    row.key = key;
    row.seq = sealed.seq;
    row.body = std::move(sealed.body);
    row.digest = sealed.digest;
    row.salt = sealed.salt;
    row.text = std::move(sealed.text);
    row.personal = std::move(sealed.personal);
    return row;
}

}  // namespace

SealedEvent sealed_of(EventRow const& row) { return {row.seq, row.body, row.digest, row.salt, row.text, row.personal}; }

Event event_of(EventRow const& row) {
    auto event = unseal(sealed_of(row));
    if (!event) throw StorageError{StorageError::What::corrupt, fmt::format("event {} of {}: {}", row.seq, row.key.value, event.error().detail.en)};
    return std::move(*event);
}

std::string opening_tokens(Number number, Event const& event, std::optional<LookupKey> const& key) {
    Complaint first;
    apply(first, event);
    auto const& text = event.texts.text;
    auto tokens = number_token(number) + ' ' + registration_tokens(text.get("subject"), text.get("content"), text.get(where_key), first.place);
    append_tokens(tokens, person_tokens(key, first.complainant));
    return event.act == ActName::import_ ? joined_tokens(tokens, event_tokens(event.texts)) : tokens;
}

std::string indexed_tokens(Snapshot& snapshot, ComplaintRow const& row) {
    std::string tokens;
    for (auto const& event_row : snapshot.events(row.key, 0, whole_history)) {
        auto const event = event_of(event_row);
        if (event.seq == 1)
            tokens = opening_tokens(row.number, event, lookup_key(snapshot));
        else if (auto more = event_tokens(event.texts); !more.empty())
            tokens = joined_tokens(tokens, more);
    }
    return tokens;
}

// R10.4: digest, chain and texts of every event.
StoredHistory read_history(Snapshot& snapshot, ComplaintKey key, std::function<void(int seq, Text const& what)> const& fault) {
    StoredHistory history;
    Digest previous{};
    auto const spoilt = [&](int seq, Text const& what) {
        history.whole = false;
        if (fault) fault(seq, what);
    };
    for (auto const& row : snapshot.events(key, 0, whole_history)) {
        ++history.stored;
        auto const sealed = sealed_of(row);
        auto const right = check_seal(sealed, previous);
        if (!right) spoilt(row.seq, right.error().detail);
        previous = row.digest;
        if (auto event = unseal(sealed)) history.events.push_back(std::move(*event));
        else if (right) spoilt(row.seq, event.error().detail);
    }
    return history;
}

namespace {

/// The record after one more event. Behind an `undo` it is that of all events but the one undone.
Result<Complaint> after(Snapshot& snapshot, ComplaintKey key, Complaint complaint, Event const& event) {
    if (event.act != ActName::undo) {
        apply(complaint, event);
        return complaint;
    }
    std::vector<Event> events;
    for (auto const& row : snapshot.events(key, 0, whole_history)) events.push_back(event_of(row));
    events.push_back(event);
    return replay(events);
}

}  // namespace

HistoryEnd history_end(Snapshot& snapshot, ComplaintRow const& row) {
    auto const last = snapshot.events(row.key, row.version - 1, 1);
    if (last.empty()) throw StorageError{StorageError::What::corrupt, fmt::format("{}: event {} is missing", format_number(row.number), row.version)};
    return {last.front().digest, event_of(last.front()).at};
}

Instant time_after(HistoryEnd const& end, Number number, Instant now) {
    if (end.at <= now) return now;
    log_warning(fmt::format("{}: the clock was set back: {} ms behind the last event, whose time the next one takes", format_number(number), (end.at - now).count()));
    return end.at;
}

Result<Complaint> save_events(Transaction& transaction, ComplaintRow row, HistoryEnd const& end, std::vector<Event> const& events, RandomSource& random) {
    auto complaint = record_of(transaction, row);
    int const version = row.version;
    Digest previous = end.digest;
    std::vector<EventRow> rows;
    std::string more;
    for (auto const& event : events) {
        complaint = TRY(after(transaction, row.key, std::move(complaint), event));
        Salt salt{};
        if (!event.texts.text.empty() || !event.texts.personal.empty()) random.fill(salt);
        auto sealed = seal(event, previous, salt);
        previous = sealed.digest;
        rows.push_back(row_of(row.key, std::move(sealed)));
        if (auto tokens = event_tokens(event.texts); !tokens.empty()) more = joined_tokens(more, tokens);
    }
    std::string before;
    if (!more.empty()) {
        auto at_hand = transaction.tokens_at_hand(row.key);
        before = at_hand ? std::move(*at_hand) : indexed_tokens(transaction, row);
    }
    row.version = complaint.version;
    row.next_due = complaint.next_due();
    row.record = encode_record(complaint);
    row.result = complaint.result;
    if (!transaction.save(row, version, rows))
        return refuse(ErrorKind::stale, "changed-meanwhile", say("这件投诉刚刚被别人改动，请刷新后再办理", "somebody changed this complaint just now; read it again first"));
    if (!more.empty())
        if (auto after = joined_tokens(before, more); after != before) transaction.add_search(row.key, before, after);
    return complaint;
}

}  // namespace hearline
