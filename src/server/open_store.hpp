#pragma once
// Opens the store that the configuration names, and gives an empty one the reference data that is shipped.
#include <memory>

#include "app/ports/store.hpp"
#include "cli/command.hpp"
#include "server/configuration.hpp"

namespace hearline::server {

/// Errors: `unavailable` when the store is locked, missing, newer than the program or not there, saying which; `bad-url`.
[[nodiscard]] Result<std::shared_ptr<Store>> open_store(Configuration const& configuration, cli::StoreUse use, std::function<Instant()> const& now);

/// Brings the schema up to date; says what was done.
[[nodiscard]] Result<Text> migrate_store(Configuration const& configuration, std::function<Instant()> const& now);

}  // namespace hearline::server
