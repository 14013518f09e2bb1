#include "channel/import/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>

#include "base/unicode.hpp"
#include "channel/import/xml_stream.hpp"

namespace hearline::channel {
namespace {

constexpr std::size_t longest_tag = 1 << 20;

tl::unexpected<Error> bad(Text const& why) { return refuse(ErrorKind::invalid, "bad-table", why); }

bool truth(std::string_view word) { return word == "1" || word == "true" || word == "on"; }

std::int64_t number(std::string_view text, std::int64_t otherwise) {
    std::int64_t value = 0;
    return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc{} ? value : otherwise;
}

/// Hears the opened elements of a small part, with the names of those they lie in.
class Elements final : public XmlHandler {
public:
    using Heard = std::function<void(std::string_view name, XmlAttributes const& attributes, std::string const& parent)>;
    explicit Elements(Heard heard) : heard_{std::move(heard)} {}
    void open(std::string_view name, XmlAttributes const& attributes) override {
        if (++count_ > most) return;
        heard_(name, attributes, path_.empty() ? none_ : path_.back());
        path_.emplace_back(name);
    }
    void close(std::string_view) override {
        if (count_ <= most) path_.pop_back();
    }
    void text(std::string_view) override {}
    [[nodiscard]] bool too_many() const { return count_ > most; }

private:
    static constexpr std::size_t most = 1'000'000;
    Heard heard_;
    std::size_t count_ = 0;
    std::vector<std::string> path_;
    std::string const none_;
};

Done hear(ZipReader& zip, std::string const& part, Elements::Heard heard) {
    Elements elements{std::move(heard)};
    XmlStream stream{TRY(zip.open(part)), elements, longest_tag};
    while (TRY(stream.step()))
        if (elements.too_many()) return bad(say("部件 {} 过大", "the part {} is too large", part));
    return std::monostate{};
}

/// "xl/worksheets/sheet1.xml" of a target as a part in `folder` gives it: relative, upwards, or absolute.
std::string resolved(std::string_view folder, std::string_view target) {
    std::string path = target.starts_with("/") ? "" : std::string{folder};
    while (!target.empty()) {
        auto const slash = target.find('/');
        auto const piece = target.substr(0, slash);
        target.remove_prefix(slash == std::string_view::npos ? target.size() : slash + 1);
        if (piece.empty() || piece == ".") continue;
        if (piece == "..")
            path = path.substr(0, path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
        else
            path += (path.empty() ? "" : "/") + std::string{piece};
    }
    return path;
}

std::string folder_of(std::string const& part) { return part.substr(0, part.rfind('/') == std::string::npos ? 0 : part.rfind('/')); }

struct Relation {
    std::string kind;  ///< last word of its type, the same in the transitional and the strict form
    std::string part;
};

Result<std::map<std::string, Relation>> relations_of(ZipReader& zip, std::string const& part) {
    std::map<std::string, Relation> relations;
    auto const folder = folder_of(part);
    auto const name = part.substr(folder.empty() ? 0 : folder.size() + 1);
    auto const relations_part = (folder.empty() ? "" : folder + "/") + "_rels/" + name + ".rels";
    if (!zip.has(relations_part)) return relations;
    TRY(hear(zip, relations_part, [&](std::string_view element, XmlAttributes const& attributes, std::string const&) {
        if (element != "Relationship" || attributes.get("TargetMode") == "External") return;
        auto const type = attributes.get("Type");
        relations[std::string{attributes.get("Id")}] = {std::string{type.substr(type.rfind('/') + 1)},
                                                        resolved(folder, attributes.get("Target"))};
    }));
    return relations;
}

/// The main part: by the container's relations, else by its list of content types, else by the usual name.
Result<std::string> main_part(ZipReader& zip) {
    std::string found;
    for (auto const& [id, relation] : TRY(relations_of(zip, "")))
        if (relation.kind == "officeDocument") found = relation.part;
    if (found.empty() && zip.has("[Content_Types].xml"))
        TRY(hear(zip, "[Content_Types].xml", [&](std::string_view name, XmlAttributes const& attributes, std::string const&) {
            if (name == "Override" && attributes.get("ContentType").ends_with("main+xml")) found = resolved("", attributes.get("PartName"));
        }));
    if (found.empty()) found = "xl/workbook.xml";
    return found;
}

/// What a container is that is no workbook we read.
Text other_container(ZipReader& zip, std::string const& main) {
    Text const advice{"请用原来的软件打开，另存为 xlsx 或 CSV（UTF-8）", "open it in its own program and save it as xlsx or CSV (UTF-8)"};
    auto const named = [&](std::string_view zh, std::string_view en) {
        return Text{fmt::format("这是{}，不是 Excel 工作簿（xlsx）；{}", zh, advice.zh),
                    fmt::format("this is {}, no Excel workbook (xlsx); {}", en, advice.en)};
    };
    if (zip.has("Index/Document.iwa") || zip.has("Index.zip")) return named("Numbers 表格", "a Numbers table");
    if (zip.has("content.xml") || zip.has("mimetype")) return named("OpenDocument 文件（ods）", "an OpenDocument file (ods)");
    if (main.ends_with(".bin")) return named("二进制工作簿（xlsb）", "a binary workbook (xlsb)");
    if (zip.has("word/document.xml")) return named("Word 文档", "a Word document");
    return {"不是 Excel 工作簿（xlsx）", "this is no Excel workbook (xlsx)"};
}

}  // namespace

std::string unescaped(std::string text) {
    auto at = text.find("_x");
    if (at == std::string::npos) return text;
    auto const unit_at = [&](std::size_t from) -> std::int64_t {
        if (from + 7 > text.size() || text[from] != '_' || text[from + 1] != 'x' || text[from + 6] != '_') return -1;
        std::uint32_t unit = 0;
        auto const [end, error] = std::from_chars(text.data() + from + 2, text.data() + from + 6, unit, 16);
        return error == std::errc{} && end == text.data() + from + 6 ? static_cast<std::int64_t>(unit) : -1;
    };
    std::string out = text.substr(0, at);
    while (at < text.size()) {
        auto unit = unit_at(at);
        std::size_t length = 7;
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            auto const low = unit_at(at + 7);
            unit = low >= 0xDC00 && low <= 0xDFFF ? 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00) : -1;
            length = 14;
        } else if (unit >= 0xDC00 && unit <= 0xDFFF) {
            unit = -1;
        }
        if (unit < 0) {
            out += text[at++];
            continue;
        }
        append_utf8(out, static_cast<char32_t>(unit));
        at += length;
    }
    return out;
}

