// Commit positions, the listener, following, anchors; many writers at once.
#include <atomic>
#include <mutex>
#include <thread>

#include "contract/contract_test.hpp"

namespace hearline::contract {
namespace {

class Positions : public Contract {
protected:
    /// Every lane's events stand in positions without a gap, and the anchors over them are right.
    void expect_sealed() {
        store().read([](Snapshot& snapshot) {
            for (auto const last : snapshot.lanes()) {
                Position const beginning{std::int64_t{last.lane()} << 40};
                auto const anchors = snapshot.anchors(beginning, 1'000'000);
                auto const events = snapshot.events_by_position(beginning, 1'000'000);
                ASSERT_FALSE(anchors.empty());
                EXPECT_EQ(anchors.back().upto, last);
                Digest previous{};
                std::size_t next = 0;
                for (auto const& anchor : anchors) {
                    std::vector<Digest> digests;
                    for (; next < events.size() && events[next].position <= anchor.upto; ++next) {
                        EXPECT_EQ(events[next].position.value, beginning.value + static_cast<std::int64_t>(next) + 1);
                        digests.push_back(events[next].digest);
                    }
                    previous = seal_block(previous, digests);
                    EXPECT_EQ(anchor.digest, previous);
                }
                EXPECT_EQ(next, events.size());
            }
        });
    }
};

TEST_P(Positions, AnEmptyStoreHasNoLaneAndNoAnchor) {
    store().read([](Snapshot& snapshot) {
        EXPECT_TRUE(snapshot.lanes().empty());
        EXPECT_TRUE(snapshot.anchors({}, 10).empty());
        EXPECT_TRUE(snapshot.events_by_position({}, 10).empty());
        auto const changes = snapshot.follow({}, 10);
        EXPECT_TRUE(changes.rows.empty());
        EXPECT_FALSE(changes.more);
        EXPECT_EQ(changes.upto, Position{});
    });
}

TEST_P(Positions, EventsOfOneCommitFollowOneAnother) {
    auto row = registered();
    write(store(), [&](Transaction& transaction) {
        auto next = row;
        next.version = 2;
        std::vector<EventRow> const events{event_of(row.key, 2, "act=note\na=1\n"), event_of(row.key, 3, "act=note\na=2\n")};
        EXPECT_TRUE(transaction.save(next, 1, events));
    });
    auto const events = read_now(store(), [&](Snapshot& snapshot) { return snapshot.events(row.key, 1, 10); });
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[1].position.value, events[0].position.value + 1);
    expect_sealed();
}

TEST_P(Positions, ARefusedWriteTakesNoPosition) {
    auto const first = registered();
    refused_write(store(), [&](Transaction& transaction) { put(transaction); });
    refused_write(store(), [&](Transaction& transaction) { put(transaction); }, WriteKind::registration);
    registered();
    acted(first, 2, "act=note\n");
    EXPECT_EQ(all_events().size(), 3u);
    expect_sealed();
}

TEST_P(Positions, FollowingGivesEveryChangedComplaintOnce) {
    auto const a = registered();
    auto const b = registered();
    auto const a2 = acted(a, 2, "act=note\n");
    std::map<Number, ComplaintRow> rows;
    store().read([&](Snapshot& snapshot) {
        for (auto const last : snapshot.lanes()) {
            auto const changes = snapshot.follow({std::int64_t{last.lane()} << 40}, 100);
            EXPECT_EQ(changes.upto, last);
            EXPECT_FALSE(changes.more);
            for (auto const& row : changes.rows) rows.insert_or_assign(row.number, row);
            EXPECT_TRUE(snapshot.follow(last, 100).rows.empty());
            EXPECT_EQ(snapshot.follow(last, 100).upto, last);
        }
    });
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_TRUE(rows.at(a.number) == a2);
    EXPECT_TRUE(rows.at(b.number) == b);
}

TEST_P(Positions, FollowingGoesOnWhereItStopped) {
    std::set<ComplaintKey> registered_keys, followed;
    for (auto i = 0; i < 10; ++i) registered_keys.insert(registered().key);
    store().read([&](Snapshot& snapshot) {
        for (auto const last : snapshot.lanes()) {
            Position after{std::int64_t{last.lane()} << 40};
            for (;;) {
                auto const changes = snapshot.follow(after, 3);
                for (auto const& row : changes.rows) EXPECT_TRUE(followed.insert(row.key).second);
                EXPECT_GE(changes.upto, after);
                after = changes.upto;
                if (!changes.more) break;
            }
            EXPECT_EQ(after, last);
        }
    });
    EXPECT_EQ(followed, registered_keys);
}

TEST_P(Positions, TheListenerIsToldBeforeTheWriterIsAnswered) {
    std::mutex mutex;
    std::map<ComplaintKey, ComplaintRow> told;
    Position upto;
    store().on_commit([&](std::span<ComplaintRow const> rows, Position last) {
        std::lock_guard lock{mutex};
        std::set<ComplaintKey> once;
        for (auto const& row : rows) {
            EXPECT_TRUE(once.insert(row.key).second);
            told.insert_or_assign(row.key, row);
        }
        upto = last;
    });
    auto const expect_told = [&](ComplaintRow const& row) {
        std::lock_guard lock{mutex};
        ASSERT_TRUE(told.contains(row.key));
        EXPECT_TRUE(told.at(row.key) == row);
    };
    auto const row = registered();
    expect_told(row);
    auto const next = acted(row, 2, "act=note\n");
    expect_told(next);
    {
        std::lock_guard lock{mutex};
        EXPECT_TRUE(testing::Value(read_now(store(), [](Snapshot& snapshot) { return snapshot.lanes(); }), testing::Contains(upto)));
    }
    ComplaintRow refused;
    refused_write(store(), [&](Transaction& transaction) { refused = put(transaction); });
    ComplaintRow twice;
    write(store(), [&](Transaction& transaction) {
        twice = put(transaction);
        auto const event = event_of(twice.key, 2, "act=note\n");
        ++twice.version;
        EXPECT_TRUE(transaction.save(twice, 1, {&event, 1}));
    });
    expect_told(twice);
    store().on_commit(nullptr);
    std::lock_guard lock{mutex};
    for (auto const& [key, told_row] : told) EXPECT_TRUE(told_row.number == row.number || told_row.number == twice.number);
}

TEST_P(Positions, AnchorsSealEveryCommit) {
    auto row = registered();
    for (auto seq = 2; seq < 6; ++seq) row = acted(row, seq, fmt::format("seq={}", seq));
    write(store(), [&](Transaction& transaction) {
        for (auto i = 0; i < 100; ++i) put(transaction);
    });
    expect_sealed();
    if (under_test().reopen()) {
        registered();
        acted(row, 6, "act=note\n");
        expect_sealed();
    }
}

// R3.8: many at once, some refused.
TEST_P(Positions, R3_8_ManyWritersGetEveryNumberOnce) {
    constexpr auto writers = 8, each = 60;
    std::mutex mutex;
    std::map<Number, ComplaintKey> taken;
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (auto w = 0; w < writers; ++w)
        threads.emplace_back([&, w] {
            for (auto i = 0; i < each; ++i) {
                auto const kind = i % 3 ? WriteKind::registration : WriteKind::act;
                auto const fails = i % 5 == 4;
                auto const result = write_and_wait(
                    store(),
                    [&](Transaction& transaction) -> Result<ComplaintRow> {
                        auto row = put(transaction, {.tokens = fmt::format("并发 w{} i{}", w, i)});
                        if (fails) return refuse(ErrorKind::conflict, "refused", say("不行", "no"));
                        return row;
                    },
                    kind);
                EXPECT_EQ(static_cast<bool>(result), !fails);
                if (!result) {
                    ++refused;
                    continue;
                }
                std::lock_guard lock{mutex};
                EXPECT_TRUE(taken.emplace(result->number, result->key).second);
            }
        });
    for (auto& thread : threads) thread.join();
    ASSERT_EQ(taken.size(), static_cast<std::size_t>(writers * each - refused));
    EXPECT_EQ(taken.begin()->first, make_number(today, 1));
    EXPECT_EQ(taken.rbegin()->first, make_number(today, static_cast<std::int64_t>(taken.size())));
    std::set<ComplaintKey> keys;
    for (auto const& [number, key] : taken) keys.insert(key);
    EXPECT_EQ(keys.size(), taken.size());
    EXPECT_EQ(all_events().size(), taken.size());
    EXPECT_EQ(found({.tokens = {"并发"}, .prefix = {}}, {INT64_MAX}, 10'000).size(), taken.size());
    expect_sealed();
}

TEST_P(Positions, OfManyActsOnOneVersionOneWins) {
    constexpr auto writers = 8;
    auto const row = registered();
    std::atomic<int> won = 0;
    std::vector<std::thread> threads;
    for (auto w = 0; w < writers; ++w)
        threads.emplace_back([&, w] {
            auto const result = write_and_wait(store(), [&](Transaction& transaction) -> Result<bool> {
                auto next = transaction.find_for_update(row.number).value();
                if (next.version != row.version) return refuse(ErrorKind::stale, "stale", say("已变", "changed"));
                ++next.version;
                auto const event = event_of(row.key, 2, fmt::format("writer={}", w));
                return transaction.save(next, row.version, {&event, 1});
            });
            if (result && *result) ++won;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(won, 1);
    EXPECT_EQ(all_events().size(), 2u);
    expect_sealed();
}

TEST_P(Positions, WritersOfOneComplaintFollowOneAnother) {
    constexpr auto writers = 4, each = 10;
    auto const row = registered();
    std::vector<std::thread> threads;
    for (auto w = 0; w < writers; ++w)
        threads.emplace_back([&] {
            for (auto i = 0; i < each; ++i)
                write(store(), [&](Transaction& transaction) {
                    auto next = transaction.find_for_update(row.number).value();
                    auto const version = next.version++;
                    auto const event = event_of(row.key, version + 1, "act=note\n");
                    if (!transaction.save(next, version, {&event, 1})) throw std::runtime_error{"the row was not locked"};
                });
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(read_now(store(), [&](Snapshot& snapshot) { return snapshot.find(row.number)->version; }), 1 + writers * each);
    EXPECT_EQ(all_events().size(), static_cast<std::size_t>(1 + writers * each));
    expect_sealed();
}

TEST_P(Positions, HealthIsWritableAndCounts) {
    registered();
    auto const health = store().health();
    EXPECT_TRUE(health.writable) << health.detail;
    EXPECT_GE(health.commits, 1);
    EXPECT_GE(health.writes, 1);
}

INSTANTIATE_TEST_SUITE_P(Stores, Positions, testing::ValuesIn(store_kinds()), [](auto const& kind) { return kind.param.name; });

}  // namespace
}  // namespace hearline::contract
