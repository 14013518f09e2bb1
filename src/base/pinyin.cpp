#include <unicode/translit.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/unicode.hpp"

namespace hearline {
namespace {

/// Words that read otherwise than the dictionary's first readings: data/readings/pinyin.txt.
class Readings {
public:
    struct Word {
        std::u32string text;
        std::vector<std::string> syllables;  ///< one a character
    };

    Readings() {
        for (auto const& file : embedded_files("data"))
            if (file.path == "readings/pinyin.txt") read(file.content);
        if (words_.empty()) throw std::logic_error{"the readings of places are not inside the program"};
    }
    /// The longest word that `text` begins with; null when there is none.
    [[nodiscard]] Word const* at(std::u32string_view text) const {
        auto const [first, last] = std::equal_range(words_.begin(), words_.end(), text.substr(0, 1), ByFirst{});
        for (auto word = first; word != last; ++word)
            if (text.starts_with(word->text)) return &*word;
        return nullptr;
    }

private:
    struct ByFirst {
        bool operator()(Word const& a, std::u32string_view b) const { return a.text[0] < b[0]; }
        bool operator()(std::u32string_view a, Word const& b) const { return a[0] < b.text[0]; }
    };

    void read(std::string_view file) {
        while (!file.empty()) {
            auto const line = file.substr(0, file.find('\n'));
            file.remove_prefix(std::min(line.size() + 1, file.size()));
            if (!line.empty() && line.front() != '#') words_.push_back(word_of(line));
        }
        std::sort(words_.begin(), words_.end(), [](Word const& a, Word const& b) {
            return a.text[0] != b.text[0] ? a.text[0] < b.text[0] : a.text.size() > b.text.size();
        });
    }
    [[nodiscard]] static Word word_of(std::string_view line) {
        Word word;
        append_folded(word.text, line.substr(0, line.find(' ')));
        for (auto rest = line; rest.find(' ') != rest.npos;) {
            rest.remove_prefix(rest.find(' ') + 1);
            word.syllables.emplace_back(rest.substr(0, rest.find(' ')));
        }
        if (word.text.empty() || word.syllables.size() != word.text.size())
            throw std::logic_error{"data/readings/pinyin.txt: not one syllable a character: " + std::string{line}};
        return word;
    }

    std::vector<Word> words_;  ///< by first character, the longest first
};

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

}  // namespace

Pinyin pinyin(std::string_view text) {
    static Readings const readings;
    static Syllables syllables;
    std::u32string folded;
    append_folded(folded, text);
    Pinyin out;
    auto const say = [&](std::string_view syllable) {
        out.full += syllable;
        if (!syllable.empty()) out.initials += syllable.front();
    };
    for (std::size_t i = 0; i < folded.size();) {
        if (auto const* const word = readings.at(std::u32string_view{folded}.substr(i))) {
            for (auto const& syllable : word->syllables) say(syllable);
            i += word->text.size();
            continue;
        }
        if (is_cjk(folded[i])) {
            say(syllables.of(folded[i]));
        } else if (is_word_letter(folded[i])) {
            append_utf8(out.full, folded[i]);
            append_utf8(out.initials, folded[i]);
        }
        ++i;
    }
    return out;
}

}  // namespace hearline
