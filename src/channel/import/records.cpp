#include "channel/import/records.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/unicode.hpp"
#include "channel/import/csv_rows.hpp"
#include "channel/import/jsonl_records.hpp"
#include "channel/import/table_content.hpp"
#include "channel/import/xlsx_rows.hpp"

namespace hearline::channel {
namespace {

/// A quick look at the bytes: most cells need no other.
bool may_hold_control_characters(std::string_view cell) {
    return std::any_of(cell.begin(), cell.end(), [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F || byte == 0xC2;
    });
}

/// A table one row of which names the columns.
class HeadedRecords final : public Records {
public:
    HeadedRecords(std::unique_ptr<TableRows> rows, TableFormat format, TableNotices notices)
        : rows_{std::move(rows)}, format_{format}, notices_{std::move(notices)} {}

    /// Row `heading` of the sheet; 0 = the first that is not empty.
    Done read_heading(int heading) {
        TableRow row;
        do {
            if (!TRY(rows_->next(row)))
                return bad(heading == 0 ? Text{"文件里没有表头", "the file has no heading row"}
                                        : say("第 {} 行没有内容，没有表头", "the row {} is empty, there is no heading", heading));
        } while (row.row < heading);
        if (heading != 0 && row.row != heading)
            return bad(say("第 {} 行是空行，不能是表头；下一个有内容的是第 {} 行",
                           "the row {} is empty and no heading; the next that is not is {}", heading, row.row));
        for (auto const& fault : row.faults) return bad({"表头：" + fault.why.zh, "heading: " + fault.why.en});
        for (auto const& cell : row.cells) columns_.emplace_back(trim(cell));
        if (format_ == TableFormat::csv && columns_.size() == 1 && columns_.front().find("，") != std::string::npos)
            return bad({"表头只有一格，里面是全角逗号；列之间要用半角逗号", "the heading is one cell with full-width commas in it: columns are separated by plain ones"});
        return std::monostate{};
    }
    Result<bool> next(Record& record) override {
        TableRow row;
        if (!TRY(rows_->next(row))) return false;
        record = {};
        record.line = row.line;
        record.row = row.row;
        record.days_before = rows_->days_before();
        for (auto& fault : row.faults) {
            bool const whole = fault.column == CellFault::whole_row;
            if (whole || fault.column < columns_.size())
                record.faults.push_back({whole ? "" : columns_[fault.column], std::move(fault.why)});
        }
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (may_hold_control_characters(row.cells[i])) tell_control_characters(row, i);
            if (i < columns_.size() && !columns_[i].empty())
                record.cells.try_emplace(columns_[i], std::move(row.cells[i]));
            else if (!row.cells[i].empty())
                without_heading(record, i);
        }
        for (auto const& area : row.joined)
            notices_.add_at("joined-columns",
                            {"跨列合并的单元格只算左边一列的内容", "cells merged over several columns count for the leftmost only"}, area);
        return true;
    }
    std::vector<std::string> const& columns() const override { return columns_; }
    std::vector<TableNotice> notices() const override {
        auto all = notices_.list();
        auto const of_rows = rows_->notices();
        all.insert(all.begin(), of_rows.begin(), of_rows.end());
        return all;
    }

private:
    static tl::unexpected<Error> bad(Text const& why) { return refuse(ErrorKind::invalid, "bad-table", why); }

    // A row's texts are taken without them.
    void tell_control_characters(TableRow const& row, std::size_t column) {
        if (!has_control_characters(clean_lines(row.cells[column]), LineBreaks::allowed)) return;
        notices_.add_at("control-characters", {"看不见的控制字符没有读入", "control characters, which nobody sees, are left out"},
                        cell_name(column, row.row));
    }
    // More cells than the heading has are, in a text table, most likely a comma that should stand in quotes: the row's contents would be
    // cut.
    void without_heading(Record& record, std::size_t column) {
        auto const name = cell_name(column, record.row);
        if (format_ == TableFormat::csv && column >= columns_.size())
            record.faults.push_back(
                {"", say("{} 上面没有表头：这一行的单元格比表头多，可能有逗号没有放在引号里",
                         "{} has no heading: the row has more cells than the heading, a comma may lack its quotes", name)});
        else
            notices_.add_at("no-heading", {"上面没有表头的单元格没有读", "cells without a heading above them are not read"}, name);
    }

