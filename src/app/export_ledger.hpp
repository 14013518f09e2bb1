#pragma once
// Writes the ledger out, one row a complaint, in the column order of the regulation (R3.6), oldest first; personal data masked.
#include "app/fact_filter.hpp"
#include "app/ports/table_writer.hpp"
#include "app/verify_store.hpp"

namespace hearline {

/// Writes every complaint of the filter that the actor may see. Returns the number of rows. Errors: `forbidden`.
[[nodiscard]] Result<std::int64_t> export_ledger(Store& store, FactTable const& facts, Directory const& directory, Actor const& actor,
                                                 FactFilter filter, Language language, Instant now, TableWriter& writer, Progress const& progress);

}  // namespace hearline
