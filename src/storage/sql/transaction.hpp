#pragma once
// All of the port's writing over a Connection, and the hooks for what the engines do each in their own way.
#include "storage/sql/snapshot.hpp"

namespace hearline::sql {

/// What an engine adds to one write.
class WriteSide : public TextSearch {
public:
    /// The next counter of that day; taken back when the write is rolled back.
    [[nodiscard]] virtual std::int64_t next_counter(Date day) = 0;
    [[nodiscard]] virtual ComplaintKey next_key(Instant registered_at) = 0;
    /// The first of `count` positions that follow one another in the write's lane.
    [[nodiscard]] virtual Position next_positions(int count) = 0;
    /// The complaint's row, locked where the engine has row locks.
    [[nodiscard]] virtual std::optional<ComplaintRow> find_for_update(Number number) = 0;
    /// Makes the complaint findable by `tokens` (space-separated).
    virtual void index(ComplaintKey key, std::string_view tokens) = 0;
    virtual void reindex(ComplaintKey key, std::string_view tokens_before, std::string_view tokens_after) = 0;
    /// This row, and these events (with their positions), were written: for the commit listener and the anchor.
    virtual void wrote(ComplaintRow const& row, std::span<EventRow const> events, Position first) = 0;
};

class SqlTransaction final : public Reading<Transaction> {
public:
    SqlTransaction(Connection& connection, WriteSide& side) : Reading<Transaction>{connection, side}, side_{side} {}

    Number next_number(Date day) override;
    ComplaintKey next_key(Instant registered_at) override;
    void insert(ComplaintRow const& row, std::span<EventRow const> events, std::string_view search_tokens) override;
    bool save(ComplaintRow const& row, int expected_version, std::span<EventRow const> events) override;
    void add_search(ComplaintKey key, std::string_view tokens_before, std::string_view tokens_after) override;
    std::optional<ComplaintRow> find_for_update(Number number) override;
    void put_attachment(AttachmentRow const& row) override;
    void put_idempotency(IdempotencyRow const& row) override;
    void forget_idempotency_before(Instant at) override;
    void put_document(DocumentRow const& row) override;
    void put_user(UserRow const& row) override;
    void put_token(TokenRow const& row) override;
    void put_session(SessionRow const& row) override;
    void drop_session(Digest const& digest) override;
    void drop_sessions_before(Instant last_seen) override;
    void put_kept(KeptRow const& row) override;
    void drop_kept(std::string_view kind, std::string_view owner, std::string_view key) override;
    void drop_kept_before(std::string_view kind, Instant updated) override;

private:
    void append(ComplaintRow const& row, std::span<EventRow const> events);

    WriteSide& side_;
};

}  // namespace hearline::sql
