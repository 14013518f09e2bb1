#include "channel/import/error_file.hpp"

#include <algorithm>
#include <set>

#include "app/export_ledger.hpp"
#include "channel/import/map_record.hpp"

namespace hearline::channel {

std::string reasons(ToldRow const& row, Language language) {
    bool const zh = language == Language::zh;
    std::string all;
    if (!row.number.empty()) all = (zh ? "与库中的 " : "differs from ") + row.number + (zh ? " 不同" : "");
    for (auto const& fault : row.faults) {
        if (!all.empty()) all += zh ? "；" : "; ";
        auto const field = from_code<ImportField>(fault.field);
        auto const name = !fault.column.empty() ? fault.column : field ? std::string{zh ? names_of(*field).zh : names_of(*field).en} : fault.field;
        all += name + (name.empty() ? "" : zh ? "：" : ": ") + fault.why.in(language);
    }
    return all;
}

WorkbookWords error_workbook(Language language) {
    auto words = ledger_workbook(language);
    words.sheet = language == Language::zh ? "未导入的行" : "Rows not taken";
    return words;
}

ErrorFile::ErrorFile(std::unique_ptr<TableWriter> writer, std::vector<std::string> const& columns, Language language)
    : writer_{std::move(writer)}, known_{!columns.empty()}, language_{language} {
    for (auto const& column : columns)
        if (!column.empty() && !is_of_an_error_file(column)) columns_.push_back(column);
    if (known_) begin();
}

void ErrorFile::begin() {
    std::vector<TableColumn> all;
    for (auto const& column : columns_) all.push_back({column, column, 20});
    for (auto const* heading : {&line_heading(), &reason_heading()}) all.push_back({heading->in(language_), heading->in(language_), heading == &reason_heading() ? 60 : 12});
    writer_->begin(all);
}

void ErrorFile::write(RefusedRow const& row) {
    std::vector<TableCell> cells;
    for (auto const& column : columns_) cells.push_back({TableCell::Kind::text, std::string{row.record.get(column)}, {}});
    cells.push_back({TableCell::Kind::number, std::to_string(row.told.row > 0 ? row.told.row : row.told.line), {}});
    cells.push_back({TableCell::Kind::text, reasons(row.told, language_), {}});
    writer_->row(cells);
    ++rows_;
}

void ErrorFile::add(RefusedRow const& row) {
    if (known_)
        write(row);
    else
        kept_.push_back(row);
}

std::int64_t ErrorFile::finish() {
    if (!known_) {
        std::set<std::string> all;
        for (auto const& row : kept_)
            for (auto const& [column, cell] : row.record.cells)
                if (!is_of_an_error_file(column)) all.insert(column);
        columns_.assign(all.begin(), all.end());
        begin();
        for (auto const& row : kept_) write(row);
    }
    writer_->end();
    return rows_;
}

}  // namespace hearline::channel
