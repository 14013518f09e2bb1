#pragma once
// How this node makes complaint keys: time, node and counter, so that no two nodes and no two writes get the same (no sequence of the engine).
#include <cstdint>
#include <mutex>
#include <random>
#include <unordered_map>

#include "app/ports/key_maker.hpp"

namespace hearline::postgres {

/// Safe for all threads. Keys of moments before the node took its number may, rarely, meet one that an earlier holder of the number made;
/// the primary key refuses that and the write is run again with the next key.
class NodeKeys {
public:
    /// `since`: when this process took the number.
    NodeKeys(int node_number, Instant since) : node_{node_number}, since_{since} {}
    /// For a number taken anew.
    void renumber(int node_number, Instant since);
    [[nodiscard]] ComplaintKey next(Instant registered_at);

private:
    static constexpr std::size_t remembered = 1 << 16;
    std::mutex mutex_;
    int node_;
    Instant since_;
    std::unordered_map<std::int64_t, int> counters_, older_;
    std::minstd_rand spread_{std::random_device{}()};
};

}  // namespace hearline::postgres
