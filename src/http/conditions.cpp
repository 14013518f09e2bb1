#include "http/conditions.hpp"

#include <algorithm>
#include <charconv>

#include "http/header_list.hpp"

namespace hearline::http {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string base64url(std::string_view bytes) {
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (char const c : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (held += 8; held >= 6; held -= 6) out += alphabet[bits >> (held - 6) & 63];
    }
    if (held > 0) out += alphabet[bits << (6 - held) & 63];
    return out;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (char const c : text) {
        auto const value = alphabet.find(c);
        if (value == std::string_view::npos) return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            out += static_cast<char>(bits >> held & 255);
        }
    }
    if (base64url(out) != text) return std::nullopt;  // one position, one spelling
    return out;
}

template <class I>
std::optional<I> whole_number(std::string_view text) {
    I value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

constexpr int no_version = -1;

/// Tags are compared letter by letter: "01" is not "1".
bool is_canonical(std::string_view number) { return number.size() < 2 || !number.starts_with('0'); }

tl::unexpected<Error> bad_parameter(std::string_view name, std::string code, Text detail) {
    return refuse(ErrorKind::malformed, std::move(code), detail, {{"?" + std::string{name}, detail}});
}

}  // namespace

Result<std::optional<int>> read_if_match(Request const& request) {
    auto text = request.header("if-match");
    if (text.empty() || text == "*") return std::optional<int>{};
    if (auto const plain = whole_number<int>(text)) return std::optional<int>{is_canonical(text) ? *plain : no_version};
    bool const quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"' && text.find('"', 1) == text.size() - 1;
    if (!quoted)
        return refuse(ErrorKind::malformed, "bad-if-match",
                      say("If-Match 应为一个带引号的版本号，如 \"4\"（即答复中的 ETag）。", "If-Match must be one quoted version, like \"4\" (the ETag of the answer)."));
    auto const inner = text.substr(1, text.size() - 2);
    return std::optional<int>{is_canonical(inner) ? whole_number<int>(inner).value_or(no_version) : no_version};
}

Result<std::optional<std::string>> read_entry_version(Request const& request) {
    auto const text = request.header("if-match");
    if (text.empty() || text == "*") return std::optional<std::string>{};
    bool const quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
    auto const version = quoted ? text.substr(1, text.size() - 2) : text;
    if (version.empty() || version.find_first_of("\", ") != version.npos)
        return refuse(ErrorKind::malformed, "bad-if-match",
                      say("If-Match 应为一个带引号的 version（见列表或答复中的 ETag）。", "If-Match must be one quoted version (of the list, or the ETag of the answer)."));
    return std::optional{std::string{version}};
}

std::string etag_of(int version) { return etag_of(std::to_string(version)); }

std::string etag_of(std::string_view version) { return '"' + std::string{version} + '"'; }

bool is_known_already(Request const& request, std::string_view etag) {
    auto rest = request.header("if-none-match");
    while (!rest.empty()) {
        auto tag = next_part(rest, ',');
        if (tag == "*") return true;
        if (tag.starts_with("W/")) tag.remove_prefix(2);
        if (tag == etag) return true;
    }
    return false;
}

Result<std::optional<IdempotencyKey>> read_idempotency(Request const& request, std::string_view body) {
    auto const given = std::find_if(request.headers.begin(), request.headers.end(), [](auto const& header) { return header.first == "idempotency-key"; });
    if (given == request.headers.end()) return std::optional<IdempotencyKey>{};
    if (auto good = check_idempotency_text(given->second); !good) return tl::make_unexpected(std::move(good).error());
    std::string target = request.path;
    for (auto const& [name, value] : request.query) target.append("?").append(name).append("=").append(value);
    return std::optional{idempotency_key(request.actor(), request.peer, name_of(request.method), target, given->second, body)};
}

Done check_parameters(Request const& request, std::initializer_list<std::string_view> known) {
    std::string list;
    for (auto const name : known) list.append(list.empty() ? "" : " ").append(name);
    if (list.empty()) list = "–";
    for (std::size_t i = 0; i < request.query.size(); ++i) {
        auto const& name = request.query[i].first;
        if (std::find(known.begin(), known.end(), name) == known.end())
            return bad_parameter(name, "unknown-parameter", say("没有参数 {0}；可用：{1}", "There is no parameter {0}; known: {1}", name, list));
        for (std::size_t j = 0; j < i; ++j)
            if (request.query[j].first == name) return bad_parameter(name, "repeated-parameter", say("参数 {0} 只能出现一次", "The parameter {0} may be given once", name));
    }
    return {};
}

Result<int> read_number_parameter(Request const& request, std::string_view name, int least, int most, int absent) {
    auto const text = request.parameter(name);
    if (!text) return absent;
    auto const value = whole_number<int>(*text);
    if (!value || *value < least || *value > most)
        return bad_parameter(name, "bad-parameter", say("{0} 应为 {1} 至 {2} 的整数", "{0} must be a whole number from {1} to {2}", name, least, most));
    return *value;
}

std::string make_cursor(std::string_view list, std::string_view place) { return base64url(fmt::format("{}:{}", list, place)); }

std::string make_cursor(std::string_view list, std::int64_t position) { return make_cursor(list, std::to_string(position)); }

namespace {

tl::unexpected<Error> bad_cursor() {
    return bad_parameter("cursor", "bad-cursor", say("cursor 无效，请使用上一页答复中的 next_cursor", "This cursor is not one of ours; use next_cursor of the page before"));
}

}  // namespace

Result<std::optional<std::string>> read_cursor_text(Request const& request, std::string_view list) {
    auto const text = request.parameter("cursor");
    if (!text || text->empty()) return std::optional<std::string>{};
    auto const plain = from_base64url(*text);
    auto const head = std::string{list} + ':';
    if (!plain || !plain->starts_with(head)) return bad_cursor();
    return std::optional{plain->substr(head.size())};
}

Result<std::optional<std::int64_t>> read_cursor(Request const& request, std::string_view list) {
    auto const place = TRY(read_cursor_text(request, list));
    if (!place) return std::optional<std::int64_t>{};
    auto const position = whole_number<std::int64_t>(*place);
    if (!position || *position < 0) return bad_cursor();
    return std::optional{*position};
}

}  // namespace hearline::http
