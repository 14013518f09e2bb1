#include "channel/table_writers.hpp"

#include <xlsxwriter.h>

#include <cstdio>
#include <fstream>
#include <ostream>
#include <string_view>
#include <vector>

#include "app/ports/store.hpp"
#include "base/json_writer.hpp"
#include "base/unicode.hpp"

namespace hearline {

namespace {

/// A cell that a spreadsheet would take for a formula is made harmless by a leading apostrophe (also after blanks, tabs and full-width signs).
std::string harmless(std::string_view cell) {
    auto const text = trim(cell);
    bool const formula = !text.empty() && (text.front() == '=' || text.front() == '+' || text.front() == '-' || text.front() == '@' ||
                                           text.starts_with("＝") || text.starts_with("＋") || text.starts_with("－") || text.starts_with("＠"));
    bool const control = !cell.empty() && (cell.front() == '\t' || cell.front() == '\r' || cell.front() == '\n');
    return (formula || control ? "'" : "") + std::string{cell};
}

class CsvWriter final : public TableWriter {
public:
    explicit CsvWriter(std::ostream& out) : out_{out} {}
    void begin(std::span<std::string const>, std::span<std::string const> titles) override {
        out_ << "\xEF\xBB\xBF";
        row(titles);
    }
    void row(std::span<std::string const> cells) override {
        std::string line;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i) line += ',';
            append(line, harmless(cells[i]));
        }
        out_ << line << "\r\n";
        check();
    }
    void end() override {
        out_.flush();
        check();
    }

private:
    static void append(std::string& line, std::string_view cell) {
        if (cell.find_first_of(",\"\r\n") == cell.npos) {
            line += cell;
            return;
        }
        line += '"';
        for (char c : cell) {
            if (c == '"') line += '"';
            line += c;
        }
        line += '"';
    }
    void check() const {
        if (!out_) throw StorageError{StorageError::What::full, "the table cannot be written"};
    }
    std::ostream& out_;
};

class JsonLinesWriter final : public TableWriter {
public:
    explicit JsonLinesWriter(std::ostream& out) : out_{out} {}
    void begin(std::span<std::string const> names, std::span<std::string const>) override { names_.assign(names.begin(), names.end()); }
    void row(std::span<std::string const> cells) override {
        std::string line;
        JsonWriter json{line};
        json.begin_object();
        for (std::size_t i = 0; i < cells.size() && i < names_.size(); ++i) json.field_or_null(names_[i], cells[i]);
        json.end_object();
        out_ << line << '\n';
        if (!out_) throw StorageError{StorageError::What::full, "the table cannot be written"};
    }
    void end() override {
        out_.flush();
        if (!out_) throw StorageError{StorageError::What::full, "the table cannot be written"};
    }

private:
    std::ostream& out_;
    std::vector<std::string> names_;
};

/// Excel holds 1,048,576 rows a sheet and 32,767 characters a cell; longer tables go on in further sheets, longer texts are cut.
class XlsxWriter final : public TableWriter {
public:
    XlsxWriter(std::string path, std::string sheet) : path_{std::move(path)}, sheet_name_{std::move(sheet)} {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        workbook_ = workbook_new_opt(path_.c_str(), &options);
        if (!workbook_) throw StorageError{StorageError::What::unavailable, "cannot write " + path_};
        heading_ = workbook_add_format(workbook_);
        format_set_bold(heading_);
    }
    ~XlsxWriter() override {
        if (!workbook_) return;
        workbook_close(workbook_);
        std::remove(path_.c_str());
    }
    XlsxWriter(XlsxWriter const&) = delete;
    XlsxWriter& operator=(XlsxWriter const&) = delete;

    void begin(std::span<std::string const>, std::span<std::string const> titles) override {
        titles_.assign(titles.begin(), titles.end());
        next_sheet();
    }
    void row(std::span<std::string const> cells) override {
        if (row_ == last_row) next_sheet();
        write(cells, nullptr);
    }
    void end() override {
        auto const error = workbook_close(workbook_);
        workbook_ = nullptr;
        if (error == LXW_NO_ERROR) return;
        std::remove(path_.c_str());
        throw StorageError{StorageError::What::full, fmt::format("cannot write {}: {}", path_, lxw_strerror(error))};
    }

private:
    static constexpr lxw_row_t last_row = 1'048'576;
    static constexpr std::size_t longest_cell = 32'767;
    void next_sheet() {
        ++sheets_;
        auto const name = sheets_ == 1 ? sheet_name_ : fmt::format("{} {}", sheet_name_, sheets_);
        sheet_ = workbook_add_worksheet(workbook_, name.c_str());
        row_ = 0;
        worksheet_freeze_panes(sheet_, 1, 0);
        write(titles_, heading_);
    }
    void write(std::span<std::string const> cells, lxw_format* format) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!cells[i].empty())
                worksheet_write_string(sheet_, row_, static_cast<lxw_col_t>(i), std::string{truncate(cells[i], longest_cell)}.c_str(), format);
        ++row_;
    }
    std::string path_, sheet_name_;
    std::vector<std::string> titles_;
    lxw_workbook* workbook_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* heading_ = nullptr;
    lxw_row_t row_ = 0;
    int sheets_ = 0;
};

}  // namespace

std::unique_ptr<TableWriter> csv_writer(std::ostream& out) { return std::make_unique<CsvWriter>(out); }
std::unique_ptr<TableWriter> jsonl_writer(std::ostream& out) { return std::make_unique<JsonLinesWriter>(out); }
std::unique_ptr<TableWriter> xlsx_writer(std::string const& path, std::string const& sheet) { return std::make_unique<XlsxWriter>(path, sheet); }

namespace {

/// A text table that owns its file.
class TextFile final : public TableWriter {
public:
    TextFile(TableFileFormat format, std::string const& path) : path_{path}, file_{path, std::ios::binary | std::ios::trunc} {
        check();
        writer_ = format == TableFileFormat::jsonl ? jsonl_writer(file_) : csv_writer(file_);
    }
    void begin(std::span<std::string const> names, std::span<std::string const> titles) override { writer_->begin(names, titles); }
    void row(std::span<std::string const> cells) override {
        writer_->row(cells);
        check();
    }
    void end() override {
        writer_->end();
        file_.close();
        check();
    }

private:
    void check() const {
        if (!file_) throw StorageError{StorageError::What::full, "cannot write " + path_};
    }
    std::string path_;
    std::ofstream file_;
    std::unique_ptr<TableWriter> writer_;
};

class Files final : public TableFiles {
public:
    std::unique_ptr<TableWriter> create(TableFileFormat format, std::string const& path, std::string const& sheet) override {
        if (format == TableFileFormat::xlsx) return xlsx_writer(path, sheet);
        return std::make_unique<TextFile>(format, path);
    }
};

}  // namespace

std::unique_ptr<TableFiles> make_table_files() { return std::make_unique<Files>(); }

}  // namespace hearline
