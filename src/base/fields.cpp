#include "base/fields.hpp"

#include <charconv>

namespace hearline {
namespace {

void append_escaped(std::string& out, std::string_view value) {
    for (char c : value) {
        if (c == '\\')
            out += "\\\\";
        else if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
}

[[nodiscard]] bool unescape(std::string& out, std::string_view value) {
    out.reserve(value.size());
    for (auto at = value.find('\\'); at != std::string_view::npos; at = value.find('\\')) {
        if (at + 1 == value.size() || (value[at + 1] != 'n' && value[at + 1] != '\\')) return false;
        out += value.substr(0, at);
        out += value[at + 1] == 'n' ? '\n' : '\\';
        value.remove_prefix(at + 2);
    }
    out += value;
    return true;
}

[[nodiscard]] std::optional<std::int64_t> to_int(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

void Fields::add(std::string_view key, std::string_view value) { entries_.emplace_back(key, value); }
void Fields::add(std::string_view key, std::int64_t value) { entries_.emplace_back(key, std::to_string(value)); }
void Fields::add(std::string_view key, Instant at) { add(key, ms_of(at)); }
void Fields::add_if(std::string_view key, std::string_view value) {
    if (!value.empty()) add(key, value);
}
void Fields::add_if(std::string_view key, std::optional<Instant> at) {
    if (at) add(key, *at);
}

bool Fields::has(std::string_view key) const {
    for (auto const& [k, v] : entries_)
        if (k == key) return true;
    return false;
}

std::string_view Fields::get(std::string_view key) const {
    for (auto const& [k, v] : entries_)
        if (k == key) return v;
    return {};
}

std::int64_t Fields::get_int(std::string_view key, std::int64_t absent) const { return to_int(get(key)).value_or(absent); }

std::optional<Instant> Fields::get_instant(std::string_view key) const {
    auto const value = to_int(get(key));
    if (!value) return std::nullopt;
    return instant_ms(*value);
}

std::vector<std::string_view> Fields::all(std::string_view key) const {
    std::vector<std::string_view> found;
    for (auto const& [k, v] : entries_)
        if (k == key) found.push_back(v);
    return found;
}

void Fields::encode_to(std::string& out) const {
    for (auto const& [key, value] : entries_) {
        out += key;
        out += '=';
        append_escaped(out, value);
        out += '\n';
    }
}

std::string Fields::encode() const {
    std::string out;
    encode_to(out);
    return out;
}

Result<Fields> Fields::decode(std::string_view text) {
    Fields fields;
    while (!text.empty()) {
        auto const end = text.find('\n');
        auto const line = text.substr(0, end);
        auto const equals = line.find('=');
        std::string value;
        if (end == std::string_view::npos || equals == std::string_view::npos || equals == 0 || !unescape(value, line.substr(equals + 1)))
            return refuse(ErrorKind::invalid, "bad-record", say("存储的记录无法解读", "a stored record cannot be read"));
        fields.entries_.emplace_back(std::string{line.substr(0, equals)}, std::move(value));
        text.remove_prefix(end + 1);
    }
    return fields;
}

}  // namespace hearline
