#pragma once
// All of the port's writing over the tables in memory; every change goes through the journal.
#include "storage/memory/reading.hpp"

namespace hearline::memory {

class MemoryTransaction final : public Reading<Transaction> {
public:
    explicit MemoryTransaction(Tables& tables) : Reading<Transaction>{tables} {}

    Number next_number(Date day) override;
    ComplaintKey next_key(Instant registered_at) override;
    void insert(ComplaintRow const& row, std::span<EventRow const> events, std::string_view search_tokens) override;
    bool save(ComplaintRow const& row, int expected_version, std::span<EventRow const> events) override;
    void add_search(ComplaintKey key, std::string_view tokens_before, std::string_view tokens_after) override;
    std::optional<ComplaintRow> find_for_update(Number number) override { return find(number); }
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

    void roll_back();
    /// The complaints changed, and the digests of the events written, in order.
    [[nodiscard]] std::vector<ComplaintKey> const& changed() const { return changed_; }
    [[nodiscard]] std::vector<Digest> const& digests() const { return digests_; }

private:
    void append(ComplaintKey key, std::span<EventRow const> events);

    Journal journal_;
    KeyMaker keys_before_{tables_.keys};
    std::vector<ComplaintKey> changed_;
    std::vector<Digest> digests_;
};

}  // namespace hearline::memory
