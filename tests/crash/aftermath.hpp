#pragma once
// What must hold in a store whose process was killed.
#include <gtest/gtest.h>

#include <map>

#include "app/ports/anchor.hpp"
#include "app/ports/store.hpp"
#include "crash/victim.hpp"

namespace hearline::crash {

/// Writes that were acknowledged and are not there, at least in the version acknowledged.
inline std::size_t lost(Store& store, std::vector<Acknowledged> const& acknowledged) {
    std::size_t count = 0;
    store.read([&](Snapshot& snapshot) {
        for (auto const& one : acknowledged) {
            auto const row = snapshot.find(Number{one.number});
            if (!row || row->key.value != one.key || row->version < one.version) ++count;
        }
    });
    return count;
}

// R3.8, R10.4: numbers without a gap, chains and anchors whole, every complaint found by its text.
inline void expect_sound(Store& store) {
    store.read([](Snapshot& snapshot) {
        std::map<Number, ComplaintKey> numbers;
        for (ComplaintKey after;;) {
            auto const rows = snapshot.scan(after, 1000);
            if (rows.empty()) break;
            for (auto const& row : rows) {
                EXPECT_TRUE(numbers.emplace(row.number, row.key).second) << "a number was given twice";
                auto const events = snapshot.events(row.key, 0, 100);
                ASSERT_EQ(events.size(), static_cast<std::size_t>(row.version));
                Digest previous{};
                for (std::size_t i = 0; i < events.size(); ++i) {
                    EXPECT_EQ(events[i].seq, static_cast<int>(i) + 1);
                    EXPECT_EQ(events[i].digest, sha256(events[i].body));
                    EXPECT_NE(events[i].body.find("previous=" + hex(previous)), std::string::npos);
                    previous = events[i].digest;
                }
            }
            after = rows.back().key;
        }
        std::int64_t counter = 0;
        for (auto const& [number, key] : numbers) EXPECT_EQ(number.counter(), ++counter) << "a number is missing";

        auto const lanes = snapshot.lanes();
        ASSERT_LE(lanes.size(), 1u);
        if (lanes.empty()) return;
        auto const events = snapshot.events_by_position({}, 10'000'000);
        auto const anchors = snapshot.anchors({}, 10'000'000);
        ASSERT_FALSE(anchors.empty());
        EXPECT_EQ(anchors.back().upto, lanes[0]);
        Digest previous{};
        std::size_t next = 0;
        for (auto const& anchor : anchors) {
            std::vector<Digest> digests;
            for (; next < events.size() && events[next].position <= anchor.upto; ++next) {
                EXPECT_EQ(events[next].position.value, static_cast<std::int64_t>(next) + 1);
                digests.push_back(events[next].digest);
            }
            previous = seal_block(previous, digests);
            ASSERT_EQ(anchor.digest, previous);
        }
        EXPECT_EQ(next, events.size());
        EXPECT_EQ(snapshot.search({.tokens = {"共同"}, .prefix = {}}, {INT64_MAX}, 10'000'000).size(), numbers.size());
        for (auto const& [number, key] : numbers) {
            if (number.counter() % 17) continue;
            auto const found = snapshot.search({.tokens = {"n" + std::to_string(number.counter())}, .prefix = {}}, {INT64_MAX}, 10);
            ASSERT_EQ(found.size(), 1u);
            EXPECT_EQ(found[0], key);
        }
    });
}

}  // namespace hearline::crash
