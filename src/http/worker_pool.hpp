#pragma once
// A bounded number of threads with a bounded queue, for what would hold up a network thread: password hashing, reads over a network.
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace hearline::http {

/// The pool's queue is full: the entry answers 503 with Retry-After.
class Busy : public std::exception {
public:
    [[nodiscard]] char const* what() const noexcept override { return "worker pool is full"; }
};

class WorkerPool {
public:
    class Job {
    public:
        virtual ~Job() = default;
        virtual void run() noexcept = 0;
    };

    WorkerPool(int threads, std::size_t queue_limit);
    ~WorkerPool();  ///< runs what is queued, then joins
    WorkerPool(WorkerPool const&) = delete;
    WorkerPool& operator=(WorkerPool const&) = delete;

    /// Queues the job, which must live until it has run. Throws Busy when the queue is full.
    void submit(Job& job);
    [[nodiscard]] std::size_t queued() const;

private:
    void work();

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job*> queue_;
    std::size_t const limit_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace hearline::http
