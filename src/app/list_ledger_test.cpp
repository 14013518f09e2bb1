#include "app/list_ledger.hpp"

#include <set>

#include "app/count_complaints.hpp"
#include "support/app_world.hpp"

namespace hearline {
namespace {

class ListLedger : public testing::AppWorld {
protected:
    Result<LedgerPage> list(Actor const& actor, Parameters const& parameters) {
        auto const query = read_ledger_query(parameters, *directory(), facts);
        if (!query) return tl::make_unexpected(query.error());
        return read_now(*store, [&](Snapshot& snapshot) { return list_ledger(snapshot, facts, *directory(), actor, *query, now); });
    }
    std::vector<std::string> numbers(Actor const& actor, Parameters const& parameters) {
        auto const page = list(actor, parameters);
        EXPECT_TRUE(page) << page.error().detail.en;
        std::vector<std::string> found;
        if (page)
            for (auto const& item : page->items) found.push_back(format_number(item.complaint.number));
        return found;
    }
    std::string one(std::string content, Actor const& actor) {
        later(std::chrono::minutes{1});
        return format_number(registered(registration(std::move(content)), actor));
    }
};

using Numbers = std::vector<std::string>;

TEST_F(ListLedger, NewestFirstInPagesByKey) {
    Numbers all;
    for (int i = 0; i < 25; ++i) all.insert(all.begin(), one("内容", agent));
    Numbers seen;
    std::string cursor;
    for (int pages = 0; pages < 10; ++pages) {
        auto const page = list(agent, {{"limit", "7"}, {"cursor", cursor}});
        ASSERT_TRUE(page);
        EXPECT_EQ(page->count, 25);
        EXPECT_TRUE(page->count_exact);
        for (auto const& item : page->items) seen.push_back(format_number(item.complaint.number));
        if (!page->next_cursor) break;
        cursor = *page->next_cursor;
    }
    EXPECT_EQ(seen, all);
}

TEST_F(ListLedger, AUnitSeesWhatItAcceptedHandlesOrWasRelayed) {
    auto const mine = one("自己受理", desk1), dispatched = one("转办", agent), relayed_content = std::string{"转送"};
    auto relayed = registration(relayed_content);
    relayed.unit = "line1";
    auto const relayed_number = format_number(registered(relayed, agent));
    one("别人的", agent);
    done(parse_number(dispatched).value(), agent, dispatch_to("line1"));
    auto const found = numbers(desk1, {});
    EXPECT_EQ((std::set<std::string>{found.begin(), found.end()}), (std::set<std::string>{mine, dispatched, relayed_number}));
    EXPECT_EQ(numbers(agent, {}).size(), 4u);
}

TEST_F(ListLedger, LeadersAuditorsAndAdministratorsSeeNoContent) {
    one("内容", agent);
    for (auto const& actor : {leader, auditor, sysadmin, secadmin}) {
        auto const page = list(actor, {});
        ASSERT_FALSE(page);
        EXPECT_EQ(page.error().kind, ErrorKind::forbidden);
    }
}

TEST_F(ListLedger, FiltersNarrow) {
    auto lift = registration("扶梯");
    lift.type = "facilities.lift";
    lift.place = {"1", "体育西路", "B", "", "", "", ""};
    lift.channel = Channel::wechat;
    auto const number = format_number(registered(lift, agent));
    auto const other = one("其他", agent);
    done(parse_number(other).value(), agent, dispatch_to("line2"));
    EXPECT_EQ(numbers(agent, {{"type", "facilities"}}), Numbers{number});
    EXPECT_EQ(numbers(agent, {{"station", "体育西路"}, {"line", "1"}}), Numbers{number});
    EXPECT_EQ(numbers(agent, {{"channel", "wechat"}}), Numbers{number});
    EXPECT_EQ(numbers(agent, {{"unit", "line2"}, {"stage", "opinion"}}), Numbers{other});
    EXPECT_EQ(numbers(agent, {{"unit", "null"}}), Numbers{number});
    EXPECT_EQ(numbers(agent, {{"from", "2026-06-09"}}), Numbers{});
    EXPECT_EQ(numbers(agent, {{"from", "2026-06-08"}, {"to", "2026-06-08"}}).size(), 2u);
}

TEST_F(ListLedger, OverdueIsRightWithoutAnyoneMarkingIt) {
    auto const number = one("内容", agent);
    EXPECT_EQ(numbers(agent, {{"overdue", "true"}}), Numbers{});
    later(std::chrono::hours{24 * 4});
    EXPECT_EQ(numbers(agent, {{"overdue", "true"}}), Numbers{number});
    EXPECT_EQ(numbers(agent, {{"overdue", "false"}}), Numbers{});
}

TEST_F(ListLedger, FindsTwoChineseCharactersAnywhereInTheTexts) {
    auto const lift = one("B口扶梯停运，无人处理", agent), gate = one("闸机刷不了码", agent);
    EXPECT_EQ(numbers(agent, {{"q", "扶梯"}}), Numbers{lift});
    EXPECT_EQ(numbers(agent, {{"q", "扶梯停运"}}), Numbers{lift});
    EXPECT_EQ(numbers(agent, {{"q", "梯运"}}), Numbers{}) << "both characters are there, but not side by side";
    EXPECT_EQ(numbers(agent, {{"q", "闸"}}), Numbers{gate});
    EXPECT_EQ(numbers(agent, {{"q", gate}}), Numbers{gate});
    EXPECT_EQ(numbers(agent, {{"q", "闸机 刷不了"}}), Numbers{gate});
    EXPECT_EQ(numbers(agent, {{"q", "？！"}}), Numbers{});
}

TEST_F(ListLedger, BigramsThatLieApartAreNoHit) {
    one("扶梯坏了，梯停在那里，停运通知没贴", agent);
    auto const whole = one("扶梯停运", agent);
    auto const page = list(agent, {{"q", "扶梯停运"}});
    ASSERT_TRUE(page);
    ASSERT_EQ(page->items.size(), 1u);
    EXPECT_EQ(format_number(page->items[0].complaint.number), whole);
    EXPECT_EQ(page->count, 1);
    EXPECT_TRUE(page->count_exact);
}

TEST_F(ListLedger, FindsWhatLaterActsSaid) {
    auto const number = one("内容", agent);
    auto note = make(ActName::note);
    note.text = "乘客补充说空调太冷";
    done(parse_number(number).value(), agent, note);
    live(parse_number(number).value());
    one("内容", agent);
    EXPECT_EQ(numbers(agent, {{"q", "空调"}}), Numbers{number});
    EXPECT_EQ(numbers(agent, {{"q", "恢复运行"}}), Numbers{number}) << "the result";
    EXPECT_EQ(numbers(agent, {{"q", "内容"}}).size(), 2u) << "what was indexed first stays";
}

TEST_F(ListLedger, FindsThePlaceByName) {
    auto r = registration("内容");
    r.place = {"1", "tiyuxilu", "", "", "", "", ""};
    auto const number = format_number(registered(r, agent));
    EXPECT_EQ(numbers(agent, {{"q", "体育西路"}}), Numbers{number});
}

TEST_F(ListLedger, NeverFindsPersonalData) {
    one("内容", agent);
    EXPECT_EQ(numbers(agent, {{"q", "张小明"}}), Numbers{});
    EXPECT_EQ(numbers(agent, {{"q", "13812341234"}}), Numbers{});
}

TEST_F(ListLedger, SearchKeepsToTheUnitAndTheFilter) {
    one("扶梯", agent);
    auto const mine = one("扶梯", desk1);
    EXPECT_EQ(numbers(desk1, {{"q", "扶梯"}}), Numbers{mine});
    EXPECT_EQ(numbers(agent, {{"q", "扶梯"}, {"accepting_unit", "line1"}}), Numbers{mine});
}

TEST_F(ListLedger, SearchGoesOnFromPageToPage) {
    Numbers all;
    for (int i = 0; i < 12; ++i) all.insert(all.begin(), one("扶梯停运", agent));
    Numbers seen;
    std::string cursor;
    for (int pages = 0; pages < 10; ++pages) {
        auto const page = list(agent, {{"q", "扶梯停运"}, {"limit", "5"}, {"cursor", cursor}});
        ASSERT_TRUE(page);
        EXPECT_EQ(page->count, 12);
        for (auto const& item : page->items) seen.push_back(format_number(item.complaint.number));
        if (!page->next_cursor) break;
        cursor = *page->next_cursor;
    }
    EXPECT_EQ(seen, all);
}

TEST_F(ListLedger, TheEarliestDeadlineComesFirstHoweverManyHoldTheWords) {
    Numbers all;
    for (int i = 0; i < 1'050; ++i) all.push_back(one(i == 3 ? "扶梯停在半路" : "扶梯", agent));
    Numbers first{all.begin(), all.begin() + 5}, seen;
    std::string cursor;
    for (int pages = 0; pages < 2; ++pages) {
        auto const page = list(agent, {{"q", "扶梯"}, {"sort", "due"}, {"limit", "3"}, {"cursor", cursor}});
        ASSERT_TRUE(page && page->next_cursor);
        EXPECT_EQ(page->count, 1000);
        EXPECT_FALSE(page->count_exact);
        for (auto const& item : page->items) seen.push_back(format_number(item.complaint.number));
        cursor = *page->next_cursor;
    }
    seen.resize(5);
    EXPECT_EQ(seen, first) << "the oldest are due first";
    EXPECT_EQ(numbers(agent, {{"q", "扶梯停在"}, {"sort", "due"}}), Numbers{all[3]});
}

TEST_F(ListLedger, GravestFirst) {
    auto r = registration("普通");
    auto const plain = format_number(registered(r, agent));
    r.content = "紧急";
    r.severity = Severity::urgent;
    later(std::chrono::minutes{-5});
    auto const urgent = format_number(registered(r, agent));
    EXPECT_EQ(numbers(agent, {{"sort", "severity"}}), (Numbers{urgent, plain}));
}

TEST_F(ListLedger, BadParametersAreNamed) {
    auto const pointer = [&](Parameters const& parameters) {
        auto const page = list(agent, parameters);
        return page || page.error().kind != ErrorKind::malformed || page.error().fields.empty() ? std::string{} : page.error().fields[0].pointer;
    };
    EXPECT_EQ(pointer({{"stage", "asleep"}}), "?stage");
    EXPECT_EQ(pointer({{"unit", "nowhere"}}), "?unit");
    EXPECT_EQ(pointer({{"from", "2026-02-30"}}), "?from");
    EXPECT_EQ(pointer({{"limit", "0"}}), "?limit");
    EXPECT_EQ(pointer({{"limit", "10x"}}), "?limit");
    EXPECT_EQ(pointer({{"cursor", "zzz"}}), "?cursor");
    EXPECT_EQ(pointer({{"colour", "red"}}), "?colour");
    EXPECT_EQ(pointer({{"sort", "name"}}), "?sort");
    EXPECT_EQ(pointer({{"month", "2026-13"}}), "?month");
}

TEST_F(ListLedger, R6_4_TheListBehindAFigureCountsToIt) {
    for (int i = 0; i < 9; ++i) {
        auto r = registration("扶梯");
        r.type = i % 3 ? "facilities.lift" : "service.gate";
        registered(r, agent);
    }
    auto const query = read_statistics_query({{"by", "type,month"}}, *directory(), facts);
    ASSERT_TRUE(query);
    auto const figures = count_complaints(facts, leader, *query, now);
    ASSERT_TRUE(figures);
    for (auto const& row : figures->rows) {
        auto const page = list(agent, {{"kind", "complaint"}, {"type", std::string{figures->code(row, 0)}}, {"month", std::string{figures->code(row, 1)}}});
        EXPECT_EQ(page->count, row.count);
    }
    EXPECT_EQ(figures->total, 9);
}

TEST_F(ListLedger, R1_2_FiguresAreOfComplaintsUnlessKindIsAskedFor) {
    auto praise = registration("表扬");
    praise.kind = Kind::praise;
    registered(praise, agent);
    one("投诉", agent);
    auto const total = [&](Parameters const& parameters) {
        return count_complaints(facts, agent, *read_statistics_query(parameters, *directory(), facts), now)->total;
    };
    EXPECT_EQ(total({}), 1);
    EXPECT_EQ(total({{"by", "kind"}}), 2);
    EXPECT_EQ(total({{"kind", "praise"}}), 1);
}

TEST_F(ListLedger, R2_11_AUnitsFiguresAreItsOwn) {
    one("一", desk1);
    one("二", agent);
    auto const query = *read_statistics_query({}, *directory(), facts);
    EXPECT_EQ(count_complaints(facts, desk1, query, now)->total, 1);
    EXPECT_EQ(count_complaints(facts, director, query, now)->total, 2);
    EXPECT_EQ(count_complaints(facts, sysadmin, query, now).error().kind, ErrorKind::forbidden);
}

TEST_F(ListLedger, UnknownDimensionsAreNamedWithTheListOfAllowed) {
    auto const query = read_statistics_query({{"by", "type,moon"}}, *directory(), facts);
    ASSERT_FALSE(query);
    EXPECT_EQ(query.error().fields[0].pointer, "?by");
    EXPECT_NE(query.error().detail.en.find("accepting_unit"), std::string::npos);
    EXPECT_FALSE(read_statistics_query({{"by", "type,unit,line,station,month"}}, *directory(), facts));
    EXPECT_FALSE(read_statistics_query({{"measure", "weight"}}, *directory(), facts));
}

}  // namespace
}  // namespace hearline
