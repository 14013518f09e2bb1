#pragma once
// The thread that looks for what other nodes committed and tells the listener; it also keeps this node's lease and feels the server's pulse.
#include <map>
#include <thread>

#include "storage/postgres/site.hpp"

namespace hearline::postgres {

class Follower {
public:
    explicit Follower(Site& site);
    /// Ends when the site's condition is closed, and gives the node's slot back.
    ~Follower();

private:
    static constexpr std::chrono::milliseconds pace{100};
    static constexpr std::chrono::seconds lease_pace{30};
    void run();
    void look(Wire& wire);
    void keep_lease(Wire& wire);
    [[nodiscard]] bool is_own(int lane) const { return lane / Node::lanes_a_slot == site_.node.lane(0) / Node::lanes_a_slot; }

    Site& site_;
    Node leased_;
    std::map<int, Position> seen_;  ///< by lane, at the last look
    std::chrono::steady_clock::time_point renewed_ = std::chrono::steady_clock::now();
    std::thread thread_;
};

}  // namespace hearline::postgres
