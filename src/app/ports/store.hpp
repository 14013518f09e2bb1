#pragma once
// The store as use cases see it: rows of strings and numbers, read through a Snapshot and written through a Transaction.
// What the strings mean is the domain's business (seal/unseal, encode_record/decode_record); how they lie on disk the adapter's.
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/code.hpp"
#include "base/digest.hpp"
#include "base/time.hpp"
#include "domain/complaint/number.hpp"

namespace hearline {

/// Key of a complaint: (registered_at in ms since 2000) << 22 | node << 12 | counter. Ordering by key is ordering by registered_at, then key.
struct ComplaintKey {
    std::int64_t value = 0;
    auto operator<=>(ComplaintKey const&) const = default;
};

/// Commit position of an event: lane << 40 | running number of that lane. Within a lane positions are committed in order, without gaps.
struct Position {
    std::int64_t value = 0;
    auto operator<=>(Position const&) const = default;
    [[nodiscard]] int lane() const { return static_cast<int>(value >> 40); }
};

struct ComplaintRow {
    ComplaintKey key;
    Number number;
    int version = 0;
    std::optional<Instant> next_due;  ///< earliest running clock; nothing when none runs
    std::string record;               ///< encode_record
    Salt salt{};                      ///< of the registration's texts
    std::string text, personal;       ///< the registration's texts (canonical Fields), erasable
    std::string result;               ///< text of the last result, erasable
    std::string external;             ///< "channel:external_id" or ""; unique when not ""
    std::string tracking;             ///< digest (hex) of the passenger's tracking code, or ""
};

/// One event. For seq 1 `salt`, `text` and `personal` lie in the complaint's row (said once); adapters put them back in here on reading.
struct EventRow {
    ComplaintKey key;
    int seq = 0;
    std::string body;
    Digest digest{};
    Salt salt{};
    std::string text, personal;
    Position position;  ///< given by the adapter
};

struct AttachmentRow {
    std::string id;  ///< random, 16 characters; in addresses
    ComplaintKey key;
    int event_seq = 0;
    std::string digest_hex;  ///< SHA-256 of the content; the file's name in the attachment folder
    std::string name, media_type;
    std::int64_t size = 0;
    Instant at;
};

/// A reply kept for a replayed Idempotency-Key.
struct IdempotencyRow {
    Digest key{};   ///< digest of actor, method, path and key
    Digest body{};  ///< digest of the request body
    int status = 0;
    std::string response;
    Instant at;
};

/// Versioned reference data (units, types, causes, network, calendars, rule book, settings): whole documents by kind and code.
struct DocumentRow {
    std::string kind, code;
    int version = 1;
    int valid_from_day = 0;  ///< days since 1970
    std::string body;
    Instant changed_at;
    std::string changed_by;
};

struct UserRow {
    std::string name, role, unit, display_name;
    std::string password_hash;  ///< Argon2id encoded string, or ""
    bool must_change = false, disabled = false;
    Instant changed_at;
};
struct TokenRow {
    Digest digest{};
    std::string user, label;
    Instant created_at;
    std::optional<Instant> expires_at, revoked_at;
};
struct SessionRow {
    Digest digest{};
    std::string user, csrf, peer, agent;
    Instant created_at, last_seen_at;
};

/// What a person keeps for the pages, or a unit for its people.
struct KeptRow {
    std::string kind, owner, key;  ///< `owner`: a login name, or the code of a unit, by kind
    std::string body;              ///< JSON
    Instant updated_at;
};

/// A block of events sealed together at one commit: digest over the block before and the digests of the events (by position).
struct AnchorRow {
    Position upto;
    Digest digest{};
};

/// What full-text search asks: the bigram tokens that must all occur. Hits are candidates; the use case verifies them against the text.
struct SearchQuery {
    std::vector<std::string> tokens;         ///< whole tokens (two characters, or a word of letters/digits)
    std::optional<std::string> prefix;       ///< one-character query: tokens that begin so
};

/// A consistent view for the length of one read.
class Snapshot {
public:
    virtual ~Snapshot() = default;
    [[nodiscard]] virtual std::optional<ComplaintRow> find(Number number) = 0;
    [[nodiscard]] virtual std::optional<ComplaintRow> find_external(std::string_view external) = 0;
    /// In the order asked; keys without a row are left out.
    [[nodiscard]] virtual std::vector<ComplaintRow> load(std::span<ComplaintKey const> keys) = 0;
    /// Ascending by sequence, after `after_seq`.
    [[nodiscard]] virtual std::vector<EventRow> events(ComplaintKey key, int after_seq, int limit) = 0;
    /// Keys below `before`, newest first, whose text holds all tokens.
    [[nodiscard]] virtual std::vector<ComplaintKey> search(SearchQuery const& query, ComplaintKey before, int limit) = 0;
    /// Rows in key order after `after` (for export, rebuild, verify).
    [[nodiscard]] virtual std::vector<ComplaintRow> scan(ComplaintKey after, int limit) = 0;
    /// Keys of complaints with a running clock due up to `until`, most urgent first.
    [[nodiscard]] virtual std::vector<ComplaintKey> due_until(Instant until, int limit) = 0;
    /// Complaint rows changed by events after `after` in that lane, once each, with the last position seen. At most `limit` events are read.
    struct Changes {
        std::vector<ComplaintRow> rows;
        Position upto;
        bool more = false;
    };
    [[nodiscard]] virtual Changes follow(Position after, int limit) = 0;
    /// The last position of every lane.
    [[nodiscard]] virtual std::vector<Position> lanes() = 0;
    /// Events of one lane in position order (for verify).
    [[nodiscard]] virtual std::vector<EventRow> events_by_position(Position after, int limit) = 0;
    [[nodiscard]] virtual std::vector<AnchorRow> anchors(Position after, int limit) = 0;

