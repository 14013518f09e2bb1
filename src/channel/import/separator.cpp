#include "channel/import/separator.hpp"

#include <algorithm>
#include <array>

namespace hearline::channel {
namespace {

constexpr std::array<char, 4> candidates{',', '\t', ';', '|'};

std::string_view first_line(std::string_view& rest) {
    auto const end = rest.find_first_of("\r\n");
    auto const line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

}  // namespace

Separator find_separator(std::string_view head) {
    auto line = first_line(head);
    if (line.size() >= 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    auto const says = line.substr(0, 4);
    if (line.size() == 5 && (says == "sep=" || says == "SEP=" || says == "Sep=") && line.back() != '"') return {line.back(), true};
    for (;; line = first_line(head)) {
        std::array<std::ptrdiff_t, candidates.size()> counts{};
        bool quoted = false;
        for (char c : line) {
            if (c == '"') quoted = !quoted;
            for (std::size_t i = 0; i < candidates.size(); ++i) counts[i] += !quoted && c == candidates[i];
        }
        auto const most = std::max_element(counts.begin(), counts.end());
        if (*most > 0) return {candidates[static_cast<std::size_t>(most - counts.begin())], false};
        if (head.empty()) return {};
    }
}

Text words_of(char separator) {
    switch (separator) {
        case '\t':
            return {"制表符", "tabs"};
        case ';':
            return {"分号", "semicolons"};
        default:
            return say("“{}”", "“{}”", separator);
    }
}

}  // namespace hearline::channel
