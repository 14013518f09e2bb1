#pragma once
// The rows that an import does not take, as they stood, with the reason beside each: to be corrected and imported again.
#include <memory>

#include "app/ports/table_files.hpp"
#include "channel/import/import_table.hpp"

namespace hearline::channel {

/// "投诉内容（content）：过长，请缩短到 20000 个字符以内；…": every reason of a row in one sentence.
[[nodiscard]] std::string reasons(ToldRow const& row, Language language);

/// What the workbook of an error file calls its sheets.
[[nodiscard]] WorkbookWords error_workbook(Language language);

class ErrorFile {
public:
    /// `columns`: the headings of the table; empty where each record has its own (JSON lines): then the rows are kept until the end.
    ErrorFile(std::unique_ptr<TableWriter> writer, std::vector<std::string> const& columns, Language language);
    void add(RefusedRow const& row);
    /// Completes the file. Returns the number of rows. Throws StorageError.
    std::int64_t finish();

private:
    void begin();
    void write(RefusedRow const& row);

    std::unique_ptr<TableWriter> writer_;
    std::vector<std::string> columns_;
    bool known_ = false;
    Language language_;
    std::vector<RefusedRow> kept_;
    std::int64_t rows_ = 0;
};

}  // namespace hearline::channel
