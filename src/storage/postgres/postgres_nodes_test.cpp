// Several nodes on one schema, and what happens when connections or the server are lost.
#include <atomic>
#include <mutex>

#include "storage/postgres/wire.hpp"
#include "support/postgres_store_words.hpp"

namespace hearline {
namespace {

using namespace test;

class PostgresNodesTest : public testing::Test {
protected:
    PostgresServer& server = PostgresServer::shared();
    std::string url = server.fresh_url();
    Heard heard;
};

TEST_F(PostgresNodesTest, TwoNodesOnOneSchemaShareTheNumbersAndHearOfEachOther) {
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

TEST_F(PostgresNodesTest, TwoNodesMayMeetOnOneExternalId) {
    auto one = open(url), two = open(url);
    in_threads(6, 30, [&](int thread, int turn) {
        auto& store = thread % 2 == 0 ? *one : *two;
        EXPECT_TRUE(registered(store, [&](Transaction& transaction) { return register_sample(transaction, "weibo:" + std::to_string(turn)); }));
    });
    EXPECT_EQ(all_rows(*one).size(), 30u);
    expect_gapless(*two);
}

TEST_F(PostgresNodesTest, KilledBackendsUnderLoadLoseNothingAndDoubleNothing) {
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

TEST_F(PostgresNodesTest, ALostServerIsUnavailableAndHealsByItself) {
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

TEST_F(PostgresNodesTest, ACrashedServerUnderLoadKeepsWhatWasAcknowledged) {
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

TEST_F(PostgresNodesTest, SeveralNodesMayMigrateANewSchemaAtOnce) {
    in_threads(5, 1, [&](int, int) { EXPECT_NO_THROW((void)open(url)); });
}

}  // namespace
}  // namespace hearline
