#include "domain/complaint/field_checks.hpp"

#include <cstdint>

namespace hearline {
namespace {

enum class TextFault { none, malformed, control, too_long };

[[nodiscard]] bool is_control(std::uint32_t c, Lines lines) {
    if (c == '\t') return false;
    if (c == '\n' || c == '\r') return lines == Lines::one;
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

/// The code point that begins at `at` (moved behind it), or nothing when the bytes are not UTF-8.
[[nodiscard]] std::optional<std::uint32_t> next_code_point(std::string_view text, std::size_t& at) {
    auto const byte = [&](std::size_t i) -> std::uint32_t { return static_cast<unsigned char>(text[i]); };
    auto const first = byte(at);
    int const more = first < 0xC2 ? -1 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : -1;
    if (more < 0 || at + static_cast<std::size_t>(more) >= text.size()) return std::nullopt;
    std::uint32_t c = first & (0x3Fu >> more);
    for (int i = 1; i <= more; ++i) {
        auto const next = byte(at + static_cast<std::size_t>(i));
        if ((next & 0xC0) != 0x80) return std::nullopt;
        c = c << 6 | (next & 0x3F);
    }
    bool const too_short = (more == 2 && c < 0x800) || (more == 3 && c < 0x10000);
    if (too_short || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return std::nullopt;
    at += static_cast<std::size_t>(more) + 1;
    return c;
}

[[nodiscard]] TextFault fault_of(std::string_view text, int longest, Lines lines) {
    int characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
        std::uint32_t c = static_cast<unsigned char>(text[at]);
        if (c < 0x80) {
            ++at;
        } else {
            auto const wide = next_code_point(text, at);
            if (!wide) return TextFault::malformed;
            c = *wide;
        }
        if (is_control(c, lines)) return TextFault::control;
    }
    return characters > longest ? TextFault::too_long : TextFault::none;
}

}  // namespace

void FieldChecks::text(std::string_view pointer, std::string_view text, int longest, Lines lines) {
    if (text.empty()) return;
    switch (fault_of(text, longest, lines)) {
        case TextFault::none: return;
        case TextFault::malformed: add(std::string{pointer}, say("不是有效的 UTF-8 文本，请改用 UTF-8 编码", "is no valid UTF-8; send the text as UTF-8")); return;
        case TextFault::control:
            add(std::string{pointer}, say("含有控制字符，请删除后重新提交", "holds control characters; remove them and send it again"));
            return;
        case TextFault::too_long:
            add(std::string{pointer}, say("过长，请缩短到 {} 个字符以内", "is too long; shorten it to at most {} characters", longest));
            return;
    }
}

void FieldChecks::required_text(std::string_view pointer, std::optional<std::string> const& value, int longest, Lines lines) {
    if (!value || is_blank(*value))
        missing(pointer);
    else
        text(pointer, *value, longest, lines);
}

void FieldChecks::missing(std::string_view pointer) { add(std::string{pointer}, say("必填，请填写", "is required; fill it in")); }

Done FieldChecks::done() && {
    if (errors_.empty()) return Done{};
    auto const& first = errors_.front();
    auto detail = errors_.size() == 1 && first.pointer.empty() ? first.detail
                  : errors_.size() == 1 ? say("字段 {0} 有误：{1}", "the field {0} is wrong: {2}", first.pointer, first.detail.zh, first.detail.en)
                                      : say("{} 个字段有误，请逐项修改", "{} fields are wrong; correct each of them", errors_.size());
    return refuse(ErrorKind::invalid, "invalid-fields", std::move(detail), std::move(errors_));
}

bool is_blank(std::string_view text) {
    constexpr std::string_view ideographic_space = "\xE3\x80\x80", no_break_space = "\xC2\xA0";
    while (!text.empty()) {
        if (text.front() == ' ' || (text.front() >= '\t' && text.front() <= '\r'))
            text.remove_prefix(1);
        else if (text.starts_with(ideographic_space))
            text.remove_prefix(ideographic_space.size());
        else if (text.starts_with(no_break_space))
            text.remove_prefix(no_break_space.size());
        else
            return false;
    }
    return true;
}

}  // namespace hearline
