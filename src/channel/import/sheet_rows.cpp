#include "channel/import/sheet_rows.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/unicode.hpp"

namespace hearline::channel {
namespace {

constexpr std::size_t exact_digits = 15;  // what Excel keeps of a number
constexpr std::size_t longest_tag = 1 << 20;

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

struct Place {
    std::size_t column = 0;
    std::int64_t row = 0;
};

/// Column and row of "AB12" (also "$AB$12"); nothing for what is no reference.
std::optional<Place> place_of(std::string_view reference) {
    Place place;
    std::size_t letters = 0;
    std::string digits;
    for (char c : reference) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c >= 'A' && c <= 'Z' && digits.empty()) {
            if (++letters > 3) return std::nullopt;
            place.column = place.column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        } else if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c != '$') {
            return std::nullopt;
        }
    }
    auto const row = whole(digits);
    if (letters == 0 || !row) return std::nullopt;
    --place.column;
    place.row = *row;
    return place;
}

class MergePass final : public XmlHandler {
public:
    explicit MergePass(TableLimits const& limits) : limits_{limits} {}
    void open(std::string_view name, XmlAttributes const& attributes) override {
        if (name != "mergeCell") return;
        auto const area = attributes.get("ref");
        auto const first = place_of(area.substr(0, area.find(':')));
        auto const last = area.find(':') == std::string_view::npos ? first : place_of(area.substr(area.find(':') + 1));
        if (!first || !last || areas.size() > most) return;
        areas.push_back({std::min(first->row, last->row), std::max(first->row, last->row), std::min(first->column, last->column),
                         std::max(first->column, last->column)});
        if (areas.back().first_column >= limits_.columns) areas.pop_back();
    }
    void close(std::string_view) override {}
    void text(std::string_view) override {}
    static constexpr std::size_t most = 1'000'000;
    std::vector<MergedArea> areas;

private:
    TableLimits limits_;
};

/// Does the part speak of merged cells at all? Most do not, and need no second reading of their XML.
Result<bool> speaks_of_merging(ZipReader& zip, std::string const& part) {
    constexpr std::string_view word = "mergeCell";
    auto stream = TRY(zip.open(part));
    std::string block;
    for (bool first = true; TRY(stream->read(block)); first = false) {
        bool const wide = first && (block.starts_with("\xFF\xFE") || block.starts_with("\xFE\xFF"));
        if (wide || block.find(word) != std::string::npos) return true;
        block.erase(0, block.size() - std::min(block.size(), word.size()));
    }
    return block.find(word) != std::string::npos;
}

}  // namespace

Result<std::vector<MergedArea>> merged_areas(ZipReader& zip, std::string const& part, TableLimits const& limits) {
    MergePass pass{limits};
    if (!TRY(speaks_of_merging(zip, part))) return std::move(pass.areas);
    TRY(XmlStream(TRY(zip.open(part)), pass, longest_tag).run());
    if (pass.areas.size() > MergePass::most)
        return refuse(ErrorKind::invalid, "bad-table", {"合并单元格过多", "there are too many merged cells"});
    std::stable_sort(pass.areas.begin(), pass.areas.end(), [](auto const& a, auto const& b) { return a.first_row < b.first_row; });
    return std::move(pass.areas);
}

SheetRows::SheetRows(Workbook book, std::vector<NumberFormat> styles, std::vector<std::string> texts, std::vector<MergedArea> merged,
                     TableLimits const& limits, TableNotices& notices)
    : book_{std::move(book)},
      styles_{std::move(styles)},
      texts_{std::move(texts)},
      merged_{std::move(merged)},
      limits_{limits},
      notices_{notices} {}

void SheetRows::fail(Text const& why) {
    if (failed) return;
    failed = Error{ErrorKind::invalid,
                   "bad-table",
                   {fmt::format("第 {} 行：{}", row_.row, why.zh), fmt::format("row {}: {}", row_.row, why.en)},
                   {},
                   0};
}

