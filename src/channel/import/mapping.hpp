#pragma once
// A mapping file: how the columns of a foreign table become the fields of a complaint. Data, checked when it is read.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "channel/import/import_field.hpp"
#include "channel/import/records.hpp"
#include "domain/complaint/codes.hpp"

namespace hearline::channel {

struct Mapping {
    std::string name;  ///< of the file, for messages
    std::string title;
    bool own = false;  ///< our own export: any of its columns may be missing, a field may have several headings (languages), its zone is the operator's
    std::optional<TableFormat> format;
    std::string sheet;
    int heading = 0;  ///< row of the sheet that names the columns; 0 = the first that is not empty
    Zone zone = Zone::shanghai();
    std::vector<std::string> time_formats;  ///< "rfc3339" or with %Y %m %d %H %M %S
    struct Column {
        std::string column;
        ImportField field;
        int line = 0;
    };
    std::vector<Column> columns;
    std::map<ImportField, std::string> constants;  ///< for every row
    std::map<ImportField, std::string> compose;    ///< "{column}，{column}": the value, where no column gives one
    std::map<ImportField, std::string> defaults;   ///< "{column}" too: where the value is empty so far
    std::map<ImportField, std::map<std::string, std::string, std::less<>>> values;  ///< source value → ours; "*" is any other
    std::vector<std::string> beside;               ///< of our own export: columns that it has beside those that are read
    std::vector<std::string> digest;               ///< columns whose digest is the external id; all columns when empty and no field gives it
    /// Does the field's value come from that column, alone or with others?
    [[nodiscard]] bool reads(ImportField field, std::string_view column) const;
    /// Does any field, or the digest?
    [[nodiscard]] bool reads(std::string_view column) const;
    /// The heading that gives the field, of those the table has; "" when it comes from elsewhere.
    [[nodiscard]] std::string column_of(ImportField field, std::vector<std::string> const& columns) const;
};

/// Errors: `bad-mapping`, each mistake with file, line and remedy.
[[nodiscard]] Result<Mapping> read_mapping(std::string_view text, std::string_view file);
/// Every column the mapping names exists in the table. Errors: `bad-mapping`, naming line, column and what the table has; `bad-table` where two columns
/// have the heading that is meant.
[[nodiscard]] Done check_columns(Mapping const& mapping, std::vector<std::string> const& columns);

/// The mapping files inside the program, by name without ".toml".
[[nodiscard]] std::vector<Mapping> shipped_mappings();
/// What the mapping lacks: a required field that nothing gives.
[[nodiscard]] std::vector<ImportField> missing_fields(Mapping const& mapping);
/// The shipped mapping that knows the most columns of this table and whose columns are all there; our own export is known by all its headings, however few.
[[nodiscard]] std::optional<Mapping> mapping_for(std::vector<std::string> const& columns);

/// The field that a heading most likely means ("投诉内容" → content), by the words that offices use for it; nothing when none is known.
[[nodiscard]] std::optional<ImportField> suggested_field(std::string_view heading);

}  // namespace hearline::channel
