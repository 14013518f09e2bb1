#include "storage/postgres/lane.hpp"

#include <fmt/format.h>

#include "app/ports/anchor.hpp"
#include "storage/postgres/answers.hpp"
#include "storage/sql/event_rows.hpp"

namespace hearline::postgres {

bool Lane::claim(Wire& wire) {
    std::int64_t begin = std::int64_t{id_} << 40;
    wire.send("BEGIN ISOLATION LEVEL READ COMMITTED");
    wire.send("INSERT INTO lane (id, position, turn, ended) VALUES ($1, $2, 0, '') ON CONFLICT (id) DO NOTHING", {id_, begin});
    // Waits for a transaction of this lane that is still being committed.
    auto state = wire.ask("SELECT position, turn, ended FROM lane WHERE id = $1 FOR UPDATE", {id_});
    bool committed = !ending_.empty() && state.bytes(0, 2) == ending_;
    Direct direct{wire};
    auto anchor = sql::last_anchor(direct, id_);
    wire.send("UPDATE lane SET turn = turn + 1 WHERE id = $1", {id_});
    wire.ask("COMMIT");
    position_ = state.integer(0, 0);
    turn_ = state.integer(0, 1) + 1;
    anchor_ = anchor.digest;
    ending_.clear();
    open_position_ = position_;
    digests_.clear();
    return committed;
}

Position Lane::take(int count) {
    Position first{open_position_ + 1};
    open_position_ += count;
    return first;
}

void Lane::seal(std::span<EventRow const> events) {
    for (auto const& event : events) digests_.push_back(event.digest);
}

void Lane::back_to(Mark mark) {
    open_position_ = mark.position;
    digests_.resize(mark.digests);
}

void Lane::roll_back() {
    back_to({position_, 0});
    ending_.clear();
}

void Lane::queue_end(Wire& wire) {
    ending_ = fmt::format("{}-{}", holder_, ++begun_);
    next_anchor_ = anchor_;
    if (!digests_.empty()) {
        next_anchor_ = seal_block(anchor_, digests_);
        wire.send("INSERT INTO anchor (upto, digest) VALUES ($1, $2)", {open_position_, sql::Value::blob(bytes_of(next_anchor_))});
    }
    wire.send(
        "UPDATE lane SET position = $2, turn = CASE WHEN turn = $3::bigint THEN turn + 1 END, ended = $4 WHERE id = $1",
        {id_, open_position_, turn_, std::string_view{ending_}});
}

void Lane::settle() {
    position_ = open_position_;
    anchor_ = next_anchor_;
    ++turn_;
    ending_.clear();
    digests_.clear();
}

}  // namespace hearline::postgres
