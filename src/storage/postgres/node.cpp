#include "storage/postgres/node.hpp"

#include "base/digest.hpp"

namespace hearline::postgres {

Node::Node(Clock clock) : clock_{std::move(clock)}, holder_{random_code(system_random(), 16)} {}

void Node::join(Wire& wire) {
    for (int attempt = 0;; ++attempt) {
        try {
            auto now = clock_();
            wire.send("BEGIN ISOLATION LEVEL READ COMMITTED");
            auto taken = wire.ask("SELECT slot, generation, holder, seen_at FROM node ORDER BY slot FOR UPDATE");
            int slot = 0, rows = taken.rows();
            for (; slot < rows; ++slot) {
                bool is_free = taken.bytes(slot, 2).empty() || taken.integer(slot, 3) < ms_of(now - lease);
                if (taken.integer(slot, 0) != slot || is_free) break;
            }
            if (slot == slots) throw EngineError{EngineError::What::refused, "", "128 nodes share this schema already"};
            bool is_known = slot < rows && taken.integer(slot, 0) == slot;
            std::int64_t generation = is_known ? taken.integer(slot, 1) + 1 : 0;
            if (is_known)
                wire.send("UPDATE node SET generation = $2, holder = $3, seen_at = $4 WHERE slot = $1", {slot, generation, std::string_view{holder_}, ms_of(now)});
            else
                wire.send("INSERT INTO node (slot, generation, holder, seen_at) VALUES ($1, $2, $3, $4)", {slot, generation, std::string_view{holder_}, ms_of(now)});
            wire.ask("COMMIT");
            slot_ = slot;
            generation_ = generation;
            joined_at_ = now;
            return;
        } catch (EngineError const& error) {
            if (wire.is_lost()) throw;
            wire.ask("ROLLBACK");
            // Another node took the same slot at this moment.
            bool raced = error.cause() == EngineError::What::duplicate || error.cause() == EngineError::What::again;
            if (!raced || attempt == slots) throw;
        }
    }
}

bool Node::renew(Wire& wire) {
    return wire.ask("UPDATE node SET seen_at = $3 WHERE slot = $1 AND holder = $2", {slot_, std::string_view{holder_}, ms_of(clock_())}).changed() == 1;
}

void Node::leave(Wire& wire) { wire.ask("UPDATE node SET holder = '' WHERE slot = $1 AND holder = $2", {slot_, std::string_view{holder_}}); }

}  // namespace hearline::postgres
