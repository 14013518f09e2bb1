// Excel workbooks, written row by row, however long.
#include <xlsxwriter.h>

#include <cstdio>
#include <vector>

#include "app/ports/store.hpp"
#include "base/unicode.hpp"
#include "channel/table_writers.hpp"

namespace hearline {

namespace {

constexpr lxw_row_t last_row = 1'048'576;
constexpr std::size_t longest_cell = 32'767;  // UTF-16 units: an emoji is two
constexpr double days_to_1970 = 25'569;       // of a workbook's calendar, which begins in 1900

std::size_t units_of(std::string_view text) {
    std::size_t units = 0;
    while (!text.empty()) units += take_code_point(text) > 0xFFFF ? 2 : 1;
    return units;
}

/// The longest beginning of so many UTF-16 units.
std::string_view beginning(std::string_view text, std::size_t units) {
    auto rest = text;
    while (!rest.empty()) {
        auto next = rest;
        std::size_t const needed = take_code_point(next) > 0xFFFF ? 2 : 1;
        if (needed > units) break;
        units -= needed;
        rest = next;
    }
    return text.substr(0, text.size() - rest.size());
}

/// A text that looks like the file's own escape of a character ("_x000D_") is escaped itself.
std::string escaped(std::string_view text) {
    auto const is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const looks = text.size() - i >= 7 && text[i] == '_' && text[i + 1] == 'x' && is_hex(text[i + 2]) && is_hex(text[i + 3]) && is_hex(text[i + 4]) && is_hex(text[i + 5]) && text[i + 6] == '_';
        if (looks) out += "_x005F";
        out += text[i];
    }
    return out;
}

/// Excel holds 1,048,576 rows a sheet and 32,767 characters a cell: longer tables go on in further sheets, longer texts in a sheet of their own.
class WorkbookWriter final : public TableWriter {
public:
    WorkbookWriter(std::string path, WorkbookWords words) : path_{std::move(path)}, words_{std::move(words)} {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        workbook_ = workbook_new_opt(path_.c_str(), &options);
        if (!workbook_) throw StorageError{StorageError::What::unavailable, "cannot write " + path_};
        heading_ = workbook_add_format(workbook_);
        format_set_bold(heading_);
        moment_ = workbook_add_format(workbook_);
        format_set_num_format(moment_, "yyyy-mm-dd hh:mm");
        midnight_ = workbook_add_format(workbook_);
        format_set_num_format(midnight_, "yyyy-mm-dd \"24:00\"");
        // A cell that looks like a number stays the text that it is.
        text_ = workbook_add_format(workbook_);
        format_set_num_format(text_, "@");
    }
    ~WorkbookWriter() override {
        if (!workbook_) return;
        workbook_close(workbook_);
        std::remove(path_.c_str());
    }
    WorkbookWriter(WorkbookWriter const&) = delete;
    WorkbookWriter& operator=(WorkbookWriter const&) = delete;

