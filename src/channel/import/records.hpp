#pragma once
// Rows with named cells, from a CSV or XLSX table with a heading row or from JSON lines.
#include <istream>
#include <map>
#include <string>
#include <vector>

#include "channel/import/table_rows.hpp"

namespace hearline::channel {

struct Record {
    std::int64_t line = 0;         ///< in the file (CSV, JSON lines), or row of the sheet
    std::int64_t row = 0;          ///< as a spreadsheet numbers it; 0 where none can show the file
    std::int64_t days_before = 0;  ///< 1462 where the sheet counts days from 1904
    std::map<std::string, std::string, std::less<>> cells;
    struct Fault {
        std::string column;  ///< its heading; "" for the row as a whole
        Text why;
    };
    std::vector<Fault> faults;  ///< what refuses the row, where the column is one that is read
    [[nodiscard]] std::string_view get(std::string_view name) const {
        auto const found = cells.find(name);
        return found == cells.end() ? std::string_view{} : std::string_view{found->second};
    }
};

class Records {
public:
    virtual ~Records() = default;
    /// The next record; false at the end. Errors: `bad-table`, naming the line.
    [[nodiscard]] virtual Result<bool> next(Record& record) = 0;
    /// Names of the columns; empty where each record has its own (JSON lines).
    [[nodiscard]] virtual std::vector<std::string> const& columns() const = 0;
    /// What was noticed about the file so far; complete at the end.
    [[nodiscard]] virtual std::vector<TableNotice> notices() const = 0;
};

enum class TableFormat { csv, xlsx, jsonl };

/// Opens the file and reads its heading: the sheet's row `heading`, from 1; 0 = the first that is not empty. What the file is, its bytes
/// decide
/// (`format` only where they leave it open). Errors: `bad-table`, with what to do about a file that is none of these.
[[nodiscard]] Result<std::unique_ptr<Records>> open_records(std::string const& path, TableFormat format, std::string const& sheet = "",
                                                            int heading = 0, TableLimits const& limits = {});
/// The same from bytes.
[[nodiscard]] Result<std::unique_ptr<Records>> records_of_text(std::string bytes, TableFormat format, std::string const& sheet = "",
                                                               int heading = 0, TableLimits const& limits = {});
/// By the ending of the name; endings of tables that cannot be read are known too, opening them says what to do. Errors: `unknown-format`.
[[nodiscard]] Result<TableFormat> format_of_name(std::string_view name);

}  // namespace hearline::channel
