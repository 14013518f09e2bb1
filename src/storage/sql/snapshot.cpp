#include "storage/sql/snapshot.hpp"

#include "storage/sql/attachment_rows.hpp"
#include "storage/sql/complaint_rows.hpp"
#include "storage/sql/document_rows.hpp"
#include "storage/sql/event_rows.hpp"
#include "storage/sql/idempotency_rows.hpp"
#include "storage/sql/kept_rows.hpp"
#include "storage/sql/person_rows.hpp"

namespace hearline::sql {

template <class P>
std::optional<ComplaintRow> Reading<P>::find(Number number) { return find_complaint(connection_, number); }
template <class P>
std::optional<ComplaintRow> Reading<P>::find_external(std::string_view external) { return find_complaint_external(connection_, external); }
template <class P>
std::vector<ComplaintRow> Reading<P>::load(std::span<ComplaintKey const> keys) { return load_complaints(connection_, keys); }
template <class P>
std::vector<EventRow> Reading<P>::events(ComplaintKey key, int after_seq, int limit) { return read_events(connection_, key, after_seq, limit); }
template <class P>
std::vector<ComplaintKey> Reading<P>::search(SearchQuery const& query, ComplaintKey before, int limit) {
    if ((query.tokens.empty() && !query.prefix) || limit <= 0) return {};
    return text_search_.search(query, before, limit);
}
template <class P>
std::vector<ComplaintRow> Reading<P>::scan(ComplaintKey after, int limit) { return scan_complaints(connection_, after, limit); }
template <class P>
std::vector<ComplaintKey> Reading<P>::due_until(Instant until, int limit) { return complaints_due_until(connection_, until, limit); }
template <class P>
Snapshot::Changes Reading<P>::follow(Position after, int limit) { return follow_events(connection_, after, limit); }
template <class P>
std::vector<Position> Reading<P>::lanes() { return read_lanes(connection_); }
template <class P>
std::vector<EventRow> Reading<P>::events_by_position(Position after, int limit) { return sql::events_by_position(connection_, after, limit); }
template <class P>
std::vector<AnchorRow> Reading<P>::anchors(Position after, int limit) { return read_anchors(connection_, after, limit); }
template <class P>
std::vector<AttachmentRow> Reading<P>::attachments(ComplaintKey key) { return read_attachments(connection_, key); }
template <class P>
std::optional<AttachmentRow> Reading<P>::attachment(std::string_view id) { return find_attachment(connection_, id); }
template <class P>
std::optional<IdempotencyRow> Reading<P>::idempotency(Digest const& key) { return find_idempotency(connection_, key); }
template <class P>
std::vector<DocumentRow> Reading<P>::documents(std::string_view kind) { return read_documents(connection_, kind); }
template <class P>
std::int64_t Reading<P>::reference_version() { return sql::reference_version(connection_); }
template <class P>
std::vector<UserRow> Reading<P>::users() { return read_users(connection_); }
template <class P>
std::vector<TokenRow> Reading<P>::tokens() { return read_tokens(connection_); }
template <class P>
std::optional<SessionRow> Reading<P>::session(Digest const& digest) { return find_session(connection_, digest); }
template <class P>
std::vector<SessionRow> Reading<P>::sessions_of(std::string_view user) { return sql::sessions_of(connection_, user); }
template <class P>
std::vector<KeptRow> Reading<P>::kept(std::string_view kind, std::string_view owner) { return read_kept(connection_, kind, owner); }
template <class P>
std::vector<std::string> Reading<P>::kept_keys(std::string_view kind, std::string_view owner) { return read_kept_keys(connection_, kind, owner); }
template <class P>
std::int64_t Reading<P>::complaint_count() { return count_complaints(connection_); }

template class Reading<Snapshot>;
template class Reading<Transaction>;

}  // namespace hearline::sql
