#include "app/reference_checks.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace hearline {

namespace {

constexpr std::size_t longest_code = 64, longest_name = 80;

}  // namespace

void check_code(std::vector<FieldError>& errors, std::string_view code, std::string_view further) {
    bool const plain = std::all_of(code.begin(), code.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || further.find(c) != further.npos;
    });
    if (!plain || code.empty() || code.size() > longest_code)
        errors.push_back({"/code", say("代码为 1 至 {1} 个小写字母、数字和 {0}", "a code has 1 to {1} lower-case letters, digits and {0}", further, longest_code)});
}

void check_names(std::vector<FieldError>& errors, std::string_view name, std::optional<std::string> const& name_en) {
    auto const check = [&](std::string_view pointer, std::string_view text) {
        if (length_of(text) > longest_name || has_control_characters(text, LineBreaks::forbidden))
            errors.push_back({std::string{pointer}, say("名称最多 {} 个字，且只能一行", "a name has at most {} characters on one line", longest_name)});
    };
    if (trim(name).empty()) errors.push_back({"/name", say("请填写名称", "give a name")});
    check("/name", name);
    if (name_en) check("/name_en", *name_en);
}

Done no_errors(std::vector<FieldError> errors) {
    if (errors.empty()) return Done{};
    auto detail = errors.size() == 1 ? errors.front().detail : say("有 {} 处填写有误", "fields that are wrong: {}", errors.size());
    return refuse(ErrorKind::invalid, "invalid-fields", std::move(detail), std::move(errors));
}

}  // namespace hearline
