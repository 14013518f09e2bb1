#pragma once
// One sheet of an Excel workbook (OOXML) row by row: libzip unpacks it as a stream, pugixml reads one row at a time. Bounded in every way.
#include "channel/import/table_rows.hpp"

namespace hearline::channel {

/// `sheet` "" = the first. Dates come as "2026-11-23 08:30:00". Errors: `bad-table` (no workbook, no such sheet, beyond a limit).
[[nodiscard]] Result<std::unique_ptr<TableRows>> xlsx_rows(std::string const& path, std::string const& sheet, TableLimits const& limits = {});
[[nodiscard]] Result<std::unique_ptr<TableRows>> xlsx_rows_of_bytes(std::string bytes, std::string const& sheet, TableLimits const& limits = {});

}  // namespace hearline::channel