Result<Workbook::Sheet> Workbook::choose(std::string const& wanted, TableNotices& notices) const {
    std::string names;
    for (auto const& sheet : sheets) names += (names.empty() ? "" : ", ") + sheet.name;
    auto const named = std::find_if(sheets.begin(), sheets.end(), [&](auto const& sheet) { return sheet.name == wanted; });
    if (!wanted.empty()) {
        if (named == sheets.end()) return bad(say("没有工作表 {}（有：{}）", "there is no sheet {} (there are: {})", wanted, names));
        return *named;
    }
    if (sheets.empty()) return bad({"工作簿里没有工作表", "the workbook holds no sheet"});
    auto chosen = std::find_if(sheets.begin(), sheets.end(), [](auto const& sheet) { return !sheet.hidden; });
    if (chosen == sheets.end()) chosen = sheets.begin();
    if (sheets.size() == 1 && !chosen->hidden) return *chosen;
    Text others;
    for (auto const& sheet : sheets) {
        if (&sheet == &*chosen) continue;
        others.zh += (others.zh.empty() ? "" : "、") + sheet.name + (sheet.hidden ? "（隐藏）" : "");
        others.en += (others.en.empty() ? "" : ", ") + sheet.name + (sheet.hidden ? " (hidden)" : "");
    }
    Text text = say("读的是工作表“{}”", "the sheet “{}” is read", chosen->name);
    if (chosen->hidden) text = {text.zh + "（隐藏）", text.en + " (hidden)"};
    if (!others.zh.empty()) {
        text.zh += fmt::format("；没有读：{}（可在映射文件的 [format] 里用 sheet 指定）", others.zh);
        text.en += fmt::format("; not read: {} (choose with sheet in [format] of the mapping file)", others.en);
    }
    notices.add("sheets", std::move(text));
    return *chosen;
}

