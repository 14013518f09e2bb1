#pragma once
// Lists in headers: "a;q=0.5, b".
#include <string_view>

namespace hearline::http {

[[nodiscard]] constexpr std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// The part before `separator`, which is cut off `rest` with it.
[[nodiscard]] constexpr std::string_view next_part(std::string_view& rest, char separator) {
    auto const at = rest.find(separator);
    auto const part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
    return without_blanks(part);
}

/// The quality of one entry in thousandths, from what stands behind its first semicolon; 1000 when it says nothing, 0 when it says nonsense.
[[nodiscard]] constexpr int quality(std::string_view parameters) {
    while (!parameters.empty()) {
        auto const parameter = next_part(parameters, ';');
        if (!parameter.starts_with("q=")) continue;
        auto const value = parameter.substr(2);
        if (value.starts_with('1')) return 1000;
        if (!value.starts_with("0.")) return 0;
        int thousandths = 0, place = 100;
        for (char const c : value.substr(2, 3)) {
            if (c < '0' || c > '9') return 0;
            thousandths += (c - '0') * place;
            place /= 10;
        }
        return thousandths;
    }
    return 1000;
}

}  // namespace hearline::http
