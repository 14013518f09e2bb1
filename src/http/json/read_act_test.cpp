#include "http/json/read_act.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "http/json/body.hpp"

namespace hearline::http {
namespace {

using ::testing::ElementsAre;

Result<Act> read(ActName name, std::string_view body, std::string_view aside = "") {
    return read_act(name, parse_object(body).value(), RuleBookVersion{}, aside);
}

std::vector<std::string> pointers(Result<Act> const& act) {
    std::vector<std::string> found;
    if (!act)
        for (auto const& field : act.error().fields) found.push_back(field.pointer);
    std::sort(found.begin(), found.end());
    return found;
}

TEST(ReadAct, ReadsEveryFieldOfAnOpinion) {
    auto const act = read(ActName::submit_opinion, R"({"claim":"partly","findings":"查明","cause":"equipment","measures":"更换","due":"2026-11-30T18:00:00+08:00",
        "responsibility":"班组","contacted":{"at":"2026-11-24T09:00:00+08:00","means":"phone"},"public_text":"已更换"})");
    ASSERT_TRUE(act) << act.error().detail.en;
    EXPECT_EQ(act->claim, Claim::partly);
    EXPECT_EQ(act->findings, "查明");
    EXPECT_EQ(act->cause, "equipment");
    EXPECT_EQ(act->contacted_by, Means::phone);
    EXPECT_EQ(Zone::shanghai().rfc3339(*act->due), "2026-11-30T18:00:00+08:00");
    EXPECT_EQ(act->public_text, "已更换");
}

TEST(ReadAct, OneUnitAloneLeads) {
    EXPECT_TRUE(read(ActName::dispatch, R"({"units":[{"unit":"line1"}]})")->units.at(0).lead);
    auto const two = read(ActName::dispatch, R"({"units":[{"unit":"line1","lead":true},{"unit":"line2"}]})");
    EXPECT_THAT(two->units, ElementsAre(HandlingUnit{"line1", true}, HandlingUnit{"line2", false}));
}

TEST(ReadAct, AFieldOfAnotherActIsUnknown) {
    EXPECT_THAT(pointers(read(ActName::note, R"({"text":"a","reason":"b"})")), ElementsAre("/reason"));
    EXPECT_THAT(pointers(read(ActName::approve, R"({"units":[]})")), ElementsAre("/units"));
    EXPECT_THAT(pointers(read(ActName::withdraw, R"({"reason":"a","code":"X"})")), ElementsAre("/code"));
    EXPECT_TRUE(read(ActName::withdraw, R"({"reason":"a","code":"X"})", "code"));
}

TEST(ReadAct, EveryRequiredFieldOfEveryActIsAskedFor) {
    for (auto const& row : act_fields()) {
        if (row.use != FieldUse::required || row.act == ActName::attach) continue;  // attach has no JSON body
        EXPECT_THAT(pointers(read(row.act, "{}")), ::testing::Contains("/" + std::string{row.field})) << code_of(row.act);
        EXPECT_THAT(pointers(read(row.act, "{\"" + std::string{row.field} + "\":null}")), ::testing::Contains("/" + std::string{row.field})) << code_of(row.act);
    }
}

TEST(ReadAct, EveryFieldThatAnActTakesIsKnownHere) {
    for (auto const& row : act_fields()) {
        if (row.act == ActName::attach) continue;
        // A value of a wrong type is a fault of its own, never "unknown".
        auto const act = read(row.act, "{\"" + std::string{row.field} + "\":0.5}");
        ASSERT_FALSE(act) << code_of(row.act);
        for (auto const& field : act.error().fields) {
            if (field.pointer != "/" + std::string{row.field}) continue;
            EXPECT_THAT(field.detail.en, ::testing::Not(::testing::HasSubstr("is not a field"))) << code_of(row.act) << " " << row.field;
        }
    }
}

TEST(ReadAct, PointsIntoListsAndObjects) {
    EXPECT_THAT(pointers(read(ActName::dispatch, R"({"units":[{"unit":""},{"unit":"a","lead":1},{"unit":"b","x":1},5]})")),
                ElementsAre("/units/0/unit", "/units/1/lead", "/units/2/x", "/units/3"));
    EXPECT_THAT(pointers(read(ActName::reclassify, R"({"place":{"line":1,"moon":2}})")), ElementsAre("/place/line", "/place/moon"));
    EXPECT_THAT(pointers(read(ActName::dispatch, R"({"units":[]})")), ElementsAre("/units"));
}

TEST(ReadAct, BlankOptionalTextsAreAbsent) {
    auto const act = read(ActName::approve, R"({"note":"  "})");
    ASSERT_TRUE(act);
    EXPECT_FALSE(act->note);
}

}  // namespace
}  // namespace hearline::http