    [[nodiscard]] virtual std::vector<AttachmentRow> attachments(ComplaintKey key) = 0;
    [[nodiscard]] virtual std::optional<AttachmentRow> attachment(std::string_view id) = 0;
    [[nodiscard]] virtual std::optional<IdempotencyRow> idempotency(Digest const& key) = 0;

    [[nodiscard]] virtual std::vector<DocumentRow> documents(std::string_view kind) = 0;  ///< all versions, by code then version
    [[nodiscard]] virtual std::int64_t reference_version() = 0;  ///< grows with each change of documents, users, tokens
    [[nodiscard]] virtual std::vector<UserRow> users() = 0;
    [[nodiscard]] virtual std::vector<TokenRow> tokens() = 0;
    [[nodiscard]] virtual std::optional<SessionRow> session(Digest const& digest) = 0;
    [[nodiscard]] virtual std::vector<SessionRow> sessions_of(std::string_view user) = 0;
    [[nodiscard]] virtual std::vector<KeptRow> kept(std::string_view kind, std::string_view owner) = 0;  ///< by key
    [[nodiscard]] virtual std::vector<std::string> kept_keys(std::string_view kind, std::string_view owner) = 0;
    [[nodiscard]] virtual std::int64_t complaint_count() = 0;
};

/// Everything written through it becomes durable together, or not at all.
class Transaction : public Snapshot {
public:
    /// The next number of that day. Given back when the write is rolled back: no number is lost (R3.8).
    [[nodiscard]] virtual Number next_number(Date day) = 0;
    [[nodiscard]] virtual ComplaintKey next_key(Instant registered_at) = 0;
    /// `search_text` is the space-separated token string of the domain. Assigns positions. Precondition: number and external are new.
    virtual void insert(ComplaintRow const& row, std::span<EventRow const> events, std::string_view search_tokens) = 0;
    /// Saves the row and appends events when the stored version is `expected_version`; false when it is not (nothing is written then).
    [[nodiscard]] virtual bool save(ComplaintRow const& row, int expected_version, std::span<EventRow const> events) = 0;
    /// The tokens a complaint is indexed by, where they are at hand; else the caller works them out from its texts.
    [[nodiscard]] virtual std::optional<std::string> tokens_at_hand(ComplaintKey) { return std::nullopt; }
    /// Adds further searchable tokens to a complaint (texts that came later). `before` are the tokens indexed so far.
    virtual void add_search(ComplaintKey key, std::string_view tokens_before, std::string_view tokens_after) = 0;
    /// Locks the complaint for this transaction where the engine needs it, and reads it.
    [[nodiscard]] virtual std::optional<ComplaintRow> find_for_update(Number number) = 0;

