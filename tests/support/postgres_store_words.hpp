#pragma once
// The words that the tests of the whole store on PostgreSQL are written in.
#include <gtest/gtest.h>

#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "storage/postgres/postgres_store.hpp"
#include "support/postgres_samples.hpp"
#include "support/postgres_server.hpp"

namespace hearline::test {

inline Instant now() { return sample_time; }

inline std::unique_ptr<Store> open(std::string const& url) {
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

inline std::vector<ComplaintRow> all_rows(Store& store) {
    return read_now(store, [](Snapshot& snapshot) {
        std::vector<ComplaintRow> rows;
        for (auto part = snapshot.scan({}, 1000); !part.empty(); part = snapshot.scan(rows.back().key, 1000)) rows.insert(rows.end(), part.begin(), part.end());
        return rows;
    });
}

/// R3.8: every counter from 1 to the number of rows, each once.
inline void expect_gapless(Store& store) {
    auto rows = all_rows(store);
    std::set<std::int64_t> counters;
    for (auto const& row : rows) counters.insert(row.number.counter());
    EXPECT_EQ(counters.size(), rows.size());
    if (rows.empty()) return;
    EXPECT_EQ(*counters.begin(), 1);
    EXPECT_EQ(*counters.rbegin(), static_cast<std::int64_t>(rows.size()));
}

/// Positions without gaps in every lane, and anchors that end where the lane ends.
inline void expect_whole_lanes(Store& store) {
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

}  // namespace hearline::test
