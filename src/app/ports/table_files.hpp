#pragma once
// Makes files with tables in them.
#include <memory>

#include "app/ports/table_writer.hpp"
#include "base/code.hpp"

namespace hearline {

enum class TableFileFormat { xlsx, csv, jsonl };
template <>
struct CodeTable<TableFileFormat> {
    static constexpr std::array<CodeName<TableFileFormat>, 3> rows{{{TableFileFormat::xlsx, "xlsx", "Excel 工作簿", "Excel workbook"},
                                                                    {TableFileFormat::csv, "csv", "CSV 文本", "CSV text"},
                                                                    {TableFileFormat::jsonl, "jsonl", "JSON 行", "JSON lines"}}};
};

/// What stands in a workbook beside the table itself.
struct WorkbookWords {
    std::string sheet;           ///< name of the sheet
    std::string more_sheet;      ///< name of the sheet for what does not fit into a cell
    std::string continued_mark;  ///< stands behind the beginning of such a text
    std::string row, column, text;  ///< headings of that sheet
};

class TableFiles {
public:
    virtual ~TableFiles() = default;
    /// A table that becomes the file `path`. Throws StorageError when it cannot be written.
    [[nodiscard]] virtual std::unique_ptr<TableWriter> create(TableFileFormat format, std::string const& path, WorkbookWords const& words) = 0;
};

}  // namespace hearline
