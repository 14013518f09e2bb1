#include "http/framing.hpp"

#include <algorithm>
#include <array>

namespace hearline::http {
namespace {

constexpr std::size_t longest_target = 8000;
constexpr std::size_t most_parameters = 256;
/// What stands behind it comes off a wall, cut or scratched: the page says that it knows no such station, whatever it is.
constexpr std::string_view station_pages = "/s/";

constexpr int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

constexpr bool control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

enum class Plus { literal, space };

/// Undoes percent-encoding. False for a bad escape or what is not UTF-8 afterwards.
bool decode(std::string_view raw, Plus plus, std::string& out) {
    out.clear();
    out.reserve(raw.size());
    bool plain = true;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        char c = raw[i];
        if (c == '%') {
            if (i + 2 >= raw.size()) return false;
            int const high = hex_value(raw[i + 1]), low = hex_value(raw[i + 2]);
            if (high < 0 || low < 0) return false;
            c = static_cast<char>(high << 4 | low);
            i += 2;
        } else if (c == '+' && plus == Plus::space) {
            c = ' ';
        }
        plain = plain && static_cast<unsigned char>(c) < 0x80;
        out.push_back(c);
    }
    return plain || valid_utf8(out);
}

/// No part of the decoded path may be read as another place: control characters, backslashes, dot segments.
bool safe_path(std::string_view path) {
    if (std::any_of(path.begin(), path.end(), [](char c) { return control(c) || c == '\\'; })) return false;
    std::size_t begin = 1;
    while (begin <= path.size()) {
        auto const end = std::min(path.find('/', begin), path.size());
        auto const segment = path.substr(begin, end - begin);
        if (segment == "." || segment == "..") return false;
        begin = end + 1;
    }
    return true;
}

bool has_encoded_slash(std::string_view raw) {
    for (std::size_t i = raw.find('%'); i != std::string_view::npos; i = raw.find('%', i + 1))
        if (raw.substr(i, 3) == "%2F" || raw.substr(i, 3) == "%2f") return true;
    return false;
}

bool read_query(std::string_view raw, std::vector<std::pair<std::string, std::string>>& out) {
    while (!raw.empty()) {
        auto const end = std::min(raw.find('&'), raw.size());
        auto const pair = raw.substr(0, end);
        raw.remove_prefix(std::min(end + 1, raw.size()));
        if (pair.empty()) continue;
        if (out.size() == most_parameters) return false;
        auto const equals = std::min(pair.find('='), pair.size());
        auto& [name, value] = out.emplace_back();
        if (!decode(pair.substr(0, equals), Plus::space, name)) return false;
        if (!decode(pair.substr(std::min(equals + 1, pair.size())), Plus::space, value)) return false;
        if (name.find('\0') != std::string::npos || value.find('\0') != std::string::npos) return false;
    }
    return true;
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_word(std::string_view a, std::string_view lower_case) {
    return std::equal(a.begin(), a.end(), lower_case.begin(), lower_case.end(), [](char x, char y) { return lower(x) == y; });
}

/// Cuts "http://authority" off an absolute-form target. False when it is none.
bool cut_authority(std::string_view& raw, std::string& authority) {
    auto const colon = raw.find("://");
    if (colon == std::string_view::npos) return false;
    if (!same_word(raw.substr(0, colon), "http") && !same_word(raw.substr(0, colon), "https")) return false;
    auto const begin = colon + 3;
    auto const end = std::min(raw.find_first_of("/?", begin), raw.size());
    authority = raw.substr(begin, end - begin);
    raw.remove_prefix(end);
    return valid_authority(authority);
}

/// Headers of which a second one would be read differently by different readers.
constexpr std::array<std::string_view, 10> single_headers{"host",     "content-length", "content-type",    "authorization", "expect", "x-csrf-token",
                                                          "if-match", "if-none-match",  "idempotency-key", "origin"};

}  // namespace

std::optional<Fault> read_target(std::string_view raw, Method method, Target& target) {
    target.authority.clear();
    target.query.clear();
    if (raw.size() > longest_target) return faults::long_target;
    if (raw == "*") {
        if (method != Method::options) return faults::bad_target;
        target.path = "*";
        return std::nullopt;
    }
    if (raw.empty() || raw.find('#') != std::string_view::npos || std::any_of(raw.begin(), raw.end(), [](char c) { return control(c) || c == ' '; }))
        return faults::bad_target;
    if (raw.front() != '/' && !cut_authority(raw, target.authority)) return faults::bad_target;
    auto const question = std::min(raw.find('?'), raw.size());
    auto const path = raw.substr(0, question);
    if (path.empty()) target.path = "/";
    else if (has_encoded_slash(path) || !decode(path, Plus::literal, target.path) || !safe_path(target.path)) {
        if (!path.starts_with(station_pages)) return faults::bad_target;
        target.path = std::string{station_pages} + "\xEF\xBF\xBD";
    }
    if (question < raw.size() && !read_query(raw.substr(question + 1), target.query)) return faults::bad_target;
    return std::nullopt;
}

std::optional<Fault> check_headers(std::vector<std::pair<std::string, std::string>> const& headers, int minor_version, Framing& framing) {
    framing = {};
    std::array<int, single_headers.size()> seen{};
    std::string_view host, coding, expect;
    int codings = 0;
    for (auto const& [name, value] : headers) {
        for (std::size_t i = 0; i < single_headers.size(); ++i)
            if (name == single_headers[i] && ++seen[i] > 1) return i == 0 ? faults::bad_host : i == 1 ? faults::bad_length : faults::repeated_header;
        if (name == "host") host = value;
        else if (name == "expect") expect = value;
        else if (name == "transfer-encoding") coding = value, ++codings;
    }
    bool const has_host = seen[0] == 1, has_length = seen[1] == 1;
    if (has_host ? !valid_authority(host) : minor_version >= 1) return faults::bad_host;
    if (codings > 0) {
        if (codings > 1 || has_length || minor_version < 1) return faults::bad_length;
        if (!same_word(coding, "chunked")) return faults::unknown_coding;
    }
    if (!expect.empty() && minor_version >= 1) {
        if (!same_word(expect, "100-continue")) return faults::bad_expectation;
        framing.expects_continue = true;
    }
    return std::nullopt;
}

bool valid_authority(std::string_view authority) {
    if (authority.empty() || authority.size() > 260) return false;
    std::size_t end = 0;
    if (authority.front() == '[') {
        end = authority.find(']');
        if (end == std::string_view::npos || end < 3) return false;
        for (char const c : authority.substr(1, end - 1))
            if (hex_value(c) < 0 && c != ':' && c != '.') return false;
        ++end;
    } else {
        end = std::min(authority.find(':'), authority.size());
        if (end == 0) return false;
        for (char const c : authority.substr(0, end))
            if (!(c >= '0' && c <= '9') && !(lower(c) >= 'a' && lower(c) <= 'z') && c != '-' && c != '.' && c != '_') return false;
    }
    if (end == authority.size()) return true;
    auto const port = authority.substr(end + 1);
    return authority[end] == ':' && port.size() <= 5 && std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool valid_utf8(std::string_view text) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        unsigned const first = byte(i);
        if (first < 0x80) {
            ++i;
            continue;
        }
        std::size_t const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || i + length > text.size()) return false;
        unsigned const second = byte(i + 1);
        if (second < (first == 0xe0 ? 0xa0u : first == 0xf0 ? 0x90u : 0x80u)) return false;
        if (second > (first == 0xed ? 0x9fu : first == 0xf4 ? 0x8fu : 0xbfu)) return false;
        for (std::size_t k = 2; k < length; ++k)
            if (byte(i + k) < 0x80 || byte(i + k) > 0xbf) return false;
        i += length;
    }
    return true;
}

}  // namespace hearline::http
