#pragma once
// Opens the store that the configuration names, and gives an empty one the reference data that is shipped.
#include <memory>

#include "app/ports/store.hpp"
#include "cli/command.hpp"
#include "server/configuration.hpp"

namespace hearline::server {

/// One that is to be written is brought up to date first, as `migrate_store` does, and the log is told what was done.
/// Errors: `unavailable` when the store is locked, missing, newer than the program or not there, or is to be read and not up to date, saying which; `bad-url`.
[[nodiscard]] Result<std::shared_ptr<Store>> open_store(Configuration const& configuration, cli::StoreUse use, std::function<Instant()> const& now);

/// Brings the store up to date: the schema, and the records that an earlier program made (docs/decisions/0033). Says what was done. Goes on where it
/// was cut off. `progress` is told of records.
[[nodiscard]] Result<Text> migrate_store(Configuration const& configuration, std::function<Instant()> const& now, cli::LongWork const& progress);

}  // namespace hearline::server
