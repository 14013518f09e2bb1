#include "channel/rule_book_file/read_rule_book.hpp"

#include <gtest/gtest.h>

#include "base/embedded.hpp"
#include "domain/calendar/deadline.hpp"

namespace hearline {
namespace {

std::string shipped() {
    for (auto const& file : embedded_files("data"))
        if (file.path == "policies/default.toml") return std::string{file.content};
    return {};
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    auto const found = text.find(what);
    EXPECT_NE(found, std::string::npos) << what;
    return text.replace(found, what.size(), with);
}

Limit limit(RuleBookVersion const& version, ClockName clock, Channel channel = Channel::hotline) {
    return version.clock_rule(clock, Severity::ordinary, channel).limit;
}

TEST(ShippedRuleBook, R3_4_R3_5_R4_1_R4_3_R4_5_R4_6_R4_6a_HoldsTheLimitsOfTheRegulation) {
    auto const book = read_rule_book_toml(shipped(), "default.toml");
    ASSERT_TRUE(book) << book.error().detail.en;
    auto const& version = book->in_force(parse_date("2026-11-23").value());
    Limit const ten{10, Limit::Unit::minutes}, at_once{5, Limit::Unit::minutes};
    auto const wd = [](int n) { return Limit{n, Limit::Unit::working_days}; };
    EXPECT_EQ(limit(version, ClockName::register_), ten);
    EXPECT_EQ(limit(version, ClockName::relay), ten);
    EXPECT_EQ(limit(version, ClockName::register_, Channel::on_site), at_once);
    EXPECT_EQ(limit(version, ClockName::relay, Channel::on_site), at_once);
    EXPECT_EQ(limit(version, ClockName::dispatch), wd(1));
    EXPECT_EQ(limit(version, ClockName::opinion), wd(3));
    EXPECT_EQ(limit(version, ClockName::review), wd(1));
    EXPECT_EQ(limit(version, ClockName::remedy), wd(1));
    EXPECT_EQ(limit(version, ClockName::result), wd(1));
    EXPECT_EQ(limit(version, ClockName::feedback), wd(1));
    EXPECT_EQ(limit(version, ClockName::follow_up), wd(3));
    EXPECT_EQ(limit(version, ClockName::reply), wd(5));
    EXPECT_EQ(version.follow_up_attempts, 3);
    EXPECT_EQ(version.reopen_days, 30);
    EXPECT_EQ(version.recurrence_days, 90);
    EXPECT_EQ(version.retention_years, 3);
}

TEST(ShippedRuleBook, R1_6_ComesBackAsItIsWrittenOut) {
    auto versions = read_rule_book_toml(shipped(), "default.toml").value().versions();
    versions.push_back(versions.back());
    versions.back().version = 2;
    versions.back().valid_from = parse_date("2027-01-01").value();
    versions.back().title = "修订版 \"甲\" \\ 乙";
    versions.back().clocks[{ClockName::opinion, Severity::urgent}].limit = {90, Limit::Unit::minutes};
    auto const text = write_rule_book_toml(versions);
    auto const back = read_rule_book_toml(text, "out.toml");
    ASSERT_TRUE(back) << back.error().fields.front().detail.en;
    EXPECT_EQ(back->versions(), versions);
}

TEST(RuleBookJudge, WhatTheCallerFindsIsToldWithTheRestAndItsLine) {
    auto const judge = [](std::span<RuleBookVersion const>) {
        return std::vector<FieldError>{{"/version/0/valid_from", say("太早", "too early")}, {"/version/0/clocks/opinion/urgent", say("不会说两次", "not said twice")}};
    };
    auto const text = replaced(shipped(), "urgent = \"1wd\"\n\n[version.clocks.review]", "urgent = \"soon\"\n\n[version.clocks.review]");
    auto const refused = read_rule_book_toml(text, "f.toml", judge);
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().fields.size(), 2u);
    EXPECT_EQ(refused.error().fields[0].pointer, "/version/0/clocks/opinion/urgent");
    EXPECT_EQ(refused.error().fields[1].pointer, "/version/0/valid_from");
    EXPECT_EQ(refused.error().fields[1].detail.en, "line 7: too early");
}

TEST(ShippedRuleBook, R1_5_IsNeverLongerForTheGraver) {
    auto const book = read_rule_book_toml(shipped(), "default.toml").value();
    auto const minutes = [](Limit l) { return l.unit == Limit::Unit::minutes ? l.amount : l.amount * 24 * 60; };
    for (auto const& version : book.versions())
        for (auto const& clock : CodeTable<ClockName>::rows) {
            auto const at = [&](Severity severity) { return minutes(version.clock_rule(clock.value, severity, Channel::hotline).limit); };
            EXPECT_GE(at(Severity::ordinary), at(Severity::serious)) << clock.code;
            EXPECT_GE(at(Severity::serious), at(Severity::urgent)) << clock.code;
        }
}

TEST(ShippedRuleBook, R1_6_NamesTheRuleOfEverySetting) {
    auto const book = read_rule_book_toml(shipped(), "default.toml").value();
    for (auto const& version : book.versions()) {
        for (auto const& setting : rule_book_settings()) EXPECT_TRUE(version.rule_of.at(std::string{setting.name}).starts_with("R")) << setting.name;
        for (auto const& [key, rule] : version.clocks) EXPECT_TRUE(rule.rule.starts_with("R"));
    }
}

struct Mistake {
    std::string what, with, pointer, says;
};

TEST(RuleBookFile, RefusesEveryMistakeWithItsLineAndTheRemedy) {
    for (auto const& m : std::vector<Mistake>{
             {"reopen_days = {", "reopen_day = {", "/version/0/settings/reopen_day", "no setting named"},
             {"[version.clocks.opinion]", "[version.clocks.opinions]", "/version/0/clocks/opinions", "no clock named"},
             {"ordinary = \"3wd\"", "ordinary = 3", "/version/0/clocks/opinion/ordinary", "write for example"},
             {"ordinary = \"3wd\"", "ordinary = \"3 weeks\"", "/version/0/clocks/opinion/ordinary", "written 3wd"},
             {"ordinary = \"3wd\"\n", "", "/version/0/clocks/opinion/ordinary", "is missing"},
             {"rule = \"R4.1\"\n", "", "/version/0/clocks/dispatch/rule", "line of text"},
             {"rule = \"R4.1\"\n", "rule = \"R4.1\"\nextra = 1\n", "/version/0/clocks/dispatch/extra", "unknown key"},
             {"value = 30,", "value = \"30\",", "/version/0/settings/reopen_days/value", "whole number"},
             {"value = 30,", "value = 0,", "/version/0/settings/reopen_days/value", "whole number from 1"},
             {"valid_from = 2018-01-01", "valid_from = \"2018-01-01\"", "/version/0/valid_from", "without quotes"},
             {"version = 1\n", "version = 0\n", "/version/0/version", "whole number"},
             {"\n[[version]]\n", "\n[[versions]]\n", "", "unknown key"},
             {"limit = \"5min\"\n", "", "/version/0/on_site/limit", "is missing"},
             {"title =", "title ==", "", "not valid TOML"},
         }) {
        auto const book = read_rule_book_toml(replaced(shipped(), m.what, m.with), "rules.toml");
        ASSERT_FALSE(book) << m.with;
        EXPECT_EQ(book.error().code, "bad-rule-book");
        EXPECT_NE(book.error().detail.en.find("rules.toml"), std::string::npos);
        bool found = false;
        for (auto const& field : book.error().fields)
            found |= (m.pointer.empty() || field.pointer == m.pointer) && field.detail.en.find("line ") != std::string::npos &&
                     field.detail.zh.find("第 ") != std::string::npos && field.detail.en.find(m.says) != std::string::npos;
        EXPECT_TRUE(found) << m.with << ": " << book.error().detail.en;
    }
}

TEST(RuleBookFile, RefusesRubbishInsteadOfEndingTheProgram) {
    // Found by fuzzing: each tripped an assertion of the TOML library.
    for (auto const text : {std::string_view{"[\0", 2}, std::string_view{"[\0\"", 3}, std::string_view{"a = {\x01", 6}}) EXPECT_FALSE(read_rule_book_toml(text, "rubbish"));
}

TEST(RuleBookFile, NamesTheRightLine) {
    auto const book = read_rule_book_toml("[[version]]\nversion = 1\nvalid_from = 2018-01-01\ntitle = 7\n", "x");
    ASSERT_FALSE(book);
    EXPECT_TRUE(book.error().fields.front().detail.en.starts_with("line 4: ")) << book.error().fields.front().detail.en;
}

TEST(RuleBookFile, R1_6_VersionsMustFollowOneAnother) {
    std::string const text = shipped();
    std::string second = replaced(text, "version = 1\nvalid_from = 2018-01-01", "version = 2\nvalid_from = 2026-07-01");
    auto const book = read_rule_book_toml(text + second, "two");
    ASSERT_TRUE(book) << book.error().detail.en;
    EXPECT_EQ(book->versions().size(), 2u);
    auto const clash = read_rule_book_toml(text + replaced(text, "version = 1\n", "version = 2\n"), "clash");
    ASSERT_FALSE(clash);
    EXPECT_EQ(clash.error().fields.front().pointer, "/version/1");
    EXPECT_FALSE(read_rule_book_toml("", "empty"));
}

}  // namespace
}  // namespace hearline
