#include "storage/sqlite/search_tokens.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearline::sqlite {
namespace {

TEST(SearchTokens, WhatIsPackedIsUnpacked) {
    std::string packed;
    pack(packed, {{7}, "", "站台 台空"});
    pack(packed, {{1LL << 60}, "a", ""});
    auto const changes = unpack(packed);
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].key.value, 7);
    EXPECT_EQ(changes[0].before, "");
    EXPECT_EQ(changes[0].after, "站台 台空");
    EXPECT_EQ(changes[1].key.value, 1LL << 60);
    EXPECT_EQ(changes[1].before, "a");
    EXPECT_EQ(changes[1].after, "");
}

TEST(SearchTokens, ARowThatIsCutOffIsCorrupt) {
    std::string packed;
    pack(packed, {{7}, "before", "after"});
    for (std::size_t size = 1; size < packed.size(); ++size) EXPECT_THROW((void)unpack(std::string_view{packed}.substr(0, size)), StorageError) << size;
}

TEST(SearchTokens, OnlyWholeTokensMatch) {
    auto const has = [](std::string_view tokens, std::string token) { return matches(tokens, {.tokens = {std::move(token)}, .prefix = {}}); };
    EXPECT_TRUE(has("ab bc cd", "ab"));
    EXPECT_TRUE(has("ab bc cd", "bc"));
    EXPECT_TRUE(has("ab bc cd", "cd"));
    EXPECT_FALSE(has("ab bc cd", "b"));
    EXPECT_FALSE(has("ab bc cd", "bcd"));
    EXPECT_FALSE(has("xab abx", "ab"));
    EXPECT_TRUE(has("xab abx ab", "ab"));
    EXPECT_FALSE(has("", "ab"));
}

TEST(SearchTokens, APrefixMatchesTheBeginningOfAToken) {
    EXPECT_TRUE(matches("水管 漏水", {.tokens = {}, .prefix = "水"}));
    EXPECT_FALSE(matches("漏水", {.tokens = {}, .prefix = "水"}));
    EXPECT_TRUE(matches("漏水 水", {.tokens = {"漏水"}, .prefix = "水"}));
}

TEST(SearchTokens, OnlyNewTokensAreAdded) {
    EXPECT_EQ(tokens_added("a b", "a b c b d c"), "c d");
    EXPECT_EQ(tokens_added("", "a a b"), "a b");
    EXPECT_EQ(tokens_added("a b", "b"), "");
}

TEST(SearchTokens, TheExpressionQuotesEveryToken) {
    EXPECT_EQ(match_expression({.tokens = {"空调", "line2"}, .prefix = {}}), "\"空调\" \"line2\"");
    EXPECT_EQ(match_expression({.tokens = {"OR"}, .prefix = "空"}), "\"OR\" \"空\"*");
    EXPECT_EQ(match_expression({.tokens = {"a\"b", "*", ""}, .prefix = {}}), "\"a\" \"b\"");
    EXPECT_EQ(match_expression({.tokens = {"-"}, .prefix = "\""}), "");
}

}  // namespace
}  // namespace hearline::sqlite
