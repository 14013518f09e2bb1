#include "channel/calendar_file/ics_lines.hpp"

#include <algorithm>

namespace hearline {
namespace {

[[nodiscard]] bool is_name_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

[[nodiscard]] std::string upper(std::string_view text) {
    std::string out{text};
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

[[nodiscard]] std::string take_name(std::string_view& rest) {
    auto const end = std::find_if_not(rest.begin(), rest.end(), is_name_letter);
    std::string name = upper(rest.substr(0, static_cast<std::size_t>(end - rest.begin())));
    rest.remove_prefix(name.size());
    return name;
}

/// A parameter's value up to the next `;` or `:` outside quotes; false for a quote that does not end.
[[nodiscard]] bool take_parameter_value(std::string_view& rest, std::string& value) {
    bool quoted = false;
    while (!rest.empty() && (quoted || (rest.front() != ';' && rest.front() != ':'))) {
        if (rest.front() == '"')
            quoted = !quoted;
        else
            value += rest.front();
        rest.remove_prefix(1);
    }
    return !quoted;
}

}  // namespace

std::string_view IcsLine::parameter(std::string_view key) const {
    for (auto const& [name_of, value_of] : parameters)
        if (name_of == key) return value_of;
    return {};
}

std::optional<IcsLine> parse_ics_line(std::string_view line, int number) {
    IcsLine found;
    found.number = number;
    found.name = take_name(line);
    if (found.name.empty()) return std::nullopt;
    while (!line.empty() && line.front() == ';') {
        line.remove_prefix(1);
        std::pair<std::string, std::string> parameter;
        parameter.first = take_name(line);
        if (parameter.first.empty() || line.empty() || line.front() != '=') return std::nullopt;
        line.remove_prefix(1);
        if (!take_parameter_value(line, parameter.second)) return std::nullopt;
        found.parameters.push_back(std::move(parameter));
    }
    if (line.empty() || line.front() != ':') return std::nullopt;
    found.value = line.substr(1);
    return found;
}

std::vector<IcsLine> split_ics(std::string_view content) {
    std::vector<std::pair<int, std::string>> unfolded;
    int number = 0;
    bool foldable = false;  // a continuation may follow
    while (!content.empty()) {
        auto const end = content.find('\n');
        std::string_view line = content.substr(0, end);
        content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (foldable && (line.starts_with(' ') || line.starts_with('\t'))) {
            unfolded.back().second += line.substr(1);
            continue;
        }
        foldable = line.find_first_not_of(" \t") != std::string_view::npos;
        if (foldable) unfolded.emplace_back(number, line);
    }
    std::vector<IcsLine> lines;
    lines.reserve(unfolded.size());
    for (auto const& [first, text] : unfolded) {
        auto line = parse_ics_line(text, first);
        if (!line) {
            line.emplace();
            line->number = first;
        }
        lines.push_back(std::move(*line));
    }
    return lines;
}

std::string ics_text(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size())
            out += value[i];
        else if (char const c = value[++i]; c == 'n' || c == 'N')
            out += ' ';
        else
            out += c;
    }
    return out;
}

}  // namespace hearline
