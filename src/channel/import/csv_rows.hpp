#pragma once
// CSV (RFC 4180, UTF-8 with or without byte order mark) row by row, by libcsv.
#include <istream>

#include "channel/import/table_rows.hpp"

namespace hearline::channel {

[[nodiscard]] std::unique_ptr<TableRows> csv_rows(std::unique_ptr<std::istream> in, TableLimits const& limits = {});
[[nodiscard]] std::unique_ptr<TableRows> csv_rows_of_text(std::string_view text, TableLimits const& limits = {});

}  // namespace hearline::channel
