#include "http/conditions.hpp"

#include <gtest/gtest.h>

namespace hearline::http {
namespace {

Request with_header(std::string name, std::string value) {
    Request request;
    request.headers.emplace_back(std::move(name), std::move(value));
    return request;
}

TEST(IfNoneMatch, NamesOneOfManyTagsOrAll) {
    for (auto const* known : {"\"a\"", "\"b\", \"a\"", "W/\"a\"", "*"}) EXPECT_TRUE(is_known_already(with_header("if-none-match", known), "\"a\"")) << known;
    for (auto const* other : {"", "\"b\"", "a", "\"a-br\""}) EXPECT_FALSE(is_known_already(with_header("if-none-match", other), "\"a\"")) << other;
}

TEST(IfMatch, ReadsOneVersion) {
    EXPECT_EQ(read_if_match(with_header("if-match", "\"4\"")).value(), 4);
    EXPECT_EQ(read_if_match(with_header("if-match", "4")).value(), 4);
    EXPECT_EQ(read_if_match(with_header("if-match", "\"abc\"")).value(), -1);
    for (auto const* other : {"\"01\"", "01", "\"\"", "\"+1\""}) EXPECT_EQ(read_if_match(with_header("if-match", other)).value(), -1) << other;
    EXPECT_EQ(read_if_match(with_header("if-match", "*")).value(), std::nullopt);
    EXPECT_EQ(read_if_match(Request{}).value(), std::nullopt);
    for (auto const* bad : {"W/\"4\"", "\"4\", \"5\"", "\"4", "4\"", "abc"}) EXPECT_EQ(read_if_match(with_header("if-match", bad)).error().kind, ErrorKind::malformed) << bad;
}

TEST(Cursor, GoesRoundAndIsOnlyGoodForItsOwnList) {
    Request request;
    request.query = {{"cursor", make_cursor("events", 1234567890123)}};
    EXPECT_EQ(read_cursor(request, "events").value(), 1234567890123);
    EXPECT_FALSE(read_cursor(request, "event"));
    EXPECT_FALSE(read_cursor(request, "other"));
    EXPECT_EQ(read_cursor(Request{}, "events").value(), std::nullopt);
    for (auto const* bad : {"x", "!!", "ZXZlbnRzOi0x", "ZXZlbnRzOjE", "ZXZlbnRzOjE=", "中"}) {
        request.query = {{"cursor", bad}};
        auto const read = read_cursor(request, "events");
        if (std::string_view{bad} == "ZXZlbnRzOjE") EXPECT_EQ(read.value(), 1);
        else EXPECT_EQ(read.error().fields.at(0).pointer, "?cursor") << bad;
    }
}

TEST(Parameters, UnknownAndRepeatedOnesAreNamed) {
    Request request;
    request.query = {{"limit", "5"}, {"colour", "red"}};
    EXPECT_EQ(check_parameters(request, {"limit"}).error().fields.at(0).pointer, "?colour");
    EXPECT_TRUE(check_parameters(request, {"limit", "colour"}));
    request.query = {{"limit", "5"}, {"limit", "6"}};
    EXPECT_EQ(check_parameters(request, {"limit"}).error().fields.at(0).pointer, "?limit");
    for (auto const* bad : {"0", "101", "", "5x", "-1", "99999999999"}) {
        request.query = {{"limit", bad}};
        EXPECT_FALSE(read_number_parameter(request, "limit", 1, 100, 50)) << bad;
    }
    EXPECT_EQ(read_number_parameter(Request{}, "limit", 1, 100, 50).value(), 50);
}

}  // namespace
}  // namespace hearline::http
