#pragma once
// How complaint keys are made: time, node and counter in one integer, so that any number of nodes makes them without asking another.
#include <algorithm>

#include "app/ports/store.hpp"

namespace hearline {

inline constexpr std::int64_t key_epoch_ms = 946'684'800'000;  // 2000-01-01Z
inline constexpr int key_counters = 1 << 12;                   // per millisecond and node
inline constexpr int key_nodes = 1 << 10;

[[nodiscard]] constexpr ComplaintKey make_key(std::int64_t ms, int node, int counter) {
    return {std::max<std::int64_t>(ms - key_epoch_ms, 0) << 22 | std::int64_t{node} << 12 | counter};
}
[[nodiscard]] constexpr std::int64_t ms_of_key(ComplaintKey key) { return (key.value >> 22) + key_epoch_ms; }

/// Hands out the keys of one node, each once. A copy taken before a write and put back after its rollback forgets the keys of that write.
class KeyMaker {
public:
    /// `newest`: the highest key in the store.
    explicit KeyMaker(int node, ComplaintKey newest = {}) : node_{node}, newest_ms_{newest.value ? ms_of_key(newest) : key_epoch_ms - 1} {}

    /// `last_taken(first, last)` gives the highest key in the store from `first` to `last`, or zero; it is asked only for times in the past.
    /// A millisecond whose counters are used up spills into the next.
    template <class F>
    [[nodiscard]] ComplaintKey next(Instant registered_at, F&& last_taken) {
        for (auto ms = std::max(ms_of(registered_at), key_epoch_ms + 1);; ++ms) {
            if (ms != ms_) {
                counter_ = 0;
                if (ms <= newest_ms_)
                    if (ComplaintKey const last = last_taken(make_key(ms, node_, 0), make_key(ms, node_, key_counters - 1)); last.value)
                        counter_ = static_cast<int>(last.value % key_counters) + 1;
                ms_ = ms;
                newest_ms_ = std::max(newest_ms_, ms);
            }
            if (counter_ < key_counters) return make_key(ms, node_, counter_++);
        }
    }

private:
    int node_;
    std::int64_t newest_ms_;
    std::int64_t ms_ = -1;
    int counter_ = 0;  ///< next free in `ms_`
};

}  // namespace hearline