    std::unique_ptr<TableRows> rows_;
    TableFormat format_;
    TableNotices notices_;
    std::vector<std::string> columns_;
};

Result<std::unique_ptr<Records>> headed(std::unique_ptr<TableRows> rows, TableFormat format, TableFormat said, int heading) {
    TableNotices notices;
    if (format == TableFormat::csv && said == TableFormat::xlsx)
        notices.add("format",
                    {"文件名像 Excel，内容是文本表格，按 CSV 读取", "the name is Excel's, the content is a text table and is read as CSV"});
    if (format == TableFormat::xlsx && said != TableFormat::xlsx)
        notices.add("format", {"内容是 Excel 工作簿，按 xlsx 读取", "the content is an Excel workbook and is read as such"});
    auto records = std::make_unique<HeadedRecords>(std::move(rows), format, std::move(notices));
    TRY(records->read_heading(heading));
    return std::unique_ptr<Records>{std::move(records)};
}

constexpr std::size_t head_size = 64 << 10;

}  // namespace

Result<std::unique_ptr<Records>> open_records(std::string const& path, TableFormat said, std::string const& sheet, int heading,
                                              TableLimits const& limits) {
    auto in = std::make_unique<std::ifstream>(path, std::ios::binary);
    if (!*in) return refuse(ErrorKind::not_found, "bad-table", say("打不开文件 {}", "cannot open {}", path));
    std::string head(head_size, '\0');
    in->read(head.data(), head_size);
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(in->gcount(), 0)));
    in->clear();
    in->seekg(0);
    if (!*in) {  // a pipe cannot be read again from its beginning
        in->clear();
        head.append(std::istreambuf_iterator<char>{*in}, {});
        return records_of_text(std::move(head), said, sheet, heading, limits);
    }
    auto const format = TRY(format_of_content(head, said));
    if (format == TableFormat::jsonl) return jsonl_records(std::move(in), limits);
    if (format == TableFormat::csv) return headed(csv_rows(std::move(in), limits), format, said, heading);
    return headed(TRY(xlsx_rows(path, sheet, limits)), format, said, heading);
}

Result<std::unique_ptr<Records>> records_of_text(std::string bytes, TableFormat said, std::string const& sheet, int heading,
                                                 TableLimits const& limits) {
    auto const format = TRY(format_of_content(std::string_view{bytes}.substr(0, head_size), said));
    if (format == TableFormat::xlsx) return headed(TRY(xlsx_rows_of_bytes(std::move(bytes), sheet, limits)), format, said, heading);
    auto in = std::make_unique<std::istringstream>(std::move(bytes));
    if (format == TableFormat::jsonl) return jsonl_records(std::move(in), limits);
    return headed(csv_rows(std::move(in), limits), format, said, heading);
}

Result<TableFormat> format_of_name(std::string_view name) {
    auto const dot = name.rfind('.');
    auto const ending = dot == std::string_view::npos ? std::string{} : fold(name.substr(dot + 1));
    for (auto const text : {"csv", "txt", "tsv", "tab"})
        if (ending == text) return TableFormat::csv;
    // Others than the first two are what people call tables; what is in them is told when they are opened.
    for (auto const sheet :
         {"xlsx", "xlsm", "xls", "xlt", "xltx", "xlsb", "et", "ett", "ods", "numbers", "html", "htm", "mht", "wps", "xml"})
        if (ending == sheet) return TableFormat::xlsx;
    if (ending == "jsonl" || ending == "ndjson") return TableFormat::jsonl;
    return refuse_field("--format", "unknown-format",
                        say("看不出 {} 的格式，请用 --format csv|xlsx|jsonl 指定",
                            "the format of {} cannot be told by its name: say --format csv|xlsx|jsonl", name));
}

}  // namespace hearline::channel
