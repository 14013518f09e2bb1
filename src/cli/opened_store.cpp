#include "cli/opened_store.hpp"

#include "cli/progress.hpp"

namespace hearline::cli {

std::string facts_cache_of(std::string const& data_folder) { return data_folder.empty() ? std::string{} : data_folder + "/facts.cache"; }

Result<OpenedStore> open(Environment& environment, StoreUse use) {
    OpenedStore opened;
    opened.store = TRY(environment.open_store(use));
    opened.directory = read_now(*opened.store, [](Snapshot& snapshot) { return Directory::load(snapshot); });
    return opened;
}

OpenedFacts::OpenedFacts(Environment& environment, OpenedStore const& opened)
    : feed_{std::make_unique<FactsFeed>(*opened.store, table_, opened.directory->zone())} {
    ProgressLine progress{environment, {"读取", "Reading"}};
    feed_->start(facts_cache_of(environment.data_folder), [&](std::int64_t done, std::int64_t total) { progress(done, total); });
}

}  // namespace hearline::cli
