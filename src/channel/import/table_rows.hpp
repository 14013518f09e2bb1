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

struct TableRow {
    std::int64_t line = 0;  ///< where it begins in the file (CSV, JSON lines), or the row's number in the sheet
    std::int64_t row = 0;   ///< its number in a spreadsheet that shows the file: lines inside quotes are none, blank rows are
    std::vector<std::string> cells;  ///< no empty ones at the end; a row is never without any
    std::vector<CellFault> faults;
    std::vector<std::string> joined;  ///< areas merged over several columns that begin in this row: "C2:D3"
};

class TableRows {
public:
    virtual ~TableRows() = default;
    /// Reads the next row into `row`; false at the end. Errors: `bad-table` when the file is not what it says, or beyond a limit; naming the line.
    [[nodiscard]] virtual Result<bool> next(TableRow& row) = 0;
    /// 1462 where a number without the form of a date would count days from 1904.
    [[nodiscard]] virtual std::int64_t days_before() const { return 0; }
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
