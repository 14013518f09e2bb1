#include "storage/sqlite/search_index.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "storage/sqlite/search_tokens.hpp"

namespace hearline::sqlite {
namespace {

constexpr int cache_kib = 8192;
constexpr int blocks_in_memory = 8;
constexpr int blocks_while_made_anew = 256;  // nothing of what is new can be indexed before what is old
constexpr int checkpoint_frames = 1000;
constexpr auto pause_after_trouble = std::chrono::seconds{1};

// The index holds no text, only which complaint has which token: no positions, no sizes, no contents. Blocks are flushed whole (hashsize).
constexpr std::string_view schema =
    "CREATE TABLE IF NOT EXISTS state (id INTEGER PRIMARY KEY, indexed_upto INTEGER NOT NULL, whole INTEGER NOT NULL);"
    "INSERT INTO state (id, indexed_upto, whole) VALUES (1, 0, 1) ON CONFLICT (id) DO NOTHING;"
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5 (words, content='', detail=none, columnsize=0, tokenize='ascii');"
    "INSERT INTO search (search, rank) VALUES ('hashsize', 67108864);";

/// All changes of one complaint in a block, as one.
struct Merged {
    ComplaintKey key;
    std::string_view before, after;
};

std::vector<Merged> merged(std::vector<TokenChange>& changes) {
    std::stable_sort(changes.begin(), changes.end(), [](auto const& a, auto const& b) { return a.key < b.key; });
    std::vector<Merged> out;
    out.reserve(changes.size());
    for (auto const& change : changes) {
        if (!out.empty() && out.back().key == change.key)
            out.back().after = change.after;
        else
            out.push_back({change.key, change.before, change.after});
    }
    return out;
}

void write(Database& database, Merged const& change) {
    if (change.before.empty()) {
        database.post("INSERT INTO search (rowid, words) VALUES ($1, $2)", {change.key.value, change.after});
        return;
    }
    // The index keeps a list of complaints for each token, so tokens come and go one by one.
    auto const removed = tokens_added(change.after, change.before);
    auto const added = tokens_added(change.before, change.after);
    if (!removed.empty())
        database.post("INSERT INTO search (search, rowid, words) VALUES ('delete', $1, $2)", {change.key.value, std::string_view{removed}});
    if (!added.empty()) database.post("INSERT INTO search (rowid, words) VALUES ($1, $2)", {change.key.value, std::string_view{added}});
}

}  // namespace

SearchIndex::SearchIndex(Options options)
    : options_{std::move(options)}, database_{{.file = options_.file, .use = Use::write, .cache_kib = cache_kib, .vfs = options_.vfs}} {
    database_.run_script(schema);
    database_.query("SELECT indexed_upto, whole FROM state WHERE id = 1", sql::Values{}, [&](sql::Row& row) {
        indexed_upto_ = row.integer(0);
        whole_ = row.integer(1) != 0;
    });
    database_.query("PRAGMA user_version", sql::Values{}, [&](sql::Row& row) { scheme_ = static_cast<int>(row.integer(0)); });
    bool is_new = indexed_upto_ == 0 && whole_;
    if (is_new && scheme_ < options_.scheme) {
        // A table without contents cannot be scanned; the two first rows of its pages are its own, segments of the index have far greater ids.
        database_.query("SELECT id FROM search_data WHERE id > 10 LIMIT 1", sql::Values{}, [&](sql::Row&) { is_new = false; });
        if (is_new) set_scheme();
    }
}

SearchIndex::~SearchIndex() { stop(); }

void SearchIndex::stop() {
    {
        std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

std::int64_t SearchIndex::indexed_upto() const {
    std::lock_guard lock{mutex_};
    return indexed_upto_;
}

void SearchIndex::add(std::int64_t id, std::shared_ptr<std::string const> packed, int complaints) {
    std::lock_guard lock{mutex_};
    waiting_.push_back({id, std::move(packed), complaints});
    waiting_complaints_ += complaints;
    if (waiting_complaints_ >= options_.block) changed_.notify_all();
}

void SearchIndex::start() {
    thread_ = std::thread{[this] { work(); }};
}

void SearchIndex::wait_for_room() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] {
        auto const room = std::int64_t{options_.block} * (making_anew_ ? blocks_while_made_anew : blocks_in_memory);
        return waiting_complaints_ < room || !trouble_.empty() || stopping_;
    });
}

std::vector<SearchIndex::Waiting> SearchIndex::next_block() const {
    std::vector<Waiting> block;
    std::int64_t complaints = 0;
    for (auto const& waiting : waiting_) {
        if (complaints >= options_.block) break;
        complaints += waiting.complaints;
        block.push_back(waiting);
    }
    return block;
}

void SearchIndex::work() {
    std::unique_lock lock{mutex_};
    while (source_ && !stopping_ && !try_to_make_anew(lock)) {
    }
    for (;;) {
        changed_.wait(lock, [&] { return waiting_complaints_ >= options_.block || stopping_; });
        if (stopping_) return;
        auto const block = next_block();
        lock.unlock();
        std::string trouble;
        try {
            index(block);
        } catch (std::exception const& error) {
            trouble = error.what();
        }
        lock.lock();
        if (trouble.empty()) indexed(block);
        trouble_ = std::move(trouble);
        changed_.notify_all();
        if (!trouble_.empty()) changed_.wait_for(lock, pause_after_trouble, [&] { return stopping_; });
    }
}

