#pragma once
// Takes in complaints from elsewhere, as they are given. Running it twice adds nothing twice.
#include "app/complaint_view.hpp"
#include "app/ports/complaint_importer.hpp"
#include "base/digest.hpp"

namespace hearline {

/// One row of a foreign ledger: stages and clocks as given.
struct ImportedHistory {
    Registration registration;  ///< `external_id` required; `received_at` required, however far back
    std::optional<Instant> registered_at;  ///< default: received_at
    Stage stage = Stage::closed;           ///< where it stands
    std::string handling_unit;             ///< lead, or ""
    std::string accepting_unit;            ///< default: the actor's
    std::string cause;
    std::optional<Instant> due_at;         ///< of the answer, as the source says: becomes the `reply` clock
    std::optional<Instant> fed_back_at, closed_at;
    std::string result;
    std::optional<Resolution> resolution;
    std::optional<Satisfaction> satisfaction;
    std::string source_status;             ///< as the source called it, kept in the history
    std::vector<std::string_view> tells;   ///< names of the fields that the row tells about ("content"); empty: all
    bool tells_place_whole = false;        ///< the place is one cell of words, as in the ledger
};

/// `differs`: the complaint is there, but not as the row says.
enum class ImportOutcome { taken, already_there, differs };
struct Imported {
    ImportOutcome outcome = ImportOutcome::taken;
    Number number;
    std::vector<FieldError> differences{};  ///< with `differs`, by the names of import fields ("/content")
};

/// What became of the row before: the complaint that carries this channel and number at the source, or that is this centre's own by its number (R3.7).
/// A row that says what the import of then said is there already, whatever has been done since.
[[nodiscard]] std::optional<Imported> find_imported(Snapshot& snapshot, ImportedHistory const& history, Directory const& directory);

/// What an import checks and makes before the transaction.
struct PreparedImport;
/// One `import` event; the complaint is marked imported and stays out of timeliness. A history without stage and clocks is an imported complaint in
/// stage `dispatch`, as old as it is, whose clocks start now. `wrong` is what was found before, so that a row is told all that is wrong with it at once.
/// Errors: `forbidden`; `invalid` with pointers.
[[nodiscard]] Result<std::shared_ptr<PreparedImport const>> prepare_import(ImportedHistory history, Actor const& actor,
                                                                           std::shared_ptr<Directory const> directory, Instant now, RandomSource& random,
                                                                           std::vector<FieldError> wrong = {});
[[nodiscard]] Result<Imported> commit_import(Transaction& transaction, PreparedImport const& prepared, Instant now);

/// The entry of an import in the trail of administration: which file (by its digest), what became of its rows.
void log_import(Transaction& transaction, Actor const& actor, ImportCounts const& counts, Digest const& file, Instant now);

}  // namespace hearline
