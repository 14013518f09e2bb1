#include "http/message.hpp"

#include <gtest/gtest.h>

namespace hearline::http {
namespace {

Request with(std::vector<std::pair<std::string, std::string>> headers) {
    Request request;
    request.headers = std::move(headers);
    return request;
}

TEST(Request, FindsAHeaderByItsLowerCaseName) {
    auto const request = with({{"accept", "a"}, {"if-match", "\"4\""}});
    EXPECT_EQ(request.header("if-match"), "\"4\"");
    EXPECT_EQ(request.header("absent"), "");
}

TEST(Request, FindsTheFirstParameterAndKnowsAnEmptyOneFromNone) {
    Request request;
    request.query = {{"q", ""}, {"unit", "line1"}, {"unit", "line2"}};
    EXPECT_EQ(request.parameter("unit"), "line1");
    EXPECT_EQ(request.parameter("q"), "");
    EXPECT_FALSE(request.parameter("stage"));
}

TEST(Request, ReadsACookieAmongOthers) {
    auto const request = with({{"cookie", "theme=dark; hearline=abc=; hearline2=x"}});
    EXPECT_EQ(request.cookie("hearline"), "abc=");
    EXPECT_EQ(request.cookie("theme"), "dark");
    EXPECT_FALSE(request.cookie("hear"));
}

TEST(Request, SpeaksTheLanguageWithTheHigherQuality) {
    EXPECT_EQ(with({}).language(), Language::zh);
    EXPECT_EQ(with({{"accept-language", "en"}}).language(), Language::en);
    EXPECT_EQ(with({{"accept-language", "en-GB,en;q=0.9,zh-CN;q=0.8"}}).language(), Language::en);
    EXPECT_EQ(with({{"accept-language", "zh-CN,zh;q=0.9,en;q=0.8"}}).language(), Language::zh);
    EXPECT_EQ(with({{"accept-language", "en;q=0.5, zh;q=0.7"}}).language(), Language::zh);
    EXPECT_EQ(with({{"accept-language", "fr"}}).language(), Language::zh);
    EXPECT_EQ(with({{"accept-language", "zh;q=0, en;q=0.001"}}).language(), Language::en);
    EXPECT_EQ(with({{"accept-language", "*"}}).language(), Language::zh);
    EXPECT_EQ(with({{"accept-language", ";;,,q=,en;q=x"}}).language(), Language::zh);
}

TEST(Method, IsKnownByItsExactName) {
    EXPECT_EQ(method_of("DELETE"), Method::delete_);
    EXPECT_EQ(method_of("get"), std::nullopt);
    EXPECT_EQ(method_of("TRACE"), std::nullopt);
    for (std::size_t i = 0; i < method_count; ++i) EXPECT_EQ(method_of(name_of(static_cast<Method>(i))), static_cast<Method>(i));
}

TEST(Response, OfARefusalHasTheStatusOfItsKind) {
    auto const response = refused(Error{ErrorKind::stale, "stale", {}, {}, 0});
    EXPECT_EQ(response.status, 412);
    ASSERT_TRUE(response.refusal);
    EXPECT_EQ(response.refusal->code, "stale");
}

}  // namespace
}  // namespace hearline::http
