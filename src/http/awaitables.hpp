#pragma once
// What a handler may wait for: a durable write, a read, slow work on a pool. It is resumed on the network thread it began on.
#include <exception>
#include <optional>
#include <utility>

#include "app/ports/store.hpp"
#include "http/task.hpp"
#include "http/worker_pool.hpp"

namespace hearline::http {

/// See `write`.
template <class F>
class Write final : public WriteJob {
public:
    using Value = std::invoke_result_t<F&, Transaction&>;

    Write(Store& store, F f, WriteKind kind) : store_{store}, f_{std::move(f)}, kind_{kind} {}
    Write(Write const&) = delete;
    Write& operator=(Write const&) = delete;

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle) {
        handle_ = handle;
        executor_ = &Executor::current();
        store_.submit(*this, kind_);  // nothing of this object may be touched after it
    }
    Value await_resume() {
        if (error_) std::rethrow_exception(error_);
        return std::move(*value_);
    }

    bool run(Transaction& transaction) override {
        value_.reset();
        value_.emplace(f_(transaction));
        return value_->has_value();
    }
    void finished(std::exception_ptr error) noexcept override {
        error_ = error;
        executor_->post(handle_);
    }

private:
    Store& store_;
    F f_;
    WriteKind kind_;
    std::optional<Value> value_;
    std::exception_ptr error_;
    std::coroutine_handle<> handle_;
    Executor* executor_ = nullptr;
};

/// See `on_pool`.
template <class F>
class OnPool final : public WorkerPool::Job {
public:
    using Value = std::invoke_result_t<F&>;

    OnPool(WorkerPool* pool, F f) : pool_{pool}, f_{std::move(f)} {}
    OnPool(OnPool const&) = delete;
    OnPool& operator=(OnPool const&) = delete;

    bool await_ready() {
        if (pool_) return false;
        value_.emplace(f_());
        return true;
    }
    void await_suspend(std::coroutine_handle<> handle) {
        handle_ = handle;
        executor_ = &Executor::current();
        pool_->submit(*this);  // nothing of this object may be touched after it
    }
    Value await_resume() {
        if (error_) std::rethrow_exception(error_);
        return std::move(*value_);
    }
    void run() noexcept override {
        try {
            value_.emplace(f_());
        } catch (...) {
            error_ = std::current_exception();
        }
        executor_->post(handle_);
    }

private:
    WorkerPool* pool_;
    F f_;
    std::optional<Value> value_;
    std::exception_ptr error_;
    std::coroutine_handle<> handle_;
    Executor* executor_ = nullptr;
};

/// `co_await write(store, f)`: runs `f(Transaction&)`, which returns a Result (an error rolls back), as one write, and gives its result
/// once it is durable. `f` may run more than once (a retry). Throws StorageError.
template <class F>
[[nodiscard]] Write<F> write(Store& store, F f, WriteKind kind = WriteKind::act) {
    return Write<F>{store, std::move(f), kind};
}

/// `co_await on_pool(pool, f)`: gives what `f()` returns, or throws what it throws. Throws Busy when the pool is full.
template <class F>
[[nodiscard]] OnPool<F> on_pool(WorkerPool& pool, F f) {
    return OnPool<F>{&pool, std::move(f)};
}

/// `co_await read(store, pool, f)`: gives what `f(Snapshot&)` returns. In place where reading costs microseconds, else on the pool.
template <class F>
[[nodiscard]] auto read(Store& store, WorkerPool& pool, F f) {
    auto work = [&store, f = std::move(f)]() mutable { return read_now(store, f); };
    return OnPool<decltype(work)>{store.reads_are_local() ? nullptr : &pool, std::move(work)};
}

}  // namespace hearline::http

#define HEARLINE_JOIN2(a, b) a##b
#define HEARLINE_JOIN(a, b) HEARLINE_JOIN2(a, b)
// CO_TRY(auto x, expression): in a coroutine, x is the value, or the error is co_returned. The expression may hold a co_await.
// (TRY cannot be used there: g++ 12 does not allow co_await inside a statement expression.)
#define CO_TRY(declaration, ...)                                                                                                        \
    auto HEARLINE_JOIN(co_try_, __LINE__) = __VA_ARGS__;                                                                                \
    if (!HEARLINE_JOIN(co_try_, __LINE__)) co_return ::tl::make_unexpected(std::move(HEARLINE_JOIN(co_try_, __LINE__)).error());        \
    declaration = std::move(HEARLINE_JOIN(co_try_, __LINE__)).value()
// CO_TRY_DONE(expression): the same where there is no value to keep.
#define CO_TRY_DONE(...)                                                                                        \
    do {                                                                                                        \
        auto co_try_done = __VA_ARGS__;                                                                         \
        if (!co_try_done) co_return ::tl::make_unexpected(std::move(co_try_done).error());                      \
    } while (false)
