#include "app/lookup.hpp"

#include "app/find_complaints.hpp"
#include "app/list_ledger.hpp"
#include "support/app_world.hpp"

namespace hearline {
namespace {

using Numbers = std::vector<std::string>;

class Lookup : public testing::AppWorld {
protected:
    Lookup() {
        auto const made = write_and_wait(*store, [&](Transaction& transaction) -> Done {
            put_lookup_key(transaction, random, now);
            return Done{};
        });
        EXPECT_TRUE(made);
        holder = std::make_unique<DirectoryHolder>(read_now(*store, [](Snapshot& snapshot) { return Directory::load(snapshot); }));
    }
    std::string one(std::string name, std::string phone, std::string content = "内容") {
        later(std::chrono::minutes{1});
        auto r = registration(std::move(content));
        r.complainant = {std::move(name), std::move(phone), "", false};
        return format_number(registered(r, agent));
    }
    Found find(std::string_view q, int limit = 8) {
        auto found = read_now(*store, [&](Snapshot& snapshot) { return find_complaints({snapshot, facts, *directory(), agent, now}, q, limit); });
        EXPECT_TRUE(found);
        return found ? *found : Found{};
    }
    Numbers found_by(std::string_view q) {
        Numbers numbers;
        for (auto const& item : find(q).items) numbers.push_back(format_number(item.complaint.number));
        return numbers;
    }
    LedgerPage ledger(std::string_view q) {
        LedgerQuery query;
        query.q = q;
        auto page = read_now(*store, [&](Snapshot& snapshot) { return list_ledger(snapshot, facts, *directory(), agent, query, now); });
        EXPECT_TRUE(page);
        return page ? *page : LedgerPage{};
    }
    Numbers listed_by(std::string_view q) {
        Numbers numbers;
        for (auto const& item : ledger(q).items) numbers.push_back(format_number(item.complaint.number));
        return numbers;
    }
};

TEST_F(Lookup, R3_8_ANumberIsFoundByAnyTailAndWithoutTs) {
    for (int i = 0; i < 12; ++i) one("", "", "同一天");
    later(std::chrono::hours{24 * 41});
    auto const number = one("", "", "内容");
    later(std::chrono::hours{24 * 400});
    std::string_view const digits = std::string_view{number}.substr(2);
    for (std::size_t length = 3; length <= digits.size(); ++length) {
        auto const tail = std::string{digits.substr(digits.size() - length)};
        auto const found = found_by(tail);
        EXPECT_NE(std::find(found.begin(), found.end(), number), found.end()) << tail;
        auto const listed = listed_by(tail);
        EXPECT_NE(std::find(listed.begin(), listed.end(), number), listed.end()) << tail;
        EXPECT_TRUE(length < 5 || found == Numbers{number}) << tail;
        EXPECT_EQ(find(tail).items[0].why, FoundBy::number);
    }
    EXPECT_EQ(found_by("ts" + std::string{digits}), Numbers{number});
    EXPECT_EQ(found_by("ＴＳ" + std::string{digits.substr(0, 8)} + " " + std::string{digits.substr(8)}), Numbers{number});
    EXPECT_EQ(found_by("9990001"), Numbers{});
    EXPECT_EQ(found_by("012").size(), 1u) << "the twelfth of the first day";
}

TEST_F(Lookup, R10_2_EachNumberOfAPhoneFieldFindsTheComplaint) {
    auto const two = one("林某甲", "13800138000/13900139000");
    auto const extension = one("林某甲", "020-83106622转801");
    auto const bare = one("林某甲", "8310 6699（微信同号）");
    for (auto const* q : {"13800138000", "13900139000", "138 0013 8000", "+86 139-0013-9000", "0086 13900139000", "１３９００１３９０００", "8000", "9000", "13900139000转1"}) {
        EXPECT_EQ(found_by(q), Numbers{two}) << q;
        EXPECT_EQ(listed_by(q), Numbers{two}) << q;
    }
    for (auto const* q : {"020-83106622", "(020)83106622", "83106622", "020-83106622转801", "+86 20 8310 6622", "6622"}) EXPECT_EQ(found_by(q), Numbers{extension}) << q;
    for (auto const* q : {"83106699", "020-83106699"}) EXPECT_EQ(found_by(q), Numbers{bare}) << q;
    EXPECT_EQ(found_by("021-83106622"), Numbers{}) << "another city";
    EXPECT_EQ(find("13900139000").items[0].why, FoundBy::phone);
    EXPECT_EQ(find("13900139000").items[0].complaint.complainant.phone, "138****8000 / 139****9000");
}

TEST_F(Lookup, ANumberThatCannotBeOneIsStillFoundWhole) {
    auto const odd = one("", "1380013800");
    EXPECT_EQ(found_by("1380013800"), Numbers{odd});
    EXPECT_EQ(found_by("138 0013 800"), Numbers{odd});
}

TEST_F(Lookup, R10_2_NamesAreFoundWholeWhateverTheirMiddleDot) {
    auto const number = one("阿依古丽·买买提", "");
    for (auto const* q : {"阿依古丽·买买提", "阿依古丽•买买提", "阿依古丽・买买提", "阿依古丽‧买买提", "阿依古丽∙买买提", "阿依古丽 买买提", "阿依古丽买买提"}) {
        EXPECT_EQ(found_by(q), Numbers{number}) << q;
        EXPECT_EQ(listed_by(q), Numbers{number}) << q;
    }
    EXPECT_EQ(found_by("阿依古丽"), Numbers{});
    auto const words = one("", "", "阿依古丽•买买提 没有上车");
    EXPECT_EQ(found_by("阿依古丽·买买提"), (Numbers{number, words})) << "in a text, too";
}

TEST_F(Lookup, NothingFoundSaysWhyWhereTheSearchIsTheCause) {
    one("陈小明", "13800138000");
    std::pair<std::string_view, Unfound> const cases[] = {{"陈", Unfound::one_character}, {"小明", Unfound::part_of_name},       {"99", Unfound::few_digits},
                                                          {"1380013", Unfound::part_of_phone}, {"13900139000", Unfound::nothing}, {"扶梯坏了没有人修", Unfound::nothing}};
    for (auto const& [q, why] : cases) {
        EXPECT_EQ(find(q).unfound, why) << q;
        EXPECT_EQ(ledger(q).unfound, why) << q;
    }
    EXPECT_EQ(find("陈小明").unfound, std::nullopt);
    EXPECT_EQ(ledger("").unfound, std::nullopt);
}

TEST_F(Lookup, AMarkedComplaintStandsAmongThoseThatHoldTheWords) {
    auto const said = one("", "", "来电人称呼陈小明为站长");
    auto const person = one("陈小明", "");
    EXPECT_EQ(listed_by("陈小明"), (Numbers{person, said}));
    EXPECT_EQ(ledger("陈小明").count, 2);
    EXPECT_EQ(found_by("陈小明"), (Numbers{person, said}));
}

}  // namespace
}  // namespace hearline
