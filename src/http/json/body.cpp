#include "http/json/body.hpp"

#include <algorithm>

namespace hearline::http {
namespace json = boost::json;

namespace {

/// U+FFFF is no character: it stands for half a surrogate pair until the field's reader meets it.
constexpr std::string_view marker = "\\uffff";

int hex4(std::string_view text) {
    int value = 0;
    if (text.size() < 4) return -1;
    for (char const c : text.substr(0, 4)) {
        int const digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

/// The body with every escaped half of a surrogate pair replaced by the marker; nothing when there is none.
std::optional<std::string> without_half_pairs(std::string_view body) {
    std::string out;
    bool found = false;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (body[i] != '\\' || i + 1 >= body.size()) {
            out += body[i];
            continue;
        }
        int const unit = body[i + 1] == 'u' ? hex4(body.substr(i + 2)) : -1;
        if (unit < 0xD800 || unit > 0xDFFF) {
            out.append(body.substr(i, 2));
            i += 1;
            continue;
        }
        auto const next = body.substr(std::min(body.size(), i + 6));
        int const second = unit < 0xDC00 && next.starts_with("\\u") ? hex4(next.substr(2)) : -1;
        if (second >= 0xDC00 && second <= 0xDFFF) {
            out.append(body.substr(i, 12));
            i += 11;
        } else {
            out += marker;
            i += 5;
            found = true;
        }
    }
    if (!found) return std::nullopt;
    return out;
}

tl::unexpected<Error> not_json(json::error_code const& error) {
    if (error == json::error::incomplete)
        return refuse(ErrorKind::malformed, "json-cut-off", say("请求体不完整（JSON 未结束），请重新发送。", "The body ends before the JSON does; send it again whole."));
    if (error == json::error::too_deep)
        return refuse(ErrorKind::malformed, "json-too-deep", say("JSON 嵌套过深。", "The JSON is nested too deep."));
    return refuse(ErrorKind::malformed, "not-json", say("请求体不是有效的 JSON（{0}）。", "The body is not valid JSON ({0}).", error.message()));
}

}  // namespace

Result<json::object> parse_object(std::string_view body) {
    json::parse_options options;
    options.max_depth = 16;
    json::error_code error;
    auto value = json::parse(body, error, {}, options);
    if (error) {
        if (auto const marked = without_half_pairs(body)) {
            error = {};
            value = json::parse(*marked, error, {}, options);
        }
    }
    if (error) return not_json(error);
    if (!value.is_object()) return refuse(ErrorKind::malformed, "not-an-object", say("请求体应为 JSON 对象。", "The body must be a JSON object."));
    return std::move(value.as_object());
}

Done no_faults(Faults faults) {
    if (faults.empty()) return {};
    auto detail = faults.size() == 1 ? faults.front().detail
                                     : say("有 {0} 处内容需要改正，见 errors。", "{0} things need to be put right, see errors.", faults.size());
    return refuse(ErrorKind::invalid, "bad-field", std::move(detail), std::move(faults));
}

std::size_t count_characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        auto const c = static_cast<unsigned char>(text[i]);
        std::size_t const length = c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
        if (length == 0 || i + length > text.size()) return false;
        std::uint32_t point = length == 1 ? c : c & (0x7Fu >> length);
        for (std::size_t k = 1; k < length; ++k) {
            auto const next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xC0) != 0x80) return false;
            point = point << 6 | (next & 0x3Fu);
        }
        bool const overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
        if (overlong || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) return false;
        i += length;
    }
    return true;
}

std::optional<Text> text_fault(std::string_view text, TextForm form, int max_characters) {
    if (!is_utf8(text)) return say("不是有效的 UTF-8 文字", "is not valid UTF-8 text");
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = static_cast<unsigned char>(text[i]);
        auto const next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        bool const layout = c == '\n' || c == '\t' || c == '\r';
        if (layout && form == TextForm::line) return say("只能是一行，不能含换行或制表符", "must be one line, without tabs and line breaks");
        if ((c < 0x20 && !layout) || c == 0x7F || (c == 0xC2 && next < 0xA0))
            return say("含有控制字符，请删去", "holds a control character; take it out");
        if (c == 0xEF && next == 0xBF && i + 2 < text.size() && static_cast<unsigned char>(text[i + 2]) >= 0xBE)
            return say("含有不成对的代理码或非字符，请删去", "holds half a surrogate pair or a code that is no character; take it out");
    }
    if (max_characters > 0 && count_characters(text) > static_cast<std::size_t>(max_characters))
        return say("最多 {0} 个字", "must not be longer than {0} characters", max_characters);
    return std::nullopt;
}

