#pragma once
// Fills an empty store with the demo: the organisation and its people, then the complaints of a year, each lived through.
#include <functional>

#include "app/ports/store.hpp"
#include "base/result.hpp"

namespace hearline::demo {

struct DemoOptions {
    std::int64_t complaints = 2000;
    std::uint64_t seed = 1;
    Date until{};               ///< the year ends where this day begins
    std::string password_hash;  ///< of everyone; hashed once
};

struct DemoReport {
    std::int64_t complaints = 0, events = 0, open = 0;
    std::vector<std::string> users;
};

using DemoProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// The same options give the same bytes. Errors: `not-empty` (conflict) when the store already has people or complaints. Throws StorageError.
[[nodiscard]] Result<DemoReport> fill_store(Store& store, DemoOptions const& options, DemoProgress const& progress);

}  // namespace hearline::demo
