#include "domain/complaint/rule_book.hpp"

#include <gtest/gtest.h>

#include "domain/complaint/rule_book_codec.hpp"

namespace hearline {
namespace {

Date on(std::string_view text) { return parse_date(text).value(); }

RuleBookVersion some_version(int number, std::string_view from) {
    RuleBookVersion version;
    version.version = number;
    version.valid_from = on(from);
    version.title = "投诉管理制度";
    for (auto const& clock : CodeTable<ClockName>::rows)
        for (auto const& severity : CodeTable<Severity>::rows)
            version.clocks[{clock.value, severity.value}] = {{3 - static_cast<int>(severity.value), Limit::Unit::working_days}, "R4.1"};
    version.clocks[{ClockName::register_, Severity::ordinary}] = {{10, Limit::Unit::minutes}, "R3.4"};
    version.on_site_register = {{5, Limit::Unit::minutes}, "R3.5"};
    version.rule_of["reopen_days"] = "R5.2";
    return version;
}

TEST(RuleBook, R1_6_AVersionHoldsFromItsDayUntilTheNext) {
    RuleBook const book{{some_version(2, "2026-07-01"), some_version(1, "2026-01-01")}};
    EXPECT_EQ(book.in_force(on("2026-06-30")).version, 1);
    EXPECT_EQ(book.in_force(on("2026-07-01")).version, 2);
    EXPECT_EQ(book.in_force(on("2030-01-01")).version, 2);
    EXPECT_EQ(book.in_force(on("2019-01-01")).version, 1);
    EXPECT_EQ(book.version(2)->valid_from, on("2026-07-01"));
    EXPECT_EQ(book.version(3), nullptr);
}

TEST(RuleBook, R3_5_OnSiteIsAtOnce) {
    auto const version = some_version(1, "2026-01-01");
    for (auto const clock : {ClockName::register_, ClockName::relay}) {
        EXPECT_EQ(version.clock_rule(clock, Severity::urgent, Channel::on_site).limit, (Limit{5, Limit::Unit::minutes}));
        EXPECT_EQ(version.clock_rule(clock, Severity::ordinary, Channel::on_site).rule, "R3.5");
    }
    EXPECT_EQ(version.clock_rule(ClockName::register_, Severity::ordinary, Channel::hotline).limit, (Limit{10, Limit::Unit::minutes}));
    EXPECT_EQ(version.clock_rule(ClockName::opinion, Severity::ordinary, Channel::on_site).rule, "R4.1");
}

TEST(RuleBook, R1_5_TheGraverTheShorter) {
    auto const version = some_version(1, "2026-01-01");
    EXPECT_EQ(version.clock_rule(ClockName::opinion, Severity::ordinary, Channel::hotline).limit.amount, 3);
    EXPECT_EQ(version.clock_rule(ClockName::opinion, Severity::urgent, Channel::hotline).limit.amount, 1);
}

TEST(RuleBookCodec, R1_6_KeepsEveryVersionAsItWas) {
    auto changed = some_version(2, "2026-07-01");
    for (auto const& setting : rule_book_settings()) changed.*setting.value = setting.most;
    RuleBook const book{{some_version(1, "2026-01-01"), changed}};
    auto const text = encode_rule_book(book).encode();
    auto const back = decode_rule_book(Fields::decode(text).value());
    ASSERT_TRUE(back);
    EXPECT_EQ(back->versions(), book.versions());
    EXPECT_EQ(encode_rule_book(*back).encode(), text);
}

TEST(RuleBookCodec, RefusesABookWithAHole) {
    EXPECT_FALSE(decode_rule_book(Fields{}));
    auto const text = encode_rule_book(RuleBook{{some_version(1, "2026-01-01")}}).all("version").size();
    EXPECT_EQ(text, 1u);
    auto const whole = Fields::decode(encode_rule_book(RuleBook{{some_version(1, "2026-01-01")}}).get("version")).value();
    for (auto const& [hole, value] : whole.entries()) {
        if (hole == "title" || hole == "undo_seconds") continue;  // books of before acts could be undone have none
        Fields holed;
        for (auto const& [key, kept] : whole.entries())
            if (key != hole) holed.add(key, kept);
        Fields book;
        book.add("version", holed.encode());
        EXPECT_FALSE(decode_rule_book(book)) << hole;
    }
}

}  // namespace
}  // namespace hearline
