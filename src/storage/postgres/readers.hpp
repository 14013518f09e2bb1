#pragma once
// Reading: a pool of wires, and on each a snapshot that begins with its first statement.
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "storage/postgres/site.hpp"

namespace hearline::postgres {

/// Safe for all threads.
class Readers {
public:
    explicit Readers(Site& site) : site_{site} {}
    /// Runs `f` on a REPEATABLE READ snapshot. Waits for a free wire. Throws StorageError.
    void read(std::function<void(Snapshot&)> const& f);

private:
    class Lent;
    std::unique_ptr<Wire> borrow();
    void give_back(std::unique_ptr<Wire> wire);

    Site& site_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Wire>> idle_;
    int lent_ = 0;
};

}  // namespace hearline::postgres