    void begin(std::span<TableColumn const> columns) override {
        columns_.assign(columns.begin(), columns.end());
        next_sheet();
    }
    void row(std::span<TableCell const> cells) override {
        if (row_ == last_row) next_sheet();
        for (std::size_t i = 0; i < cells.size(); ++i) write(static_cast<lxw_col_t>(i), cells[i]);
        ++row_;
    }
    void end() override {
        finish_sheet();
        auto const error = workbook_close(workbook_);
        workbook_ = nullptr;
        if (error == LXW_NO_ERROR) return;
        std::remove(path_.c_str());
        throw StorageError{StorageError::What::full, fmt::format("cannot write {}: {}", path_, lxw_strerror(error))};
    }

private:
    lxw_worksheet* add_sheet(std::string const& name) {
        auto* sheet = workbook_add_worksheet(workbook_, name.c_str());
        worksheet_freeze_panes(sheet, 1, 0);
        return sheet;
    }
    void next_sheet() {
        finish_sheet();
        ++sheets_;
        sheet_ = add_sheet(sheets_ == 1 ? words_.sheet : fmt::format("{} {}", words_.sheet, sheets_));
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto const column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet_, column, column, columns_[i].width, nullptr);
            put(sheet_, 0, column, columns_[i].title, heading_);
        }
        row_ = 1;
    }
    void finish_sheet() {
        if (sheet_ && !columns_.empty()) worksheet_autofilter(sheet_, 0, 0, row_ - 1, static_cast<lxw_col_t>(columns_.size() - 1));
    }
    void write(lxw_col_t column, TableCell const& cell) {
        auto const seconds = std::chrono::floor<std::chrono::seconds>(cell.at.time_of_day).count();
        auto const serial = [&](Date day, std::int64_t second) { return days_to_1970 + day_number(day) + static_cast<double>(second) / 86'400; };
        if (cell.kind == TableCell::Kind::moment || (cell.kind == TableCell::Kind::limit && seconds != 0))
            worksheet_write_number(sheet_, row_, column, serial(cell.at.day, seconds), moment_);
        else if (cell.kind == TableCell::Kind::limit)  // the last second of its day: sorts, filters and reads as that day
            worksheet_write_number(sheet_, row_, column, serial(cell.at.day - std::chrono::days{1}, 86'399), midnight_);
        else if (cell.kind == TableCell::Kind::number)
            worksheet_write_number(sheet_, row_, column, std::stod(cell.text), nullptr);
        else if (!cell.text.empty())
            write_text(column, cell.text);
    }
    void write_text(lxw_col_t column, std::string const& whole) {
        auto const text = clean_lines(whole);
        if (units_of(text) <= longest_cell) return put(sheet_, row_, column, text, text_);
        auto const first = beginning(text, longest_cell - units_of(words_.continued_mark));
        put(sheet_, row_, column, std::string{first} + words_.continued_mark, text_);
        for (std::string_view rest = std::string_view{text}.substr(first.size()); !rest.empty();) {
            auto const piece = beginning(rest, longest_cell);
            continue_text(column, piece);
            rest.remove_prefix(piece.size());
        }
    }
    /// A piece of a long text in the sheet for them: of which row, which column.
    void continue_text(lxw_col_t column, std::string_view piece) {
        if (!more_) {
            more_ = add_sheet(words_.more_sheet);
            worksheet_set_column(more_, 1, 1, 20, nullptr);
            worksheet_set_column(more_, 2, 2, 80, nullptr);
            put(more_, 0, 0, words_.row, heading_);
            put(more_, 0, 1, words_.column, heading_);
            put(more_, 0, 2, words_.text, heading_);
        }
        ++more_row_;
        worksheet_write_number(more_, more_row_, 0, row_ + 1, nullptr);
        put(more_, more_row_, 1, columns_[column].title, text_);
        put(more_, more_row_, 2, piece, text_);
    }
    /// What the library cannot take is no cell that is silently missing.
    void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view text, lxw_format* format) {
        auto const error = worksheet_write_string(sheet, row, column, escaped(text).c_str(), format);
        if (error != LXW_NO_ERROR) throw StorageError{StorageError::What::unavailable, fmt::format("a cell of {} cannot be written: {}", path_, lxw_strerror(error))};
    }

    std::string path_;
    WorkbookWords words_;
    std::vector<TableColumn> columns_;
    lxw_workbook* workbook_ = nullptr;
    lxw_worksheet *sheet_ = nullptr, *more_ = nullptr;
    lxw_format *heading_ = nullptr, *moment_ = nullptr, *midnight_ = nullptr, *text_ = nullptr;
    lxw_row_t row_ = 0, more_row_ = 0;
    int sheets_ = 0;
};

}  // namespace

std::unique_ptr<TableWriter> xlsx_writer(std::string const& path, WorkbookWords const& words) { return std::make_unique<WorkbookWriter>(path, words); }

}  // namespace hearline
