#pragma once
// Writing and reading the canonical line form of records and events by hand: `key=value` lines as `Fields` has them, some of
// them lists of space-separated tokens. The reader takes lines in the order the writer gives them and nothing else.
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "base/code.hpp"
#include "base/time.hpp"

namespace hearline {

class LineWriter {
public:
    explicit LineWriter(std::string& out) : out_{out} {}

    void text(std::string_view key, std::string_view value);
    void text_if(std::string_view key, std::string_view value) {
        if (!value.empty()) text(key, value);
    }
    void integer(std::string_view key, std::int64_t value);
    void instant(std::string_view key, Instant at) { integer(key, ms_of(at)); }
    void instant_if(std::string_view key, std::optional<Instant> at) {
        if (at) instant(key, *at);
    }
    template <class E>
    void code(std::string_view key, E value) {
        plain(key, code_of(value));
    }
    template <class E>
    void code_if(std::string_view key, std::optional<E> value) {
        if (value) code(key, *value);
    }
    /// A value known to need no escape.
    void plain(std::string_view key, std::string_view value);

    // A line of tokens: open, the tokens, close.
    void open(std::string_view key);
    LineWriter& token(std::string_view value);  ///< free text; blanks, `%`, `-` alone and "" are written so that they come back
    LineWriter& word(std::string_view value);   ///< known to need no escape
    LineWriter& number(std::int64_t value);
    /// An instant as milliseconds after another ("+600000"), or `-` when there is none.
    LineWriter& after(Instant base, std::optional<Instant> at);
    void close() { out_ += '\n'; }

private:
    void blank() {
        if (out_.back() != '=') out_ += ' ';
    }
    void digits(std::int64_t value);
    std::string& out_;
};

class LineReader {
public:
    explicit LineReader(std::string_view text) : rest_{text} { advance(); }

    /// The raw value of the current line when it has this key; then the next line is current.
    [[nodiscard]] bool take(std::string_view key, std::string_view& value) {
        if (key_ != key || key.empty()) return false;
        value = value_;
        advance();
        return true;
    }
    /// The current line when its key begins so (the rest of the key is given).
    [[nodiscard]] bool take_prefix(std::string_view prefix, std::string_view& key, std::string_view& value);
    bool text(std::string_view key, std::string& out);
    bool integer(std::string_view key, std::int64_t& out);
    bool integer(std::string_view key, int& out);
    bool instant(std::string_view key, Instant& out);
    bool instant(std::string_view key, std::optional<Instant>& out);
    bool flag(std::string_view key, bool& out);
    template <class E>
    bool code(std::string_view key, E& out) {
        std::string_view value;
        if (!take(key, value)) return false;
        if (auto const found = from_code<E>(value))
            out = *found;
        else
            fail();
        return true;
    }
    template <class E>
    bool code(std::string_view key, std::optional<E>& out) {
        E value{};
        if (!code(key, value)) return false;
        out = value;
        return true;
    }

    void fail() { failed_ = true; }
    /// Everything was read and nothing was wrong.
    [[nodiscard]] bool finished() const { return !failed_ && key_.empty(); }

private:
    void advance();
    std::string_view rest_, key_, value_;
    bool failed_ = false;
};

/// The tokens of one line. After the last use `ok` says whether each was there and right, and none was left over.
class TokenReader {
public:
    explicit TokenReader(std::string_view line) : rest_{line} {}
    [[nodiscard]] std::string_view word();
    [[nodiscard]] std::string token();
    [[nodiscard]] std::int64_t number();
    [[nodiscard]] int small();
    [[nodiscard]] Instant instant() { return instant_ms(number()); }
    [[nodiscard]] std::optional<Instant> after(Instant base);
    template <class E>
    [[nodiscard]] E code() {
        auto const found = from_code<E>(word());
        if (!found) ok_ = false;
        return found.value_or(E{});
    }
    void fail() { ok_ = false; }
    [[nodiscard]] bool ok() const { return ok_ && done_; }

private:
    std::string_view rest_;
    bool done_ = false, ok_ = true;
};

/// Undoes the escapes of a value; false for a bad one.
[[nodiscard]] bool unescape_line(std::string_view value, std::string& out);

}  // namespace hearline