ObjectReader::ObjectReader(json::object const& object, std::string pointer, Faults& faults)
    : object_{object}, pointer_{std::move(pointer)}, faults_{faults} {}

json::value const* ObjectReader::find(std::string_view name) {
    if (std::find(known_.begin(), known_.end(), name) == known_.end()) known_.emplace_back(name);
    auto const* const value = object_.if_contains(name);
    return value && !value->is_null() ? value : nullptr;
}

bool ObjectReader::has(std::string_view name) { return find(name) != nullptr; }

std::string ObjectReader::pointer(std::string_view name) const {
    std::string out = pointer_ + "/";
    for (char const c : name) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    return out;
}

void ObjectReader::fault(std::string_view name, Text detail) { faults_.push_back({pointer(name), std::move(detail)}); }

std::optional<std::string> ObjectReader::text(std::string_view name, TextForm form, int max_characters) {
    auto const* const value = find(name);
    if (!value) return std::nullopt;
    if (!value->is_string()) {
        fault(name, say("应为文字", "must be a text"));
        return std::nullopt;
    }
    std::string_view given{value->as_string().data(), value->as_string().size()};
    if (auto bad = text_fault(given, form, max_characters)) {
        fault(name, std::move(*bad));
        return std::nullopt;
    }
    while (!given.empty() && (given.front() == ' ' || given.front() == '\n' || given.front() == '\t' || given.front() == '\r')) given.remove_prefix(1);
    while (!given.empty() && (given.back() == ' ' || given.back() == '\n' || given.back() == '\t' || given.back() == '\r')) given.remove_suffix(1);
    return std::string{given};
}

std::optional<bool> ObjectReader::boolean(std::string_view name) {
    auto const* const value = find(name);
    if (!value) return std::nullopt;
    if (value->is_bool()) return value->as_bool();
    fault(name, say("应为 true 或 false", "must be true or false"));
    return std::nullopt;
}

std::optional<int> ObjectReader::integer(std::string_view name, int low, int high) {
    auto const* given = find(name);
    if (given == nullptr) return std::nullopt;
    if (auto const* number = given->if_int64(); number != nullptr && *number >= low && *number <= high) return static_cast<int>(*number);
    fault(name, say("应为 {0} 至 {1} 的整数", "must be a whole number from {0} to {1}", low, high));
    return std::nullopt;
}

std::optional<Instant> ObjectReader::instant(std::string_view name) {
    auto const given = text(name, TextForm::line, 64);
    if (!given) return std::nullopt;
    auto parsed = parse_rfc3339(*given);
    if (parsed) return *parsed;
    fault(name, say("应为带时区的时间，如 2026-11-23T09:00:00+08:00，且日期须存在", "must be a time with its offset, like 2026-11-23T09:00:00+08:00, on a day that exists"));
    return std::nullopt;
}

json::object const* ObjectReader::object(std::string_view name) {
    auto const* const value = find(name);
    if (!value) return nullptr;
    if (value->is_object()) return &value->as_object();
    fault(name, say("应为对象", "must be an object"));
    return nullptr;
}

json::array const* ObjectReader::array(std::string_view name) {
    auto const* const value = find(name);
    if (!value) return nullptr;
    if (value->is_array()) return &value->as_array();
    fault(name, say("应为列表", "must be a list"));
    return nullptr;
}

void ObjectReader::require(std::string_view name) {
    auto const at = pointer(name);
    for (auto const& known : faults_)
        if (known.pointer == at || known.pointer.starts_with(at + "/")) return;
    fault(name, say("必填，且不能为空", "must be given, and not be empty"));
}

void ObjectReader::finish() {
    std::string list;
    for (auto const& name : known_) list.append(list.empty() ? "" : " ").append(name);
    for (auto const& entry : object_) {
        std::string_view const name{entry.key().data(), entry.key().size()};
        if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
        if (auto const bad = text_fault(name, TextForm::line, 200)) fault("?", *bad);
        else fault(name, say("没有这个字段；可用字段：{0}", "is not a field of this request; it takes: {0}", list));
    }
}

}  // namespace hearline::http
