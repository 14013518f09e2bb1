#pragma once
// Takes in a table of complaints that a page hands over (R3.7): what it would be read as, what would become of it, and the import itself. The readers of
// files and the mappings of columns stand behind it; the command line does the same.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/ports/store.hpp"
#include "app/ports/table_files.hpp"
#include "domain/organisation/actor.hpp"

namespace hearline {

class Directory;  // app/directory.hpp

struct ImportFile {
    std::string name;   ///< its ending tells what it is
    std::string bytes;
};

/// How its columns become fields: a mapping that comes with the program, or heading by heading. All empty: the one that fits the table.
struct MappingChoice {
    std::string shipped;
    std::vector<std::pair<std::string, std::string>> columns;    ///< heading → code of the field
    std::vector<std::pair<std::string, std::string>> constants;  ///< code of the field → its value in every row
    std::string sheet;
    int heading = 0;  ///< the row with the headings, from 1; 0: the first that is not empty
    [[nodiscard]] bool by_hand() const { return !columns.empty() || !constants.empty(); }
};

/// Why a row was not taken: the field, the heading of the column that it comes from ("" where there is none), and what is wrong.
struct RowFault {
    std::string field, column;
    Text why;
};
/// Something about the file as a whole.
struct ImportNotice {
    std::string code;
    Text text;
};
struct ImportCounts {
    std::int64_t taken = 0, already_there = 0, differing = 0, refused = 0;
    std::vector<ImportNotice> notices;  ///< set at the end
    [[nodiscard]] std::int64_t rows() const { return taken + already_there + differing + refused; }
};
/// A row that was not taken. `number`: the complaint that is there already and differs from it; else "".
struct ToldRow {
    std::int64_t line = 0;  ///< in the file
    std::int64_t row = 0;   ///< as a spreadsheet numbers it; 0 where none can show the file
    std::string number;
    std::vector<RowFault> faults;
};

struct ImportPreview {
    struct Column {
        std::string heading, field;  ///< `field`: what the mapping in force makes of it; "" = not read
        std::string suggested;       ///< what the heading most likely means; "" = unknown
    };
    struct Row {
        std::int64_t line = 0;
        std::vector<std::pair<std::string, Text>> fields;  ///< code of the field, and what is read there
        std::vector<RowFault> faults;
    };
    std::string mapping;               ///< the shipped one in force; "" when chosen by hand, or none fits
    std::vector<std::string> shipped;  ///< those that fit this table
    std::vector<Column> columns;
    std::vector<std::string> missing;  ///< required fields that nothing gives yet; no rows are read while there are any
    std::vector<Row> rows;
    std::vector<ImportNotice> notices;
};
struct ImportFieldName {
    std::string code;
    Text name;
    bool required = false;
};

/// Who imports, into what.
struct ImportInto {
    Store& store;
    std::shared_ptr<Directory const> directory;
    Actor actor;
    std::function<Instant()> now;
    RandomSource& random;
};

enum class ImportMode { write, dry_run };

class ComplaintImporter {
public:
    virtual ~ComplaintImporter() = default;
    /// Everything that a column can become.
    [[nodiscard]] virtual std::vector<ImportFieldName> fields() const = 0;
    /// Errors of all: `invalid` (`bad-table`, `bad-mapping`, `unknown-format`, `no-mapping`), naming what is wrong.
    [[nodiscard]] virtual Result<ImportPreview> preview(ImportFile file, MappingChoice const& choice, Directory const& directory, std::size_t rows) = 0;
    /// Takes the table in, or counts what would become of it. `told` hears of each row that is not taken. Errors: also `forbidden`; `too_large` beyond
    /// `most_rows`, before anything is written. An import is in the trail of administration.
    [[nodiscard]] virtual Result<ImportCounts> run(ImportFile file, MappingChoice const& choice, ImportInto const& into, ImportMode mode, std::int64_t most_rows,
                                                   std::function<void(ToldRow const&)> const& told) = 0;
    /// The rows that are not taken, as they stand, with the reason beside each: to be corrected and imported again. Writes nothing to the store.
    [[nodiscard]] virtual Result<std::int64_t> errors(ImportFile file, MappingChoice const& choice, ImportInto const& into, std::int64_t most_rows, TableFileFormat format,
                                                      std::string const& path, Language language) = 0;
};

}  // namespace hearline
