#include "channel/import/table_content.hpp"

#include <array>

#include "base/text_encoding.hpp"

namespace hearline::channel {
namespace {

tl::unexpected<Error> unreadable(std::string_view zh, std::string_view en) {
    return refuse(ErrorKind::invalid, "bad-table",
                  {fmt::format("{}；请打开后另存为 xlsx 或 CSV（UTF-8）再导入", zh),
                   fmt::format("{}; open it, save it as xlsx or CSV (UTF-8), and import that", en)});
}

bool holds(std::string_view head, std::string_view word) { return head.find(word) != std::string_view::npos; }

/// The beginning of a text in small letters, without what stands before its first sign.
std::string opening(std::string_view head) {
    auto const found = recognise_encoding(head);
    bool damaged = false;
    auto text = TextDecoder{found.encoding}.decode(head.substr(found.mark, 4096), damaged);
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

}  // namespace

Result<TableFormat> format_of_content(std::string_view head, TableFormat said) {
    using namespace std::string_view_literals;
    if (head.empty()) return refuse(ErrorKind::invalid, "bad-table", {"文件是空的", "the file is empty"});
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return TableFormat::xlsx;
    if (head.starts_with("\xD0\xCF\x11\xE0")) {
        if (holds(head, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv))
            return unreadable("文件有密码，请先去除密码", "the file has a password, take it off first");
        return unreadable("这是旧格式的表格（.xls 或 .et）", "this is a table of the old kind (.xls or .et)");
    }
    if (head.starts_with("%PDF")) return unreadable("这是 PDF 文件", "this is a PDF file");
    static constexpr std::array<std::string_view, 4> packed{"\x1F\x8B", "Rar!", "7z\xBC\xAF", "BZh"};
    for (auto const mark : packed)
        if (head.starts_with(mark))
            return refuse(ErrorKind::invalid, "bad-table", {"这是压缩包，请先解压", "this is a packed archive, unpack it first"});
    if (head.starts_with("\xFF\xFE\0\0"sv) || head.starts_with("\0\0\xFE\xFF"sv))
        return unreadable("文件是 UTF-32 编码", "the file is UTF-32");
    auto const text = opening(head);
    for (auto const mark : {"<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<div", "<style", "mime-version:"})
        if (text.starts_with(mark))
            return unreadable("这是网页（HTML），只是名字像表格", "this is a web page (HTML) with the name of a table");
    if (text.starts_with("<?xml") && holds(text, "<html"))
        return unreadable("这是网页（HTML），只是名字像表格", "this is a web page (HTML) with the name of a table");
    if (text.starts_with("<?xml") || text.starts_with("<workbook"))
        return unreadable("这是 XML 表格（Excel 2003）", "this is an XML table (Excel 2003)");
    return said == TableFormat::xlsx ? TableFormat::csv : said;
}

}  // namespace hearline::channel
