#include "http/multipart.hpp"

#include <algorithm>
#include <optional>

namespace hearline::http {

namespace {

bool same_letters(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return (x >= 'A' && x <= 'Z' ? x + 32 : x) == (y >= 'A' && y <= 'Z' ? y + 32 : y); });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// Parameter of `type; name=value; name="quoted"`.
std::optional<std::string> parameter_of(std::string_view header, std::string_view name) {
    std::size_t i = header.find(';');
    while (i < header.size()) {
        std::size_t const equals = header.find('=', i);
        if (equals == std::string_view::npos) return std::nullopt;
        auto const key = trimmed(header.substr(i + 1, equals - i - 1));
        std::string value;
        i = equals + 1;
        if (i < header.size() && header[i] == '"') {
            for (++i; i < header.size() && header[i] != '"'; ++i) {
                if (header[i] == '\\' && i + 1 < header.size() && (header[i + 1] == '"' || header[i + 1] == '\\')) ++i;
                value += header[i];
            }
            i = header.find(';', i);
        } else {
            auto const end = header.find(';', i);
            value = trimmed(header.substr(i, end == std::string_view::npos ? end : end - i));
            i = end;
        }
        if (same_letters(key, name)) return value;
    }
    return std::nullopt;
}

int hex_digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0) {
            out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

tl::unexpected<Error> bad(std::string_view zh, std::string_view en) {
    return refuse(ErrorKind::malformed, "bad-multipart", Text{"表单数据无法读懂：" + std::string{zh}, "The form data cannot be read: " + std::string{en}});
}

/// The header lines of one part.
Done read_part_header(std::string_view header, Part& part) {
    while (!header.empty()) {
        auto const end = header.find("\r\n");
        auto const line = header.substr(0, end);
        header.remove_prefix(end == std::string_view::npos ? header.size() : end + 2);
        auto const colon = line.find(':');
        if (colon == std::string_view::npos) return bad("部分的头有误", "the header of a part is wrong");
        if (!same_letters(line.substr(0, colon), "content-disposition")) continue;
        auto const value = line.substr(colon + 1);
        part.name = parameter_of(value, "name").value_or("");
        part.is_file = parameter_of(value, "filename").has_value() || parameter_of(value, "filename*").has_value();
        part.file_name = file_name_of(value);
    }
    return {};
}

}  // namespace

std::string file_name_of(std::string_view content_disposition) {
    if (auto const extended = parameter_of(content_disposition, "filename*")) {
        auto const first = extended->find('\'');
        auto const second = first == std::string::npos ? first : extended->find('\'', first + 1);
        if (second != std::string::npos && same_letters(std::string_view{*extended}.substr(0, first), "utf-8"))
            return percent_decoded(std::string_view{*extended}.substr(second + 1));
    }
    return parameter_of(content_disposition, "filename").value_or("");
}

Result<std::vector<Part>> read_multipart(std::string_view content_type, std::string_view body) {
    auto const boundary = parameter_of(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70) return bad("缺少 boundary", "there is no boundary");
    std::string const mark = "--" + *boundary;
    std::vector<Part> parts;
    std::size_t at = body.find(mark);
    if (at != 0 && (at == std::string_view::npos || at < 2 || body.substr(at - 2, 2) != "\r\n")) return bad("没有边界行", "no boundary line");
    at += mark.size();
    while (body.substr(std::min(at, body.size()), 2) != "--") {
        auto const line_end = body.find("\r\n", std::min(at, body.size()));
        if (line_end == std::string_view::npos || !trimmed(body.substr(at, line_end - at)).empty()) return bad("内容不完整", "it is cut off");
        std::size_t const header_at = line_end + 2;
        auto const header_end = body.find("\r\n\r\n", line_end);
        if (header_end == std::string_view::npos) return bad("内容不完整", "it is cut off");
        auto const content_at = header_end + 4;
        auto const next = body.find("\r\n" + mark, header_end + 2);
        if (next == std::string_view::npos) return bad("内容不完整", "it is cut off");
        Part part;
        if (header_end > header_at)
            if (auto good = read_part_header(body.substr(header_at, header_end - header_at), part); !good) return tl::make_unexpected(std::move(good).error());
        if (next >= content_at) part.content = body.substr(content_at, next - content_at);
        parts.push_back(std::move(part));
        if (parts.size() > 20) return bad("部分过多", "it has too many parts");
        at = next + 2 + mark.size();
    }
    return parts;
}

namespace {

std::string disposition(std::string_view kind, std::string_view file_name) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string plain, encoded;
    for (char const c : file_name) {
        auto const byte = static_cast<unsigned char>(c);
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        plain += letter || c == '.' || c == '-' || c == '_' || c == ' ' ? c : '_';
        if (letter || c == '.' || c == '-' || c == '_') {
            encoded += c;
        } else {
            encoded += '%';
            encoded += digits[byte >> 4];
            encoded += digits[byte & 15];
        }
    }
    return std::string{kind} + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
}

}  // namespace

std::string attachment_disposition(std::string_view file_name) { return disposition("attachment", file_name); }
std::string inline_disposition(std::string_view file_name) { return disposition("inline", file_name); }

}  // namespace hearline::http
