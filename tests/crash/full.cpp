// A full disk: what was acknowledged is there, what was not leaves no trace, and the store goes on when there is room again.
#include <fmt/format.h>
#include <signal.h>
#include <sys/resource.h>

#include <thread>

#include "crash/aftermath.hpp"
#include "crash/forgetful_vfs.hpp"
#include "storage/sqlite/sqlite_store.hpp"
#include "support/temporary_folder.hpp"

namespace hearline::crash {
namespace {

Date const day{std::chrono::days{20783}};
Instant const noon = instant_ms(1'795'665'600'000);

Result<ComplaintRow> put(Transaction& transaction) {
    ComplaintRow row;
    row.number = transaction.next_number(day);
    row.key = transaction.next_key(noon);
    row.version = 1;
    row.record = "stage=dispatch\n";
    row.text = std::string(3000, 'x');
    EventRow event;
    event.seq = 1;
    event.body = fmt::format("number={}\nprevious={}\n", row.number.value, hex(Digest{}));
    event.digest = sha256(event.body);
    transaction.insert(row, {&event, 1}, fmt::format("共同 n{}", row.number.counter()));
    return row;
}

/// Registers until the store says that it is full.
std::vector<Acknowledged> fill(Store& store) {
    std::vector<Acknowledged> acknowledged;
    for (auto i = 0; i < 100'000; ++i) {
        try {
            auto const row = write_and_wait(store, put).value();
            acknowledged.push_back({row.number.value, row.key.value, 1, 0});
        } catch (StorageError const& error) {
            EXPECT_EQ(error.kind(), StorageError::What::full) << error.what();
            return acknowledged;
        }
    }
    ADD_FAILURE() << "it never got full";
    return acknowledged;
}

bool becomes_writable(Store& store) {
    // Asking for health queues a write that finds out; the next one behind it waits for it.
    for (auto i = 0; i < 100; ++i) {
        if (store.health().writable) return true;
        try {
            (void)write_and_wait(store, [](Transaction&) -> Done { return std::monostate{}; });
        } catch (StorageError const&) {
        }
    }
    return false;
}

void expect_goes_on(Store& store, std::vector<Acknowledged> acknowledged) {
    EXPECT_FALSE(store.health().writable);
    EXPECT_FALSE(store.health().detail.empty());
    EXPECT_EQ(lost(store, acknowledged), 0u);
    for (auto i = 0; i < 5; ++i) EXPECT_TRUE(fill(store).empty()) << "taken without room";
    EXPECT_EQ(read_now(store, [](Snapshot& snapshot) { return snapshot.complaint_count(); }), static_cast<std::int64_t>(acknowledged.size()));
}

void expect_went_on(Store& store, std::vector<Acknowledged> acknowledged) {
    EXPECT_TRUE(becomes_writable(store));
    for (auto i = 0; i < 20; ++i) {
        auto const row = write_and_wait(store, put).value();
        EXPECT_EQ(row.number.counter(), static_cast<std::int64_t>(acknowledged.size()) + 1);
        acknowledged.push_back({row.number.value, row.key.value, 1, 0});
    }
    EXPECT_TRUE(store.health().writable) << store.health().detail;
    EXPECT_EQ(lost(store, acknowledged), 0u);
    expect_sound(store);
}

TEST(FullDisk, TheStoreRefusesAndGoesOnWhenThereIsRoom) {
    register_forgetful_vfs();
    set_room(INT64_MAX);
    TemporaryFolder const folder;
    SqliteOptions const options{.folder = folder.path(), .search_block = 50, .vfs = small_vfs};
    std::vector<Acknowledged> acknowledged;
    {
        auto const store = open_sqlite_store(options);
        set_room(3'000'000);
        acknowledged = fill(*store);
        EXPECT_GT(acknowledged.size(), 10u);
        set_room(0);
        expect_goes_on(*store, acknowledged);
        set_room(INT64_MAX);
        expect_went_on(*store, acknowledged);
    }
    auto const store = open_sqlite_store(options);
    EXPECT_EQ(lost(*store, acknowledged), 0u);
    expect_sound(*store);
}

TEST(FullDisk, ManyWritersAreAllRefusedAtOnce) {
    register_forgetful_vfs();
    set_room(INT64_MAX);
    TemporaryFolder const folder;
    auto const store = open_sqlite_store({.folder = folder.path(), .search_block = 50, .vfs = small_vfs});
    set_room(1'000'000);
    std::mutex mutex;
    std::vector<Acknowledged> acknowledged;
    std::vector<std::thread> writers;
    for (auto i = 0; i < 8; ++i)
        writers.emplace_back([&] {
            auto const some = fill(*store);
            std::lock_guard lock{mutex};
            acknowledged.insert(acknowledged.end(), some.begin(), some.end());
        });
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(read_now(*store, [](Snapshot& snapshot) { return snapshot.complaint_count(); }), static_cast<std::int64_t>(acknowledged.size()));
    set_room(INT64_MAX);
    expect_went_on(*store, acknowledged);
}

// The system's own limit on the size of files.
TEST(FullDisk, ALimitOfTheSystemIsAFullDiskToo) {
    ::signal(SIGXFSZ, SIG_IGN);
    TemporaryFolder const folder;
    auto const store = open_sqlite_store({.folder = folder.path(), .search_block = 50});
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    auto limited = before;
    limited.rlim_cur = 1 << 20;
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &limited), 0);
    auto const acknowledged = fill(*store);
    EXPECT_GT(acknowledged.size(), 10u);
    EXPECT_FALSE(store->health().writable);
    EXPECT_EQ(lost(*store, acknowledged), 0u);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    expect_went_on(*store, acknowledged);
}

}  // namespace
}  // namespace hearline::crash
