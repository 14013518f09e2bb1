#include <gtest/gtest.h>

#include <condition_variable>

#include "support/postgres_store_words.hpp"

namespace hearline {
namespace {

using namespace test;

/// Submits all jobs before waiting for any, so that they meet in few batches.
class Burst {
public:
    using Run = std::function<bool(Transaction&)>;
    void add(Run run) { jobs_.push_back(std::make_unique<Job>(*this, std::move(run))); }
    void submit(Store& store) {
        for (auto& job : jobs_) store.submit(*job, WriteKind::registration);
        std::unique_lock lock{mutex_};
        done_.wait(lock, [&] { return finished_ == jobs_.size(); });
    }
    [[nodiscard]] std::exception_ptr error(std::size_t i) const { return jobs_[i]->error; }

private:
    struct Job final : WriteJob {
        Job(Burst& burst, Run f) : owner{burst}, run_{std::move(f)} {}
        bool run(Transaction& transaction) override { return run_(transaction); }
        void finished(std::exception_ptr e) noexcept override {
            std::lock_guard lock{owner.mutex_};
            error = e;
            ++owner.finished_;
            owner.done_.notify_one();
        }
        Burst& owner;
        Run run_;
        std::exception_ptr error;
    };
    std::vector<std::unique_ptr<Job>> jobs_;
    std::mutex mutex_;
    std::condition_variable done_;
    std::size_t finished_ = 0;
};

class PostgresStoreTest : public testing::Test {
protected:
    PostgresServer& server = PostgresServer::shared();
    std::string url = server.fresh_url();
    Heard heard;
};

TEST_F(PostgresStoreTest, R3_8_RegistrationsOfManyThreadsGetEveryNumberOnce) {
    auto store = open(url);
    store->on_commit(heard.listener());
    in_threads(16, 40, [&](int thread, int turn) {
        // Every tenth is refused after it took a number: the number is given back.
        auto outcome = registered(*store, [&](Transaction& transaction) -> Result<Number> {
            auto number = insert_sample(transaction);
            if ((thread + turn) % 10 == 0) return refuse(ErrorKind::invalid, "no", say("不", "no"));
            return number;
        });
        EXPECT_EQ(outcome.has_value(), (thread + turn) % 10 != 0);
    });
    EXPECT_EQ(all_rows(*store).size(), 576u);
    EXPECT_EQ(heard.versions().size(), 576u);
    expect_gapless(*store);
    expect_whole_lanes(*store);
    auto health = store->health();
    EXPECT_TRUE(health.writable);
    EXPECT_EQ(health.writes, 576);
    EXPECT_LT(health.commits, 576) << "registrations share commits";
}

TEST_F(PostgresStoreTest, TheSameExternalIdInOneBatchIsRegisteredOnce) {
    auto store = open(url);
    Burst burst;
    std::mutex mutex;
    std::map<std::string, std::set<Number>> numbers;
    for (int i = 0; i < 60; ++i)
        burst.add([&, external = "weibo:" + std::to_string(i % 7)](Transaction& transaction) {
            auto number = register_sample(transaction, external);
            std::lock_guard lock{mutex};
            numbers[external].insert(*number);
            return true;
        });
    burst.submit(*store);
    EXPECT_EQ(all_rows(*store).size(), 7u);
    for (auto const& [external, given] : numbers) EXPECT_EQ(given.size(), 1u) << external;
    expect_gapless(*store);
}

TEST_F(PostgresStoreTest, AReplayedIdempotencyKeySeesTheReplyOfItsOwnBatch) {
    auto store = open(url);
    Burst burst;
    std::atomic<int> written{0};
    for (int i = 0; i < 30; ++i)
        burst.add([&, key = digest_of(std::to_string(i % 3))](Transaction& transaction) {
            if (transaction.idempotency(key)) return true;
            insert_sample(transaction);
            transaction.put_idempotency({.key = key, .body = key, .status = 201, .response = "{}", .at = sample_time});
            return true;
        });
    burst.submit(*store);
    EXPECT_EQ(all_rows(*store).size(), 3u);
    expect_gapless(*store);
}

TEST_F(PostgresStoreTest, ABadRegistrationInABatchIsRefusedAlone) {
    auto store = open(url);
    Burst burst;
    for (int i = 0; i < 40; ++i)
        burst.add([=](Transaction& transaction) {
            insert_sample(transaction, i == 17 || i == 23 ? "email:same" : "");  // the second breaks the promise that it is new
            if (i == 5) throw std::runtime_error{"a bug of the job"};
            return i != 6;
        });
    burst.submit(*store);
    EXPECT_EQ(all_rows(*store).size(), 37u);
    int conflicts = 0;
    for (int i = 0; i < 40; ++i) {
        if (!burst.error(i)) continue;
        try {
            std::rethrow_exception(burst.error(i));
        } catch (StorageError const& error) {
            EXPECT_EQ(error.kind(), StorageError::What::conflict);
            EXPECT_TRUE(i == 17 || i == 23);
            ++conflicts;
        } catch (std::runtime_error const&) {
            EXPECT_EQ(i, 5);
        }
    }
    EXPECT_EQ(conflicts, 1);
    expect_gapless(*store);
    expect_whole_lanes(*store);
}

TEST_F(PostgresStoreTest, ARegistrationThatReadsItsOwnWritesGetsATransactionOfItsOwn) {
    auto store = open(url);
    Burst burst;
    std::atomic<int> seen{0};
    for (int i = 0; i < 20; ++i)
        burst.add([&, i](Transaction& transaction) {
            auto number = insert_sample(transaction);
            if (i % 4 != 0) return true;
            if (transaction.find(number) && act_sample(transaction, number)) ++seen;
            return i % 8 != 0;
        });
    burst.submit(*store);
    EXPECT_EQ(seen, 5);
    auto rows = all_rows(*store);
    EXPECT_EQ(rows.size(), 17u);
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(), [](auto const& row) { return row.version == 2; }), 2);
    expect_gapless(*store);
    expect_whole_lanes(*store);
}

