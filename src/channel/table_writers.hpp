#pragma once
// Tables as CSV (a leading = + - @ made harmless), JSON lines, and Excel (written row by row, however long).
#include <iosfwd>
#include <memory>

#include "app/ports/table_files.hpp"

namespace hearline {

/// UTF-8 with a byte order mark, so that Excel reads the Chinese. `out` must outlive the writer.
[[nodiscard]] std::unique_ptr<TableWriter> csv_writer(std::ostream& out);
[[nodiscard]] std::unique_ptr<TableWriter> jsonl_writer(std::ostream& out);
/// Needs a file name; `sheet` names the sheet. Never a formula: cells are written as text.
[[nodiscard]] std::unique_ptr<TableWriter> xlsx_writer(std::string const& path, std::string const& sheet);

/// The three of them, each into a file.
[[nodiscard]] std::unique_ptr<TableFiles> make_table_files();

}  // namespace hearline
