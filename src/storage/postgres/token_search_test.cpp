#include "storage/postgres/token_search.hpp"

#include <gtest/gtest.h>

namespace hearline::postgres {
namespace {

TEST(TokenSearch, TokensAreQuoted) {
    EXPECT_EQ(tsvector_of("空调 故障  it's a\\b"), "'空调' '故障' 'it''s' 'a\\\\b'");
    EXPECT_EQ(tsvector_of(""), "");
    EXPECT_EQ(tsquery_of({{"空调", "x'y"}, std::nullopt}), "'空调' & 'x''y'");
    EXPECT_EQ(tsquery_of({{"空调"}, "故"}), "'空调' & '故':*");
    EXPECT_EQ(tsquery_of({{}, "故"}), "'故':*");
}

TEST(TokenSearch, ALongWordIsCutBetweenCharactersTheSameOnBothSides) {
    std::string word = "x";
    for (int i = 0; i < 1000; ++i) word += "线";
    auto vector = tsvector_of(word);
    EXPECT_EQ(vector, tsquery_of({{word}, std::nullopt}));
    EXPECT_EQ(vector.size(), 1 + 341 * 3 + 2u);  // whole characters within 1024 bytes, two quotes
}

}  // namespace
}  // namespace hearline::postgres
