// Full-text search: whole tokens, prefixes, later texts, paging.
#include "contract/contract_test.hpp"

namespace hearline::contract {
namespace {

class Search : public Contract {
protected:
    ComplaintKey with(std::string tokens) { return registered({.tokens = std::move(tokens), .at = noon + std::chrono::seconds{next_++}}).key; }
    int next_ = 0;
};

TEST_P(Search, TwoChineseCharactersAreFoundNewestFirst) {
    std::vector<ComplaintKey> keys;
    for (auto i = 0; i < 10; ++i) keys.push_back(with(i % 2 ? "车厢 厢空 空调" : "电梯 梯停 停运"));
    EXPECT_THAT(found({.tokens = {"空调"}, .prefix = {}}), ElementsAre(keys[9], keys[7], keys[5], keys[3], keys[1]));
    EXPECT_THAT(found({.tokens = {"停运"}, .prefix = {}}), ElementsAre(keys[8], keys[6], keys[4], keys[2], keys[0]));
}

TEST_P(Search, AllTokensMustOccur) {
    auto const both = with("扶梯 梯异 异响");
    with("扶梯 梯停");
    with("空调 调异 异响");
    EXPECT_THAT(found({.tokens = {"扶梯", "异响"}, .prefix = {}}), ElementsAre(both));
    EXPECT_THAT(found({.tokens = {"扶梯", "空调"}, .prefix = {}}), IsEmpty());
}

TEST_P(Search, OnlyWholeTokensMatch) {
    auto const line = with("line2 a12");
    with("line22 a1 xa12");
    EXPECT_THAT(found({.tokens = {"line2"}, .prefix = {}}), ElementsAre(line));
    EXPECT_THAT(found({.tokens = {"a12"}, .prefix = {}}), ElementsAre(line));
    EXPECT_THAT(found({.tokens = {"ine2"}, .prefix = {}}), IsEmpty());
}

TEST_P(Search, OneCharacterFindsTokensThatBeginWithIt) {
    auto const a = with("漏水 水管");
    auto const b = with("水淹");
    with("火灾 漏电");
    EXPECT_THAT(found({.tokens = {}, .prefix = "水"}), ElementsAre(b, a));
    EXPECT_THAT(found({.tokens = {"漏水"}, .prefix = "水"}), ElementsAre(a));
}

TEST_P(Search, PagesGoOnBelowTheLastKey) {
    std::vector<ComplaintKey> keys;
    for (auto i = 0; i < 9; ++i) keys.push_back(with("拥挤"));
    auto const first = found({.tokens = {"拥挤"}, .prefix = {}}, {INT64_MAX}, 4);
    EXPECT_THAT(first, ElementsAre(keys[8], keys[7], keys[6], keys[5]));
    EXPECT_THAT(found({.tokens = {"拥挤"}, .prefix = {}}, first.back(), 4), ElementsAre(keys[4], keys[3], keys[2], keys[1]));
    EXPECT_THAT(found({.tokens = {"拥挤"}, .prefix = {}}, keys[1], 4), ElementsAre(keys[0]));
    EXPECT_THAT(found({.tokens = {"拥挤"}, .prefix = {}}, keys[0], 4), IsEmpty());
}

TEST_P(Search, LaterTextsAreFoundTogetherWithTheFirst) {
    auto const row = registered({.tokens = "闸机 机故 故障"});
    for (auto i = 0; i < 5; ++i) with("别的");
    write(store(), [&](Transaction& transaction) { transaction.add_search(row.key, "闸机 机故 故障", "闸机 机故 故障 退款"); });
    EXPECT_THAT(found({.tokens = {"退款"}, .prefix = {}}), ElementsAre(row.key));
    EXPECT_THAT(found({.tokens = {"闸机", "退款"}, .prefix = {}}), ElementsAre(row.key));
    for (auto i = 0; i < 5; ++i) with("别的");
    write(store(), [&](Transaction& transaction) { transaction.add_search(row.key, "闸机 机故 故障 退款", "闸机 机故 故障 退款 道歉"); });
    for (auto i = 0; i < 5; ++i) with("别的");
    EXPECT_THAT(found({.tokens = {"故障", "道歉"}, .prefix = {}}), ElementsAre(row.key));
    EXPECT_THAT(found({.tokens = {"闸机"}, .prefix = {}}), ElementsAre(row.key));
}

TEST_P(Search, NothingAskedFindsNothing) {
    with("空调");
    EXPECT_THAT(found({.tokens = {}, .prefix = {}}), IsEmpty());
    EXPECT_THAT(found({.tokens = {"空调"}, .prefix = {}}, {INT64_MAX}, 0), IsEmpty());
}

TEST_P(Search, OddTokensAreNoSyntax) {
    with("空调");
    for (std::string const odd : {"\"", "'", "*", "a\"b", "NEAR(", "空调\" OR \"x", "^", "-", ":", "()", "a b", "\\", "&", "|", "!"}) {
        EXPECT_NO_THROW(EXPECT_THAT(found({.tokens = {odd}, .prefix = {}}), IsEmpty())) << odd;
        EXPECT_NO_THROW(EXPECT_THAT(found({.tokens = {}, .prefix = odd}), IsEmpty())) << odd;
    }
}

INSTANTIATE_TEST_SUITE_P(Stores, Search, testing::ValuesIn(store_kinds()), [](auto const& kind) { return kind.param.name; });

}  // namespace
}  // namespace hearline::contract
