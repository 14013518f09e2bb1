#pragma once
// A transaction that holds one complaint in memory: the use cases live its whole life here before it is stored at once.
#include "app/ports/store.hpp"

namespace hearline::demo {

class OneComplaint final : public Transaction {
public:
    explicit OneComplaint(Number number) : number_{number} {}

    [[nodiscard]] ComplaintRow const& row() const { return row_; }
    [[nodiscard]] std::vector<EventRow> const& history() const { return events_; }
    [[nodiscard]] std::string const& search_tokens() const { return tokens_; }

    std::optional<ComplaintRow> find(Number number) override { return number == row_.number ? std::optional{row_} : std::nullopt; }
    std::optional<ComplaintRow> find_external(std::string_view) override { return std::nullopt; }
    std::vector<EventRow> events(ComplaintKey key, int after_seq, int limit) override;
    std::optional<ComplaintRow> find_for_update(Number number) override { return find(number); }
    Number next_number(Date) override { return number_; }
    ComplaintKey next_key(Instant) override { return {1}; }
    void insert(ComplaintRow const& row, std::span<EventRow const> events, std::string_view search_tokens) override;
    bool save(ComplaintRow const& row, int expected_version, std::span<EventRow const> events) override;
    void add_search(ComplaintKey, std::string_view, std::string_view tokens_after) override { tokens_ = tokens_after; }
    std::optional<std::string> tokens_at_hand(ComplaintKey) override { return tokens_; }

    // One complaint alone has nothing of the rest.
    std::vector<ComplaintRow> load(std::span<ComplaintKey const>) override { return {row_}; }
    std::vector<ComplaintKey> search(SearchQuery const&, ComplaintKey, int) override { return {}; }
    std::vector<ComplaintRow> scan(ComplaintKey, int) override { return {}; }
    std::vector<ComplaintKey> due_until(Instant, int) override { return {}; }
    Changes follow(Position, int) override { return {}; }
    std::vector<Position> lanes() override { return {}; }
    std::vector<EventRow> events_by_position(Position, int) override { return {}; }
    std::vector<AnchorRow> anchors(Position, int) override { return {}; }
    std::vector<AttachmentRow> attachments(ComplaintKey) override { return {}; }
    std::optional<AttachmentRow> attachment(std::string_view) override { return std::nullopt; }
    std::optional<IdempotencyRow> idempotency(Digest const&) override { return std::nullopt; }
    std::vector<DocumentRow> documents(std::string_view) override { return {}; }
    std::int64_t reference_version() override { return 0; }
    std::vector<UserRow> users() override { return {}; }
    std::vector<TokenRow> tokens() override { return {}; }
    std::optional<SessionRow> session(Digest const&) override { return std::nullopt; }
    std::vector<SessionRow> sessions_of(std::string_view) override { return {}; }
    std::vector<KeptRow> kept(std::string_view, std::string_view) override { return {}; }
    std::vector<std::string> kept_keys(std::string_view, std::string_view) override { return {}; }
    std::int64_t complaint_count() override { return 1; }
    void put_attachment(AttachmentRow const&) override { refuse_write(); }
    void put_idempotency(IdempotencyRow const&) override { refuse_write(); }
    void forget_idempotency_before(Instant) override { refuse_write(); }
    void put_document(DocumentRow const&) override { refuse_write(); }
    void put_user(UserRow const&) override { refuse_write(); }
    void put_token(TokenRow const&) override { refuse_write(); }
    void put_session(SessionRow const&) override { refuse_write(); }
    void drop_session(Digest const&) override { refuse_write(); }
    void drop_sessions_before(Instant) override { refuse_write(); }
    void put_kept(KeptRow const&) override { refuse_write(); }
    void drop_kept(std::string_view, std::string_view, std::string_view) override { refuse_write(); }
    void drop_kept_before(std::string_view, Instant) override { refuse_write(); }

private:
    [[noreturn]] static void refuse_write();
    Number number_;
    ComplaintRow row_;
    std::vector<EventRow> events_;
    std::string tokens_;
};

}  // namespace hearline::demo
