#include "http/pipeline.hpp"

#include <gmock/gmock.h>

#include "support/run_task.hpp"
#include "support/site.hpp"

namespace hearline::http {
namespace {

using namespace std::chrono_literals;
using test::run_task;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

Task<Response> whoami(Request const& request, Services&) {
    Response response;
    response.body = request.identity.signed_in ? request.actor().user : "nobody";
    co_return response;
}
Task<Response> refusing(Request const&, Services&) { co_return refuse(ErrorKind::conflict, "not-now", say("现在不行", "Not now")); }
template <StorageError::What What>
Task<Response> lost(Request const&, Services&) {
    throw StorageError{What, "disk trouble at /secret/place"};
    co_return Response{};
}
Task<Response> buggy(Request const&, Services&) {
    throw std::runtime_error{"a secret detail"};
    co_return Response{};
}
Task<Response> busy(Request const&, Services&) {
    throw Busy{};
    co_return Response{};
}

constexpr Route routes[] = {
    {Method::get, "/open", Access::open, whoami},
    {Method::post, "/open", Access::open, whoami},
    {Method::get, "/staff", Access::signed_in, whoami},
    {Method::post, "/staff", Access::signed_in, whoami},
    {Method::get, "/me", Access::own_account, whoami},
    {Method::get, "/metrics", Access::near, whoami},
    {Method::get, "/refusing/{what}", Access::open, refusing},
    {Method::get, "/full", Access::open, lost<StorageError::What::full>},
    {Method::get, "/away", Access::open, lost<StorageError::What::unavailable>},
    {Method::get, "/buggy", Access::open, buggy},
    {Method::get, "/busy", Access::open, busy},
};

struct PipelineTest : testing::Test {
    PipelineTest() { site.add_user("agent", "agent", "centre", ""); }

    Request request(Method method, std::string path, std::vector<std::pair<std::string, std::string>> headers = {}) {
        Request it;
        it.method = method;
        it.path = std::move(path);
        it.headers = std::move(headers);
        it.peer = "127.0.0.1";
        it.loopback = true;
        it.id = "r1";
        return it;
    }
    Response ask(Request it) { return run_task(pipeline.answer(it)); }
    Response ask(Method method, std::string path, std::vector<std::pair<std::string, std::string>> headers = {}) {
        return ask(request(method, std::move(path), std::move(headers)));
    }
    Sessions::Opened open_session() {
        auto opened = site.sessions.make("agent", "127.0.0.1", "browser", site.now);
        (void)write_and_wait(*site.store, [&](Transaction& t) -> Done {
            site.sessions.store_new(t, opened.row, std::nullopt);
            return std::monostate{};
        });
        return opened;
    }
    static std::string header(Response const& response, std::string_view name) {
        for (auto const& [key, value] : response.headers)
            if (key == name) return value;
        return "";
    }

