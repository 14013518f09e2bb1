#pragma once
// The queue between those who write and the thread (or threads) that commit for all of them.
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

#include "app/ports/store.hpp"

namespace hearline {

/// First in, first out; jobs are linked through WriteJob::next, so that queueing allocates nothing.
class WriteQueue {
public:
    /// False when the queue is closed: the job is not taken then.
    [[nodiscard]] bool push(WriteJob& job) {
        std::lock_guard lock{mutex_};
        if (closed_) return false;
        job.next = nullptr;
        (last_ ? last_->next : first_) = &job;
        last_ = &job;
        ++size_;
        if (waiting_ > 0) changed_.notify_one();
        return true;
    }
    /// Waits for jobs and takes up to `cap` of them into `out` (cleared before). False when the queue is closed and empty.
    [[nodiscard]] bool take(std::vector<WriteJob*>& out, std::size_t cap) {
        out.clear();
        std::unique_lock lock{mutex_};
        ++waiting_;
        changed_.wait(lock, [&] { return first_ || closed_; });
        --waiting_;
        while (first_ && out.size() < cap) {
            out.push_back(first_);
            first_ = first_->next;
            --size_;
        }
        if (!first_) last_ = nullptr;
        return !out.empty();
    }
    /// No more jobs are taken; those queued are still handed out.
    void close() {
        std::lock_guard lock{mutex_};
        closed_ = true;
        changed_.notify_all();
    }
    [[nodiscard]] std::int64_t size() const {
        std::lock_guard lock{mutex_};
        return size_;
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    WriteJob* first_ = nullptr;
    WriteJob* last_ = nullptr;
    std::int64_t size_ = 0;
    int waiting_ = 0;
    bool closed_ = false;
};

}  // namespace hearline
