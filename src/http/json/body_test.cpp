#include "http/json/body.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/complaint/codes.hpp"

namespace hearline::http {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> pointers(Faults const& faults) {
    std::vector<std::string> found;
    for (auto const& fault : faults) found.push_back(fault.pointer);
    return found;
}

TEST(ParseObject, SaysABodyCutOffApartFromABodyThatIsNoJson) {
    EXPECT_EQ(parse_object(R"({"a":"b)").error().code, "json-cut-off");
    EXPECT_EQ(parse_object("").error().code, "json-cut-off");
    EXPECT_EQ(parse_object("{'a':1}").error().code, "not-json");
    EXPECT_EQ(parse_object("[1]").error().code, "not-an-object");
    EXPECT_EQ(parse_object(R"({"a":1} x)").error().code, "not-json");
    for (auto const* body : {"", "{", "nul", "[]", "{\"a\":\"\xff\"}"}) EXPECT_EQ(parse_object(body).error().kind, ErrorKind::malformed) << body;
}

TEST(ParseObject, RefusesWhatIsNestedTooDeep) {
    std::string deep = R"({"a":)";
    deep.append(40, '[').append(40, ']').append("}");
    EXPECT_EQ(parse_object(deep).error().code, "json-too-deep");
}

TEST(ObjectReader, PointsAtHalfASurrogatePair) {
    Faults faults;
    auto const body = parse_object(R"({"content":"a\ud800b","subject":"\udc00","note":"\ud83d\ude00 \\ud800"})");
    ASSERT_TRUE(body.has_value());
    ObjectReader reader{*body, "", faults};
    EXPECT_FALSE(reader.text("content", TextForm::lines, 100));
    EXPECT_FALSE(reader.text("subject", TextForm::line, 100));
    EXPECT_EQ(reader.text("note", TextForm::line, 100), "\xF0\x9F\x98\x80 \\ud800");
    EXPECT_THAT(pointers(faults), ElementsAre("/content", "/subject"));
}

TEST(ObjectReader, PointsAtEveryBadField) {
    Faults faults;
    auto const body = parse_object(R"({"channel":"pigeon","content":5,"at":"2026-02-30T10:00:00+08:00","flag":"yes","long":"四个汉字","line":"a\nb","ctl":"\u0007","a/b~":1})");
    ASSERT_TRUE(body.has_value());
    ObjectReader reader{*body, "", faults};
    EXPECT_FALSE(reader.code<Channel>("channel"));
    EXPECT_FALSE(reader.text("content", TextForm::lines, 100));
    EXPECT_FALSE(reader.instant("at"));
    EXPECT_FALSE(reader.boolean("flag"));
    EXPECT_FALSE(reader.text("long", TextForm::line, 3));
    EXPECT_FALSE(reader.text("line", TextForm::line, 100));
    EXPECT_FALSE(reader.text("ctl", TextForm::lines, 100));
    reader.require("missing");
    reader.finish();
    EXPECT_THAT(pointers(faults), ElementsAre("/channel", "/content", "/at", "/flag", "/long", "/line", "/ctl", "/missing", "/a~1b~0"));
    auto const refused = no_faults(faults);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::invalid);
    EXPECT_EQ(refused.error().fields.size(), 9u);
}

TEST(ObjectReader, TakesNullAsAbsentAndTrimsTheEdges) {
    Faults faults;
    auto const body = parse_object(R"({"a":null,"b":"  x y\n "})");
    ASSERT_TRUE(body.has_value());
    ObjectReader reader{*body, "", faults};
    EXPECT_FALSE(reader.text("a", TextForm::line, 10));
    EXPECT_FALSE(reader.has("a"));
    EXPECT_EQ(reader.text("b", TextForm::lines, 10), "x y");
    reader.finish();
    EXPECT_THAT(faults, IsEmpty());
}

TEST(TextFault, KnowsUtf8FromOtherBytes) {
    EXPECT_TRUE(is_utf8("投诉 \xF0\x9F\x98\x80"));
    for (auto const* bytes : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE6\x8A", "\x80"}) EXPECT_FALSE(is_utf8(bytes));
    EXPECT_TRUE(text_fault("\xC2\x85", TextForm::lines, 10).has_value());  // a control character beyond ASCII
    EXPECT_FALSE(text_fault("a\tb\r\nc", TextForm::lines, 10).has_value());
}

}  // namespace
}  // namespace hearline::http
