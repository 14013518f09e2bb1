#include "channel/import/xlsx_rows.hpp"

#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "base/unicode.hpp"
#include "channel/import/xml_pieces.hpp"

namespace hearline::channel {
namespace {

constexpr std::size_t small_part = 32 << 20;

tl::unexpected<Error> bad(Text const& why) { return refuse(ErrorKind::invalid, "bad-table", why); }

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// All `<t>` below the node, without phonetic hints.
void append_text(std::string& out, pugi::xml_node const& node) {
    for (auto const& child : node.children()) {
        auto const name = local_name(child);
        if (name == "t")
            out += child.text().get();
        else if (name == "r")
            append_text(out, child);
    }
}

/// 0 for "A", 27 for "AB"; nothing for no reference.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    std::size_t letters = 0;
    for (char c : reference) {
        if (c < 'A' || c > 'Z') break;
        if (++letters > 3) return std::nullopt;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    }
    if (letters == 0) return std::nullopt;
    return column - 1;
}

/// Does a number format show a date? Its letters outside quotes and brackets tell.
bool shows_date(std::string_view code) {
    bool quoted = false, bracket = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        char const c = code[i];
        if (c == '"')
            quoted = !quoted;
        else if (c == '[')
            bracket = true;
        else if (c == ']')
            bracket = false;
        else if (c == '\\')
            ++i;
        else if (!quoted && !bracket && (c == 'y' || c == 'Y' || c == 'd' || c == 'D' || c == 'h' || c == 'H'))
            return true;
    }
    return false;
}

bool is_date_format(std::int64_t id) { return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58); }

/// Styles (by index of cellXfs) that show a date.
Result<std::set<std::int64_t>> date_styles(ZipReader& zip) {
    std::set<std::int64_t> styles;
    if (!zip.has("xl/styles.xml")) return styles;
    auto const text = TRY(zip.read_whole("xl/styles.xml", small_part));
    pugi::xml_document document;
    if (!document.load_buffer(text.data(), text.size())) return bad({"样式表无法解析", "the styles cannot be parsed"});
    std::set<std::int64_t> formats;
    auto const root = document.document_element();
    for (auto const& list : children_named(root, "numFmts"))
        for (auto const& format : children_named(list, "numFmt"))
            if (shows_date(format.attribute("formatCode").value())) formats.insert(format.attribute("numFmtId").as_llong());
    for (auto const& list : children_named(root, "cellXfs")) {
        std::int64_t index = 0;
        for (auto const& style : children_named(list, "xf")) {
            auto const id = style.attribute("numFmtId").as_llong();
            if (is_date_format(id) || formats.contains(id)) styles.insert(index);
            ++index;
        }
    }
    return styles;
}

