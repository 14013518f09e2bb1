#pragma once
// Takes a whole table in: record by record through the mapping into the use cases, many writes at once, each good or refused on its own.
#include <functional>

#include "app/directory.hpp"
#include "app/import_complaints.hpp"
#include "app/ports/complaint_importer.hpp"
#include "channel/import/mapping.hpp"
#include "domain/organisation/actor.hpp"

namespace hearline::channel {

/// A row that was not taken, with every reason.
struct RefusedRow {
    ToldRow told;
    Record record;  ///< as it stands in the table
};
/// How a row reads before anything is done: what the preview shows.
struct ReadRow {
    std::int64_t line = 0;
    ImportedHistory history;
    std::vector<RowFault> faults;
};

struct ImportTask {
    Store& store;
    std::shared_ptr<Directory const> directory;
    Actor actor;
    Mapping const& mapping;
    std::function<Instant()> now;
    RandomSource& random;
    ImportMode mode = ImportMode::write;
    std::function<void(RefusedRow const&)> refused;          ///< called in the order of the file
    std::function<void(ImportCounts const&)> progress;
};

/// What has to be said about the file as a whole: as it was read so far, and the columns that are left out.
[[nodiscard]] std::vector<ImportNotice> notices_of(Records const& records, std::vector<std::string> const& unread);
/// The columns that the mapping makes no use of, whether or not anything stands in them.
[[nodiscard]] std::vector<std::string> unread_columns(Records const& records, Mapping const& mapping);
/// The first `most` rows as they would be read. Errors: `bad-table`.
[[nodiscard]] Result<std::vector<ReadRow>> preview_rows(Records& records, Mapping const& mapping, Directory const& directory, std::size_t most);

/// Reads to the end. What a dry run counts is what a real run would; it only reads, so that it can run beside the server. A row counts as `differing`
/// where the complaint is there and says something else.
/// Errors: `bad-table` when the file breaks off in the middle (what came before is taken and counted in `counts`). Throws StorageError.
[[nodiscard]] Done import_table(ImportTask const& task, Records& records, ImportCounts& counts);

/// The same for the whole file of that digest; what is written is entered in the trail of administration, also when the file broke off. Errors: also `forbidden`.
[[nodiscard]] Done import_whole(ImportTask const& task, Records& records, Digest const& file, ImportCounts& counts);

}  // namespace hearline::channel
