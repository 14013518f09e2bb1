#include "storage/sql/transaction.hpp"

#include "storage/sql/attachment_rows.hpp"
#include "storage/sql/complaint_rows.hpp"
#include "storage/sql/document_rows.hpp"
#include "storage/sql/event_rows.hpp"
#include "storage/sql/idempotency_rows.hpp"
#include "storage/sql/kept_rows.hpp"
#include "storage/sql/person_rows.hpp"

namespace hearline::sql {

// R3.8
Number SqlTransaction::next_number(Date day) { return make_number(day, side_.next_counter(day)); }

ComplaintKey SqlTransaction::next_key(Instant registered_at) { return side_.next_key(registered_at); }

void SqlTransaction::insert(ComplaintRow const& row, std::span<EventRow const> events, std::string_view search_tokens) {
    insert_complaint(connection_, row);
    append(row, events);
    if (!search_tokens.empty()) side_.index(row.key, search_tokens);
}

bool SqlTransaction::save(ComplaintRow const& row, int expected_version, std::span<EventRow const> events) {
    if (!update_complaint(connection_, row, expected_version)) return false;
    append(row, events);
    return true;
}

void SqlTransaction::append(ComplaintRow const& row, std::span<EventRow const> events) {
    Position first;
    if (!events.empty()) {
        first = side_.next_positions(static_cast<int>(events.size()));
        auto position = first;
        for (auto const& event : events) {
            insert_event(connection_, event, row.key, position);
            ++position.value;
        }
    }
    side_.wrote(row, events, first);
}

void SqlTransaction::add_search(ComplaintKey key, std::string_view tokens_before, std::string_view tokens_after) {
    side_.reindex(key, tokens_before, tokens_after);
}

std::optional<ComplaintRow> SqlTransaction::find_for_update(Number number) { return side_.find_for_update(number); }
void SqlTransaction::put_attachment(AttachmentRow const& row) { insert_attachment(connection_, row); }
void SqlTransaction::put_idempotency(IdempotencyRow const& row) { insert_idempotency(connection_, row); }
void SqlTransaction::forget_idempotency_before(Instant at) { delete_idempotency_before(connection_, at); }
void SqlTransaction::put_document(DocumentRow const& row) { sql::put_document(connection_, row); }
void SqlTransaction::put_user(UserRow const& row) { sql::put_user(connection_, row); }
void SqlTransaction::put_token(TokenRow const& row) { sql::put_token(connection_, row); }
void SqlTransaction::put_session(SessionRow const& row) { sql::put_session(connection_, row); }
void SqlTransaction::drop_session(Digest const& digest) { delete_session(connection_, digest); }
void SqlTransaction::drop_sessions_before(Instant last_seen) { delete_sessions_before(connection_, last_seen); }
void SqlTransaction::put_kept(KeptRow const& row) { sql::put_kept(connection_, row); }
void SqlTransaction::drop_kept(std::string_view kind, std::string_view owner, std::string_view key) { delete_kept(connection_, kind, owner, key); }
void SqlTransaction::drop_kept_before(std::string_view kind, Instant updated) { delete_kept_before(connection_, kind, updated); }

}  // namespace hearline::sql
