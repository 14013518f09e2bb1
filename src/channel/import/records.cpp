#include "channel/import/records.hpp"

#include <fstream>
#include <sstream>

#include "base/unicode.hpp"
#include "channel/import/csv_rows.hpp"
#include "channel/import/jsonl_records.hpp"
#include "channel/import/xlsx_rows.hpp"

namespace hearline::channel {
namespace {

/// A table whose row `heading` names the columns.
class HeadedRecords final : public Records {
public:
    explicit HeadedRecords(std::unique_ptr<TableRows> rows) : rows_{std::move(rows)} {}

    Done read_heading(int heading) {
        TableRow row;
        for (int i = 0; i < heading; ++i)
            if (!TRY(rows_->next(row))) return refuse(ErrorKind::invalid, "bad-table", say("文件里没有表头", "the file has no heading row"));
        for (auto const& cell : row.cells) columns_.emplace_back(trim(cell));
        return std::monostate{};
    }
    Result<bool> next(Record& record) override {
        TableRow row;
        if (!TRY(rows_->next(row))) return false;
        record = {};
        record.line = row.line;
        if (row.cells.size() > columns_.size()) record.faults.push_back({"", {"这一行的单元格比表头多", "the row has more cells than the heading"}});
        for (auto& fault : row.faults) record.faults.push_back({fault.column < columns_.size() ? columns_[fault.column] : "", std::move(fault.why)});
        for (std::size_t i = 0; i < std::min(row.cells.size(), columns_.size()); ++i)
            if (!columns_[i].empty()) record.cells.try_emplace(columns_[i], std::move(row.cells[i]));
        return true;
    }
    std::vector<std::string> const& columns() const override { return columns_; }
    std::vector<TableNotice> notices() const override { return rows_->notices(); }

private:
    std::unique_ptr<TableRows> rows_;
    std::vector<std::string> columns_;
};

Result<std::unique_ptr<Records>> headed(std::unique_ptr<TableRows> rows, int heading) {
    auto records = std::make_unique<HeadedRecords>(std::move(rows));
    TRY(records->read_heading(heading));
    return std::unique_ptr<Records>{std::move(records)};
}

}  // namespace

Result<std::unique_ptr<Records>> open_records(std::string const& path, TableFormat format, std::string const& sheet, int heading, TableLimits const& limits) {
    auto in = std::make_unique<std::ifstream>(path, std::ios::binary);
    if (!*in) return refuse(ErrorKind::not_found, "bad-table", say("打不开文件 {}", "cannot open {}", path));
    switch (format) {
        case TableFormat::csv: return headed(csv_rows(std::move(in), limits), heading);
        case TableFormat::jsonl: return jsonl_records(std::move(in), limits);
        case TableFormat::xlsx: break;
    }
    return headed(TRY(xlsx_rows(path, sheet, limits)), heading);
}

Result<std::unique_ptr<Records>> records_of_text(std::string bytes, TableFormat format, std::string const& sheet, int heading, TableLimits const& limits) {
    if (format == TableFormat::xlsx) return headed(TRY(xlsx_rows_of_bytes(std::move(bytes), sheet, limits)), heading);
    auto in = std::make_unique<std::istringstream>(std::move(bytes));
    if (format == TableFormat::jsonl) return jsonl_records(std::move(in), limits);
    return headed(csv_rows(std::move(in), limits), heading);
}

Result<TableFormat> format_of_name(std::string_view name) {
    auto const dot = name.rfind('.');
    auto const ending = dot == std::string_view::npos ? std::string{} : fold(name.substr(dot + 1));
    if (ending == "csv" || ending == "txt") return TableFormat::csv;
    if (ending == "xlsx" || ending == "xlsm") return TableFormat::xlsx;
    if (ending == "jsonl" || ending == "ndjson") return TableFormat::jsonl;
    return refuse_field("--format", "unknown-format", say("看不出 {} 的格式，请用 --format csv|xlsx|jsonl 指定", "the format of {} cannot be told by its name: say --format csv|xlsx|jsonl", name));
}

}  // namespace hearline::channel
