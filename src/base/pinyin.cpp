#include <unicode/translit.h>

#include <memory>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

#include "base/unicode.hpp"

namespace hearline {
namespace {

struct Reading {
    std::u32string_view where;  ///< one character, or a word whose character at `at` reads so
    std::size_t at;
    std::string_view says;
};
/// Characters that place names read otherwise than the dictionary's first reading.
constexpr Reading readings[] = {{U"厦门", 0, "xia"}, {U"重庆", 0, "chong"}, {U"银行", 1, "hang"}, {U"闵行", 1, "hang"}, {U"六安", 0, "lu"},
                                {U"音乐", 1, "yue"}, {U"长", 0, "chang"},  {U"都", 0, "du"},     {U"地", 0, "di"},
                                {U"藏", 0, "zang"},  {U"莘", 0, "xin"},    {U"朝", 0, "chao"},   {U"绿", 0, "lv"}};

class Syllables {
public:
    [[nodiscard]] std::string const& of(char32_t c) {
        std::lock_guard const guard{mutex_};
        auto found = known_.find(c);
        if (found == known_.end()) found = known_.emplace(c, romanise(c)).first;
        return found->second;
    }

private:
    [[nodiscard]] std::string romanise(char32_t c) {
        if (!to_latin_) {
            to_latin_ = make("Han-Latin");
            to_ascii_ = make("Latin-ASCII; Lower");
        }
        icu::UnicodeString text{static_cast<UChar32>(c)};
        to_latin_->transliterate(text);
        for (char16_t const u_umlaut : {u'ü', u'ǖ', u'ǘ', u'ǚ', u'ǜ'}) text.findAndReplace(icu::UnicodeString{u_umlaut}, icu::UnicodeString{u'v'});
        to_ascii_->transliterate(text);
        std::string out;
        std::string letters;
        text.toUTF8String(out);
        for (char const letter : out)
            if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) letters += letter;
        return letters;
    }
    [[nodiscard]] static std::unique_ptr<icu::Transliterator> make(char const* id) {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made{icu::Transliterator::createInstance(id, UTRANS_FORWARD, status)};
        if (U_FAILURE(status) || !made) throw std::runtime_error(std::string{"ICU lacks "} + id);
        return made;
    }

    std::mutex mutex_;
    std::unordered_map<char32_t, std::string> known_;
    std::unique_ptr<icu::Transliterator> to_latin_, to_ascii_;
};

[[nodiscard]] std::string syllable(std::u32string_view text, std::size_t i) {
    static Syllables syllables;
    for (auto const& reading : readings)
        if (i >= reading.at && text.substr(i - reading.at).starts_with(reading.where)) return std::string{reading.says};
    return syllables.of(text[i]);
}

}  // namespace

Pinyin pinyin(std::string_view text) {
    std::u32string folded;
    append_folded(folded, text);
    Pinyin out;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (is_cjk(folded[i])) {
            std::string const said = syllable(folded, i);
            out.full += said;
            if (!said.empty()) out.initials += said.front();
        } else if (is_word_letter(folded[i])) {
            append_utf8(out.full, folded[i]);
            append_utf8(out.initials, folded[i]);
        }
    }
    return out;
}

}  // namespace hearline