Result<Workbook> open_workbook(ZipReader& zip) {
    auto const main = TRY(main_part(zip));
    if (!zip.has(main) || main.ends_with(".bin") || main.starts_with("word/")) return bad(other_container(zip, main));
    auto const relations = TRY(relations_of(zip, main));
    Workbook book;
    for (auto const& [id, relation] : relations) {
        if (relation.kind == "styles") book.styles_part = relation.part;
        if (relation.kind == "sharedStrings") book.texts_part = relation.part;
    }
    // Some writers leave these relations out.
    auto const beside = [&](std::string_view name) { return resolved(folder_of(main), name); };
    if (book.styles_part.empty()) book.styles_part = beside("styles.xml");
    if (book.texts_part.empty()) book.texts_part = beside("sharedStrings.xml");
    TRY(hear(zip, main, [&](std::string_view name, XmlAttributes const& attributes, std::string const& parent) {
        if (name == "workbookPr" && truth(attributes.get("date1904"))) book.days_before = 1462;
        if (name == "calcPr") book.uncalculated = truth(attributes.get("fullCalcOnLoad"));
        if (name != "sheet" || parent != "sheets") return;
        auto const relation = relations.find(std::string{attributes.get("id")});
        if (relation == relations.end() || relation->second.kind == "chartsheet" || relation->second.kind == "dialogsheet") return;
        auto const state = attributes.get("state");
        book.sheets.push_back(
            {unescaped(std::string{attributes.get("name")}), relation->second.part, state == "hidden" || state == "veryHidden"});
    }));
    return book;
}

Result<std::vector<NumberFormat>> styles_of(ZipReader& zip, Workbook const& book, TableLimits const& limits) {
    std::vector<NumberFormat> styles;
    if (!zip.has(book.styles_part)) return styles;
    std::map<std::int64_t, NumberFormat> formats;
    bool too_many = false;
    TRY(hear(zip, book.styles_part, [&](std::string_view name, XmlAttributes const& attributes, std::string const& parent) {
        auto const id = number(attributes.get("numFmtId"), 0);
        too_many = too_many || formats.size() + styles.size() > limits.columns * 1000;
        if (too_many) return;
        if (name == "numFmt" && parent == "numFmts") formats.insert_or_assign(id, NumberFormat{attributes.get("formatCode")});
        if (name != "xf" || parent != "cellXfs") return;
        auto const known = formats.find(id);
        styles.push_back(known == formats.end() ? NumberFormat::built_in(id) : known->second);
    }));
    if (too_many) return bad({"样式过多", "there are too many styles"});
    return styles;
}

namespace {

class SharedTexts final : public XmlHandler {
public:
    explicit SharedTexts(TableLimits const& limits) : limits_{limits} {}
    void open(std::string_view name, XmlAttributes const&) override { run_.open(name); }
    void close(std::string_view name) override {
        run_.close(name);
        if (name != "si") return;
        texts.push_back(run_.take());
        bytes_ += texts.back().size() + sizeof(std::string);
    }
    void text(std::string_view bytes) override { run_.text(bytes, limits_.cell); }
    [[nodiscard]] bool too_much() const { return bytes_ > limits_.shared_texts; }
    std::vector<std::string> texts;

private:
    TableLimits limits_;
    RunText run_;
    std::size_t bytes_ = 0;
};

}  // namespace

Result<std::vector<std::string>> shared_texts(ZipReader& zip, Workbook const& book, TableLimits const& limits) {
    SharedTexts texts{limits};
    if (!zip.has(book.texts_part)) return std::move(texts.texts);
    XmlStream stream{TRY(zip.open(book.texts_part)), texts, longest_tag};
    while (TRY(stream.step()))
        if (texts.too_much()) return bad({"工作簿的文本过多", "the workbook holds too much text"});
    if (texts.too_much()) return bad({"工作簿的文本过多", "the workbook holds too much text"});
    return std::move(texts.texts);
}

}  // namespace hearline::channel
