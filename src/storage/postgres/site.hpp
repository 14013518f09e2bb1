#pragma once
// What all threads of one store share: where the server is, who we are there, how it feels, who is told.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>

#include "storage/postgres/keys.hpp"
#include "storage/postgres/node.hpp"
#include "storage/postgres/teller.hpp"

namespace hearline::postgres {

/// Whether the server answers, as the last who tried knows.
class Condition {
public:
    void is_well();
    void is_lost(std::string_view detail);
    [[nodiscard]] bool well() const;
    [[nodiscard]] std::string detail() const;
    /// Somebody waited all patience in vain: others need not wait as long.
    void give_up() { given_up_ = true; }
    [[nodiscard]] bool given_up() const { return given_up_; }

    /// The store is being closed: nobody waits for a lost server any more.
    void close();
    [[nodiscard]] bool closing() const;
    /// Sleeps; wakes early when the store is being closed.
    void pause(std::chrono::milliseconds time);

    std::atomic<std::int64_t> commits{0}, writes{0};

private:
    mutable std::mutex mutex_;
    std::condition_variable closed_;
    bool well_ = true, closing_ = false;
    std::atomic<bool> given_up_{false};
    std::string detail_;
};

struct Site {
    Address address;
    Node node;
    NodeKeys keys;
    Teller teller;
    Condition condition;
    Site(Address where, Node who) : address{std::move(where)}, node{std::move(who)}, keys{node.key_number(), node.joined_at()} {}
};

}  // namespace hearline::postgres
