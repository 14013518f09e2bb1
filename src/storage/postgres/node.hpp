#pragma once
// This process among the nodes that share a schema: the slot it leases, and the key number and write lanes that come with it.
#include <functional>
#include <string>

#include "app/ports/key_maker.hpp"
#include "storage/postgres/wire.hpp"

namespace hearline::postgres {

using Clock = std::function<Instant()>;

/// A row of table `node`: free when nobody holds it, or when its holder was not seen for `lease`.
class Node {
public:
    static constexpr int slots = 128, lanes_a_slot = 8;
    static constexpr std::chrono::hours lease{1};

    explicit Node(Clock clock);
    /// Takes the smallest free slot. Throws EngineError; `refused` when all are taken.
    void join(Wire& wire);
    /// Says that this node is still here; false when another has taken the slot meanwhile.
    [[nodiscard]] bool renew(Wire& wire);
    void leave(Wire& wire);

    [[nodiscard]] std::string const& holder() const { return holder_; }  ///< random, this process only
    [[nodiscard]] int lane(int index) const { return slot_ * lanes_a_slot + index; }
    /// For keys; another one than the slot's last holders had.
    [[nodiscard]] int key_number() const { return slot_ * (key_nodes / slots) + static_cast<int>(generation_ % (key_nodes / slots)); }
    [[nodiscard]] Instant joined_at() const { return joined_at_; }

private:
    Clock clock_;
    std::string holder_;
    int slot_ = 0;
    std::int64_t generation_ = 0;
    Instant joined_at_;
};

}  // namespace hearline::postgres
