#pragma once
// The one thread that writes: takes all waiting jobs, runs them inside one transaction, commits once, tells the listener, answers them all.
#include <atomic>
#include <thread>

#include "app/ports/write_queue.hpp"
#include "storage/sqlite/batch.hpp"

namespace hearline::sqlite {

class WriteLane {
public:
    struct Options {
        int node = 0;
        std::size_t batch = 256;        ///< jobs in one transaction at most
        int checkpoint_frames = 2000;   ///< the log is moved into the database from here on
        int wal_cap_frames = 16'000;    ///< from here on readers are waited for, shortly
    };
    /// `database`, `index` and `index_file` (a reading connection to the index) are used by the lane's thread only, `index` by others too.
    WriteLane(Database& database, SearchIndex& index, Database& index_file, Options options);
    /// Finishes what was submitted.
    ~WriteLane();

    void submit(WriteJob& job);
    void on_commit(CommitListener listener);
    /// After trouble it also queues a small write that finds out whether the trouble is over (at most one at a time).
    [[nodiscard]] StoreHealth health();

private:
    /// Writes one number over itself.
    struct Probe final : WriteJob {
        explicit Probe(Database& d) : database{d} {}
        bool run(Transaction&) override;
        void finished(std::exception_ptr) noexcept override { queued = false; }
        Database& database;
        std::atomic<bool> queued = false;
    };
    enum class Care { savepoint_each, none };
    enum class Outcome { committed, nothing_written, again_with_savepoints, failed };

    void work();
    void commit(std::vector<WriteJob*> const& jobs);
    Outcome attempt(std::vector<WriteJob*> const& jobs, Care care);
    bool run_all(std::vector<WriteJob*> const& jobs, Care care);
    bool run_one(WriteJob& job, std::exception_ptr& error);
    void roll_back(Batch::Mark const& beginning);
    void fail_all(std::exception_ptr const& error);
    void after_commit();
    void tidy_log();

    Database& database_;
    SearchIndex& index_;
    Options options_;
    Batch batch_;
    sql::SqlTransaction transaction_;
    WriteQueue queue_;
    std::mutex listener_mutex_;
    CommitListener listener_;
    std::vector<std::exception_ptr> errors_;  ///< of the batch's jobs
    std::mutex health_mutex_;
    std::string trouble_;  ///< of the last batch, or ""
    std::atomic<std::int64_t> commits_ = 0, writes_ = 0, wal_frames_ = 0;
    Probe probe_{database_};
    std::thread thread_;
};

}  // namespace hearline::sqlite
