#pragma once
// One write lane: hands out commit positions in order and without gaps, seals each commit's events in an anchor, and fences itself.
#include <string>
#include <vector>

#include "app/ports/store.hpp"
#include "storage/postgres/wire.hpp"

namespace hearline::postgres {

/// The lane's row counts the claims of the lane and the transactions committed through it (`turn`), and names the last of these (`ended`).
/// A transaction ends by moving the turn on from where its writer saw it; where that is not so any more the row refuses (NOT NULL), and
/// with it the whole transaction. So a transaction that was given up for lost cannot commit behind the back of its successor.
class Lane {
public:
    Lane(int id, std::string holder) : id_{id}, holder_{std::move(holder)} {}
    [[nodiscard]] int id() const { return id_; }

    /// Reads the lane's state and shuts out every transaction still on its way. True when the transaction begun here last was committed.
    /// Throws EngineError.
    bool claim(Wire& wire);

    /// The first of `count` positions of the open transaction.
    Position take(int count);
    void seal(std::span<EventRow const> events);
    struct Mark {
        std::int64_t position;
        std::size_t digests;
    };
    [[nodiscard]] Mark mark() const { return {open_position_, digests_.size()}; }
    void back_to(Mark mark);
    /// Forgets the open transaction.
    void roll_back();

    /// Queues the anchor and the lane's row, the last statements before COMMIT.
    void queue_end(Wire& wire);
    void settle();  ///< the transaction is committed
    [[nodiscard]] Position last() const { return {position_}; }

private:
    int id_;
    std::string holder_;
    std::int64_t position_ = 0, open_position_ = 0, turn_ = 0;
    std::int64_t begun_ = 0;
    std::string ending_;  ///< the name of the transaction that is being ended, or ""
    Digest anchor_{}, next_anchor_{};
    std::vector<Digest> digests_;
};

}  // namespace hearline::postgres
