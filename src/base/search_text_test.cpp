#include "base/search_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <sstream>

#include "base/unicode.hpp"

namespace hearline {
namespace {

std::set<std::string> tokens_of(std::string_view text) {
    std::istringstream in{search_tokens(text)};
    std::set<std::string> tokens;
    for (std::string token; in >> token;) EXPECT_TRUE(tokens.insert(token).second) << token << " twice in " << text;
    return tokens;
}

/// What an index of these tokens would answer.
bool index_finds(std::string_view text, SearchTerms const& terms) {
    auto const tokens = tokens_of(text);
    auto const begins = [&](std::string const& prefix) { return std::any_of(tokens.begin(), tokens.end(), [&](auto const& t) { return t.starts_with(prefix); }); };
    return !terms.empty() && std::all_of(terms.tokens.begin(), terms.tokens.end(), [&](auto const& t) { return tokens.contains(t); }) &&
           std::all_of(terms.prefixes.begin(), terms.prefixes.end(), begins);
}

TEST(SearchText, CutsChineseIntoBigramsAndTheRestIntoWords) {
    EXPECT_EQ(search_tokens("B口扶梯停运"), "b 口扶 扶梯 梯停 停运 运");
    EXPECT_EQ(search_tokens("3号线，Line 3 晚点"), "3 号线 线 line 晚点 点");
    EXPECT_EQ(search_tokens("地铁地铁"), "地铁 铁地 铁");
    EXPECT_EQ(search_tokens("電梯"), search_tokens("电梯"));
    EXPECT_EQ(search_tokens("，。 !?"), "");
    EXPECT_EQ(search_tokens("站"), "站");
}

TEST(SearchText, AQueryAsksForAllItsBigrams) {
    auto const two = query_terms("扶梯");
    EXPECT_EQ(two.tokens, std::vector<std::string>{"扶梯"});
    EXPECT_TRUE(two.prefixes.empty());
    auto const one = query_terms("梯");
    EXPECT_EQ(one.prefixes, std::vector<std::string>{"梯"});
    auto const mixed = query_terms("3号线 ＥＳＣ");
    EXPECT_EQ(mixed.tokens, (std::vector<std::string>{"3", "号线"}));
    EXPECT_EQ(mixed.prefixes, std::vector<std::string>{"esc"});
    EXPECT_EQ(mixed.phrases, (std::vector<std::string>{"3号线", "esc"}));
    EXPECT_TRUE(query_terms(" ？！").empty());
    EXPECT_TRUE(query_terms("").empty());
}

TEST(SearchText, VerificationTellsBigramsFromThePhrase) {
    auto const terms = query_terms("扶梯停");
    EXPECT_TRUE(index_finds("扶梯，梯停", terms));
    EXPECT_FALSE(contains_phrases("扶梯，梯停", terms));
    EXPECT_TRUE(contains_phrases("B口扶梯停運", terms));
}

TEST(SearchText, EveryPieceOfAChineseTextIsFound) {
    std::mt19937 random{3};
    std::vector<std::string> const letters{"地", "铁", "站", "电", "梯", "停", "運", "口", "A", "3", " ", "，", "Ｂ", "é", "🚇", "x"};
    for (int round = 0; round < 3000; ++round) {
        std::vector<std::string> text(1 + random() % 20);
        for (auto& letter : text) letter = letters[random() % letters.size()];
        std::size_t const from = random() % text.size();
        std::size_t const length = 1 + random() % (text.size() - from);
        std::string whole, piece;
        for (auto const& letter : text) whole += letter;
        for (std::size_t i = from; i < from + length; ++i) piece += text[i];
        auto const terms = query_terms(piece);
        if (terms.empty()) continue;
        ASSERT_TRUE(contains_phrases(whole, terms)) << whole << " | " << piece;
        // A word is found from its beginning; a piece that begins inside a word may be missed.
        auto const is_letter = [](std::string const& c) { return c == "A" || c == "3" || c == "Ｂ" || c == "é" || c == "x"; };
        if (from > 0 && is_letter(text[from]) && is_letter(text[from - 1])) continue;
        ASSERT_TRUE(index_finds(whole, terms)) << whole << " | " << piece;
    }
}

TEST(SearchText, LongWordsAreCutTheSameInTextAndQuery) {
    std::string const word(500, 'a');
    EXPECT_TRUE(index_finds("see " + word + " there", query_terms(word)));
    EXPECT_TRUE(index_finds("see " + word + " there", query_terms(word.substr(0, 100))));
}

}  // namespace
}  // namespace hearline
