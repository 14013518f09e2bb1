#include "base/unicode.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <unordered_map>
#include <vector>

#include "base/script_variants.hpp"

namespace hearline {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Length of the well-formed sequence at the front, 0 when there is none.
[[nodiscard]] std::size_t sequence_length(std::string_view text, char32_t& c) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    auto const follows = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
    unsigned char const first = byte(0);
    if (first < 0x80) {
        c = first;
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF && follows(1)) {
        c = static_cast<char32_t>((first & 0x1F) << 6 | (byte(1) & 0x3F));
        return 2;
    }
    if ((first & 0xF0) == 0xE0 && follows(1) && follows(2)) {
        c = static_cast<char32_t>((first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
        return c < 0x800 || (c >= 0xD800 && c <= 0xDFFF) ? 0 : 3;
    }
    if ((first & 0xF8) == 0xF0 && follows(1) && follows(2) && follows(3)) {
        c = static_cast<char32_t>((first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F));
        return c < 0x10000 || c > 0x10FFFF ? 0 : 4;
    }
    return 0;
}

[[nodiscard]] bool is_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

constexpr char32_t middle_dot = 0xB7;
/// Dots that stand in the middle of names, as keyboards and old files give them.
[[nodiscard]] bool is_middle_dot(char32_t c) {
    constexpr char32_t dots[] = {0xB7, 0x387, 0x2022, 0x2027, 0x2219, 0x22C5, 0x2E31, 0x30FB, 0xFF65, 0x318D, 0x119E, 0xA78F};
    return std::find(std::begin(dots), std::end(dots), c) != std::end(dots);
}

[[nodiscard]] std::unique_ptr<icu::Transliterator> make_transliterator(char const* id) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made{icu::Transliterator::createInstance(id, UTRANS_FORWARD, status)};
    if (U_FAILURE(status) || !made) throw std::runtime_error(std::string{"ICU lacks "} + id);
    return made;
}

/// Folds one code point at a time and remembers the answer: a table for the plane that nearly all text is in, a map for the rest.
class FoldTable {
public:
    void append(std::u32string& out, char32_t c) {
        if (c < table_.size()) {
            char32_t const known = table_[c].load(std::memory_order_relaxed);
            if (known != unknown && known != several) {
                out += known;
                return;
            }
            if (known == unknown) return compute(out, c);
        }
        append_rare(out, c);
    }

private:
    static constexpr char32_t unknown = 0;  // U+0000 folds to itself by the path of the rare
    static constexpr char32_t several = 0xFFFFFFFF;

    void compute(std::u32string& out, char32_t c) {
        std::u32string const folded = fold_one(c);
        table_[c].store(folded.size() == 1 && folded[0] != 0 ? folded[0] : several, std::memory_order_relaxed);
        out += folded;
    }

    void append_rare(std::u32string& out, char32_t c) {
        std::lock_guard const guard{mutex_};
        auto found = rare_.find(c);
        if (found == rare_.end()) {
            if (rare_.size() > 100'000) rare_.clear();
            found = rare_.emplace(c, fold_unlocked(c)).first;
        }
        out += found->second;
    }

    [[nodiscard]] std::u32string fold_one(char32_t c) {
        std::lock_guard const guard{mutex_};
        return fold_unlocked(c);
    }

    [[nodiscard]] std::u32string fold_unlocked(char32_t c) {
        if (is_middle_dot(c)) return {middle_dot};
        UErrorCode status = U_ZERO_ERROR;
        if (!nfkc_) {
            nfkc_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
            nfd_ = icu::Normalizer2::getNFDInstance(status);
            nfc_ = icu::Normalizer2::getNFCInstance(status);
        }
        icu::UnicodeString text = nfkc_->normalize(icu::UnicodeString{static_cast<UChar32>(c)}, status);
        icu::UnicodeString bare;
        icu::UnicodeString const parts = nfd_->normalize(text, status);
        for (int i = 0; i < parts.length(); i = parts.moveIndex32(i, 1))
            if (UChar32 const part = parts.char32At(i); part < 0x300 || part > 0x36F) bare.append(part);
        text = nfc_->normalize(bare, status);
        if (U_FAILURE(status)) throw std::runtime_error("ICU cannot normalise");
        if (is_cjk(c)) {
            if (!simplify_) simplify_ = make_transliterator("Hant-Hans");
            simplify_->transliterate(text);
        }
        std::u32string folded;
        for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) folded += static_cast<char32_t>(text.char32At(i));
        return folded;
    }

