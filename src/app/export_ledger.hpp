#pragma once
// Writes the ledger out, one row a complaint, in the column order of the regulation (R3.6), oldest first; personal data masked.
#include "app/list_ledger.hpp"
#include "app/ports/table_files.hpp"
#include "app/verify_store.hpp"

namespace hearline {

/// Writes every complaint of the filter that the actor may see. Returns the number of rows. Errors: `forbidden`.
[[nodiscard]] Result<std::int64_t> export_ledger(Store& store, FactTable const& facts, Directory const& directory, Actor const& actor,
                                                 FactFilter filter, Language language, Instant now, TableWriter& writer, Progress const& progress);

/// What the workbook of a ledger calls its sheets.
[[nodiscard]] WorkbookWords ledger_workbook(Language language);

/// A part of the ledger as a page shows it.
struct ShownLedger {
    LedgerQuery query;                 ///< filters, words, order; limit and cursor are of no matter
    std::vector<std::string> columns;  ///< codes in the order wanted; empty: those of the regulation and all further ones
    std::vector<Number> numbers;       ///< only these, in this order, when not empty
};
inline constexpr std::size_t most_numbers = 1000;
/// Reads `columns`, `numbers` and what `read_ledger_query` reads. Errors: `malformed` with pointer `?name`.
[[nodiscard]] Result<ShownLedger> read_shown_ledger(Parameters parameters, Directory const& directory, FactTable const& facts);
/// Writes exactly what is shown, in its order. Returns the number of rows. Errors: `forbidden`; `invalid` when there are more than `most_rows`.
[[nodiscard]] Result<std::int64_t> export_shown_ledger(Store& store, FactTable const& facts, Directory const& directory, Actor const& actor,
                                                       ShownLedger const& shown, std::int64_t most_rows, Language language, Instant now, TableWriter& writer);

}  // namespace hearline
