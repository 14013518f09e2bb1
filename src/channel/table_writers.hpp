#pragma once
// Tables as CSV (guarded against what a spreadsheet would make of them), JSON lines, and Excel (written row by row, however long).
#include <iosfwd>
#include <memory>

#include "app/ports/table_files.hpp"

namespace hearline {

/// UTF-8 with a byte order mark, so that Excel reads the Chinese. `out` must outlive the writer.
[[nodiscard]] std::unique_ptr<TableWriter> csv_writer(std::ostream& out);
[[nodiscard]] std::unique_ptr<TableWriter> jsonl_writer(std::ostream& out);
/// Needs a file name. Never a formula: texts are written as texts, moments as dates. A text that no cell can hold goes on in a sheet of its own.
[[nodiscard]] std::unique_ptr<TableWriter> xlsx_writer(std::string const& path, WorkbookWords const& words);

/// The three of them, each into a file.
[[nodiscard]] std::unique_ptr<TableFiles> make_table_files();

}  // namespace hearline
