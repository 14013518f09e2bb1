#include "http/worker_pool.hpp"

namespace hearline::http {

WorkerPool::WorkerPool(int threads, std::size_t queue_limit) : limit_{queue_limit} {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
    {
        std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_) thread.join();
}

void WorkerPool::submit(Job& job) {
    {
        std::lock_guard lock{mutex_};
        if (queue_.size() >= limit_) throw Busy{};
        queue_.push_back(&job);
    }
    wake_.notify_one();
}

std::size_t WorkerPool::queued() const {
    std::lock_guard lock{mutex_};
    return queue_.size();
}

void WorkerPool::work() {
    std::unique_lock lock{mutex_};
    for (;;) {
        wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
        if (queue_.empty()) return;
        auto* const job = queue_.front();
        queue_.pop_front();
        lock.unlock();
        job->run();
        lock.lock();
    }
}

}  // namespace hearline::http