    virtual void put_attachment(AttachmentRow const& row) = 0;
    virtual void put_idempotency(IdempotencyRow const& row) = 0;
    virtual void forget_idempotency_before(Instant at) = 0;
    virtual void put_document(DocumentRow const& row) = 0;  ///< inserts or replaces kind + code + version
    virtual void put_user(UserRow const& row) = 0;
    virtual void put_token(TokenRow const& row) = 0;
    virtual void put_session(SessionRow const& row) = 0;
    virtual void drop_session(Digest const& digest) = 0;
    virtual void drop_sessions_before(Instant last_seen) = 0;
    virtual void put_kept(KeptRow const& row) = 0;  ///< inserts or replaces kind + owner + key
    virtual void drop_kept(std::string_view kind, std::string_view owner, std::string_view key) = 0;
    virtual void drop_kept_before(std::string_view kind, Instant updated) = 0;
};

/// Which way a write goes where the engine has two (PostgreSQL): registrations through the pipelined lane, acts each in a transaction
/// of its own. SQLite and memory have one lane for both.
enum class WriteKind { registration, act };

/// One write: `run` is called (again, after a retry) with a transaction; then `finished` exactly once, after the commit is durable
/// (`error` null) or after the write failed. `run` returns false to have its changes rolled back without an error.
class WriteJob {
public:
    virtual ~WriteJob() = default;
    [[nodiscard]] virtual bool run(Transaction& transaction) = 0;
    virtual void finished(std::exception_ptr error) noexcept = 0;
    WriteJob* next = nullptr;  ///< for the queue
};

/// Told of every durable change before the writers are answered: the complaint rows changed by the batch, once each, and the last position.
using CommitListener = std::function<void(std::span<ComplaintRow const> rows, Position upto)>;

struct StoreHealth {
    /// Full-text search: all complaints are found; older ones not yet (the index is being made anew); older ones not (nobody makes it anew).
    enum class Search { whole, made_anew, lost };
    bool writable = true;
    std::string detail;
    std::int64_t queued_writes = 0, wal_bytes = 0, commits = 0, writes = 0;
    Search search = Search::whole;
};

template <>
struct CodeTable<StoreHealth::Search> {
    static constexpr std::array<CodeName<StoreHealth::Search>, 3> rows{{{StoreHealth::Search::whole, "whole", "完整", "whole"},
                                                                        {StoreHealth::Search::made_anew, "being-made-anew", "正在重建", "being made anew"},
                                                                        {StoreHealth::Search::lost, "lost", "缺失", "lost"}}};
};

class Store {
public:
    virtual ~Store() = default;
    /// Queues the write; never blocks. `job` must live until `finished`.
    virtual void submit(WriteJob& job, WriteKind kind) = 0;
    /// Runs `f` on a snapshot in the calling thread.
    virtual void read(std::function<void(Snapshot&)> const& f) = 0;
    /// Reading in the calling thread costs microseconds (embedded store), so that it may be done on a network thread.
    [[nodiscard]] virtual bool reads_are_local() const = 0;
    virtual void on_commit(CommitListener listener) = 0;
    [[nodiscard]] virtual StoreHealth health() = 0;
    /// Search tokens lie beside the complaints and last as they do, so that whoever makes them otherwise has to make them anew (`SearchRenewal`).
    /// Other stores see to their index themselves.
    [[nodiscard]] virtual bool keeps_search_tokens() const { return false; }
};

/// Runs `f(Transaction&)` as one write and waits until it is durable. `f` returns a Result; an error rolls back. Throws what storage throws.
template <class F>
auto write_and_wait(Store& store, F&& f, WriteKind kind = WriteKind::act);

/// Runs `f(Snapshot&)` and returns what it returns.
template <class F>
auto read_now(Store& store, F&& f) {
    using R = std::invoke_result_t<F&, Snapshot&>;
    std::optional<R> value;
    store.read([&](Snapshot& snapshot) { value.emplace(f(snapshot)); });
    return std::move(*value);
}

/// The store is full, locked, gone: lost infrastructure is an exception.
class StorageError : public std::exception {
public:
    /// outdated: written by an earlier program and not brought up to date yet
    enum class What { full, locked, unavailable, outdated, corrupt, conflict };
    StorageError(What what, std::string detail) : what_{what}, detail_{std::move(detail)} {}
    [[nodiscard]] What kind() const { return what_; }
    [[nodiscard]] char const* what() const noexcept override { return detail_.c_str(); }

private:
    What what_;
    std::string detail_;
};

}  // namespace hearline

#include "app/ports/write_and_wait.hpp"