TEST_F(PostgresStoreTest, ActsOnOneComplaintFollowOneAnother) {
    auto store = open(url);
    store->on_commit(heard.listener());
    auto number = *registered(*store, [](Transaction& transaction) { return register_sample(transaction); });
    in_threads(8, 20, [&](int, int) { EXPECT_TRUE(write_and_wait(*store, [&](Transaction& transaction) { return act_sample(transaction, number); })); });
    EXPECT_EQ(read_now(*store, [&](Snapshot& snapshot) { return snapshot.find(number); })->version, 161);
    EXPECT_EQ(heard.versions()[number], 161);
    EXPECT_FALSE(heard.went_back());
    expect_whole_lanes(*store);
}

TEST_F(PostgresStoreTest, SerializableConflictsAreRunAgain) {
    auto store = open(url + "&isolation=serializable");
    auto number = *registered(*store, [](Transaction& transaction) { return register_sample(transaction); });
    std::atomic<int> runs{0};
    in_threads(8, 10, [&](int thread, int) {
        if (thread < 4)
            EXPECT_TRUE(write_and_wait(*store, [&](Transaction& transaction) {
                ++runs;
                return act_sample(transaction, number);
            }));
        else
            EXPECT_TRUE(registered(*store, [](Transaction& transaction) { return register_sample(transaction); }));
    });
    EXPECT_EQ(read_now(*store, [&](Snapshot& snapshot) { return snapshot.find(number); })->version, 41);
    EXPECT_GT(runs, 40) << "no conflict happened: this run proves nothing";
    expect_gapless(*store);
    expect_whole_lanes(*store);
}

TEST_F(PostgresStoreTest, ASnapshotStaysAsItBegan) {
    auto store = open(url);
    auto number = *registered(*store, [](Transaction& transaction) { return register_sample(transaction); });
    store->read([&](Snapshot& snapshot) {
        EXPECT_EQ(snapshot.complaint_count(), 1);
        EXPECT_TRUE(write_and_wait(*store, [&](Transaction& transaction) { return act_sample(transaction, number); }));
        EXPECT_EQ(snapshot.find(number)->version, 1);
    });
    EXPECT_EQ(read_now(*store, [&](Snapshot& snapshot) { return snapshot.find(number); })->version, 2);
}

TEST_F(PostgresStoreTest, OpeningAgainMigratesNothingAndFindsEverything) {
    auto applied = migrate_postgres(url, now);
    ASSERT_TRUE(applied);
    EXPECT_FALSE(applied->empty());
    EXPECT_TRUE(migrate_postgres(url, now)->empty());
    auto number = *registered(*open(url), [](Transaction& transaction) { return register_sample(transaction); });
    auto again = open(url);
    EXPECT_EQ(read_now(*again, [&](Snapshot& snapshot) { return snapshot.find(number); })->version, 1);
    EXPECT_EQ(registered(*again, [](Transaction& transaction) { return register_sample(transaction); })->counter(), 2);
}

}  // namespace
}  // namespace hearline
