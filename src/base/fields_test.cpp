#include "base/fields.hpp"

#include <gtest/gtest.h>

namespace hearline {
namespace {

TEST(Fields, GiveTheSameBytesForTheSameData) {
    Fields fields;
    fields.add("act", "dispatch");
    fields.add("seq", std::int64_t{4});
    fields.add("at", instant_ms(1795395600123));
    fields.add("text", "一行\n两行\\三");
    EXPECT_EQ(fields.encode(), "act=dispatch\nseq=4\nat=1795395600123\ntext=一行\\n两行\\\\三\n");
}

TEST(Fields, ComeBackAsTheyWere) {
    Fields fields;
    fields.add("unit", "line1");
    fields.add("unit", "line2");
    fields.add("empty", "");
    fields.add("equals", "a=b=c");
    fields.add("tail", "\\n\n\\");
    auto const back = Fields::decode(fields.encode());
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, fields);
    EXPECT_EQ(back->all("unit"), (std::vector<std::string_view>{"line1", "line2"}));
    EXPECT_EQ(back->get("equals"), "a=b=c");
    EXPECT_EQ(back->get("tail"), "\\n\n\\");
    EXPECT_TRUE(back->has("empty"));
    EXPECT_FALSE(back->has("absent"));
}

TEST(Fields, ReadNumbersAndInstants) {
    auto const fields = Fields::decode("n=-7\nbad=7x\nat=5\n").value();
    EXPECT_EQ(fields.get_int("n"), -7);
    EXPECT_EQ(fields.get_int("bad", 3), 3);
    EXPECT_EQ(fields.get_int("absent", 9), 9);
    EXPECT_EQ(fields.get_instant("at"), instant_ms(5));
    EXPECT_EQ(fields.get_instant("bad"), std::nullopt);
}

TEST(Fields, AddOnlyWhatIsThere) {
    Fields fields;
    fields.add_if("a", "");
    fields.add_if("b", std::optional<Instant>{});
    fields.add_if("c", "x");
    fields.add_if("d", std::optional{instant_ms(1)});
    EXPECT_EQ(fields.encode(), "c=x\nd=1\n");
}

TEST(Fields, RefuseWhatTheyNeverWrote) {
    for (auto const* text : {"a", "a=b", "=b\n", "a=\\x\n", "a=\\\n", "a=b\nc\n"}) {
        auto const result = Fields::decode(text);
        ASSERT_FALSE(result) << text;
        EXPECT_EQ(result.error().code, "bad-record");
    }
    EXPECT_TRUE(Fields::decode("").value().empty());
}

}  // namespace
}  // namespace hearline