/// A day number of Excel as date and time; the 29 February 1900 that never was is counted as Excel does.
std::string date_of_serial(double serial, std::int64_t epoch_shift) {
    if (!(serial >= 0) || serial > 2'958'466) return {};
    auto seconds = static_cast<std::int64_t>(std::llround(serial * 86400));
    auto day = seconds / 86400 + epoch_shift;
    seconds %= 86400;
    if (epoch_shift == 0 && day < 60) ++day;
    auto const date = std::chrono::local_days{std::chrono::days{day - 25569}};
    std::chrono::year_month_day const ymd{date};
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

struct Workbook {
    std::string sheet_part;
    std::int64_t epoch_shift = 0;  ///< 1462 where days are counted from 1904
};

/// Target of a relation, as a name in the container.
std::string part_name(std::string target) {
    if (target.starts_with("/")) return target.substr(1);
    return "xl/" + target;
}

Result<Workbook> find_sheet(ZipReader& zip, std::string const& wanted) {
    auto const text = TRY(zip.read_whole("xl/workbook.xml", small_part));
    auto const relations_text = TRY(zip.read_whole("xl/_rels/workbook.xml.rels", small_part));
    pugi::xml_document document, relations;
    if (!document.load_buffer(text.data(), text.size()) || !relations.load_buffer(relations_text.data(), relations_text.size())) return bad({"工作簿目录无法解析", "the workbook cannot be parsed"});
    std::map<std::string, std::string> targets;
    for (auto const& relation : children_named(relations.document_element(), "Relationship")) targets[relation.attribute("Id").value()] = relation.attribute("Target").value();
    Workbook book;
    auto const root = document.document_element();
    for (auto const& properties : children_named(root, "workbookPr"))
        if (properties.attribute("date1904").as_bool()) book.epoch_shift = 1462;
    std::string names;
    for (auto const& sheets : children_named(root, "sheets"))
        for (auto const& sheet : children_named(sheets, "sheet")) {
            std::string id;
            for (auto const& attribute : sheet.attributes())
                if (std::string_view{attribute.name()}.ends_with(":id")) id = attribute.value();
            std::string const name = sheet.attribute("name").value();
            names += (names.empty() ? "" : ", ") + name;
            if (book.sheet_part.empty() && (wanted.empty() || name == wanted)) book.sheet_part = part_name(targets[id]);
        }
    if (book.sheet_part.empty()) return bad(say("没有工作表 {}（有：{}）", "there is no sheet {} (there are: {})", wanted, names));
    return book;
}

class XlsxRows final : public TableRows {
public:
    XlsxRows(std::shared_ptr<ZipReader> zip, XmlPieces pieces, Workbook book, std::set<std::int64_t> styles, std::vector<std::string> texts, TableLimits const& limits)
        : zip_{std::move(zip)}, pieces_{std::move(pieces)}, book_{std::move(book)}, styles_{std::move(styles)}, texts_{std::move(texts)}, limits_{limits} {}

    Result<bool> next(TableRow& row) override {
        for (;;) {
            pugi::xml_document piece;
            if (!TRY(pieces_.next(piece))) return false;
            auto const element = piece.document_element();
            line_ = whole(element.attribute("r").value()).value_or(line_ + 1);
            if (++rows_ > limits_.rows) return bad({"行数过多", "there are too many rows"});
            row = {};
            row.line = line_;
            bool blank = true;
            for (auto const& cell : children_named(element, "c")) {
                auto const column = column_of(cell.attribute("r").value()).value_or(row.cells.size());
                if (column >= limits_.columns) return bad(say("第 {} 行：列数过多", "row {}: there are too many columns", line_));
                auto value = text_of(cell);
                if (value.size() > limits_.cell || value.find('\0') != std::string::npos || !is_utf8(value)) return bad(say("第 {} 行：单元格过长或不是文本", "row {}: a cell is too long or no text", line_));
                blank = blank && value.empty();
                if (row.cells.size() <= column) row.cells.resize(column + 1);
                row.cells[column] = std::move(value);
            }
            if (!blank) return true;
        }
    }

private:
    [[nodiscard]] std::string text_of(pugi::xml_node const& cell) const {
        std::string_view const type{cell.attribute("t").value()};
        std::string text;
        if (type == "inlineStr") {
            for (auto const& inline_text : children_named(cell, "is")) append_text(text, inline_text);
            return text;
        }
        for (auto const& value : children_named(cell, "v")) text = value.text().get();
        if (type == "s") {
            auto const index = whole(text);
            return index && *index >= 0 && *index < std::ssize(texts_) ? texts_[static_cast<std::size_t>(*index)] : std::string{};
        }
        if (type == "b") return text == "1" ? "true" : "false";
        if (type == "e") return {};
        if ((type.empty() || type == "n") && !text.empty() && styles_.contains(cell.attribute("s").as_llong())) {
            char* end = nullptr;
            double const serial = std::strtod(text.c_str(), &end);
            if (end && *end == '\0')
                if (auto date = date_of_serial(serial, book_.epoch_shift); !date.empty()) return date;
        }
        return text;
    }

    std::shared_ptr<ZipReader> zip_;
    XmlPieces pieces_;
    Workbook book_;
    std::set<std::int64_t> styles_;
    std::vector<std::string> texts_;
    TableLimits limits_;
    std::int64_t line_ = 0, rows_ = 0;
};

Result<std::vector<std::string>> shared_texts(ZipReader& zip, TableLimits const& limits) {
    std::vector<std::string> texts;
    if (!zip.has("xl/sharedStrings.xml")) return texts;
    XmlPieces pieces{TRY(zip.open("xl/sharedStrings.xml")), "si", limits.cell * 8};
    std::size_t bytes = 0;
    for (pugi::xml_document piece; TRY(pieces.next(piece)); piece.reset()) {
        std::string text;
        append_text(text, piece.document_element());
        bytes += text.size() + 32;
        if (bytes > limits.shared_texts) return bad({"工作簿的文本过多", "the workbook holds too much text"});
        texts.push_back(std::move(text));
    }
    return texts;
}

Result<std::unique_ptr<TableRows>> rows_of(std::shared_ptr<ZipReader> zip, std::string const& sheet, TableLimits const& limits) {
    if (!zip->has("xl/workbook.xml")) return bad({"不是 Excel 工作簿（xlsx）", "this is no Excel workbook (xlsx)"});
    auto book = TRY(find_sheet(*zip, sheet));
    auto styles = TRY(date_styles(*zip));
    auto texts = TRY(shared_texts(*zip, limits));
    XmlPieces pieces{TRY(zip->open(book.sheet_part)), "row", limits.cell * 16};
    return std::unique_ptr<TableRows>{std::make_unique<XlsxRows>(std::move(zip), std::move(pieces), std::move(book), std::move(styles), std::move(texts), limits)};
}

}  // namespace

Result<std::unique_ptr<TableRows>> xlsx_rows(std::string const& path, std::string const& sheet, TableLimits const& limits) { return rows_of(TRY(open_zip(path, limits)), sheet, limits); }
Result<std::unique_ptr<TableRows>> xlsx_rows_of_bytes(std::string bytes, std::string const& sheet, TableLimits const& limits) {
    return rows_of(TRY(open_zip_bytes(std::move(bytes), limits)), sheet, limits);
}

}  // namespace hearline::channel
