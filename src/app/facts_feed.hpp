#pragma once
// Keeps the fact table equal to the store: loads it at start (from its cache file, then what came after), follows every commit, and catches up with
// what other nodes commit.
#include <functional>
#include <map>
#include <mutex>
#include <span>
#include <string>

#include "app/directory.hpp"
#include "domain/statistics/fact_table.hpp"

namespace hearline {

class FactsFeed {
public:
    /// `zone` decides the day a complaint counts to (R9.5). Registers itself as the store's commit listener, which lasts as long as the store:
    /// the feed must outlive it.
    FactsFeed(Store& store, FactTable& facts, Zone zone);

    /// Fills the table: from `cache_file` when it is whole and of this store, else by a scan; then follows. "" = no cache.
    /// Returns how many rows came from the cache.
    std::int64_t start(std::string const& cache_file, std::function<void(std::int64_t done, std::int64_t total)> const& progress = {});
    /// Whom to tell of every change that the table has followed, of this node and of others, in the thread that brought it. Before `start`.
    void tell(std::function<void(std::span<ComplaintRow const>)> listener) { listener_ = std::move(listener); }
    /// Reads what lanes of other nodes have committed since. Returns the number of complaints changed.
    std::int64_t catch_up();
    /// Writes the cache (temporary file, fsync, rename). Throws StorageError.
    void write_cache(std::string const& file);

private:
    void committed(std::span<ComplaintRow const> rows, Position upto);
    void apply_rows(std::span<ComplaintRow const> rows);
    bool read_cache(std::string const& file);

    Store& store_;
    FactTable& facts_;
    Zone zone_;
    std::function<void(std::span<ComplaintRow const>)> listener_;
    std::mutex mutex_;
    std::map<int, Position> positions_;  ///< by lane: everything up to here is in the table
};

}  // namespace hearline
