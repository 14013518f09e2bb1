#include "channel/toml_document.hpp"

#include <algorithm>
#include <sstream>

// The library asserts what a bad file can bring about and refuses the same file a line later: it is the refusal that we want.
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

namespace hearline::channel {
namespace {

TomlValue convert(toml::node const& node);

TomlValue convert_table(toml::table const& table) {
    TomlValue value;
    for (auto const& [key, child] : table) value.members.emplace_back(std::string{key.str()}, convert(child));
    std::stable_sort(value.members.begin(), value.members.end(), [](auto const& a, auto const& b) { return a.second.line < b.second.line; });
    return value;
}

TomlValue convert(toml::node const& node) {
    TomlValue value;
    if (auto const* table = node.as_table()) {
        value = convert_table(*table);
    } else if (auto const* array = node.as_array()) {
        value.kind = TomlValue::Kind::array;
        for (auto const& child : *array) value.items.push_back(convert(child));
    } else if (auto const* text = node.as_string()) {
        value.kind = TomlValue::Kind::text;
        value.text = text->get();
    } else if (auto const* integer = node.as_integer()) {
        value.kind = TomlValue::Kind::integer;
        value.integer = integer->get();
        value.number = static_cast<double>(integer->get());
    } else if (auto const* number = node.as_floating_point()) {
        value.kind = TomlValue::Kind::number;
        value.number = number->get();
    } else if (auto const* truth = node.as_boolean()) {
        value.kind = TomlValue::Kind::boolean;
        value.integer = truth->get() ? 1 : 0;
    } else if (auto const* date = node.as_date()) {
        value.kind = TomlValue::Kind::date;
        value.text = fmt::format("{:04}-{:02}-{:02}", date->get().year, date->get().month, date->get().day);
    } else {
        value.kind = TomlValue::Kind::other;
    }
    value.line = static_cast<int>(node.source().begin.line);
    return value;
}

Text expected(TomlValue::Kind kind) {
    switch (kind) {
        case TomlValue::Kind::table: return {"应为表", "must be a table"};
        case TomlValue::Kind::array: return {"应为数组", "must be an array"};
        case TomlValue::Kind::text: return {"应为字符串", "must be a string"};
        case TomlValue::Kind::integer: return {"应为整数", "must be an integer"};
        case TomlValue::Kind::number: return {"应为数字", "must be a number"};
        case TomlValue::Kind::boolean: return {"应为 true 或 false", "must be true or false"};
        case TomlValue::Kind::date: return {"应为日期，如 2026-01-01", "must be a date such as 2026-01-01"};
        case TomlValue::Kind::other: break;
    }
    return {"类型不对", "has the wrong type"};
}

}  // namespace

TomlValue const* TomlValue::find(std::string_view key) const {
    for (auto const& [name, value] : members)
        if (name == key) return &value;
    return nullptr;
}

Result<TomlValue> parse_toml(std::string_view text, std::string_view name) {
    try {
        return convert(toml::parse(text, name));
    } catch (toml::parse_error const& error) {
        auto const line = static_cast<int>(error.source().begin.line);
        auto const why = std::string{error.description()};
        return refuse(ErrorKind::invalid, "bad-toml", say("{} 第 {} 行不是合法的 TOML：{}", "{} line {} is not valid TOML: {}", name, line, why));
    }
}

TomlValue const* TomlReader::value(std::string_view key, TomlValue::Kind kind) {
    asked_.emplace_back(key);
    auto const* found = table_.find(key);
    if (!found) return nullptr;
    if (found->kind == kind || (kind == TomlValue::Kind::number && found->kind == TomlValue::Kind::integer)) return found;
    wrong(*found, key, expected(kind));
    return nullptr;
}

std::string TomlReader::text(std::string_view key, std::string_view absent) {
    auto const* found = value(key, TomlValue::Kind::text);
    return found ? found->text : std::string{absent};
}

std::string TomlReader::required_text(std::string_view key) {
    if (!table_.find(key)) wrong(table_, key, {"缺少此项", "is missing"});
    return text(key);
}

std::int64_t TomlReader::integer(std::string_view key, std::int64_t absent, std::int64_t least, std::int64_t most) {
    auto const* found = value(key, TomlValue::Kind::integer);
    if (!found) return absent;
    if (found->integer < least || found->integer > most) {
        wrong(*found, key, say("应在 {} 到 {} 之间", "must lie between {} and {}", least, most));
        return absent;
    }
    return found->integer;
}

std::vector<std::string> TomlReader::texts(std::string_view key) {
    std::vector<std::string> all;
    auto const* found = value(key, TomlValue::Kind::array);
    if (!found) return all;
    for (auto const& item : found->items) {
        if (item.kind == TomlValue::Kind::text)
            all.push_back(item.text);
        else
            wrong(item, key, expected(TomlValue::Kind::text));
    }
    return all;
}

bool TomlReader::flag(std::string_view key) {
    auto const* found = value(key, TomlValue::Kind::boolean);
    return found && found->truth();
}

void TomlReader::wrong(TomlValue const& at, std::string_view key, Text const& why) {
    errors_.push_back({fmt::format("{}:{}", file_, at.line), {fmt::format("{}：{}", key, why.zh), fmt::format("{}: {}", key, why.en)}});
}

void TomlReader::refuse_unknown() {
    for (auto const& [key, child] : table_.members)
        if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) wrong(child, key, {"没有这一项，请检查拼写", "is not known here, check its spelling"});
}

Done toml_outcome(std::string_view file, std::string code, std::vector<FieldError> errors) {
    if (errors.empty()) return std::monostate{};
    return refuse(ErrorKind::invalid, std::move(code), say("文件 {} 有 {} 处错误", "{} has mistakes: {}", file, errors.size()), std::move(errors));
}

}  // namespace hearline::channel