void SheetRows::open(std::string_view name, XmlAttributes const& attributes) {
    if (name == "sheetData") in_data_ = true;
    if (!in_data_ || failed) return;
    if (in_cell_) {
        in_value_ = name == "v";
        cell_.has_value = cell_.has_value || in_value_;
        cell_.formula = cell_.formula || name == "f";
        if (cell_.type == "inlineStr") run_.open(name);
    } else if (name == "c") {
        open_cell(attributes);
    } else if (name == "row") {
        row_ = {};
        row_.line = row_.row = whole(attributes.get("r")).value_or(last_row_ + 1);
        out_of_order_ = row_.row <= last_row_;
        last_row_ = std::max(last_row_, row_.row);
        next_column_ = 0;
        auto const hidden = attributes.get("hidden");
        hidden_ = hidden == "1" || hidden == "true";
        if (++rows_ > limits_.rows) fail({"行数过多", "there are too many rows"});
    }
}

void SheetRows::open_cell(XmlAttributes const& attributes) {
    auto const place = place_of(attributes.get("r"));
    cell_ = {};
    cell_.column = place ? place->column : next_column_;
    cell_.type = attributes.get("t");
    cell_.style = static_cast<std::size_t>(whole(attributes.get("s")).value_or(0));
    next_column_ = cell_.column + 1;
    in_cell_ = true;
}

void SheetRows::text(std::string_view bytes) {
    if (!in_cell_ || failed) return;
    if (in_value_ && cell_.value.size() <= limits_.cell) cell_.value += bytes;
    if (cell_.type == "inlineStr") run_.text(bytes, limits_.cell);
}

void SheetRows::close(std::string_view name) {
    if (name == "sheetData") in_data_ = false;
    if (!in_data_ || failed) return;
    if (in_cell_ && name == "c") {
        in_cell_ = in_value_ = false;
        close_cell();
    } else if (in_cell_) {
        if (name == "v") in_value_ = false;
        if (cell_.type == "inlineStr") run_.close(name);
    } else if (name == "row") {
        close_row();
    }
}

void SheetRows::close_cell() {
    auto text = cell_text();
    if (text && text->empty()) return;
    auto const column = cell_.column;
    if (column >= limits_.columns) return fail({"列数过多", "there are too many columns"});
    if (text && text->size() > limits_.cell)
        text = refuse(ErrorKind::invalid, "bad-cell", say("{} 的内容过长", "{} holds too much", here(column)));
    if (row_.cells.size() <= column) row_.cells.resize(column + 1);
    if (!row_.cells[column].empty()) fault(column, say("{} 在文件里出现两次", "{} is there twice in the file", here(column)));
    if (!text) fault(column, text.error().detail);
    // What cannot be read leaves its own words, so that the cell is not taken for empty.
    row_.cells[column] = text ? std::move(*text) : cell_.value.empty() ? "?" : cell_.value.substr(0, 80);
}

Result<std::string> SheetRows::cell_text() {
    auto const bad = [&](Text const& why) {
        return refuse(ErrorKind::invalid, "bad-cell", {here(cell_.column) + " " + why.zh, here(cell_.column) + " " + why.en});
    };
    auto const& type = cell_.type;
    if (type == "inlineStr") return run_.take();
    if (type == "e") return bad(say("是公式错误 {}", "holds the formula error {}", cell_.value));
    if (cell_.formula && cell_.value.empty() && !(type == "str" && cell_.has_value))
        return bad({"的公式没有算出的值；请用 Excel 打开并保存后再导入",
                    "holds a formula without its value; open and save the file in Excel first"});
    if (cell_.formula && book_.uncalculated)
        notices_.add_at("uncalculated",
                        {"公式的值是写文件的程序留下的，Excel 打开时会重算；请核对，或用 Excel 打开并保存后再导入",
                         "values of formulas are as the program left them that wrote the file, Excel would work them out anew: check them, "
                         "or open and save the file in Excel first"},
                        here(cell_.column));
    if (type == "str") return unescaped(std::move(cell_.value));
    if (cell_.value.empty()) return std::string{};
    if (type == "s") {
        auto const index = whole(cell_.value);
        if (index && *index >= 0 && *index < std::ssize(texts_)) return texts_[static_cast<std::size_t>(*index)];
        return bad(say("指向共享文本 {}，文件里没有", "points to the shared text {}, which is not there", cell_.value));
    }
    if (type == "b") return std::string{cell_.value == "1" || cell_.value == "true" ? "true" : "false"};
    if (type == "d") return cell_.value.ends_with("Z") ? cell_.value.substr(0, cell_.value.size() - 1) : cell_.value;
    if (type.empty() || type == "n") return number_text();
    return bad(say("的类型 {} 不认识", "has the unknown type {}", type));
}

