#pragma once
// One sheet of an Excel workbook (OOXML) row by row: libzip unpacks it as a stream, expat reads it block by block. Bounded in every way.
#include "channel/import/table_rows.hpp"

namespace hearline::channel {

/// `sheet` "" = the first that is not hidden. Dates come as "2026-11-23" or "2026-11-23 08:30:00", times as "08:30", numbers in plain
/// digits as Excel shows them. Errors: `bad-table` (no workbook, no such sheet, beyond a limit).
[[nodiscard]] Result<std::unique_ptr<TableRows>> xlsx_rows(std::string const& path, std::string const& sheet,
                                                           TableLimits const& limits = {});
[[nodiscard]] Result<std::unique_ptr<TableRows>> xlsx_rows_of_bytes(std::string bytes, std::string const& sheet,
                                                                    TableLimits const& limits = {});

}  // namespace hearline::channel
