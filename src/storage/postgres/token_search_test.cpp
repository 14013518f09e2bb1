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

TEST(TokenSearch, AFewRowsAreLookedAtTogether) {
    EXPECT_EQ(window_begin({1000, 0, 500}, 1001, 0, 0, 1001), everything);
    EXPECT_EQ(window_begin({1000, 0, -1}, 1001, 0, 0, 1001), everything) << "nobody has counted yet";
}

TEST(TokenSearch, AFrequentWordIsLookedForInWindowsThatFollowItsHits) {
    SearchSpan const span{1'000'000, 0, 100'000};
    auto const first = window_begin(span, 1'000'001, 0, 0, 1001);
    EXPECT_EQ(first, 1'000'001 - 15'000) << "fifteen hundred rows";
    auto const next = window_begin(span, first, 15'000, 500, 501);
    EXPECT_LT(next, first);
    EXPECT_NEAR(static_cast<double>(first - next), 15'000 * 501.0 / 500 * 1.25, 2);
    EXPECT_EQ(window_begin(span, 100'000, 900'000, 1, 1000), everything) << "little is left: all the rest at once";
    EXPECT_EQ(window_begin(span, first, 15'000, 0, 1001), everything);
    EXPECT_EQ(window_begin({100'000'000, 0, 10'000'000}, 99'940'000, 60'000, 10, 991), 99'940'000 - 60'000 * 16) << "never much wider at once";
}

}  // namespace
}  // namespace hearline::postgres
