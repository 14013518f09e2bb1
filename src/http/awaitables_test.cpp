#include "http/awaitables.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "http/message.hpp"
#include "storage/memory/memory_store.hpp"
#include "support/run_task.hpp"

namespace hearline::http {
namespace {

using test::run_task;

TEST(OnPool, WorksOnAnotherThreadAndResumesOnTheFirst) {
    WorkerPool pool{1, 4};
    auto const home = std::this_thread::get_id();
    auto task = [](WorkerPool& workers, std::thread::id mine) -> Task<bool> {
        auto const there = co_await on_pool(workers, [] { return std::this_thread::get_id(); });
        co_return there != mine && std::this_thread::get_id() == mine;
    };
    EXPECT_TRUE(run_task(task(pool, home)));
}

TEST(OnPool, HandsOnWhatTheWorkThrows) {
    WorkerPool pool{1, 4};
    auto task = [](WorkerPool& workers) -> Task<int> {
        co_return co_await on_pool(workers, []() -> int { throw std::runtime_error{"lost"}; });
    };
    EXPECT_THROW((void)run_task(task(pool)), std::runtime_error);
}

TEST(OnPool, IsBusyWhenTheQueueIsFull) {
    std::promise<void> begun, release;
    struct Block final : WorkerPool::Job {
        void run() noexcept override {
            if (begun) begun->set_value();
            release.wait();
        }
        std::promise<void>* begun = nullptr;
        std::shared_future<void> release;
    } running, waiting;
    running.begun = &begun;
    running.release = waiting.release = release.get_future().share();
    WorkerPool pool{1, 1};  // ends before the jobs do
    pool.submit(running);
    begun.get_future().wait();
    pool.submit(waiting);
    auto task = [](WorkerPool& workers) -> Task<int> { co_return co_await on_pool(workers, [] { return 1; }); };
    EXPECT_THROW((void)run_task(task(pool)), Busy);
    EXPECT_EQ(pool.queued(), 1u);
    release.set_value();
}

SessionRow row_of(std::string_view user) {
    SessionRow row;
    row.digest = sha256(user);
    row.user = user;
    return row;
}

Task<Result<int>> save_twice(Store& store, WorkerPool& pool, ErrorKind* refuse_with) {
    auto work = [refuse_with](Transaction& transaction) -> Result<int> {
        transaction.put_session(row_of("a"));
        if (refuse_with) return refuse(*refuse_with, "no", {});
        return 7;
    };
    auto const value = co_await write(store, work);
    auto look = [](Snapshot& snapshot) { return snapshot.session(sha256("a")).has_value(); };
    bool const there = co_await read(store, pool, look);
    EXPECT_EQ(there, !refuse_with);
    co_return value;
}

TEST(Write, IsDurableWhenItAnswersAndLeavesNothingWhenItIsRefused) {
    WorkerPool pool{1, 4};
    auto const store = make_memory_store();
    auto conflict = ErrorKind::conflict;
    EXPECT_EQ(run_task(save_twice(*store, pool, &conflict)).error().kind, ErrorKind::conflict);
    EXPECT_EQ(run_task(save_twice(*store, pool, nullptr)), 7);
}

TEST(Write, HandsOnWhatTheStoreThrows) {
    auto const store = make_memory_store();
    auto task = [](Store& it) -> Task<Result<int>> {
        auto work = [](Transaction&) -> Result<int> { throw StorageError{StorageError::What::full, "disk full"}; };
        co_return co_await write(it, work);
    };
    EXPECT_THROW((void)run_task(task(*store)), StorageError);
}

Result<int> half(int n) {
    if (n % 2 != 0) return refuse(ErrorKind::invalid, "odd", say("{} 是奇数", "{} is odd", n));
    return n / 2;
}

Task<Result<int>> quarter(int n) {
    CO_TRY(int const once, half(n));
    CO_TRY(int const twice, half(once));
    co_return twice;
}

Task<Response> answer(int n) {
    CO_TRY(int const value, co_await quarter(n));
    CO_TRY_DONE(half(value));
    Response response;
    response.body = std::to_string(value);
    co_return response;
}

TEST(CoTry, GivesTheValueOrReturnsTheRefusalAsResultOrResponse) {
    EXPECT_EQ(run_task(quarter(12)), 3);
    EXPECT_EQ(run_task(quarter(6)).error().code, "odd");
    EXPECT_EQ(run_task(answer(8)).body, "2");
    EXPECT_EQ(run_task(answer(12)).status, 422);
    EXPECT_EQ(run_task(answer(7)).refusal->detail.en, "7 is odd");
}

TEST(Task, DestroysWhatItHoldsWhenItIsNeverAwaited) {
    auto const held = std::make_shared<int>(1);
    {
        auto task = [](std::shared_ptr<int> kept) -> Task<int> { co_return *kept; }(held);
        EXPECT_EQ(held.use_count(), 2);
    }
    EXPECT_EQ(held.use_count(), 1);
}

}  // namespace
}  // namespace hearline::http
