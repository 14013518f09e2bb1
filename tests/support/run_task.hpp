#pragma once
// Runs a handler's Task in a test, without a server: the calling thread plays the network thread.
#include <condition_variable>
#include <deque>
#include <mutex>

#include "http/task.hpp"

namespace hearline::test {

class TestExecutor final : public http::Executor {
public:
    TestExecutor() { set_current(this); }
    ~TestExecutor() override { set_current(nullptr); }
    void post(std::coroutine_handle<> handle) override {
        std::lock_guard lock{mutex_};
        queue_.push_back(handle);
        wake_.notify_one();
    }
    /// Resumes what is posted until `done` is set by one of them.
    void run_until(bool const& done) {
        std::unique_lock lock{mutex_};
        while (!done) {
            wake_.wait(lock, [this] { return !queue_.empty(); });
            auto const handle = queue_.front();
            queue_.pop_front();
            lock.unlock();
            handle.resume();
            lock.lock();
        }
    }

private:
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::coroutine_handle<>> queue_;
};

struct Detached {
    struct promise_type {
        Detached get_return_object() { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() noexcept { std::terminate(); }
    };
};

/// Runs the task to its end and gives what it returns, or throws what it throws.
template <class T>
T run_task(http::Task<T> task) {
    TestExecutor executor;
    bool done = false;
    std::optional<T> value;
    std::exception_ptr error;
    auto drive = [](http::Task<T>& it, std::optional<T>& out, std::exception_ptr& failure, bool& finished) -> Detached {
        try {
            out.emplace(co_await it);
        } catch (...) {
            failure = std::current_exception();
        }
        finished = true;
    };
    drive(task, value, error, done);
    if (!done) executor.run_until(done);
    if (error) std::rethrow_exception(error);
    return std::move(*value);
}

}  // namespace hearline::test
