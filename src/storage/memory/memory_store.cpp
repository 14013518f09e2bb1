#include "storage/memory/memory_store.hpp"

#include <shared_mutex>
#include <thread>

#include "app/ports/anchor.hpp"
#include "app/ports/write_queue.hpp"
#include "storage/memory/writing.hpp"

namespace hearline {
namespace {

class MemoryStore final : public Store {
public:
    MemoryStore() : lane_{[this] { run_lane(); }} {}
    ~MemoryStore() override {
        queue_.close();
        lane_.join();
    }

    void submit(WriteJob& job, WriteKind) override {
        if (!queue_.push(job)) job.finished(std::make_exception_ptr(StorageError{StorageError::What::unavailable, "the store is closing"}));
    }
    void read(std::function<void(Snapshot&)> const& f) override {
        std::shared_lock lock{mutex_};
        memory::Reading<Snapshot> snapshot{tables_};
        f(snapshot);
    }
    bool reads_are_local() const override { return true; }
    void on_commit(CommitListener listener) override {
        std::lock_guard lock{listener_mutex_};
        listener_ = std::move(listener);
    }
    StoreHealth health() override {
        std::shared_lock lock{mutex_};
        return {.writable = true, .detail = {}, .queued_writes = queue_.size(), .wal_bytes = 0, .commits = commits_, .writes = writes_};
    }

private:
    struct Batch {
        std::vector<std::exception_ptr> errors;
        std::set<ComplaintKey> changed;
        std::vector<Digest> digests;
        std::vector<ComplaintRow> rows;
    };

    void run_lane() {
        std::vector<WriteJob*> jobs;
        while (queue_.take(jobs, 256)) {
            auto const batch = commit(jobs);
            if (!batch.rows.empty()) {
                std::lock_guard lock{listener_mutex_};
                if (listener_) listener_(batch.rows, Position{tables_.last_position});
            }
            for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i]->finished(batch.errors[i]);
        }
    }

    Batch commit(std::vector<WriteJob*> const& jobs) {
        std::lock_guard lock{mutex_};
        Batch batch;
        for (auto* job : jobs) batch.errors.push_back(run(*job, batch));
        seal(batch);
        for (auto const key : batch.changed) batch.rows.push_back(tables_.complaints.at(key));
        ++commits_;
        writes_ += static_cast<std::int64_t>(jobs.size());
        return batch;
    }

    std::exception_ptr run(WriteJob& job, Batch& batch) {
        memory::MemoryTransaction transaction{tables_};
        std::exception_ptr error;
        auto kept = false;
        try {
            kept = job.run(transaction);
        } catch (...) {
            error = std::current_exception();
        }
        if (!kept) transaction.roll_back();
        batch.changed.insert(transaction.changed().begin(), transaction.changed().end());
        batch.digests.insert(batch.digests.end(), transaction.digests().begin(), transaction.digests().end());
        return error;
    }

    void seal(Batch const& batch) {
        if (batch.digests.empty()) return;
        auto const previous = tables_.anchors.empty() ? Digest{} : tables_.anchors.rbegin()->second.digest;
        Position const upto{tables_.last_position};
        tables_.anchors[upto] = {upto, seal_block(previous, batch.digests)};
    }

    std::shared_mutex mutex_;
    memory::Tables tables_;
    std::mutex listener_mutex_;
    CommitListener listener_;
    WriteQueue queue_;
    std::int64_t commits_ = 0, writes_ = 0;
    std::thread lane_;
};

}  // namespace

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace hearline
