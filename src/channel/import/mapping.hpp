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
    std::vector<std::string> digest;               ///< columns whose digest is the external id; all columns when empty and no field gives it
    /// Does a row tell more than a plain text: where it stands, when it was closed, what came of it?
    [[nodiscard]] bool has_history() const;
    /// Does the field's value come from that column, alone or with others?
    [[nodiscard]] bool reads(ImportField field, std::string_view column) const;
    /// Does any field, or the digest?
    [[nodiscard]] bool reads(std::string_view column) const;
};

/// Errors: `bad-mapping`, each mistake with file, line and remedy.
[[nodiscard]] Result<Mapping> read_mapping(std::string_view text, std::string_view file);
/// Every column the mapping names exists in the table. Errors: `bad-mapping`, naming line, column and what the table has; `bad-table` where two columns
/// have the heading that is meant.
[[nodiscard]] Done check_columns(Mapping const& mapping, std::vector<std::string> const& columns);

/// The mapping files inside the program, by name without ".toml".
[[nodiscard]] std::vector<Mapping> shipped_mappings();
/// The shipped mapping that knows the most columns of this table and whose columns are all there.
[[nodiscard]] std::optional<Mapping> mapping_for(std::vector<std::string> const& columns);

}  // namespace hearline::channel
