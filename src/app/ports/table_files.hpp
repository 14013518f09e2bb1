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

class TableFiles {
public:
    virtual ~TableFiles() = default;
    /// A table that becomes the file `path`; `sheet` names the sheet of a workbook. Throws StorageError when it cannot be written.
    [[nodiscard]] virtual std::unique_ptr<TableWriter> create(TableFileFormat format, std::string const& path, std::string const& sheet) = 0;
};

}  // namespace hearline
