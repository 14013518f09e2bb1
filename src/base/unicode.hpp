#pragma once
// Text as people write it: UTF-8 checked, measured, cut and folded for comparison. Every function but is_utf8 expects valid UTF-8
// (what is not valid is passed over, never a crash).
#include <cstddef>
#include <string>
#include <string_view>

namespace hearline {

/// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text);
/// Length in code points.
[[nodiscard]] std::size_t length_of(std::string_view text);

enum class LineBreaks { forbidden, allowed };
/// C0 and C1 control characters and DEL; line feed and tab are fine where line breaks are allowed.
[[nodiscard]] bool has_control_characters(std::string_view text, LineBreaks breaks);
/// CR LF and lone CR become line feeds.
[[nodiscard]] std::string clean_lines(std::string_view text);

/// The first `length` code points.
[[nodiscard]] std::string_view truncate(std::string_view text, std::size_t length);
/// Without white space at both ends, the ideographic space and the byte order mark included.
[[nodiscard]] std::string_view trim(std::string_view text);

/// For comparing and searching: compatibility forms and width (NFKC), case, accents and traditional Chinese (→ simplified) folded away; the
/// middle dots that keyboards give (· • ・ ‧ ∙ ⋅ …) are one.
[[nodiscard]] std::string fold(std::string_view text);
void append_folded(std::u32string& out, std::string_view text);

/// The next code point, taken off the front of `text` (not empty); U+FFFD for a byte that is not UTF-8.
[[nodiscard]] char32_t take_code_point(std::string_view& text);
void append_utf8(std::string& out, char32_t c);

/// Letters of scripts written without spaces between words: Han, kana, Hangul.
[[nodiscard]] bool is_cjk(char32_t c);
/// Letters and digits of the other scripts that every search index knows (Unicode up to 6.1).
[[nodiscard]] bool is_word_letter(char32_t c);

/// White space, punctuation and middle dots: what stands between the letters of a name.
[[nodiscard]] bool is_punctuation(char32_t c);

struct Pinyin {
    std::string full;      ///< "tiyuxilu"
    std::string initials;  ///< "tyxl"
};
/// Pinyin of a place name, without tones; letters and digits stand for themselves, the rest is left out.
[[nodiscard]] Pinyin pinyin(std::string_view text);

}  // namespace hearline
