#pragma once
// A wire with its write lane, and the one retry around every transaction: what is tried again, how a lost commit is resolved.
#include <memory>
#include <optional>
#include <vector>

#include "storage/postgres/answers.hpp"
#include "storage/postgres/lane.hpp"
#include "storage/postgres/site.hpp"

namespace hearline::postgres {

/// Used by one thread.
class Writer {
public:
    Writer(Site& site, int lane_index) : site_{site}, lane_{site.node.lane(lane_index), site.node.holder()} {}

    /// The wire, connected and with the lane claimed; waits for a lost server as long as the address says, then throws EngineError.
    Wire& ready();
    [[nodiscard]] Lane& lane() { return lane_; }

    void queue_begin(Wire& wire);
    /// Ends the open transaction and tells the listener of `rows`. Throws EngineError: then `recover` says what became of it.
    void commit(Wire& wire, std::span<ComplaintRow const> rows, std::size_t jobs);
    void roll_back(Wire& wire);

    /// Closes the wire and with it whatever is open on it.
    void abandon() { wire_.reset(); }

    /// After an EngineError in the open transaction: brings wire and lane in order again. True when the transaction was committed after
    /// all; its rows are told then. Throws EngineError when the server stays away.
    [[nodiscard]] bool recover(EngineError const& error);

    /// How often a transaction was tried, and whether it may be again.
    class Attempts {
    public:
        explicit Attempts(Site& site) : site_{site} {}
        /// False when the error stays. Waits a little, longer each time, where others were in the way.
        [[nodiscard]] bool again_after(EngineError const& error);

    private:
        Site& site_;
        int tried_ = 0, duplicates_ = 0;
    };

    /// Runs a job in a transaction of its own, with everything above, and answers it.
    void run_alone(WriteJob& job) noexcept;

private:
    void try_alone(WriteJob& job);
    void tell_missed(Wire& wire);

    Site& site_;
    Lane lane_;
    std::unique_ptr<Wire> wire_;
    bool resolved_as_committed_ = false;
};

}  // namespace hearline::postgres
