#pragma once
// Writes JSON by appending to a string, for answers that are written often. Dates and times are texts made by the caller.
#include <cassert>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace hearline {

/// Where the first byte at or after `from` stands that a JSON string has to escape; the size when there is none. Looks at eight bytes at a time.
[[nodiscard]] inline std::size_t find_escaped(std::string_view text, std::size_t from) {
    constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
    auto const has_zero = [](std::uint64_t word) { return (word - ones) & ~word & highs; };
    std::size_t i = from;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word;
        std::memcpy(&word, text.data() + i, 8);
        auto const below_space = (word - ones * 0x20) & ~word & highs;
        if (below_space | has_zero(word ^ ones * '"') | has_zero(word ^ ones * '\\') | has_zero(word ^ ones * 0x7F)) break;
    }
    for (; i < text.size(); ++i) {
        auto const c = static_cast<unsigned char>(text[i]);
        if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F) break;
    }
    return i;
}

/// Appends a JSON string with its quotes. `text` is valid UTF-8.
inline void append_json_string(std::string& out, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    std::size_t start = 0;
    for (std::size_t i = find_escaped(text, 0); i < text.size(); i = find_escaped(text, i + 1)) {
        auto const c = static_cast<unsigned char>(text[i]);
        out.append(text, start, i - start);
        start = i + 1;
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                out += "\\u00";
                out += digits[c >> 4];
                out += digits[c & 15];
        }
    }
    out.append(text, start, text.size() - start);
    out += '"';
}

/// Commas and quotes are the writer's business; balance of brackets is the caller's.
class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    /// The key of the next value: a name of ours, without anything to escape.
    void key(std::string_view name) {
        char text[64];
        if (name.size() + 4 > sizeof text) {
            comma();
            append_json_string(out_, name);
            out_ += ':';
        } else {
            char* end = text;
            if (comma_due_) *end++ = ',';
            *end++ = '"';
            std::memcpy(end, name.data(), name.size());
            end += name.size();
            *end++ = '"';
            *end++ = ':';
            out_.append(text, static_cast<std::size_t>(end - text));
        }
        comma_due_ = false;
    }

    void value(std::string_view text) {
        comma();
        append_json_string(out_, text);
        comma_due_ = true;
    }
    void value(std::string const& text) { value(std::string_view{text}); }
    void value(char const* text) { value(std::string_view{text}); }
    template <std::integral T>
    void value(T number) {
        if constexpr (std::same_as<T, bool>) {
            raw(number ? "true" : "false");
        } else {
            char digits[24];
            auto const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
            raw({digits, static_cast<std::size_t>(end - digits)});
        }
    }
    /// The shortest form that reads back the same; what is no number becomes null.
    void value(double number) {
        if (!std::isfinite(number)) return null();
        char digits[32];
        auto const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
        raw({digits, static_cast<std::size_t>(end - digits)});
    }
    template <class T>
    void value(std::optional<T> const& maybe) {
        if (maybe)
            value(*maybe);
        else
            null();
    }
    void null() { raw("null"); }
    /// A short text that is known to hold nothing to escape: a code, a number, a time.
    void plain(std::string_view text) {
        assert(text.size() <= 60 && find_escaped(text, 0) == text.size());
        char quoted[64];
        char* end = quoted;
        if (comma_due_) *end++ = ',';
        *end++ = '"';
        std::memcpy(end, text.data(), text.size());
        end += text.size();
        *end++ = '"';
        out_.append(quoted, static_cast<std::size_t>(end - quoted));
        comma_due_ = true;
    }
    /// JSON that is ready.
    void raw(std::string_view json) {
        comma();
        out_ += json;
        comma_due_ = true;
    }

    template <class T>
    void field(std::string_view name, T const& content) {
        key(name);
        value(content);
    }
    void null_field(std::string_view name) {
        key(name);
        null();
    }
    /// null for an empty text.
    void field_or_null(std::string_view name, std::string_view text) {
        key(name);
        if (text.empty())
            null();
        else
            value(text);
    }

private:
    void comma() {
        if (comma_due_) out_ += ',';
    }
    void open(char bracket) {
        comma();
        out_ += bracket;
        comma_due_ = false;
    }
    void close(char bracket) {
        out_ += bracket;
        comma_due_ = true;
    }

    std::string& out_;
    bool comma_due_ = false;
};

}  // namespace hearline
