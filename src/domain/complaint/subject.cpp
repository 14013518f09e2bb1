#include "domain/complaint/subject.hpp"

namespace hearline {
namespace {

constexpr int longest = 40;
constexpr std::string_view cut_mark = "…";

[[nodiscard]] bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

[[nodiscard]] std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    auto const first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

[[nodiscard]] bool ends_sentence(std::string_view character) {
    for (std::string_view const mark : {"。", "！", "？", "；", "\n", "\r", "!", "?", ";"})
        if (character == mark) return true;
    return false;
}

}  // namespace

std::string subject_of(std::string_view content) {
    auto const text = trimmed(content);
    std::size_t at = 0;
    for (int characters = 0; at < text.size(); ++characters) {
        auto next = at + 1;
        while (next < text.size() && continues(text[next])) ++next;
        if (at > 0 && ends_sentence(text.substr(at, next - at))) return std::string{trimmed(text.substr(0, at))};
        if (characters == longest) return std::string{text.substr(0, at)}.append(cut_mark);
        at = next;
    }
    return std::string{text};
}

}  // namespace hearline
