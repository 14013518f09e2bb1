#pragma once
// Takes a whole table in: record by record through the mapping into the use cases, many writes at once, each good or refused on its own.
#include <functional>

#include "app/directory.hpp"
#include "channel/import/mapping.hpp"
#include "domain/organisation/actor.hpp"

namespace hearline::channel {

struct ImportCounts {
    std::int64_t taken = 0, already_there = 0, refused = 0;
    std::vector<TableNotice> notices;  ///< what has to be said about the file as a whole; set when import_table returns
    [[nodiscard]] std::int64_t rows() const { return taken + already_there + refused; }
};

/// A row that was not taken, with every reason.
struct RefusedRow {
    std::int64_t line = 0;  ///< in the file
    std::int64_t row = 0;   ///< as a spreadsheet numbers it; 0 where none can show the file
    Error error;
};

enum class ImportMode { write, dry_run };

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

/// Reads to the end. What a dry run counts is what a real run would: every write is tried and rolled back.
/// Errors: `bad-table` when the file breaks off in the middle (what came before is taken and counted in `counts`). Throws StorageError.
[[nodiscard]] Done import_table(ImportTask const& task, Records& records, ImportCounts& counts);

}  // namespace hearline::channel
