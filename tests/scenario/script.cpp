#include "script.hpp"

#include <charconv>

namespace hearline::scenario {
namespace {

[[nodiscard]] std::vector<std::string> split(std::string_view line) {
    std::vector<std::string> words;
    std::size_t at = 0;
    while (true) {
        at = line.find_first_not_of(" \t\r", at);
        if (at == std::string_view::npos || line[at] == '#') return words;
        if (line[at] == '"') {
            auto const end = line.find('"', at + 1);
            if (end == std::string_view::npos) throw ScriptError{"a quote does not end"};
            words.emplace_back(line.substr(at + 1, end - at - 1));
            at = end + 1;
            continue;
        }
        auto const end = line.find_first_of(" \t\r", at);
        words.emplace_back(line.substr(at, end == std::string_view::npos ? end : end - at));
        if (end == std::string_view::npos) return words;
        at = end;
    }
}

[[nodiscard]] std::optional<int> to_int(std::string_view text) {
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// "09:30" or "09:30:15" as milliseconds of the day.
[[nodiscard]] std::optional<std::chrono::milliseconds> time_of_day(std::string_view text) {
    if (text.size() != 5 && text.size() != 8) return std::nullopt;
    auto const hour = to_int(text.substr(0, 2)), minute = to_int(text.substr(3, 2));
    auto const second = text.size() == 8 ? to_int(text.substr(6, 2)) : std::optional{0};
    if (text[2] != ':' || !hour || !minute || !second) return std::nullopt;
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

}  // namespace

std::vector<ScriptLine> read_script(std::string_view text) {
    std::vector<ScriptLine> lines;
    for (int number = 1; !text.empty(); ++number) {
        auto const end = text.find('\n');
        auto words = split(text.substr(0, end));
        if (!words.empty()) lines.push_back({number, std::move(words)});
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

bool Words::accept(std::string_view word) {
    if (peek() != word || !more()) return false;
    ++at_;
    return true;
}

std::string Words::next() {
    if (!more()) throw ScriptError{"the line ends too early"};
    return line_.words[at_++];
}

int Words::number() {
    auto const word = next();
    if (auto const value = to_int(word)) return *value;
    throw ScriptError{"no number: " + word};
}

Date Words::day() {
    auto const word = next();
    auto const date = parse_date(word);
    if (!date) throw ScriptError{"no date: " + word};
    return *date;
}

Instant Words::time() {
    auto const date = day();
    auto const clock = time_of_day(peek());
    if (clock) ++at_;
    return zone_.instant(date, clock.value_or(std::chrono::hours{24}));
}

void Words::end() const {
    if (more()) throw ScriptError{"left over: " + line_.words[at_]};
}

}  // namespace hearline::scenario
