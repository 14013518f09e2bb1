#include "http/router.hpp"

#include <gmock/gmock.h>

namespace hearline::http {
namespace {

using testing::ElementsAre;

Task<Response> nothing(Request const&, Services&) { co_return Response{}; }

Router sample() {
    static constexpr Route routes[] = {
        {Method::get, "/", Access::open, nothing},
        {Method::get, "/api/v1/complaints", Access::signed_in, nothing},
        {Method::post, "/api/v1/complaints", Access::signed_in, nothing},
        {Method::get, "/api/v1/complaints/{number}", Access::signed_in, nothing},
        {Method::get, "/api/v1/complaints/{number}/events", Access::signed_in, nothing},
        {Method::post, "/api/v1/complaints/{number}/{act}", Access::signed_in, nothing},
        {Method::get, "/api/v1/complaints/{number}/attachments/{id}", Access::signed_in, nothing},
    };
    Router router;
    router.add(routes);
    return router;
}

TEST(Router, FindsTheHandlerAndWhatTheBracesMatched) {
    auto const router = sample();
    auto const match = router.match(Method::get, "/api/v1/complaints/TS202611230001/attachments/k7");
    ASSERT_TRUE(match.route);
    EXPECT_EQ(match.route->pattern, "/api/v1/complaints/{number}/attachments/{id}");
    EXPECT_THAT(match.captures, ElementsAre("TS202611230001", "k7"));
    ASSERT_TRUE(router.match(Method::get, "/").route);
}

TEST(Router, TakesTheWholeRestWhereThePatternSaysSo) {
    static constexpr Route routes[] = {
        {Method::get, "/staff", Access::open, nothing},
        {Method::get, "/staff/login", Access::open, nothing},
        {Method::get, "/staff/{path...}", Access::open, nothing},
    };
    Router router;
    router.add(routes);
    EXPECT_EQ(router.match(Method::get, "/staff").route->pattern, "/staff");
    EXPECT_EQ(router.match(Method::get, "/staff/login").route->pattern, "/staff/login");
    EXPECT_THAT(router.match(Method::get, "/staff/login/again").captures, ElementsAre("login/again"));
    EXPECT_THAT(router.match(Method::get, "/staff/complaints/TS202611230001").captures, ElementsAre("complaints/TS202611230001"));
    EXPECT_THAT(router.match(Method::get, "/staff/").captures, ElementsAre(""));
    EXPECT_FALSE(router.match(Method::get, "/staffs").route);
    EXPECT_THAT(router.match(Method::post, "/staff/x").allowed, ElementsAre(Method::get));
}

TEST(Router, PrefersALiteralSegmentButFallsBackToABraceForAnotherMethod) {
    auto const router = sample();
    EXPECT_EQ(router.match(Method::get, "/api/v1/complaints/1/events").route->pattern, "/api/v1/complaints/{number}/events");
    auto const act = router.match(Method::post, "/api/v1/complaints/1/events");
    ASSERT_TRUE(act.route);
    EXPECT_EQ(act.route->pattern, "/api/v1/complaints/{number}/{act}");
    EXPECT_THAT(act.captures, ElementsAre("1", "events"));
}

TEST(Router, TellsAnUnknownPathFromAKnownOneWithAnotherMethod) {
    auto const router = sample();
    EXPECT_FALSE(router.match(Method::get, "/api/v2/complaints").route);
    EXPECT_THAT(router.match(Method::get, "/api/v2/complaints").allowed, ElementsAre());
    EXPECT_THAT(router.match(Method::put, "/api/v1/complaints").allowed, ElementsAre(Method::get, Method::post));
    EXPECT_THAT(router.match(Method::get, "/api/v1/complaints/1/dispatch").allowed, ElementsAre(Method::post));
}

TEST(Router, AnswersHeadByTheRouteOfGet) { EXPECT_TRUE(sample().match(Method::head, "/api/v1/complaints").route); }

TEST(Router, TakesNoEmptySegmentForABraceAndNoTrailingSlash) {
    auto const router = sample();
    EXPECT_FALSE(router.match(Method::get, "/api/v1/complaints/").route);
    EXPECT_FALSE(router.match(Method::post, "/api/v1/complaints//dispatch").route);
    EXPECT_FALSE(router.match(Method::get, "/api/v1/complaints/1/events/").route);
    EXPECT_FALSE(router.match(Method::get, "").route);
}

}  // namespace
}  // namespace hearline::http
