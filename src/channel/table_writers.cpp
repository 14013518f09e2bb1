#include "channel/table_writers.hpp"

#include <csv.h>

#include <fstream>
#include <ostream>
#include <string_view>
#include <vector>

#include "app/ports/store.hpp"
#include "base/json_writer.hpp"
#include "channel/csv_guard.hpp"

namespace hearline {

namespace {

class CsvWriter final : public TableWriter {
public:
    explicit CsvWriter(std::ostream& out) : out_{out} {}
    void begin(std::span<TableColumn const> columns) override {
        out_ << "\xEF\xBB\xBF";
        std::string line;
        for (auto const& column : columns) append(line, guarded(column.title));
        finish(line);
    }
    void row(std::span<TableCell const> cells) override {
        std::string line;
        for (auto const& cell : cells) append(line, cell.kind == TableCell::Kind::text ? guarded(cell.text) : cell.words());
        finish(line);
    }
    void end() override {
        out_.flush();
        check();
    }

private:
    static void append(std::string& line, std::string_view cell) {
        if (cell.find_first_of(",\"\r\n\t") == cell.npos) {
            line.append(cell) += ',';
            return;
        }
        auto const at = line.size();
        line.resize(at + csv_write(nullptr, 0, cell.data(), cell.size()));
        csv_write(line.data() + at, line.size() - at, cell.data(), cell.size());
        line += ',';
    }
    void finish(std::string& line) {
        if (!line.empty()) line.pop_back();
        out_ << line << "\r\n";
        check();
    }
    void check() const {
        if (!out_) throw StorageError{StorageError::What::full, "the table cannot be written"};
    }
    std::ostream& out_;
};

class JsonLinesWriter final : public TableWriter {
public:
    explicit JsonLinesWriter(std::ostream& out) : out_{out} {}
    [[nodiscard]] bool wants_codes() const override { return true; }
    void begin(std::span<TableColumn const> columns) override {
        for (auto const& column : columns) names_.push_back(column.name);
    }
    void row(std::span<TableCell const> cells) override {
        std::string line;
        JsonWriter json{line};
        json.begin_object();
        for (std::size_t i = 0; i < cells.size() && i < names_.size(); ++i) {
            if (cells[i].kind != TableCell::Kind::json) {
                json.field_or_null(names_[i], cells[i].words());
                continue;
            }
            json.key(names_[i]);
            json.raw(cells[i].text.empty() ? "null" : cells[i].text);
        }
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

}  // namespace

std::unique_ptr<TableWriter> csv_writer(std::ostream& out) { return std::make_unique<CsvWriter>(out); }
std::unique_ptr<TableWriter> jsonl_writer(std::ostream& out) { return std::make_unique<JsonLinesWriter>(out); }

namespace {

/// A text table that owns its file.
class TextFile final : public TableWriter {
public:
    TextFile(TableFileFormat format, std::string const& path) : path_{path}, file_{path, std::ios::binary | std::ios::trunc} {
        check();
        writer_ = format == TableFileFormat::jsonl ? jsonl_writer(file_) : csv_writer(file_);
    }
    [[nodiscard]] bool wants_codes() const override { return writer_->wants_codes(); }
    void begin(std::span<TableColumn const> columns) override { writer_->begin(columns); }
    void row(std::span<TableCell const> cells) override {
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
    std::unique_ptr<TableWriter> create(TableFileFormat format, std::string const& path, WorkbookWords const& words) override {
        if (format == TableFileFormat::xlsx) return xlsx_writer(path, words);
        return std::make_unique<TextFile>(format, path);
    }
};

}  // namespace

std::unique_ptr<TableFiles> make_table_files() { return std::make_unique<Files>(); }

}  // namespace hearline
