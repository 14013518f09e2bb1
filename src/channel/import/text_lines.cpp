#include "channel/import/text_lines.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace hearline::channel {
namespace {

constexpr std::size_t sample_size = 4 << 20;
constexpr std::size_t block_size = 64 << 10;
constexpr std::size_t head_size = 64 << 10;

/// Two characters of three bytes and none of two: bytes of GB18030 are that by chance once in thousands of lines.
bool is_chinese_utf8(std::string_view bytes) {
    if (!is_utf8(bytes)) return false;
    auto const count = [&](int from, int to) {
        return std::count_if(bytes.begin(), bytes.end(), [&](char c) { return static_cast<unsigned char>(c) >= from && static_cast<unsigned char>(c) <= to; });
    };
    return count(0xE0, 0xEF) >= 2 && count(0xC0, 0xDF) == 0;
}

}  // namespace

TextLines::TextLines(std::unique_ptr<std::istream> in, std::size_t longest, TableNotices& notices) : in_{std::move(in)}, longest_{longest} {
    while (buffer_.size() < sample_size && fill()) {
    }
    found_ = recognise_encoding(buffer_);
    decoder_ = std::make_unique<TextDecoder>(found_.encoding);
    at_ = found_.mark;
    if (found_.encoding != TextEncoding::utf8)
        notices.add("encoding", say("文件不是 UTF-8，按 {} 编码读取", "the file is not UTF-8 and is read as {}",
                                    found_.encoding == TextEncoding::gb18030 ? "GBK/GB18030" : name_of(found_.encoding)));
    if (find_end(at_) == std::string::npos && buffer_.find('\r') != std::string::npos) end_ = '\r';
}

bool TextLines::fill() {
    auto const before = buffer_.size();
    buffer_.resize(before + block_size);
    in_->read(buffer_.data() + before, block_size);
    buffer_.resize(before + static_cast<std::size_t>(in_->gcount()));
    return buffer_.size() > before;
}

std::size_t TextLines::find_end(std::size_t from) const {
    bool const little = found_.encoding == TextEncoding::utf16le, big = found_.encoding == TextEncoding::utf16be;
    if (!little && !big) return buffer_.find(end_, from);
    for (auto at = from; at + 1 < buffer_.size(); at += 2)
        if (buffer_[at + (little ? 0 : 1)] == end_ && buffer_[at + (little ? 1 : 0)] == '\0') return at;
    return std::string::npos;
}

bool TextLines::next(TextLine& line) {
    bool const wide = found_.encoding == TextEncoding::utf16le || found_.encoding == TextEncoding::utf16be;
    line = {};
    auto from = at_;
    auto end = find_end(from);
    while (end == std::string::npos) {
        buffer_.erase(0, at_);
        at_ = 0;
        if (buffer_.size() > longest_) {  // nobody needs it whole any more
            line.too_long = true;
            buffer_.erase(0, buffer_.size() / 2 * 2);
        }
        from = buffer_.size() / 2 * 2;
        if (!fill()) break;
        end = find_end(from);
    }
    if (end == std::string::npos && buffer_.empty() && !line.too_long) return false;
    line.number = ++number_;
    auto const bytes = std::string_view{buffer_}.substr(at_, end == std::string::npos ? end : end - at_);
    line.too_long = line.too_long || bytes.size() > longest_;
    line.foreign = !line.too_long && found_.encoding == TextEncoding::gb18030 && is_chinese_utf8(bytes);
    if (line.foreign)
        line.text = bytes;
    else if (!line.too_long)
        line.text = decoder_->decode(bytes, line.damaged);
    at_ = end == std::string::npos ? buffer_.size() : end + (wide ? 2 : 1);
    return true;
}

std::string TextLines::head() const {
    bool damaged = false;
    return decoder_->decode(std::string_view{buffer_}.substr(at_, head_size), damaged);
}

}  // namespace hearline::channel
