#pragma once
// A table read row by row, whatever its file format: CSV, XLSX, JSON lines.
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "channel/import/table_notices.hpp"

namespace hearline::channel {

/// What cannot be read as it is meant (a formula error, a quoting fault, bytes that are no text): the row is refused by it, and reading goes on.
struct CellFault {
    static constexpr auto whole_row = static_cast<std::size_t>(-1);
    std::size_t column = whole_row;  ///< from 0
    Text why;
};

/// One row. `line` is where it begins in the file (CSV, JSON lines) or the row's number in the sheet.
struct TableRow {
    std::int64_t line = 0;
    std::vector<std::string> cells;  ///< no empty ones at the end
    std::vector<CellFault> faults;
};

class TableRows {
public:
    virtual ~TableRows() = default;
    /// Reads the next row into `row`; false at the end. Errors: `bad-table` when the file is not what it says, or beyond a limit; naming the line.
    [[nodiscard]] virtual Result<bool> next(TableRow& row) = 0;
    /// What was noticed so far; complete at the end of the table.
    [[nodiscard]] std::vector<TableNotice> notices() const { return notices_.list(); }

protected:
    TableNotices notices_;
};

/// Limits of every reader; beyond them a file is refused, not cut.
struct TableLimits {
    std::int64_t rows = 5'000'000;
    std::size_t columns = 512;
    std::size_t cell = 1 << 20;               ///< bytes of one cell
    std::uint64_t unpacked = 2ull << 30;      ///< bytes an XLSX part may unpack to
    std::uint64_t ratio = 200;                ///< unpacked to packed, beyond the first 10 MiB
    std::size_t shared_texts = 256u << 20;    ///< bytes of an XLSX file's table of texts
};

}  // namespace hearline::channel
