#pragma once
// Full-text search beside the write lane: tokens of committed writes wait in memory (and in the queue table, so that a crash loses none)
// and are indexed in large sorted blocks by a thread of its own, in a file of its own. A search looks at both.
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "app/ports/store.hpp"
#include "storage/sqlite/database.hpp"

namespace hearline::sqlite {

class SearchIndex {
public:
    struct Options {
        std::string file = "", vfs = "";
        int block = 2048;  ///< complaints indexed at once
    };
    /// Opens or makes the file; nothing is indexed until `start`.
    explicit SearchIndex(Options options);
    ~SearchIndex();

    /// The last queue row whose tokens are durably in the file.
    [[nodiscard]] std::int64_t indexed_upto() const;
    /// A committed queue row. Ids ascend.
    void add(std::int64_t id, std::shared_ptr<std::string const> packed, int complaints);
    void start();
    /// Blocks while so much waits to be indexed that memory would suffer.
    void wait_for_room();
    /// Indexes what waits, whatever its size, in the calling thread. Only before `start`.
    void index_all();
    /// A block is full.
    [[nodiscard]] bool enough_waits() const;
    /// Forgets everything indexed, before a rebuild; the index is not whole until `set_whole`.
    void clear();
    /// False when the file is known to miss complaints (it was lost, or a rebuild was cut off).
    [[nodiscard]] bool is_whole() const { return whole_; }
    void set_whole();
    void set_lost();

    /// Keys below `before`, newest first. `file` is a connection of the caller's to the file, `fresh` tokens that are not committed yet.
    [[nodiscard]] std::vector<ComplaintKey> search(Database& file, SearchQuery const& query, ComplaintKey before, int limit, std::string_view fresh) const;
    /// What is wrong with indexing, or "".
    [[nodiscard]] std::string trouble() const;

private:
    struct Waiting {
        std::int64_t id;
        std::shared_ptr<std::string const> packed;
        int complaints;
    };
    void work();
    void index(std::vector<Waiting> const& block);
    [[nodiscard]] std::vector<Waiting> next_block() const;
    void indexed(std::vector<Waiting> const& block);

    Options options_;
    Database database_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> waiting_;
    std::int64_t waiting_complaints_ = 0;
    std::int64_t indexed_upto_ = 0;
    std::string trouble_;
    bool stopping_ = false, whole_ = true;
    std::thread thread_;
};

/// Keys below `before`, newest first, of the index file alone.
[[nodiscard]] std::vector<ComplaintKey> search_file(Database& file, SearchQuery const& query, ComplaintKey before, int limit);
/// Sorts newest first, drops repetitions, cuts.
void newest_first(std::vector<ComplaintKey>& keys, int limit);

}  // namespace hearline::sqlite
