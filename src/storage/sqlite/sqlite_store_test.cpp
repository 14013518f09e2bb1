#include "storage/sqlite/sqlite_store.hpp"

#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>
#include <unistd.h>

#include "storage/sqlite/database.hpp"
#include "storage/sqlite/migrate.hpp"
#include "support/temporary_folder.hpp"

namespace hearline {
namespace {

Date const day{std::chrono::days{20783}};
Instant const noon = instant_ms(1'795'665'600'000);

ComplaintRow put(Transaction& transaction, std::size_t text_size = 10) {
    ComplaintRow row;
    row.number = transaction.next_number(day);
    row.key = transaction.next_key(noon);
    row.version = 1;
    row.text = std::string(text_size, 'x');
    transaction.insert(row, {}, fmt::format("共同 n{}", row.number.counter()));
    return row;
}
ComplaintRow registered(Store& store, std::size_t text_size = 10) {
    return write_and_wait(store, [&](Transaction& transaction) -> Result<ComplaintRow> { return put(transaction, text_size); }).value();
}
std::size_t found(Store& store, std::string token) {
    return read_now(store, [&](Snapshot& snapshot) { return snapshot.search({.tokens = {token}, .prefix = {}}, {INT64_MAX}, 100'000); }).size();
}

void wait_until_whole(Store& store) {
    auto const end = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (store.health().search != StoreHealth::Search::whole && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(std::chrono::milliseconds{2});
}

class InFolder : public testing::Test {
protected:
    std::unique_ptr<Store> open(SqliteOptions::Access access = SqliteOptions::Access::write) {
        auto options = options_;
        options.access = access;
        return open_sqlite_store(options);
    }
    [[nodiscard]] sqlite::Database main_file(sqlite::Use use = sqlite::Use::read) const {
        return sqlite::Database{{.file = (folder_.path() / "hearline.db").string(), .use = use}};
    }
    /// Registers until what was registered before has gone through the index and left the queue.
    std::int64_t register_until_indexed(Store& store) {
        auto watching = main_file();
        for (std::int64_t count = 1;; ++count) {
            registered(store);
            std::int64_t left_queue = 0;
            watching.query("SELECT trimmed_upto FROM search_state", sql::Values{}, [&](sql::Row& row) { left_queue = row.integer(0); });
            if (left_queue > 0 && count >= 20) return count;
        }
    }
    static StorageError::What refusal_of(std::function<void()> const& f, std::string& detail) {
        try {
            f();
        } catch (StorageError const& error) {
            detail = error.what();
            return error.kind();
        }
        ADD_FAILURE() << "taken";
        return {};
    }

    TemporaryFolder folder_;
    SqliteOptions options_{.search_block = 4};

private:
    void SetUp() override { options_.folder = folder_.path(); }
};

TEST_F(InFolder, OnlyOneProcessWrites) {
    auto const store = open();
    std::string detail;
    EXPECT_EQ(refusal_of([&] { open(); }, detail), StorageError::What::locked);
    EXPECT_NE(detail.find(fmt::format("locked by process {}", ::getpid())), std::string::npos) << detail;
}

TEST_F(InFolder, TheLockGoesWithItsHolder) {
    open().reset();
    EXPECT_NO_THROW(open());
}

TEST_F(InFolder, ReadingBesideAWriterSeesWhatIsCommitted) {
    auto const writer = open();
    auto const first = registered(*writer);
    auto const reader = open(SqliteOptions::Access::read);
    EXPECT_TRUE(read_now(*reader, [&](Snapshot& snapshot) { return snapshot.find(first.number); }));
    for (auto i = 2; i <= 30; ++i) {
        registered(*writer);
        EXPECT_EQ(found(*reader, "共同"), static_cast<std::size_t>(i));
        EXPECT_EQ(found(*reader, fmt::format("n{}", i)), 1u);
    }
    EXPECT_THROW(registered(*reader), StorageError);
    EXPECT_FALSE(reader->health().writable);
}

TEST_F(InFolder, ReadingNeedsAStore) {
    std::string detail;
    EXPECT_EQ(refusal_of([&] { open(SqliteOptions::Access::read); }, detail), StorageError::What::unavailable);
}

TEST_F(InFolder, ReadingAloneDoesNotTakeTheLock) {
    open().reset();
    auto const reader = open(SqliteOptions::Access::read);
    EXPECT_NO_THROW(registered(*open()));
    EXPECT_EQ(read_now(*reader, [](Snapshot& snapshot) { return snapshot.complaint_count(); }), 1);
}

TEST_F(InFolder, ANewerSchemaIsRefused) {
    open().reset();
    {
        auto database = main_file(sqlite::Use::write);
        database.run("INSERT INTO migration (version, name, applied_at) VALUES (999, '0999_later', 0)");
    }
    for (auto const access : {SqliteOptions::Access::write, SqliteOptions::Access::read}) {
        std::string detail;
        EXPECT_EQ(refusal_of([&] { open(access); }, detail), StorageError::What::unavailable);
        EXPECT_NE(detail.find("999"), std::string::npos) << detail;
    }
}

TEST_F(InFolder, MigrationsAreAppliedOnce) {
    options_.now = noon;
    open().reset();
    options_.now = noon + std::chrono::hours{1};
    open().reset();
    auto database = main_file();
    EXPECT_EQ(sqlite::schema_version(database), sqlite::newest_schema());
    database.query("SELECT applied_at FROM migration", sql::Values{}, [](sql::Row& row) { EXPECT_EQ(row.integer(0), ms_of(noon)); });
}

TEST_F(InFolder, AFileThatIsNoDatabaseIsCorrupt) {
    {
        std::unique_ptr<FILE, int (*)(FILE*)> const file{std::fopen((folder_.path() / "hearline.db").c_str(), "w"), std::fclose};
        for (auto i = 0; i < 5000; ++i) std::fputs("no database ", file.get());
    }
    std::string detail;
    EXPECT_EQ(refusal_of([&] { open(); }, detail), StorageError::What::corrupt);
}

TEST_F(InFolder, WhatIsIndexedLeavesTheQueue) {
    auto const store = open();
    auto const count = register_until_indexed(*store);
    EXPECT_EQ(found(*store, "共同"), static_cast<std::size_t>(count));
    auto database = main_file();
    database.query("SELECT min(id) FROM search_queue", sql::Values{}, [](sql::Row& row) { EXPECT_GT(row.integer(0), 1); });
}

TEST_F(InFolder, WhatWaitsToBeIndexedIsFoundAfterReopening) {
    options_.search_block = 1'000'000;
    for (auto i = 1; i <= 5; ++i) {
        auto const store = open();
        registered(*store);
        EXPECT_EQ(found(*store, "共同"), static_cast<std::size_t>(i));
    }
    options_.search_block = 2;
    auto const store = open();
    EXPECT_EQ(found(*store, "共同"), 5u);
    auto const more = register_until_indexed(*store);
    EXPECT_EQ(found(*store, "共同"), static_cast<std::size_t>(5 + more));
    EXPECT_EQ(found(*store, "n3"), 1u);
}

TEST_F(InFolder, ALostSearchIndexIsMadeAnew) {
    std::int64_t count = register_until_indexed(*open());
    for (auto const* name : {"search.db", "search.db-wal", "search.db-shm"}) std::filesystem::remove(folder_.path() / name);
    {
        auto const store = open();
        EXPECT_NE(store->health().detail.find("search index is lost"), std::string::npos);
        EXPECT_LT(found(*store, "共同"), static_cast<std::size_t>(count));
        registered(*store);
        ++count;
    }
    options_.search_tokens = [](Snapshot&, ComplaintRow const& row) { return fmt::format("共同 n{} anew", row.number.counter()); };
    {
        auto const store = open();
        wait_until_whole(*store);
        EXPECT_EQ(store->health().detail, "");
        EXPECT_EQ(found(*store, "共同"), static_cast<std::size_t>(count));
        EXPECT_EQ(found(*store, "anew"), static_cast<std::size_t>(count));
    }
    options_.search_tokens = nullptr;
    EXPECT_EQ(open()->health().detail, "");
}

TEST_F(InFolder, ASearchIndexThatCannotBeReadIsMadeAnew) {
    auto const count = register_until_indexed(*open());
    for (auto const* name : {"search.db-wal", "search.db-shm"}) std::filesystem::remove(folder_.path() / name);
    {
        std::unique_ptr<FILE, int (*)(FILE*)> const file{std::fopen((folder_.path() / "search.db").c_str(), "w"), std::fclose};
        for (auto i = 0; i < 5000; ++i) std::fputs("no database ", file.get());
    }
    options_.search_tokens = [](Snapshot&, ComplaintRow const& row) { return fmt::format("共同 n{}", row.number.counter()); };
    auto const store = open();
    wait_until_whole(*store);
    EXPECT_EQ(found(*store, "共同"), static_cast<std::size_t>(count));
    EXPECT_EQ(store->health().detail, "");
}

TEST_F(InFolder, TheIndexIsMadeAnewBehindWhoeverWrites) {
    std::int64_t count = register_until_indexed(*open());
    for (auto const* name : {"search.db", "search.db-wal", "search.db-shm"}) std::filesystem::remove(folder_.path() / name);
    std::mutex gate;
    std::unique_lock held{gate};
    options_.search_tokens = [&](Snapshot&, ComplaintRow const& row) {
        std::lock_guard const passed{gate};
        return fmt::format("共同 n{}", row.number.counter());
    };
    auto store = open();
    EXPECT_EQ(store->health().search, StoreHealth::Search::made_anew);
    EXPECT_NE(store->health().detail.find("being made anew"), std::string::npos);
    std::int64_t fresh = 0;
    for (; fresh < 50; ++fresh) registered(*store);  // many blocks: nobody waits for the old ones
    EXPECT_GE(found(*store, "共同"), static_cast<std::size_t>(fresh)) << "what is new is found at once, and what still waited in the queue";
    held.unlock();
    wait_until_whole(*store);
    EXPECT_EQ(found(*store, "共同"), static_cast<std::size_t>(count + fresh));
    store = nullptr;
    options_.search_tokens = nullptr;
    store = open();
    EXPECT_EQ(store->health().search, StoreHealth::Search::whole);
    EXPECT_EQ(found(*store, "共同"), static_cast<std::size_t>(count + fresh));
}

TEST_F(InFolder, AnIndexOfAnOlderSchemeIsMadeAnew) {
    auto const count = register_until_indexed(*open());
    options_.search_scheme = 1;
    options_.search_tokens = [](Snapshot&, ComplaintRow const&) { return std::string{"新"}; };
    for (int times = 0; times < 2; ++times) {
        auto const store = open();
        wait_until_whole(*store);
        EXPECT_EQ(found(*store, "新"), static_cast<std::size_t>(count));
        options_.search_tokens = [](Snapshot&, ComplaintRow const&) { return std::string{"again"}; };  // not asked a second time
    }
}

TEST_F(InFolder, ReadingBesideWorksWithoutTheIndex) {
    register_until_indexed(*open());
    for (auto const* name : {"search.db", "search.db-wal", "search.db-shm"}) std::filesystem::remove(folder_.path() / name);
    auto const reader = open(SqliteOptions::Access::read);
    EXPECT_EQ(read_now(*reader, [](Snapshot& snapshot) { return snapshot.scan({}, 3).size(); }), 3u);
    static_cast<void>(found(*reader, "共同"));  // what waits in the queue, no error
    EXPECT_EQ(reader->health().search, StoreHealth::Search::lost);
    std::ofstream{folder_.path() / "search.db"} << std::string(10'000, 'x');
    auto const other = open(SqliteOptions::Access::read);
    static_cast<void>(found(*other, "共同"));
    EXPECT_EQ(other->health().search, StoreHealth::Search::lost);
}

TEST_F(InFolder, ANewFolderIsItsOwnersOnly) {
    options_.folder = folder_.path() / "data" / "store";
    open().reset();
    EXPECT_EQ(std::filesystem::status(options_.folder).permissions(), std::filesystem::perms::owner_all);
}

TEST_F(InFolder, TheLogDoesNotGrowWithoutEnd) {
    auto const store = open();
    std::int64_t largest = 0;
    for (auto i = 0; i < 60; ++i) {
        registered(*store, 1'000'000);
        largest = std::max(largest, store->health().wal_bytes);
    }
    EXPECT_LT(largest, 24'000'000);
}

TEST_F(InFolder, TheLogBeginsAnewAfterALongRead) {
    auto const store = open();
    store->read([&](Snapshot& snapshot) {
        EXPECT_EQ(snapshot.complaint_count(), 0);
        for (auto i = 0; i < 30; ++i) registered(*store, 1'000'000);
        EXPECT_EQ(snapshot.complaint_count(), 0);
        EXPECT_GT(store->health().wal_bytes, 24'000'000);
    });
    for (auto i = 0; i < 3; ++i) registered(*store, 1'000'000);
    EXPECT_LT(store->health().wal_bytes, 24'000'000);
}

TEST_F(InFolder, WritesQueuedAtClosingAreFinished) {
    struct Job final : WriteJob {
        bool run(Transaction& transaction) override {
            put(transaction);
            return true;
        }
        void finished(std::exception_ptr error) noexcept override { done = !error; }
        bool done = false;
    };
    std::vector<Job> jobs(100);
    {
        auto const store = open();
        for (auto& job : jobs) store->submit(job, WriteKind::registration);
    }
    for (auto const& job : jobs) EXPECT_TRUE(job.done);
    EXPECT_EQ(read_now(*open(), [](Snapshot& snapshot) { return snapshot.complaint_count(); }), 100);
}

}  // namespace
}  // namespace hearline
