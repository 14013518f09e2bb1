#pragma once
// Full-text search beside the write lane: tokens of committed writes wait in memory (and in the queue table, so that a crash loses none)
// and are indexed in large sorted blocks by a thread of its own, in a file of its own. A search looks at both.
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
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
        int scheme = 0;    ///< of the tokens that are written from now on
    };
    /// Opens or makes the file; nothing is indexed until `start`.
    explicit SearchIndex(Options options);
    ~SearchIndex();

    /// The last queue row whose tokens are durably in the file.
    [[nodiscard]] std::int64_t indexed_upto() const;
    /// A committed queue row. Ids ascend.
    void add(std::int64_t id, std::shared_ptr<std::string const> packed, int complaints);
    void start();
    /// Makes the index anew, behind whoever reads and writes: `source` hands the tokens of all complaints to its argument in packed pieces
    /// (as `pack` makes them) until that returns false, and returns the queue row up to which they are of one moment. It runs in the
    /// index's thread, and again after a failure; the index is not whole until it is done. Call before `start`.
    using Take = std::function<bool(std::string_view packed)>;
    using Source = std::function<std::int64_t(Take const& take)>;
    void make_anew(Source source);
    /// Ends the thread.
    void stop();
    /// Blocks while so much waits to be indexed that memory would suffer.
    void wait_for_room();
    /// False when the file is known to miss complaints (it was lost, is being made anew, or that was cut off).
    [[nodiscard]] bool is_whole() const { return whole_; }
    [[nodiscard]] bool is_made_anew() const { return making_anew_; }
    /// How the tokens in the file were made; a file made otherwise is not whole.
    [[nodiscard]] int scheme() const { return scheme_; }
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
    /// Waits out one try; false when the index is stopped.
    [[nodiscard]] bool try_to_make_anew(std::unique_lock<std::mutex>& lock);
    void clear();
    [[nodiscard]] bool take(std::string_view packed);
    void make_whole(std::int64_t upto);
    void set_scheme();
    template <class F>
    void in_transaction(F&& f);
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
    bool stopping_ = false;
    std::atomic<bool> whole_ = true, making_anew_ = false;
    int scheme_ = 0;
    Source source_;
    std::thread thread_;
};

/// Keys below `before`, newest first, of the index file alone.
[[nodiscard]] std::vector<ComplaintKey> search_file(Database& file, SearchQuery const& query, ComplaintKey before, int limit);
/// Sorts newest first, drops repetitions, cuts.
void newest_first(std::vector<ComplaintKey>& keys, int limit);

}  // namespace hearline::sqlite
