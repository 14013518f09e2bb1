#pragma once
// CSV (RFC 4180) row by row, by libcsv: UTF-8, GB18030 or UTF-16; separated by commas, or by what the file uses instead. A row whose quotes
// or bytes are wrong is a row with a fault, and the next one is read. R3.7
#include <istream>

#include "channel/import/table_rows.hpp"

namespace hearline::channel {

[[nodiscard]] std::unique_ptr<TableRows> csv_rows(std::unique_ptr<std::istream> in, TableLimits const& limits = {});
[[nodiscard]] std::unique_ptr<TableRows> csv_rows_of_text(std::string_view text, TableLimits const& limits = {});

}  // namespace hearline::channel
