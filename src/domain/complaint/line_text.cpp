#include "domain/complaint/line_text.hpp"

namespace hearline {
namespace {

// Instants are kept within this many milliseconds of 1970, so that sums of two never overflow.
constexpr std::int64_t largest_ms = 100'000'000'000'000'000;

constexpr std::string_view hex_digits = "0123456789ABCDEF";

[[nodiscard]] int hex_value(char c) {
    auto const at = hex_digits.find(c);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

template <class I>
[[nodiscard]] bool parse(std::string_view text, I& out) {
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

void LineWriter::digits(std::int64_t value) {
    char buffer[24];
    auto const end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    out_.append(buffer, end);
}

void LineWriter::plain(std::string_view key, std::string_view value) {
    out_.append(key).append(1, '=').append(value).append(1, '\n');
}

void LineWriter::text(std::string_view key, std::string_view value) {
    out_.append(key).append(1, '=');
    while (true) {
        auto const end = value.find_first_of("\\\n");
        out_.append(value.substr(0, end));
        if (end == std::string_view::npos) break;
        out_.append(value[end] == '\n' ? "\\n" : "\\\\");
        value.remove_prefix(end + 1);
    }
    out_ += '\n';
}

void LineWriter::integer(std::string_view key, std::int64_t value) {
    open(key);
    digits(value);
    close();
}

void LineWriter::open(std::string_view key) { out_.append(key).append(1, '='); }

LineWriter& LineWriter::word(std::string_view value) {
    blank();
    out_.append(value);
    return *this;
}

LineWriter& LineWriter::token(std::string_view value) {
    blank();
    if (value.empty()) {
        out_ += '-';
        return *this;
    }
    for (char const c : value) {
        bool const escape = c == ' ' || c == '%' || c == '=' || c == '\\' || c == '\n' || (c == '-' && value.size() == 1);
        if (!escape) {
            out_ += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        out_ += '%';
        out_ += hex_digits[byte >> 4];
        out_ += hex_digits[byte & 15];
    }
    return *this;
}

LineWriter& LineWriter::number(std::int64_t value) {
    blank();
    digits(value);
    return *this;
}

LineWriter& LineWriter::after(Instant base, std::optional<Instant> at) {
    blank();
    if (!at) {
        out_ += '-';
        return *this;
    }
    auto const difference = ms_of(*at) - ms_of(base);
    if (difference >= 0) out_ += '+';
    digits(difference);
    return *this;
}

void LineReader::advance() {
    key_ = {};
    if (rest_.empty()) return;
    auto const end = rest_.find('\n');
    auto const line = rest_.substr(0, end);
    auto const equals = line.find('=');
    if (end == std::string_view::npos || equals == std::string_view::npos || equals == 0) {
        failed_ = true;
        rest_ = {};
        return;
    }
    key_ = line.substr(0, equals);
    value_ = line.substr(equals + 1);
    rest_.remove_prefix(end + 1);
}

bool LineReader::take_prefix(std::string_view prefix, std::string_view& key, std::string_view& value) {
    if (key_.size() <= prefix.size() || key_.substr(0, prefix.size()) != prefix) return false;
    key = key_.substr(prefix.size());
    value = value_;
    advance();
    return true;
}

bool LineReader::text(std::string_view key, std::string& out) {
    std::string_view value;
    if (!take(key, value)) return false;
    if (value.empty() || !unescape_line(value, out)) fail();
    return true;
}

bool LineReader::integer(std::string_view key, std::int64_t& out) {
    std::string_view value;
    if (!take(key, value)) return false;
    if (!parse(value, out) || out > largest_ms || out < -largest_ms) {
        out = 0;
        fail();
    }
    return true;
}

bool LineReader::integer(std::string_view key, int& out) {
    std::string_view value;
    if (!take(key, value)) return false;
    if (!parse(value, out)) fail();
    return true;
}

bool LineReader::instant(std::string_view key, Instant& out) {
    std::int64_t value = 0;
    if (!integer(key, value)) return false;
    out = instant_ms(value);
    return true;
}

bool LineReader::instant(std::string_view key, std::optional<Instant>& out) {
    Instant at;
    if (!instant(key, at)) return false;
    out = at;
    return true;
}

bool LineReader::flag(std::string_view key, bool& out) {
    std::string_view value;
    if (!take(key, value)) return false;
    if (value != "1") fail();
    out = true;
    return true;
}

std::string_view TokenReader::word() {
    if (done_) {
        ok_ = false;
        return {};
    }
    auto const end = rest_.find(' ');
    auto const found = rest_.substr(0, end);
    if (found.empty()) ok_ = false;
    if (end == std::string_view::npos)
        done_ = true;
    else
        rest_.remove_prefix(end + 1);
    return found;
}

std::string TokenReader::token() {
    auto const raw = word();
    if (raw == "-") return {};
    auto escape = raw.find('%');
    if (escape == std::string_view::npos) return std::string{raw};
    std::string out{raw.substr(0, escape)};
    for (auto i = escape; i < raw.size(); ++i) {
        if (raw[i] != '%') {
            out += raw[i];
            continue;
        }
        int const high = i + 2 < raw.size() ? hex_value(raw[i + 1]) : -1;
        int const low = i + 2 < raw.size() ? hex_value(raw[i + 2]) : -1;
        if (high < 0 || low < 0) {
            ok_ = false;
            return {};
        }
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

std::int64_t TokenReader::number() {
    std::int64_t value = 0;
    if (!parse(word(), value) || value > largest_ms || value < -largest_ms) {
        ok_ = false;
        return 0;
    }
    return value;
}

int TokenReader::small() {
    int value = 0;
    if (!parse(word(), value)) {
        ok_ = false;
        return 0;
    }
    return value;
}

std::optional<Instant> TokenReader::after(Instant base) {
    auto text = word();
    if (text == "-") return std::nullopt;
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
        if (!text.empty() && text.front() == '-') ok_ = false;
    }
    std::int64_t value = 0;
    if (!parse(text, value) || value > largest_ms || value < -largest_ms) {
        ok_ = false;
        return base;
    }
    return base + std::chrono::milliseconds{value};
}

bool unescape_line(std::string_view value, std::string& out) {
    auto escape = value.find('\\');
    if (escape == std::string_view::npos) {
        out.assign(value);
        return true;
    }
    out.assign(value.substr(0, escape));
    for (auto i = escape; i < value.size(); ++i) {
        if (value[i] != '\\') {
            out += value[i];
            continue;
        }
        if (++i == value.size()) return false;
        if (value[i] != 'n' && value[i] != '\\') return false;
        out += value[i] == 'n' ? '\n' : '\\';
    }
    return true;
}

}  // namespace hearline