    test::Site site;
    std::vector<std::string> lines;
    Pipeline pipeline{site.services, routes, [this](AccessLine const& line) { lines.push_back(to_json(line)); }};
};

TEST_F(PipelineTest, SaysThatAnAddressIsUnknownOrKnowsOtherMethodsOnly) {
    auto const unknown = ask(Method::get, "/nothing");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(unknown.content_type, "application/problem+json");
    auto const wrong = ask(Method::delete_, "/open");
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(header(wrong, "Allow"), "GET, HEAD, POST, OPTIONS");
    EXPECT_EQ(ask(Method::options, "/open").status, 204);
    EXPECT_EQ(ask(Method::head, "/open").status, 200);
}

TEST_F(PipelineTest, AsksForALoginWhereOneIsNeeded) {
    EXPECT_EQ(ask(Method::get, "/open").body, "nobody");
    auto const refusal = ask(Method::get, "/staff");
    EXPECT_EQ(refusal.status, 401);
    EXPECT_NE(header(refusal, "WWW-Authenticate"), "");
    EXPECT_EQ(ask(Method::get, "/me").status, 401);
}

TEST_F(PipelineTest, KnowsABearerTokenAndNeedsNoCsrfTokenWithIt) {
    auto const token = site.token_of("agent");
    EXPECT_EQ(ask(Method::post, "/staff", {{"authorization", "Bearer " + token}}).body, "agent");
    EXPECT_EQ(ask(Method::post, "/staff", {{"authorization", "bearer   " + token}}).body, "agent");
    for (auto const& wrong : {"Bearer nonsense", "Bearer ", "Bearer", "Basic YTpi", "Bearer  "}) {
        EXPECT_EQ(ask(Method::get, "/staff", {{"authorization", wrong}}).status, 401) << wrong;
        EXPECT_EQ(ask(Method::get, "/open", {{"authorization", wrong}}).status, 401) << "a wrong one is refused everywhere";
    }
}

TEST_F(PipelineTest, KnowsASessionByItsCookieAndAsksForItsCsrfTokenBeforeAChange) {
    auto const session = open_session();
    std::pair<std::string, std::string> const cookie{"cookie", "hearline=" + session.token};
    EXPECT_EQ(ask(Method::get, "/staff", {cookie}).body, "agent");
    auto const without = ask(Method::post, "/staff", {cookie});
    EXPECT_EQ(without.status, 403);
    EXPECT_THAT(without.body, HasSubstr("csrf"));
    EXPECT_EQ(ask(Method::post, "/staff", {cookie, {"x-csrf-token", std::string(32, '0')}}).status, 403);
    EXPECT_EQ(ask(Method::post, "/staff", {cookie, {"x-csrf-token", session.row.csrf}}).body, "agent");
    EXPECT_EQ(ask(Method::post, "/staff", {cookie, {"x-csrf-token", session.row.csrf}, {"sec-fetch-site", "cross-site"}}).status, 403);
    EXPECT_EQ(ask(Method::post, "/staff", {cookie, {"x-csrf-token", session.row.csrf}, {"sec-fetch-site", "same-origin"}}).body, "agent");
    EXPECT_EQ(ask(Method::post, "/open", {cookie}).body, "nobody") << "what anybody may do is done as anybody";
    EXPECT_EQ(ask(Method::get, "/staff", {{"cookie", "hearline=" + std::string(64, '0')}}).status, 401);
    EXPECT_EQ(ask(Method::get, "/staff", {{"cookie", "__Host-hearline=" + session.token}}).status, 401) << "not the name of this kind of connection";
}

TEST_F(PipelineTest, TakesNoCookieThatTravelledInClear) {
    auto const session = open_session();
    auto it = request(Method::get, "/staff", {{"cookie", "hearline=" + session.token + "; __Host-hearline=" + session.token}});
    it.loopback = false;
    EXPECT_EQ(ask(it).status, 401);
    it.secure = true;
    EXPECT_EQ(ask(it).body, "agent");
}

TEST_F(PipelineTest, EndsTheSessionOfADisabledPersonAtOnce) {
    auto const session = open_session();
    ASSERT_EQ(ask(Method::get, "/staff", {{"cookie", "hearline=" + session.token}}).status, 200);
    auto row = site.user("agent");
    row.disabled = true;
    site.change_user(row);
    EXPECT_EQ(ask(Method::get, "/staff", {{"cookie", "hearline=" + session.token}}).status, 401);
}

TEST_F(PipelineTest, LetsWhoMustChangeThePasswordDoNothingElse) {
    auto row = site.user("agent");
    row.must_change = true;
    site.change_user(row);
    auto const session = open_session();
    auto const refusal = ask(Method::get, "/staff", {{"cookie", "hearline=" + session.token}});
    EXPECT_EQ(refusal.status, 403);
    EXPECT_THAT(refusal.body, HasSubstr("password-change-required"));
    EXPECT_EQ(ask(Method::get, "/me", {{"cookie", "hearline=" + session.token}}).status, 200);
}

TEST_F(PipelineTest, ShowsMetricsToThisMachineAndToPeopleOnly) {
    EXPECT_EQ(ask(Method::get, "/metrics").status, 200);
    auto it = request(Method::get, "/metrics");
    it.loopback = false;
    EXPECT_EQ(ask(it).status, 401);
    it.headers = {{"authorization", "Bearer " + site.token_of("agent")}};
    EXPECT_EQ(ask(it).status, 200);
}

TEST_F(PipelineTest, MakesProblemDocumentsOfRefusalsAndExceptions) {
    auto const refusal = ask(Method::get, "/refusing/x", {{"accept-language", "en"}});
    EXPECT_EQ(refusal.status, 409);
    EXPECT_THAT(refusal.body, HasSubstr("Not now"));
    EXPECT_EQ(ask(Method::get, "/full").status, 507);
    EXPECT_EQ(ask(Method::get, "/away").status, 503);
    EXPECT_EQ(header(ask(Method::get, "/away"), "Retry-After"), "1");
    EXPECT_EQ(ask(Method::get, "/busy").status, 503);
    auto const bug = ask(Method::get, "/buggy");
    EXPECT_EQ(bug.status, 500);
    EXPECT_THAT(bug.body, HasSubstr("r1"));
    EXPECT_THAT(bug.body + ask(Method::get, "/full").body, Not(HasSubstr("secret"))) << "the log says it, the answer does not";
    EXPECT_THAT(lines.at(5), HasSubstr("a secret detail"));
}

TEST_F(PipelineTest, LogsTheRouteAndNeverTheQuery) {
    auto it = request(Method::get, "/refusing/TS202611230001");
    it.query = {{"code", "SECRET123456"}, {"q", "张三"}};
    ask(it);
    ask(Method::get, "/no/such/张三");
    EXPECT_THAT(lines.at(0), HasSubstr(R"("route":"/refusing/{what}")"));
    EXPECT_THAT(lines.at(0), HasSubstr(R"("status":409)"));
    EXPECT_THAT(lines.at(0) + lines.at(1), Not(HasSubstr("SECRET")));
    EXPECT_THAT(lines.at(0) + lines.at(1), Not(HasSubstr("张三")));
}

TEST_F(PipelineTest, KeepsNoAnswerInCachesUnlessTheHandlerSaysSo) { EXPECT_EQ(header(ask(Method::get, "/open"), "Cache-Control"), "no-store"); }

TEST_F(PipelineTest, CountsWhatItAnswers) {
    ask(Method::get, "/open");
    ask(Method::get, "/open");
    ask(Method::get, "/nothing");
    auto const text = site.metrics.render();
    EXPECT_THAT(text, HasSubstr(R"(hearline_http_requests_total{method="GET",route="/open",status="200"} 2)"));
    EXPECT_THAT(text, HasSubstr(R"(hearline_http_requests_total{method="any",route="unknown",status="404"} 1)"));
    EXPECT_THAT(text, HasSubstr("hearline_store_writable 1"));
}

TEST_F(PipelineTest, AnswersForItsOwnHostOnlyWhenItHasOne) {
    test::Site other;
    other.services.options.public_url = "https://metro.example:8443/";
    Pipeline strict{other.services, routes};
    auto const status = [&](std::string host) {
        auto it = request(Method::get, "/open", {{"host", std::move(host)}});
        return run_task(strict.answer(it)).status;
    };
    EXPECT_EQ(status("metro.example"), 200);
    EXPECT_EQ(status("metro.example:8443"), 200);
    EXPECT_EQ(status("127.0.0.1:8080"), 200);
    EXPECT_EQ(status("[::1]:8080"), 200);
    EXPECT_EQ(status("localhost"), 200);
    EXPECT_EQ(status("evil.example"), 421);
    EXPECT_EQ(status("1.evil.example"), 421);
}

}  // namespace
}  // namespace hearline::http
