#include "base/json_writer.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace hearline {
namespace {

using namespace std::string_literals;

TEST(JsonWriter, WritesObjectsAndLists) {
    std::string out;
    JsonWriter json{out};
    json.begin_object();
    json.field("number", "TS202611230001");
    json.field("version", 4);
    json.field("anonymous", false);
    json.null_field("cause");
    json.field("rate", 0.1);
    json.field("maybe", std::optional<int>{});
    json.field("sure", std::optional<std::string>{"x"});
    json.field_or_null("empty", "");
    json.key("items");
    json.begin_array();
    json.value("a");
    json.begin_object();
    json.end_object();
    json.begin_array();
    json.end_array();
    json.value(std::int64_t{-9223372036854775807 - 1});
    json.raw("{\"k\":1}");
    json.end_array();
    json.field("last", true);
    json.end_object();
    EXPECT_EQ(out,
              R"({"number":"TS202611230001","version":4,"anonymous":false,"cause":null,"rate":0.1,"maybe":null,"sure":"x","empty":null,)"
              R"("items":["a",{},[],-9223372036854775808,{"k":1}],"last":true})");
}

TEST(JsonWriter, EscapesWhatJsonForbids) {
    std::string out;
    append_json_string(out, "引号\" 反斜\\ 行\n\r\t \0\x1f\x7f é🚇/"s);
    EXPECT_EQ(out, "\"引号\\\" 反斜\\\\ 行\\n\\r\\t \\u0000\\u001f\\u007f é🚇/\"");
    out.clear();
    append_json_string(out, "");
    EXPECT_EQ(out, "\"\"");
}

TEST(JsonWriter, NumbersReadBackTheSame) {
    std::string out;
    JsonWriter json{out};
    json.begin_array();
    json.value(std::numeric_limits<double>::quiet_NaN());
    json.value(std::numeric_limits<double>::infinity());
    json.value(1e300);
    json.value(0.1 + 0.2);
    json.value(100.0);
    json.value(std::uint64_t{18446744073709551615u});
    json.end_array();
    EXPECT_EQ(out, "[null,null,1e+300,0.30000000000000004,100,18446744073709551615]");
}

}  // namespace
}  // namespace hearline
