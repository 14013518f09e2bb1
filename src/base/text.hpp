#pragma once
// A sentence for a person, in both languages the product speaks. Whoever refuses something says why with one of these.
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace hearline {

enum class Language { zh, en };

struct Text {
    std::string zh;
    std::string en;

    [[nodiscard]] std::string const& in(Language language) const { return language == Language::zh ? zh : en; }
    bool operator==(Text const&) const = default;
};

/// Both language forms of one sentence, filled with the same arguments (use {0}, {1} where the order differs).
template <class... Args>
[[nodiscard]] Text say(fmt::format_string<Args const&...> zh, fmt::format_string<Args const&...> en, Args const&... args) {
    return {fmt::format(zh, args...), fmt::format(en, args...)};
}

}  // namespace hearline
