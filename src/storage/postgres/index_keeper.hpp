#pragma once
// The thread that merges new search entries into their index, so that no registration waits for it.
#include <thread>

#include "storage/postgres/site.hpp"

namespace hearline::postgres {

/// PostgreSQL keeps new entries of a GIN index in a list and merges it inside some unlucky insert once it is long. Merging often from here
/// keeps it short. An engine without such a list says so once, and the thread ends.
class IndexKeeper {
public:
    explicit IndexKeeper(Site& site) : site_{site}, thread_{[this] { run(); }} {}
    /// Ends when the site's condition is closed.
    ~IndexKeeper() { thread_.join(); }

private:
    static constexpr std::chrono::milliseconds pace{300};
    void run();

    Site& site_;
    std::thread thread_;
};

}  // namespace hearline::postgres
