#include "channel/calendar_file/json_line.hpp"

#include <algorithm>
#include <set>

namespace hearline {
namespace {

/// Steps over valid JSON without reading it.
struct JsonCursor {
    std::string_view text;
    std::size_t at = 0;

    [[nodiscard]] bool done() const { return at >= text.size(); }
    void skip_space() {
        while (!done() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) ++at;
    }
    [[nodiscard]] bool take(char c) {
        skip_space();
        if (done() || text[at] != c) return false;
        ++at;
        return true;
    }
    /// The raw characters of a string, quotes apart.
    [[nodiscard]] std::string_view take_string() {
        if (!take('"')) return {};
        std::size_t const start = at;
        while (!done() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
        std::size_t const end = std::min(at, text.size());
        at = end + 1;
        return text.substr(start, end - start);
    }
    void skip_value() {
        int depth = 0;
        do {
            skip_space();
            if (done()) return;
            char const c = text[at];
            if (c == '"') {
                (void)take_string();
            } else {
                if (c == '{' || c == '[') ++depth;
                if (c == '}' || c == ']') --depth;
                ++at;
                bool const scalar = c != '{' && c != '[' && c != '}' && c != ']' && c != ',' && c != ':';
                while (scalar && !done() && std::string_view{",]} \n\r\t"}.find(text[at]) == std::string_view::npos) ++at;
            }
        } while (depth > 0);
    }
    /// Moves to the value of a member or element; false when there is none.
    [[nodiscard]] bool enter(std::string const& step) {
        if (take('{')) {
            while (!take('}') && !done()) {
                std::string_view const key = take_string();
                (void)take(':');
                skip_space();
                if (key == step) return true;
                skip_value();
                (void)take(',');
            }
        } else if (take('[')) {
            for (std::size_t i = 0; !take(']') && !done(); ++i) {
                skip_space();
                if (std::to_string(i) == step) return true;
                skip_value();
                (void)take(',');
            }
        }
        return false;
    }
};

}  // namespace

int line_at(std::string_view text, std::size_t offset) {
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size())), '\n'));
}

int line_of_value(std::string_view json, std::vector<std::string> const& path) {
    JsonCursor cursor{json};
    cursor.skip_space();
    std::size_t found = cursor.at;
    for (auto const& step : path) {
        if (!cursor.enter(step)) break;
        found = cursor.at;
    }
    return line_at(json, found);
}

std::optional<RepeatedKey> repeated_key(std::string_view json) {
    JsonCursor cursor{json};
    std::vector<std::set<std::string_view>> open;  // keys of the objects around, of lists none
    for (cursor.skip_space(); !cursor.done(); cursor.skip_space()) {
        char const c = json[cursor.at];
        if (c == '"') {
            auto const start = cursor.at;
            auto const text = cursor.take_string();
            cursor.skip_space();
            bool const is_key = !cursor.done() && json[cursor.at] == ':' && !open.empty();
            if (is_key && !open.back().insert(text).second) return RepeatedKey{line_at(json, start), std::string{text}};
            continue;
        }
        if (c == '{' || c == '[') open.emplace_back();
        if ((c == '}' || c == ']') && !open.empty()) open.pop_back();
        ++cursor.at;
    }
    return std::nullopt;
}

}  // namespace hearline
