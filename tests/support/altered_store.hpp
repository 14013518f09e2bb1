#pragma once
// A store read through dirty glasses: rows changed or hidden on the way, as if somebody had altered the file.
#include <functional>
#include <memory>

#include "app/ports/store.hpp"

namespace hearline::testing {

class AlteredStore final : public Store {
public:
    explicit AlteredStore(Store& store) : store_{store} {}
    std::function<void(EventRow&)> change_event = [](EventRow&) {};
    std::function<void(ComplaintRow&)> change_row = [](ComplaintRow&) {};
    std::function<bool(ComplaintKey)> hide = [](ComplaintKey) { return false; };

    void submit(WriteJob& job, WriteKind kind) override { store_.submit(job, kind); }
    void read(std::function<void(Snapshot&)> const& f) override {
        store_.read([&](Snapshot& snapshot) {
            View view{snapshot, *this};
            f(view);
        });
    }
    bool reads_are_local() const override { return true; }
    void on_commit(CommitListener) override {}
    StoreHealth health() override { return store_.health(); }

private:
    class View final : public Snapshot {
    public:
        View(Snapshot& real, AlteredStore const& altered) : real_{real}, altered_{altered} {}
        std::optional<ComplaintRow> find(Number number) override { return one(real_.find(number)); }
        std::optional<ComplaintRow> find_external(std::string_view external) override { return one(real_.find_external(external)); }
        std::vector<ComplaintRow> load(std::span<ComplaintKey const> keys) override { return rows(real_.load(keys)); }
        std::vector<EventRow> events(ComplaintKey key, int after, int limit) override { return events(real_.events(key, after, limit)); }
        std::vector<ComplaintKey> search(SearchQuery const& query, ComplaintKey before, int limit) override { return real_.search(query, before, limit); }
        std::vector<ComplaintRow> scan(ComplaintKey after, int limit) override { return rows(real_.scan(after, limit)); }
        std::vector<ComplaintKey> due_until(Instant until, int limit) override { return real_.due_until(until, limit); }
        Changes follow(Position after, int limit) override { return real_.follow(after, limit); }
        std::vector<Position> lanes() override { return real_.lanes(); }
        std::vector<EventRow> events_by_position(Position after, int limit) override { return events(real_.events_by_position(after, limit)); }
        std::vector<AnchorRow> anchors(Position after, int limit) override { return real_.anchors(after, limit); }
        std::vector<AttachmentRow> attachments(ComplaintKey key) override { return real_.attachments(key); }
        std::optional<AttachmentRow> attachment(std::string_view id) override { return real_.attachment(id); }
        std::optional<IdempotencyRow> idempotency(Digest const& key) override { return real_.idempotency(key); }
        std::vector<DocumentRow> documents(std::string_view kind) override { return real_.documents(kind); }
        std::int64_t reference_version() override { return real_.reference_version(); }
        std::vector<UserRow> users() override { return real_.users(); }
        std::vector<TokenRow> tokens() override { return real_.tokens(); }
        std::optional<SessionRow> session(Digest const& digest) override { return real_.session(digest); }
        std::vector<SessionRow> sessions_of(std::string_view user) override { return real_.sessions_of(user); }
        std::vector<KeptRow> kept(std::string_view kind, std::string_view owner) override { return real_.kept(kind, owner); }
        std::vector<std::string> kept_keys(std::string_view kind, std::string_view owner) override { return real_.kept_keys(kind, owner); }
        std::int64_t complaint_count() override { return real_.complaint_count(); }

    private:
        std::optional<ComplaintRow> one(std::optional<ComplaintRow> row) const {
            if (row && altered_.hide(row->key)) return std::nullopt;
            if (row) altered_.change_row(*row);
            return row;
        }
        std::vector<ComplaintRow> rows(std::vector<ComplaintRow> all) const {
            std::erase_if(all, [&](auto const& row) { return altered_.hide(row.key); });
            for (auto& row : all) altered_.change_row(row);
            return all;
        }
        std::vector<EventRow> events(std::vector<EventRow> all) const {
            std::erase_if(all, [&](auto const& event) { return altered_.hide(event.key); });
            for (auto& event : all) altered_.change_event(event);
            return all;
        }
        Snapshot& real_;
        AlteredStore const& altered_;
    };
    Store& store_;
};

}  // namespace hearline::testing
