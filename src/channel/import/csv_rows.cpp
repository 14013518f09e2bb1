#include "channel/import/csv_rows.hpp"

#include <csv.h>

#include <algorithm>
#include <array>
#include <deque>
#include <sstream>

#include "base/unicode.hpp"
#include "channel/import/separator.hpp"
#include "channel/import/text_lines.hpp"

namespace hearline::channel {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t most_read_again = 256 << 20;  // bytes that broken quotes may make us read again

/// What Excel writes where a formula failed, or where a column was too narrow for its number.
Text not_a_value(std::string_view cell) {
    static constexpr std::array<std::string_view, 10> errors{"#N/A",  "#REF!",  "#VALUE!", "#NAME?", "#DIV/0!",
                                                             "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA"};
    if (cell.size() < 3 || cell.front() != '#') return {};
    if (std::find(errors.begin(), errors.end(), cell) != errors.end()) return say("是公式错误 {}", "holds the formula error {}", cell);
    if (cell.find_first_not_of('#') == std::string_view::npos)
        return {"只有 #：保存时列太窄，内容没有写出；请在 Excel 中把列拉宽后重新保存",
                "holds # only: the column was too narrow when the file was saved; widen it in Excel and save again"};
    return {};
}

/// ="0012" and '+86 … are how programs keep a spreadsheet from making a number or a formula of a text; the text is what is inside.
std::string unguarded(std::string cell) {
    if (cell.size() >= 3 && cell.starts_with("=\"") && cell.ends_with('"') && cell.find('"', 2) == cell.size() - 1)
        return cell.substr(2, cell.size() - 3);
    if (cell.size() < 2 || cell.front() != '\'') return cell;
    auto const rest = trim(std::string_view{cell}.substr(1));
    static constexpr std::array<std::string_view, 8> signs{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    bool const guarded = std::any_of(signs.begin(), signs.end(), [&](auto sign) { return rest.starts_with(sign); }) || cell[1] == '\t' ||
                         cell[1] == '\r' || cell[1] == '\n';
    return guarded ? cell.substr(1) : cell;
}

class CsvRows final : public TableRows {
public:
    CsvRows(std::unique_ptr<std::istream> in, TableLimits const& limits)
        : limits_{limits}, lines_{std::move(in), limits.cell * 4, notices_} {
        auto const found = find_separator(lines_.head());
        separator_ = found.character;
        skip_ = found.first_line_says ? 1 : 0;
        auto const words = words_of(separator_);
        if (separator_ != ',') notices_.add("separator", {"列之间用" + words.zh + "分隔", "columns are separated by " + words.en});
        start_parser();
    }
    ~CsvRows() override { csv_free(&parser_); }
    CsvRows(CsvRows const&) = delete;
    CsvRows& operator=(CsvRows const&) = delete;

    Result<bool> next(TableRow& row) override {
        while (ready_.empty()) {
            TextLine line;
            if (take(line))
                add(std::move(line));
            else if (pending_.empty())
                return false;
            else
                broken({"引号没有结束", "the quotes do not end"});
            if (rows_ > limits_.rows)
                return refuse(ErrorKind::invalid, "bad-table", say("超过 {} 行", "there are more than {} rows", limits_.rows));
            if (read_again_ > most_read_again)
                return refuse(ErrorKind::invalid, "bad-table",
                              say("第 {} 行起引号错误过多", "from line {} on quotes are wrong too often", last_line_));
        }
        row = std::move(ready_.front());
        ready_.pop_front();
        return true;
    }

private:
    static int is_space(unsigned char c) { return c == ' ' || c == '\t' || c == '\r'; }
    static int is_end(unsigned char c) { return c == '\n'; }
    static void cell(void* bytes, std::size_t size, void* self) {
        static_cast<CsvRows*>(self)->cells_.emplace_back(static_cast<char const*>(bytes), size);
    }
    static void row_end(int, void* self) { static_cast<CsvRows*>(self)->ended_ = true; }

    void start_parser() {
        csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
        csv_set_delim(&parser_, static_cast<unsigned char>(separator_));
        csv_set_space_func(&parser_, is_space);
        csv_set_term_func(&parser_, is_end);
        cells_.clear();
        ended_ = false;
    }
    bool take(TextLine& line) {
        if (!again_.empty()) {
            line = std::move(again_.front());
            again_.pop_front();
            return true;
        }
        bool const more = lines_.next(line);
        if (more && skip_ > 0) return --skip_, lines_.next(line);
        return more;
    }

    // A line at a time, so that a row knows the line it begins on, and reading can begin again behind a broken one.
    void add(TextLine line) {
        last_line_ = line.number;
        if (pending_.empty()) {
            if (line.text.starts_with("\xEF\xBB\xBF")) line.text.erase(0, 3);  // files put one behind the other
            ++row_;
            if (line.too_long) {
                pending_.push_back(std::move(line));
                return broken({"这一行过长", "the row is too long"});
            }
            if (trim(line.text).empty()) return;  // an empty row
        }
        bytes_ += line.text.size() + 1;
        bool const cut = line.too_long;
        auto const text = line.text + '\n';
        pending_.push_back(std::move(line));
        if (cut || bytes_ > limits_.cell * 4) return broken({"这一行过长，可能缺少引号", "the row is too long, a quote may be missing"});
        if (csv_parse(&parser_, text.data(), text.size(), cell, row_end, this) != text.size())
            return broken({"引号用法不对：单元格里有引号时，整格要放在引号里，里面的引号写两个",
                           "quotes are used wrongly: a cell that holds quotes stands in quotes, and those inside are doubled"});
        if (ended_) finish();
    }
    /// The row is told by its first line, and reading begins again on the next: an open quote swallows no other row.
    void broken(Text const& why) {
        TableRow row;
        row.line = pending_.front().number;
        row.row = row_;
        row.cells.emplace_back(truncate(pending_.front().text, 80));
        if (row.cells.front().empty()) row.cells.front() = "?";
        row.faults.push_back({CellFault::whole_row, why});
        ready_.push_back(std::move(row));
        ++rows_;
        if (pending_.size() > 1) {
            doubtful_until_ = std::max(doubtful_until_, pending_.back().number);
            broken_line_ = pending_.front().number;
            read_again_ += bytes_;
        }
        again_.insert(again_.begin(), std::make_move_iterator(pending_.begin() + 1), std::make_move_iterator(pending_.end()));
        pending_.clear();
        bytes_ = 0;
        csv_free(&parser_);
        start_parser();
    }
    void finish() {
        TableRow row;
        row.line = pending_.front().number;
        row.row = row_;
        bool const damaged = std::any_of(pending_.begin(), pending_.end(), [](auto const& line) { return line.damaged; });
        if (row.line <= doubtful_until_ && usual_ != 0 && cells_.size() != usual_)
            row.faults.push_back(
                {CellFault::whole_row,
                 say("第 {} 行的引号没有结束，看不出这一行是不是完整的一行",
                     "the quotes of line {} do not end, and it cannot be told whether this is a whole row", broken_line_)});
        else
            usual_ = cells_.size();
        if (std::any_of(pending_.begin(), pending_.end(), [](auto const& line) { return line.foreign; }))
            row.faults.push_back({CellFault::whole_row, say("这一行是 UTF-8，整个文件按 {} 读取", "this row is UTF-8, the file is read as {}", name_of(lines_.encoding()))});
        row.cells = std::move(cells_);
        for (std::size_t i = 0; i < row.cells.size(); ++i) judge(row, i, damaged);
        while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
        if (row.cells.size() > limits_.columns) row.faults.push_back({CellFault::whole_row, {"列数过多", "there are too many columns"}});
        if (!row.cells.empty()) {
            ++rows_;
            ready_.push_back(std::move(row));
        }
        pending_.clear();
        cells_.clear();
        bytes_ = 0;
        ended_ = false;
    }
    void judge(TableRow& row, std::size_t column, bool damaged) const {
        auto& cell = row.cells[column];
        if (cell.empty()) return;
        auto const fault = [&](Text const& why) {
            auto const name = cell_name(column, row.row);
            row.faults.push_back({column, {name + " " + why.zh, name + " " + why.en}});
        };
        if (cell.size() > limits_.cell) fault({"的内容过长", "holds too much"});
        if (cell.find('\0') != std::string::npos) fault({"含有空字符（NUL）", "holds a zero byte (NUL)"});
        if (damaged && cell.find(replacement) != std::string::npos)
            fault(say("含有不是 {} 的字节（整个文件按它读取）", "holds bytes that are not {}, as which the file is read",
                      name_of(lines_.encoding())));
        if (auto const why = not_a_value(cell); !why.zh.empty()) fault(why);
        cell = unguarded(std::move(cell));
    }

    TableLimits limits_;
    TextLines lines_;
    char separator_ = ',';
    int skip_ = 0;
    csv_parser parser_{};
    std::deque<TextLine> again_;     ///< lines to be read once more
    std::vector<TextLine> pending_;  ///< those of the row that is being read
    std::vector<std::string> cells_;
    std::deque<TableRow> ready_;
    std::int64_t row_ = 0, rows_ = 0, last_line_ = 0, doubtful_until_ = 0, broken_line_ = 0;
    std::size_t bytes_ = 0, usual_ = 0, read_again_ = 0;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<TableRows> csv_rows(std::unique_ptr<std::istream> in, TableLimits const& limits) {
    return std::make_unique<CsvRows>(std::move(in), limits);
}
std::unique_ptr<TableRows> csv_rows_of_text(std::string_view text, TableLimits const& limits) {
    return csv_rows(std::make_unique<std::istringstream>(std::string{text}), limits);
}

}  // namespace hearline::channel
