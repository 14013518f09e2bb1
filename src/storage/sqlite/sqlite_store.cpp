#include "storage/sqlite/sqlite_store.hpp"

#include <fmt/format.h>

#include "storage/sql/snapshot.hpp"
#include "storage/sqlite/folder_lock.hpp"
#include "storage/sqlite/migrate.hpp"
#include "storage/sqlite/readers.hpp"
#include "storage/sqlite/search_tokens.hpp"
#include "storage/sqlite/write_lane.hpp"

namespace hearline {
namespace {

using namespace sqlite;

constexpr int writer_cache_kib = 16 * 1024;
constexpr int rebuild_rows = 512;

std::string main_file(SqliteOptions const& options) { return (options.folder / "hearline.db").string(); }
std::string search_file_of(SqliteOptions const& options) { return (options.folder / "search.db").string(); }

/// Searching in the index of a store that writes: what waits in memory, then the file.
struct LiveSearch final : sql::TextSearch {
    LiveSearch(SearchIndex const& i, Database& f) : index{i}, file{f} {}
    std::vector<ComplaintKey> search(SearchQuery const& query, ComplaintKey before, int limit) override {
        return index.search(file, query, before, limit, {});
    }
    SearchIndex const& index;
    Database& file;
};

/// Searching beside another process: its queue table, then the file.
struct DistantSearch final : sql::TextSearch {
    DistantSearch(Database& m, Database* f) : main{m}, file{f} {}
    std::vector<ComplaintKey> search(SearchQuery const& query, ComplaintKey before, int limit) override {
        std::vector<ComplaintKey> keys;
        main.query("SELECT entries FROM search_queue", sql::Values{}, [&](sql::Row& row) { search_packed(row.blob(0), query, before, keys); });
        if (file) {
            auto const indexed = search_file(*file, query, before, limit);
            keys.insert(keys.end(), indexed.begin(), indexed.end());
        }
        newest_first(keys, limit);
        return keys;
    }
    Database& main;
    Database* file;  ///< null where it is lost
};

/// The index file is derived: one that cannot be read is put aside, and catch_up makes it anew.
std::unique_ptr<SearchIndex> open_index(SqliteOptions const& options) {
    SearchIndex::Options const index{search_file_of(options), options.vfs, options.search_block, options.search_scheme};
    try {
        return std::make_unique<SearchIndex>(index);
    } catch (StorageError const& error) {
        if (error.kind() != StorageError::What::corrupt) throw;
    }
    std::error_code ignored;
    for (auto const* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(index.file + suffix, ignored);
    return std::make_unique<SearchIndex>(index);
}

/// A consistent view from the first statement to the end of the block.
class ReadTransaction {
public:
    explicit ReadTransaction(Database& database) : database_{database} { database_.run("BEGIN"); }
    ~ReadTransaction() {
        try {
            if (database_.in_transaction()) database_.run("COMMIT");
        } catch (std::exception const&) {
        }
    }
    ReadTransaction(ReadTransaction const&) = delete;
    ReadTransaction& operator=(ReadTransaction const&) = delete;

private:
    Database& database_;
};

class ReadOnlyStore final : public Store {
public:
    explicit ReadOnlyStore(SqliteOptions const& options) : readers_{main_file(options), search_file_of(options), options.vfs} {
        Readers::Lease const reader{readers_};
        require_schema(reader->main);
    }
    void submit(WriteJob& job, WriteKind) override {
        job.finished(std::make_exception_ptr(StorageError{StorageError::What::unavailable, "the store was opened for reading only"}));
    }
    void read(std::function<void(Snapshot&)> const& f) override {
        Readers::Lease const reader{readers_};
        ReadTransaction const transaction{reader->main};
        DistantSearch search{reader->main, reader->search ? &*reader->search : nullptr};
        sql::SqlSnapshot snapshot{reader->main, search};
        f(snapshot);
    }
    bool reads_are_local() const override { return true; }
    void on_commit(CommitListener) override {}
    StoreHealth health() override {
        StoreHealth health;
        health.writable = false;
        health.detail = "opened for reading only";
        if (Readers::Lease{readers_}->search) return health;
        health.search = StoreHealth::Search::lost;
        health.detail += "; the search index is lost: older complaints are not found by text";
        return health;
    }

private:
    Readers readers_;
};

class SqliteStore final : public Store {
public:
    explicit SqliteStore(SqliteOptions const& options)
        : lock_{options.folder},
          writer_{OpenOptions{main_file(options), Use::write, writer_cache_kib, options.vfs}},
          index_{open_index(options)},
          index_reader_{OpenOptions{search_file_of(options), Use::read, 512, options.vfs}},
          readers_{main_file(options), search_file_of(options), options.vfs} {
        if (auto const applied = migrate(writer_, options.now); !applied.empty() && options.migrated) options.migrated(applied);
        catch_up(options);
        lane_.emplace(writer_, *index_, index_reader_, WriteLane::Options{.node = options.node});
        index_->start();
    }
    ~SqliteStore() override {
        lane_.reset();
        index_->stop();  // its thread may be reading through the readers
    }
    void submit(WriteJob& job, WriteKind) override { lane_->submit(job); }
    void read(std::function<void(Snapshot&)> const& f) override {
        Readers::Lease const reader{readers_};
        ReadTransaction const transaction{reader->main};
        LiveSearch search{*index_, *reader->search};
        sql::SqlSnapshot snapshot{reader->main, search};
        f(snapshot);
    }
    bool reads_are_local() const override { return true; }
    void on_commit(CommitListener listener) override { lane_->on_commit(std::move(listener)); }
    StoreHealth health() override {
        auto health = lane_->health();
        if (index_->is_whole()) return health;
        bool const anew = index_->is_made_anew();
        health.search = anew ? StoreHealth::Search::made_anew : StoreHealth::Search::lost;
        health.detail += fmt::format("{}the search index is {}: older complaints are not found by text", health.detail.empty() ? "" : "; ", anew ? "being made anew" : "lost");
        return health;
    }

private:
    /// What the last run left between the queue and the index.
    void catch_up(SqliteOptions const& options) {
        std::int64_t trimmed_upto = 0;
        writer_.query("SELECT trimmed_upto FROM search_state WHERE id = 1", sql::Values{}, [&](sql::Row& row) { trimmed_upto = row.integer(0); });
        bool const is_old = options.search_tokens && index_->scheme() < options.search_scheme;
        if (index_->indexed_upto() < trimmed_upto || !index_->is_whole() || is_old) {
            if (options.search_tokens)
                index_->make_anew([this, search_tokens = options.search_tokens](SearchIndex::Take const& take) { return hand_over(search_tokens, take); });
            else
                index_->set_lost();
        }
        writer_.query("SELECT id, entries FROM search_queue WHERE id > $1 ORDER BY id", {index_->indexed_upto()}, [&](sql::Row& row) {
            auto packed = std::make_shared<std::string const>(row.blob(1));
            auto const complaints = static_cast<int>(unpack(*packed).size());
            index_->add(row.integer(0), std::move(packed), complaints);
        });
    }

    /// Gives the tokens of all complaints of one moment; what is committed later waits in the queue.
    std::int64_t hand_over(std::function<std::string(Snapshot&, ComplaintRow const&)> const& search_tokens, SearchIndex::Take const& take) {
        Readers::Lease const reader{readers_};
        ReadTransaction const transaction{reader->main};
        std::int64_t upto = 0;
        reader->main.query("SELECT max(trimmed_upto, coalesce((SELECT max(id) FROM search_queue), 0)) FROM search_state WHERE id = 1", sql::Values{},
                           [&](sql::Row& row) { upto = row.integer(0); });
        LiveSearch search{*index_, *reader->search};
        sql::SqlSnapshot snapshot{reader->main, search};
        ComplaintKey after;
        for (auto rows = snapshot.scan(after, rebuild_rows); !rows.empty(); rows = snapshot.scan(after, rebuild_rows)) {
            std::string packed;
            for (auto const& row : rows) pack(packed, {row.key, {}, search_tokens(snapshot, row)});
            if (!take(packed)) break;
            after = rows.back().key;
        }
        return upto;
    }

    FolderLock lock_;
    Database writer_;
    std::unique_ptr<SearchIndex> index_;
    Database index_reader_;
    Readers readers_;
    std::optional<WriteLane> lane_;
};

}  // namespace

std::unique_ptr<Store> open_sqlite_store(SqliteOptions const& options) {
    if (options.access == SqliteOptions::Access::read) return std::make_unique<ReadOnlyStore>(options);
    std::error_code error;
    auto const is_new = std::filesystem::create_directories(options.folder, error);
    // Personal data: nobody else's business.
    if (!error && is_new) std::filesystem::permissions(options.folder, std::filesystem::perms::owner_all, error);
    if (error) throw StorageError{StorageError::What::unavailable, fmt::format("{}: {}", options.folder.string(), error.message())};
    return std::make_unique<SqliteStore>(options);
}

}  // namespace hearline