Result<std::string> SheetRows::number_text() {
    auto const& text = cell_.value;
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return refuse(ErrorKind::invalid, "bad-cell",
                      say("{} 不是数字：{}", "{} is no number: {}", here(cell_.column), text.substr(0, 80)));
    static NumberFormat const general;
    auto shown = (cell_.style < styles_.size() ? styles_[cell_.style] : general).shown(value, book_.days_before);
    if (shown.empty())
        return refuse(ErrorKind::invalid, "bad-cell", say("{} 不是日期：{}", "{} is no date: {}", here(cell_.column), text.substr(0, 80)));
    if (std::abs(value) >= 1e15) {
        notices_.add_at("long-number",
                        say("超过 {} 位的数字，Excel 只保存前 {} 位，后面的可能已变成 0；编号请设成文本格式",
                            "numbers of more than {} digits, of which Excel keeps the first {} only, and the rest may have become 0: "
                            "numbers of cases should be text",
                            exact_digits, exact_digits),
                        here(cell_.column));
        if (text.find_first_not_of("0123456789") == std::string::npos && shown == plain_number(value)) return text;
    }
    return shown;
}

void SheetRows::close_row() {
    if (out_of_order_)
        fault(CellFault::whole_row,
              say("第 {} 行在文件里出现两次，或次序不对", "the row {} is there twice in the file, or out of order", row_.row));
    merge();
    while (!row_.cells.empty() && row_.cells.back().empty()) row_.cells.pop_back();
    if (row_.cells.empty() || failed) return;
    if (hidden_) notices_.add_at("hidden-rows", {"隐藏的行也读了", "hidden rows are read like the others"}, std::to_string(row_.row));
    ready.push_back(std::move(row_));
}

void SheetRows::cover(Active const& active) {
    auto const& area = active.area;
    for (auto column = area.first_column; column <= area.last_column && column < row_.cells.size(); ++column) {
        if (row_.row == area.first_row && column == area.first_column) continue;
        auto& own = row_.cells[column];
        if (!own.empty() && own != active.value)
            notices_.add_at("under-merged", {"合并单元格盖住的内容没有读", "what lies hidden under merged cells is not read"},
                            here(column));
        own.clear();
    }
}

void SheetRows::merge() {
    while (next_merged_ < merged_.size() && merged_[next_merged_].first_row <= row_.row) {
        auto const& area = merged_[next_merged_++];
        if (area.last_row < row_.row) continue;
        Active active{area, {}, {}};
        // An area whose first row is not in the file is empty.
        if (area.first_row == row_.row) {
            if (area.first_column < row_.cells.size()) active.value = row_.cells[area.first_column];
            for (auto const& known : row_.faults)
                if (known.column == area.first_column) active.fault = known.why;
            if (area.last_column > area.first_column && !active.value.empty())
                row_.joined.push_back(here(area.first_column) + ":" + cell_name(area.last_column, area.last_row));
        }
        active_.push_back(std::move(active));
        if (active_.size() > limits_.columns) return fail({"合并单元格互相重叠", "merged cells lie over each other"});
    }
    std::erase_if(active_, [&](auto const& active) { return active.area.last_row < row_.row; });
    if (active_.empty()) return;
    for (auto const& active : active_) cover(active);
    // A row that has nothing but what others give it is the rest of a row that is drawn higher.
    bool const own = std::any_of(row_.cells.begin(), row_.cells.end(), [](auto const& cell) { return !cell.empty(); });
    if (!own) return;
    for (auto const& active : active_) {
        auto const column = active.area.first_column;
        if (row_.row == active.area.first_row || active.value.empty()) continue;
        if (row_.cells.size() <= column) row_.cells.resize(column + 1);
        row_.cells[column] = active.value;
        if (active.fault) fault(column, *active.fault);
    }
}

}  // namespace hearline::channel
