#include "base/search_text.hpp"

#include <algorithm>
#include <cstdint>

#include "base/unicode.hpp"

namespace hearline {
namespace {

constexpr std::size_t longest_word = 40;  // code points; longer ones (addresses of pages, digests) are cut

[[nodiscard]] std::u32string folded_of(std::string_view text) {
    std::u32string folded;
    folded.reserve(text.size() / 2);
    append_folded(folded, text);
    return folded;
}

/// Cuts folded text into runs of CJK letters and words of others, and hands each to `take_run` or `take_word`.
template <class Run, class Word>
void split(std::u32string_view text, Run take_run, Word take_word) {
    std::size_t i = 0;
    while (i < text.size()) {
        std::size_t const start = i;
        if (is_cjk(text[i])) {
            while (i < text.size() && is_cjk(text[i])) ++i;
            take_run(text.substr(start, i - start));
        } else if (is_word_letter(text[i])) {
            while (i < text.size() && is_word_letter(text[i])) ++i;
            take_word(text.substr(start, std::min(i - start, longest_word)), i == text.size());
        } else {
            ++i;
        }
    }
}

[[nodiscard]] std::string utf8(std::u32string_view text) {
    std::string out;
    for (char32_t const c : text) append_utf8(out, c);
    return out;
}

/// A set of tokens by their 64-bit mark: bigrams have their own number, words a hash.
class SeenTokens {
public:
    explicit SeenTokens(std::size_t most) {
        std::size_t size = 64;
        while (size < most * 2) size *= 2;
        slots_.assign(size, 0);
    }
    /// False when it was there already.
    [[nodiscard]] bool add(std::u32string_view token) {
        std::uint64_t mark = 0;
        if (token.size() <= 2) {
            for (char32_t const c : token) mark = mark << 21 | c;
        } else {
            mark = 0xcbf29ce484222325;
            for (char32_t const c : token) mark = (mark ^ c) * 0x100000001b3;
            mark |= std::uint64_t{1} << 63;
        }
        for (std::size_t i = mark * 0x9e3779b97f4a7c15 >> 20;; ++i) {
            auto& slot = slots_[i & (slots_.size() - 1)];
            if (slot == mark) return false;
            if (slot == 0) {
                slot = mark;
                return true;
            }
        }
    }

private:
    std::vector<std::uint64_t> slots_;
};

}  // namespace

std::string search_tokens(std::string_view text) {
    std::u32string const folded = folded_of(text);
    SeenTokens seen{folded.size() + 1};
    std::string out;
    out.reserve(folded.size() * 7);
    auto const put = [&](std::u32string_view token) {
        if (!seen.add(token)) return;
        if (!out.empty()) out += ' ';
        for (char32_t const c : token) append_utf8(out, c);
    };
    split(
        folded,
        [&](std::u32string_view run) {
            for (std::size_t i = 0; i + 1 < run.size(); ++i) put(run.substr(i, 2));
            put(run.substr(run.size() - 1));
        },
        [&](std::u32string_view word, bool) { put(word); });
    return out;
}

SearchTerms query_terms(std::string_view text) {
    std::u32string const folded = folded_of(text);
    SearchTerms terms;
    auto const add = [](std::vector<std::string>& list, std::string token) {
        if (std::find(list.begin(), list.end(), token) == list.end()) list.push_back(std::move(token));
    };
    auto const take_phrase = [&](std::u32string_view phrase) {
        if (phrase.empty()) return;
        add(terms.phrases, utf8(phrase));
        split(
            phrase,
            [&](std::u32string_view run) {
                if (run.size() == 1) add(terms.prefixes, utf8(run));
                for (std::size_t i = 0; i + 1 < run.size(); ++i) add(terms.tokens, utf8(run.substr(i, 2)));
            },
            [&](std::u32string_view word, bool at_end) { add(at_end ? terms.prefixes : terms.tokens, utf8(word)); });
    };
    std::size_t start = 0;
    for (std::size_t i = 0; i <= folded.size(); ++i) {
        bool const space = i == folded.size() || folded[i] == U' ' || (folded[i] >= 0x09 && folded[i] <= 0x0D) || folded[i] == 0x3000;
        if (!space) continue;
        take_phrase(std::u32string_view{folded}.substr(start, i - start));
        start = i + 1;
    }
    return terms;
}

bool contains_phrases(std::string_view text, SearchTerms const& terms) {
    std::string const folded = fold(text);
    return std::all_of(terms.phrases.begin(), terms.phrases.end(), [&](std::string const& phrase) { return folded.find(phrase) != std::string::npos; });
}

}  // namespace hearline