    std::array<std::atomic<char32_t>, 0x10000> table_{};
    std::mutex mutex_;
    std::unordered_map<char32_t, std::u32string> rare_;
    icu::Normalizer2 const* nfkc_ = nullptr;
    icu::Normalizer2 const* nfd_ = nullptr;
    icu::Normalizer2 const* nfc_ = nullptr;
    std::unique_ptr<icu::Transliterator> simplify_;
};

[[nodiscard]] FoldTable& fold_table() {
    static auto* const table = new FoldTable;  // never destroyed: threads may fold until the end
    return *table;
}

}  // namespace

char32_t take_code_point(std::string_view& text) {
    assert(!text.empty());
    char32_t c = replacement;
    std::size_t const length = sequence_length(text, c);
    text.remove_prefix(length == 0 ? 1 : length);
    return length == 0 ? replacement : c;
}

void append_utf8(std::string& out, char32_t c) {
    auto const put = [&out](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        char32_t c = 0;
        std::size_t const length = sequence_length(text, c);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::size_t length_of(std::string_view text) {
    std::size_t length = 0;
    for (char const c : text) length += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return length;
}

bool has_control_characters(std::string_view text, LineBreaks breaks) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 && !(breaks == LineBreaks::allowed && (byte == '\n' || byte == '\t'))) return true;
        if (byte == 0x7F) return true;
        if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
    }
    return false;
}

std::string clean_lines(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out += '\n';
    }
    return out;
}

std::string_view truncate(std::string_view text, std::size_t length) {
    std::size_t i = 0;
    for (; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && length-- == 0) break;
    return text.substr(0, i);
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        std::string_view rest = text;
        if (!is_space(take_code_point(rest))) break;
        text = rest;
    }
    while (!text.empty()) {
        std::size_t start = text.size() - 1;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
        std::string_view last = text.substr(start);
        if (!is_space(take_code_point(last)) || !last.empty()) break;
        text.remove_suffix(text.size() - start);
    }
    return text;
}

void append_folded(std::u32string& out, std::string_view text) {
    FoldTable* table = nullptr;
    while (!text.empty()) {
        auto const byte = static_cast<unsigned char>(text.front());
        if (byte < 0x80) {
            out += static_cast<char32_t>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
            text.remove_prefix(1);
            continue;
        }
        if (!table) table = &fold_table();
        table->append(out, take_code_point(text));
    }
}

std::string fold(std::string_view text) {
    std::u32string folded;
    folded.reserve(text.size());
    append_folded(folded, text);
    std::string out;
    out.reserve(text.size());
    for (char32_t const c : folded) append_utf8(out, c);
    return out;
}

std::span<std::pair<char32_t, char32_t> const> script_variants() {
    static auto const found = [] {
        std::vector<std::pair<char32_t, char32_t>> pairs;
        for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) {
            std::u32string folded;
            fold_table().append(folded, c);
            if (folded.size() == 1 && folded.front() != c) pairs.emplace_back(c, folded.front());
        }
        return pairs;
    }();
    return found;
}

bool is_cjk(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3005 || c == 0x3007 || (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x2B81F);
}

bool is_word_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    if (is_cjk(c) || !u_isalnum(static_cast<UChar32>(c))) return false;
    UVersionInfo age;
    u_charAge(static_cast<UChar32>(c), age);
    return age[0] < 6 || (age[0] == 6 && age[1] <= 1);
}

bool is_punctuation(char32_t c) { return is_space(c) || is_middle_dot(c) || u_ispunct(static_cast<UChar32>(c)); }

}  // namespace hearline
