#include "app/search_text.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/search_text.hpp"

namespace hearline {

namespace {

/// Keys of event texts that are found by search (`personal` never is).
constexpr std::array<std::string_view, 16> searched{"subject", where_key, "content",  "detail",      "text",    "note",           "reason",       "result", "public_text",
                                                    "findings", "measures", "done", "comment", "responsibility", "file_name", "source_status"};

}  // namespace

std::vector<std::string_view> searched_texts(Fields const& text) {
    std::vector<std::string_view> found;
    for (auto const& [key, value] : text.entries())
        if (std::find(searched.begin(), searched.end(), key) != searched.end()) found.push_back(value);
    return found;
}

std::string joined_tokens(std::string_view a, std::string_view b) {
    std::string joined;
    joined.reserve(a.size() + b.size() + 1);
    std::unordered_set<std::string_view> known;
    for (auto text : {a, b})
        while (!text.empty()) {
            auto const token = text.substr(0, text.find(' '));
            text.remove_prefix(std::min(token.size() + 1, text.size()));
            if (token.empty() || !known.insert(token).second) continue;
            if (!joined.empty()) joined += ' ';
            joined += token;
        }
    return joined;
}

void append_tokens(std::string& tokens, std::string_view more) {
    if (more.empty()) return;
    if (!tokens.empty()) tokens += ' ';
    tokens += more;
}

std::string number_token(Number number) { return search_tokens(format_number(number)); }

std::string registration_tokens(std::string_view subject, std::string_view content, std::string_view where, Place const& place) {
    std::string text;
    for (std::string_view part : {subject, content, where, std::string_view{place.line}, std::string_view{place.station}, std::string_view{place.exit},
                                  std::string_view{place.train}, std::string_view{place.carriage}, std::string_view{place.equipment},
                                  std::string_view{place.detail}}) {
        text += part;
        text += '\n';  // no token goes across texts
    }
    return search_tokens(text);
}

std::string event_tokens(EventTexts const& texts) {
    std::string text;
    for (auto part : searched_texts(texts.text)) {
        text += part;
        text += '\n';
    }
    return search_tokens(text);
}

}  // namespace hearline
