#include "demo/grammar.hpp"

#include <gtest/gtest.h>

#include <set>

#include "channel/reference_file.hpp"
#include "demo/scene.hpp"
#include "demo/texts_file.hpp"

namespace hearline::demo {
namespace {

TEST(Grammar, FillsWordsFromTheSceneAndFromLists) {
    Grammar grammar;
    grammar.add_list("who", {"{age}老人"});
    Dice dice{1, 1};
    EXPECT_EQ(grammar.say("{station}站的{who}", {{"station", "体育西路"}, {"age", "八十岁"}}, dice), "体育西路站的八十岁老人");
}

TEST(Grammar, AnUnknownWordIsAFaultOfTheTexts) {
    Grammar grammar;
    Dice dice{1, 1};
    EXPECT_THROW((void)grammar.say("{nothing}", {}, dice), std::logic_error);
}

TEST(ShippedTexts, NameOnlyWordsThatExist) { EXPECT_EQ(shipped_texts().unknown_names(scene_words()), std::vector<std::string>{}); }

TEST(ShippedTexts, SpeakOfTypesCausesAndUnitsThatAreShipped) {
    auto const data = channel::shipped_reference();
    std::set<std::string> types, causes, units;
    for (auto const& type : data.types) types.insert(type.code);
    for (auto const& cause : data.causes) causes.insert(cause.code);
    for (auto const& unit : data.units) units.insert(unit.code);
    auto const grammar = shipped_texts();
    std::set<std::string> complained_of;
    for (auto const& situation : grammar.situations()) {
        EXPECT_TRUE(types.contains(situation.type)) << situation.type;
        for (auto const& cause : situation.causes) EXPECT_TRUE(causes.contains(cause)) << cause;
        for (auto const& unit : situation.units) EXPECT_TRUE(unit == "{line}" || units.contains(unit)) << unit;
        if (situation.kind == Kind::complaint) complained_of.insert(situation.type);
    }
    for (auto const& type : data.types)
        if (!type.parent.empty()) {
            EXPECT_TRUE(complained_of.contains(type.code)) << "nobody complains of " << type.code;
        }
}

TEST(ShippedTexts, GiveThousandsOfDifferentComplaints) {
    auto const grammar = shipped_texts();
    Dice dice{7, 7};
    std::set<std::string> seen;
    int told = 0;
    Scene scene;
    for (auto const& word : scene_words()) scene[word] = word;
    for (int i = 0; i < 300; ++i)
        for (auto const& situation : grammar.situations())
            if (situation.kind == Kind::complaint) {
                seen.insert(grammar.content(situation, scene, dice));
                ++told;
            }
    EXPECT_GT(seen.size(), static_cast<std::size_t>(told) * 9 / 10);
}

TEST(Dice, SameSeedAndStreamSameNumbers) {
    Dice a{3, 5}, b{3, 5}, other{3, 6};
    EXPECT_EQ(a.next(), b.next());
    EXPECT_NE(a.next(), other.next());
}

}  // namespace
}  // namespace hearline::demo
