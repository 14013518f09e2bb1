#pragma once
// Takes in complaints from elsewhere: whole histories as they are given, and plain texts as new registrations. Running it twice adds nothing twice.
#include "app/complaint_view.hpp"
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
};

enum class ImportOutcome { taken, already_there };
struct Imported {
    ImportOutcome outcome = ImportOutcome::taken;
    Number number;
};

/// What an import checks and makes before the transaction.
struct PreparedImport;
/// One `import` event; the complaint is marked imported and stays out of timeliness. Errors: `forbidden`; `invalid` with pointers.
[[nodiscard]] Result<std::shared_ptr<PreparedImport const>> prepare_import(ImportedHistory history, Actor const& actor,
                                                                           std::shared_ptr<Directory const> directory, Instant now, RandomSource& random);
[[nodiscard]] Result<Imported> commit_import(Transaction& transaction, PreparedImport const& prepared, Instant now);

/// A plain text with the time it was received (`external_id` required): an imported complaint in stage `dispatch`, as old as it is, whose clocks
/// start now.
[[nodiscard]] Result<Imported> import_text(Transaction& transaction, Registration const& registration, Actor const& actor,
                                           std::shared_ptr<Directory const> directory, Instant now, RandomSource& random);

}  // namespace hearline
