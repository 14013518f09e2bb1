#pragma once
// The waiting form of Store::submit, for the command line, jobs and tests.
#include <condition_variable>
#include <exception>
#include <mutex>
#include <utility>

#include "app/ports/store.hpp"

namespace hearline {

template <class F>
auto write_and_wait(Store& store, F&& f, WriteKind kind) {
    using R = std::invoke_result_t<F&, Transaction&>;
    struct Job final : WriteJob {
        explicit Job(F& function) : f{function} {}
        bool run(Transaction& transaction) override {
            value.reset();
            value.emplace(f(transaction));
            return value->has_value();
        }
        void finished(std::exception_ptr e) noexcept override {
            std::lock_guard lock{mutex};
            error = e;
            done = true;
            changed.notify_one();
        }
        F& f;
        std::optional<R> value;
        std::exception_ptr error;
        std::mutex mutex;
        std::condition_variable changed;
        bool done = false;
    } job{f};
    store.submit(job, kind);
    std::unique_lock lock{job.mutex};
    job.changed.wait(lock, [&] { return job.done; });
    if (job.error) std::rethrow_exception(job.error);
    return std::move(*job.value);
}

}  // namespace hearline
