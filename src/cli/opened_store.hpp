#pragma once
// An opened store with its directory and its facts, for the commands that count and list.
#include <memory>

#include "app/directory.hpp"
#include "app/facts_feed.hpp"
#include "cli/command.hpp"

namespace hearline::cli {

struct OpenedStore {
    std::shared_ptr<Store> store;
    std::shared_ptr<Directory const> directory;
};

/// For reading or writing. Errors: what `open_store` says.
[[nodiscard]] Result<OpenedStore> open(Environment& environment, StoreUse use);

/// The facts of an opened store: from the cache in the data folder and what came after, else by a scan.
class OpenedFacts {
public:
    OpenedFacts(Environment& environment, OpenedStore const& opened);
    [[nodiscard]] FactTable const& table() const { return table_; }

private:
    FactTable table_;
    std::unique_ptr<FactsFeed> feed_;
};

/// Where the facts cache of a data folder lies; "" without one.
[[nodiscard]] std::string facts_cache_of(std::string const& data_folder);

}  // namespace hearline::cli
