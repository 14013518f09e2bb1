#pragma once
// All of the port's reading over a Connection: for a snapshot, and for the reading half of a transaction.
#include "app/ports/store.hpp"
#include "storage/sql/connection.hpp"

namespace hearline::sql {

/// Full-text search, which every engine does in its own way.
class TextSearch {
public:
    virtual ~TextSearch() = default;
    /// Keys below `before`, newest first, whose text holds all tokens (and one that begins with the prefix).
    [[nodiscard]] virtual std::vector<ComplaintKey> search(SearchQuery const& query, ComplaintKey before, int limit) = 0;
};

/// `Port` is Snapshot or Transaction.
template <class Port>
class Reading : public Port {
public:
    Reading(Connection& connection, TextSearch& text_search) : connection_{connection}, text_search_{text_search} {}

    std::optional<ComplaintRow> find(Number number) override;
    std::optional<ComplaintRow> find_external(std::string_view external) override;
    std::vector<ComplaintRow> load(std::span<ComplaintKey const> keys) override;
    std::vector<EventRow> events(ComplaintKey key, int after_seq, int limit) override;
    std::vector<ComplaintKey> search(SearchQuery const& query, ComplaintKey before, int limit) override;
    std::vector<ComplaintRow> scan(ComplaintKey after, int limit) override;
    std::vector<ComplaintKey> due_until(Instant until, int limit) override;
    Snapshot::Changes follow(Position after, int limit) override;
    std::vector<Position> lanes() override;
    std::vector<EventRow> events_by_position(Position after, int limit) override;
    std::vector<AnchorRow> anchors(Position after, int limit) override;
    std::vector<AttachmentRow> attachments(ComplaintKey key) override;
    std::optional<AttachmentRow> attachment(std::string_view id) override;
    std::optional<IdempotencyRow> idempotency(Digest const& key) override;
    std::vector<DocumentRow> documents(std::string_view kind) override;
    std::int64_t reference_version() override;
    std::vector<UserRow> users() override;
    std::vector<TokenRow> tokens() override;
    std::optional<SessionRow> session(Digest const& digest) override;
    std::vector<SessionRow> sessions_of(std::string_view user) override;
    std::vector<KeptRow> kept(std::string_view kind, std::string_view owner) override;
    std::vector<std::string> kept_keys(std::string_view kind, std::string_view owner) override;
    std::int64_t complaint_count() override;

protected:
    Connection& connection_;
    TextSearch& text_search_;
};

extern template class Reading<Snapshot>;
extern template class Reading<Transaction>;

using SqlSnapshot = Reading<Snapshot>;

}  // namespace hearline::sql
