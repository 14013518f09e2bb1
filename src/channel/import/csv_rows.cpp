#include "channel/import/csv_rows.hpp"

#include <csv.h>

#include <deque>
#include <optional>
#include <sstream>

#include "base/unicode.hpp"

namespace hearline::channel {
namespace {

class CsvRows final : public TableRows {
public:
    CsvRows(std::unique_ptr<std::istream> in, TableLimits const& limits) : in_{std::move(in)}, limits_{limits} {
        csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
    }
    ~CsvRows() override { csv_free(&parser_); }
    CsvRows(CsvRows const&) = delete;
    CsvRows& operator=(CsvRows const&) = delete;

    Result<bool> next(TableRow& row) override {
        while (ready_.empty() && !ended_ && !failed_) read_block();
        if (!ready_.empty()) {
            row = std::move(ready_.front());
            ready_.pop_front();
            return true;
        }
        if (failed_) return tl::make_unexpected(*failed_);
        return false;
    }

private:
    static void cell(void* bytes, std::size_t size, void* self) { static_cast<CsvRows*>(self)->add_cell({static_cast<char const*>(bytes), size}); }
    static void row_end(int, void* self) { static_cast<CsvRows*>(self)->end_row(); }

    // Bytes are given one line at a time, so that a row knows the line it begins on although quoted cells may hold line feeds.
    void read_block() {
        if (!std::getline(*in_, block_)) {
            ended_ = true;
            if (csv_fini(&parser_, cell, row_end, this) != 0) fail({"文件在引号内结束", "the file ends inside quotes"});
            return;
        }
        ++line_;
        if (line_ == 1 && block_.starts_with("\xEF\xBB\xBF")) block_.erase(0, 3);
        if (pending_ == 0 && (block_.empty() || block_ == "\r")) return;  // an empty line between rows
        if (row_line_ == 0) row_line_ = line_;
        if (!in_->eof()) block_ += '\n';
        pending_ += block_.size();
        if (pending_ > limits_.cell * 4) return fail({"一行过长，可能缺少引号", "a row is too long, a quote may be missing"});
        if (csv_parse(&parser_, block_.data(), block_.size(), cell, row_end, this) != block_.size()) {
            fail({fmt::format("引号用法不对（{}）", csv_strerror(csv_error(&parser_))), fmt::format("quotes are used wrongly ({})", csv_strerror(csv_error(&parser_)))});
        }
    }
    void add_cell(std::string_view bytes) {
        if (bytes.size() > limits_.cell) return fail({"单元格过长", "a cell is too long"});
        if (current_.cells.size() >= limits_.columns) return fail({"列数过多", "there are too many columns"});
        if (bytes.find('\0') != std::string_view::npos || !is_utf8(bytes)) return fail({"不是 UTF-8 文本", "this is not UTF-8 text"});
        current_.cells.emplace_back(bytes);
    }
    void end_row() {
        current_.line = row_line_;
        row_line_ = 0;
        pending_ = 0;
        bool const blank = current_.cells.size() <= 1 && (current_.cells.empty() || current_.cells.front().empty());
        if (!blank && !failed_) {
            if (++rows_ > limits_.rows) fail({"行数过多", "there are too many rows"});
            ready_.push_back(std::move(current_));
        }
        current_ = {};
    }
    void fail(Text const& why) {
        if (failed_) return;
        auto const at = row_line_ ? row_line_ : line_;
        failed_ = Error{ErrorKind::invalid, "bad-table", {fmt::format("第 {} 行：{}", at, why.zh), fmt::format("line {}: {}", at, why.en)}, {}, 0};
    }

    std::unique_ptr<std::istream> in_;
    TableLimits limits_;
    csv_parser parser_{};
    std::string block_;
    std::deque<TableRow> ready_;
    TableRow current_;
    std::int64_t line_ = 0, row_line_ = 0, rows_ = 0;
    std::size_t pending_ = 0;
    bool ended_ = false;
    std::optional<Error> failed_;
};

}  // namespace

std::unique_ptr<TableRows> csv_rows(std::unique_ptr<std::istream> in, TableLimits const& limits) { return std::make_unique<CsvRows>(std::move(in), limits); }
std::unique_ptr<TableRows> csv_rows_of_text(std::string_view text, TableLimits const& limits) {
    return csv_rows(std::make_unique<std::istringstream>(std::string{text}), limits);
}

}  // namespace hearline::channel