// Durable before it is reported: what is reported leaves the queue.
void SearchIndex::index(std::vector<Waiting> const& block) {
    if (block.empty()) return;
    std::vector<TokenChange> changes;
    for (auto const& waiting : block) {
        auto const some = unpack(*waiting.packed);
        changes.insert(changes.end(), some.begin(), some.end());
    }
    in_transaction([&] {
        for (auto const& change : merged(changes)) write(database_, change);
        database_.post("UPDATE state SET indexed_upto = $1 WHERE id = 1", {block.back().id});
    });
}

template <class F>
void SearchIndex::in_transaction(F&& f) {
    try {
        database_.run("BEGIN IMMEDIATE");
        f();
        database_.run("COMMIT");
    } catch (...) {
        if (database_.in_transaction()) database_.run("ROLLBACK");
        database_.forgive();
        throw;
    }
    if (database_.wal_frames() >= checkpoint_frames) database_.checkpoint(Database::Checkpoint::passive);
}

void SearchIndex::indexed(std::vector<Waiting> const& block) {
    for (auto const& done : block) {
        indexed_upto_ = done.id;
        waiting_complaints_ -= done.complaints;
        waiting_.pop_front();
    }
}

void SearchIndex::make_anew(Source source) {
    clear();
    source_ = std::move(source);
    making_anew_ = true;
}

bool SearchIndex::try_to_make_anew(std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    std::string trouble;
    bool done = false;
    try {
        clear();
        auto const upto = source_([this](std::string_view packed) { return take(packed); });
        lock.lock();
        done = !stopping_;
        lock.unlock();
        if (done) make_whole(upto);
    } catch (std::exception const& error) {
        trouble = error.what();
        done = false;
    }
    lock.lock();
    if (done) making_anew_ = false;
    trouble_ = std::move(trouble);
    changed_.notify_all();
    if (!trouble_.empty()) changed_.wait_for(lock, pause_after_trouble, [&] { return stopping_; });
    return done;
}

bool SearchIndex::take(std::string_view packed) {
    {
        std::lock_guard const lock{mutex_};
        if (stopping_) return false;
    }
    in_transaction([&] {
        for (auto const& change : unpack(packed)) write(database_, {change.key, change.before, change.after});
    });
    return true;
}

/// What waited and was seen by the source is in the file already.
void SearchIndex::make_whole(std::int64_t upto) {
    in_transaction([&] { database_.post("UPDATE state SET indexed_upto = $1, whole = 1 WHERE id = 1", {upto}); });
    set_scheme();
    std::lock_guard const lock{mutex_};
    while (!waiting_.empty() && waiting_.front().id <= upto) {
        waiting_complaints_ -= waiting_.front().complaints;
        waiting_.pop_front();
    }
    indexed_upto_ = upto;
    whole_ = true;
}

void SearchIndex::set_scheme() {
    scheme_ = options_.scheme;
    database_.run_script(fmt::format("PRAGMA user_version = {}", scheme_));
}

void SearchIndex::clear() {
    database_.run_script("DROP TABLE IF EXISTS search; DROP TABLE IF EXISTS state;");
    database_.run_script(schema);
    {
        std::lock_guard const lock{mutex_};
        indexed_upto_ = 0;
    }
    set_lost();
}

void SearchIndex::set_lost() {
    database_.post("UPDATE state SET whole = 0 WHERE id = 1", sql::Values{});
    whole_ = false;
}

std::vector<ComplaintKey> SearchIndex::search(Database& file, SearchQuery const& query, ComplaintKey before, int limit, std::string_view fresh) const {
    // First what waits, then the file: what moves from the one to the other in between is seen twice, never missed.
    std::vector<std::shared_ptr<std::string const>> waiting;
    {
        std::lock_guard lock{mutex_};
        waiting.reserve(waiting_.size());
        for (auto const& one : waiting_) waiting.push_back(one.packed);
    }
    std::vector<ComplaintKey> keys;
    for (auto const& packed : waiting) search_packed(*packed, query, before, keys);
    search_packed(fresh, query, before, keys);
    auto const indexed = search_file(file, query, before, limit);
    keys.insert(keys.end(), indexed.begin(), indexed.end());
    newest_first(keys, limit);
    return keys;
}

std::string SearchIndex::trouble() const {
    std::lock_guard lock{mutex_};
    return trouble_;
}

std::vector<ComplaintKey> search_file(Database& file, SearchQuery const& query, ComplaintKey before, int limit) {
    std::vector<ComplaintKey> keys;
    auto const expression = match_expression(query);
    if (expression.empty()) return keys;
    file.query("SELECT rowid FROM search WHERE search MATCH $1 AND rowid < $2 ORDER BY rowid DESC LIMIT $3", {std::string_view{expression}, before.value, limit},
               [&](sql::Row& row) { keys.push_back({row.integer(0)}); });
    return keys;
}

void newest_first(std::vector<ComplaintKey>& keys, int limit) {
    std::sort(keys.begin(), keys.end(), std::greater{});
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    if (keys.size() > static_cast<std::size_t>(std::max(limit, 0))) keys.resize(static_cast<std::size_t>(std::max(limit, 0)));
}

}  // namespace hearline::sqlite
