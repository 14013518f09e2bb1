#include "storage/postgres/postgres_store.hpp"

#include <gtest/gtest.h>

#include <condition_variable>
#include <set>
#include <thread>

#include "storage/postgres/wire.hpp"
#include "support/postgres_samples.hpp"
#include "support/postgres_server.hpp"

namespace hearline {
namespace {

using namespace test;

Instant now() { return sample_time; }

std::unique_ptr<Store> open(std::string const& url) {
    auto store = open_postgres_store(url, now);
    if (!store) throw std::runtime_error{store.error().detail.en};
    return std::move(*store);
}

/// Runs `f(thread, turn)` `turns` times in each of `threads` threads.
template <class F>
void in_threads(int threads, int turns, F f) {
    std::vector<std::thread> running;
    for (int thread = 0; thread < threads; ++thread)
        running.emplace_back([=] {
            for (int turn = 0; turn < turns; ++turn) f(thread, turn);
        });
    for (auto& thread : running) thread.join();
}

template <class F>
auto registered(Store& store, F f) {
    return write_and_wait(store, f, WriteKind::registration);
}

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

std::vector<ComplaintRow> all_rows(Store& store) {
    return read_now(store, [](Snapshot& snapshot) {
        std::vector<ComplaintRow> rows;
        for (auto part = snapshot.scan({}, 1000); !part.empty(); part = snapshot.scan(rows.back().key, 1000)) rows.insert(rows.end(), part.begin(), part.end());
        return rows;
    });
}

/// R3.8: every counter from 1 to the number of rows, each once.
void expect_gapless(Store& store) {
    auto rows = all_rows(store);
    std::set<std::int64_t> counters;
    for (auto const& row : rows) counters.insert(row.number.counter());
    EXPECT_EQ(counters.size(), rows.size());
    if (rows.empty()) return;
    EXPECT_EQ(*counters.begin(), 1);
    EXPECT_EQ(*counters.rbegin(), static_cast<std::int64_t>(rows.size()));
}

/// Positions without gaps in every lane, and anchors that end where the lane ends.
void expect_whole_lanes(Store& store) {
    read_now(store, [](Snapshot& snapshot) {
        for (auto const last : snapshot.lanes()) {
            Position at{std::int64_t{last.lane()} << 40};
            while (true) {
                auto events = snapshot.events_by_position(at, 1000);
                if (events.empty()) break;
                for (auto const& event : events) EXPECT_EQ(event.position.value, ++at.value);
            }
            EXPECT_EQ(at, last);
            Position anchored{std::int64_t{last.lane()} << 40};
            for (auto part = snapshot.anchors(anchored, 1000); !part.empty(); part = snapshot.anchors(anchored, 1000)) anchored = part.back().upto;
            EXPECT_EQ(anchored, last);
        }
        return 0;
    });
}

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

TEST_F(PostgresStoreTest, TwoNodesOnOneSchemaShareTheNumbersAndHearOfEachOther) {
    auto one = open(url), two = open(url);
    Heard heard_two;
    one->on_commit(heard.listener());
    two->on_commit(heard_two.listener());
    std::mutex mutex;
    std::map<Number, int> expected;
    in_threads(8, 25, [&](int thread, int) {
        auto& store = thread % 2 == 0 ? *one : *two;
        auto number = registered(store, [](Transaction& transaction) { return register_sample(transaction); });
        ASSERT_TRUE(number);
        auto version = write_and_wait(thread % 3 == 0 ? *two : *one, [&](Transaction& transaction) { return act_sample(transaction, *number); });
        ASSERT_TRUE(version);
        std::lock_guard lock{mutex};
        expected[*number] = *version;
    });
    EXPECT_EQ(expected.size(), 200u);
    expect_gapless(*one);
    expect_whole_lanes(*two);
    auto rows = all_rows(*one);
    EXPECT_EQ(std::adjacent_find(rows.begin(), rows.end(), [](auto const& a, auto const& b) { return a.key == b.key; }), rows.end());
    // The follower looks every 100 ms: wait for it, however slow the machine.
    auto hears_all = [&](Heard& listener) {
        for (int i = 0; i < 600 && listener.versions() != expected; ++i) std::this_thread::sleep_for(std::chrono::milliseconds{50});
        return listener.versions() == expected;
    };
    EXPECT_TRUE(hears_all(heard));
    EXPECT_TRUE(hears_all(heard_two));
    EXPECT_FALSE(heard.went_back());
    EXPECT_FALSE(heard_two.went_back());
}

TEST_F(PostgresStoreTest, TwoNodesMayMeetOnOneExternalId) {
    auto one = open(url), two = open(url);
    in_threads(6, 30, [&](int thread, int turn) {
        auto& store = thread % 2 == 0 ? *one : *two;
        EXPECT_TRUE(registered(store, [&](Transaction& transaction) { return register_sample(transaction, "weibo:" + std::to_string(turn)); }));
    });
    EXPECT_EQ(all_rows(*one).size(), 30u);
    expect_gapless(*two);
}

TEST_F(PostgresStoreTest, KilledBackendsUnderLoadLoseNothingAndDoubleNothing) {
    auto store = open(url);
    store->on_commit(heard.listener());
    std::atomic<bool> loading{true};
    std::atomic<int> kills{0};
    std::thread killer{[&] {
        auto address = *postgres::parse_address(url);
        while (loading) {
            auto killed = postgres::Wire{address}.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hearline' "
                                                      "AND pid <> pg_backend_pid() AND query !~ 'CREATE'");
            kills += killed.rows();
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
        }
    }};
    std::mutex mutex;
    std::map<std::string, Number> acknowledged;
    std::map<Number, int> acted;
    in_threads(8, 60, [&](int thread, int turn) {
        auto external = "hotline:" + std::to_string(thread) + "-" + std::to_string(turn);
        // No look-up: a registration run again after it was committed would be refused as not new.
        auto number = registered(*store, [&](Transaction& transaction) -> Result<Number> { return insert_sample(transaction, external); });
        ASSERT_TRUE(number);
        auto act = [&] { return write_and_wait(*store, [&](Transaction& transaction) { return act_sample(transaction, *number); }); };
        ASSERT_TRUE(turn % 3 != 0 || act());
        std::lock_guard lock{mutex};
        acknowledged[external] = *number;
        acted[*number] = turn % 3 == 0 ? 2 : 1;
    });
    loading = false;
    killer.join();
    EXPECT_GT(kills, 10);
    auto rows = all_rows(*store);
    EXPECT_EQ(rows.size(), 480u);
    for (auto const& row : rows) {
        EXPECT_EQ(acknowledged[row.external], row.number);
        EXPECT_EQ(acted[row.number], row.version) << "an act was done twice";
    }
    EXPECT_EQ(heard.versions(), acted);
    expect_gapless(*store);
    expect_whole_lanes(*store);
}

TEST_F(PostgresStoreTest, ALostServerIsUnavailableAndHealsByItself) {
    PostgresServer own;
    auto store = open(own.fresh_url("&patience=200"));
    auto number = *registered(*store, [](Transaction& transaction) { return register_sample(transaction); });
    own.crash();
    auto kind_of = [](auto&& f) {
        try {
            f();
        } catch (StorageError const& error) {
            return error.kind();
        }
        ADD_FAILURE() << "nothing was thrown";
        return StorageError::What::corrupt;
    };
    EXPECT_EQ(kind_of([&] { (void)registered(*store, [](Transaction& transaction) { return register_sample(transaction); }); }), StorageError::What::unavailable);
    EXPECT_EQ(kind_of([&] { (void)write_and_wait(*store, [&](Transaction& transaction) { return act_sample(transaction, number); }); }), StorageError::What::unavailable);
    EXPECT_EQ(kind_of([&] { store->read([&](Snapshot& snapshot) { (void)snapshot.find(number); }); }), StorageError::What::unavailable);
    EXPECT_FALSE(store->health().writable);
    EXPECT_FALSE(store->health().detail.empty());
    own.restart();
    EXPECT_EQ(read_now(*store, [&](Snapshot& snapshot) { return snapshot.find(number); })->version, 1);
    EXPECT_EQ(registered(*store, [](Transaction& transaction) { return register_sample(transaction); })->counter(), 2);
    EXPECT_EQ(write_and_wait(*store, [&](Transaction& transaction) { return act_sample(transaction, number); }), 2);
    EXPECT_TRUE(store->health().writable);
    expect_gapless(*store);
}

TEST_F(PostgresStoreTest, ACrashedServerUnderLoadKeepsWhatWasAcknowledged) {
    PostgresServer own;
    auto store = open(own.fresh_url("&patience=30000"));
    std::atomic<int> written{0};
    std::thread crasher{[&] {
        for (int round = 1; round <= 3; ++round) {
            while (written < round * 200) std::this_thread::yield();
            own.crash();
            own.restart();
        }
    }};
    std::mutex mutex;
    std::map<std::string, Number> acknowledged;
    in_threads(8, 110, [&](int thread, int turn) {
        auto external = std::to_string(thread) + "-" + std::to_string(turn);
        auto number = registered(*store, [&](Transaction& transaction) -> Result<Number> { return insert_sample(transaction, external); });
        ASSERT_TRUE(number);
        ++written;
        std::lock_guard lock{mutex};
        acknowledged[external] = *number;
    });
    crasher.join();
    auto rows = all_rows(*store);
    EXPECT_EQ(rows.size(), 880u);
    for (auto const& row : rows) EXPECT_EQ(acknowledged[row.external], row.number);
    expect_gapless(*store);
    expect_whole_lanes(*store);
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

TEST_F(PostgresStoreTest, SeveralNodesMayMigrateANewSchemaAtOnce) {
    in_threads(5, 1, [&](int, int) { EXPECT_NO_THROW((void)open(url)); });
}

}  // namespace
}  // namespace hearline
