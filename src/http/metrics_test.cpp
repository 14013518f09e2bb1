#include "http/metrics.hpp"

#include <gmock/gmock.h>

#include <thread>

namespace hearline::http {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

TEST(Metrics, CountRequestsByRouteAndStatusAndTime) {
    Metrics metrics{"1.2.3"};
    metrics.count_route("GET", "/a/{number}");
    metrics.count_route("POST", "/b");
    metrics.observe(0, 200, 700us);
    metrics.observe(0, 200, 3ms);
    metrics.observe(0, 404, 20s);
    metrics.observe(2, 404, 1us);
    metrics.observe(0, 299, 1us);
    auto const text = metrics.render();
    EXPECT_THAT(text, HasSubstr("hearline_build_info{version=\"1.2.3\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("hearline_http_requests_total{method=\"GET\",route=\"/a/{number}\",status=\"200\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("hearline_http_requests_total{method=\"GET\",route=\"/a/{number}\",status=\"404\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("hearline_http_requests_total{method=\"GET\",route=\"/a/{number}\",status=\"other\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("hearline_http_requests_total{method=\"any\",route=\"unknown\",status=\"404\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("route=\"/a/{number}\",le=\"0.001\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("route=\"/a/{number}\",le=\"5\"} 3\n"));
    EXPECT_THAT(text, HasSubstr("route=\"/a/{number}\",le=\"+Inf\"} 4\n"));
    EXPECT_THAT(text, HasSubstr("hearline_http_request_seconds_count{method=\"GET\",route=\"/a/{number}\"} 4\n"));
    EXPECT_THAT(text, Not(HasSubstr("\"/b\""))) << "what nobody asked for is not listed";
}

TEST(Metrics, AskTheWatchedOnlyWhenTheTextIsMade) {
    Metrics metrics{"1"};
    double value = 1;
    metrics.watch("queued", "Waiting.", Metrics::Kind::gauge, [&value] { return value; });
    metrics.watch("stages", "By stage.", Metrics::Kind::counter, []() -> std::vector<Metrics::Sample> { return {{"stage=\"a\"", 2}, {"stage=\"b\"", 1000000}}; });
    value = 5;
    auto const text = metrics.render();
    EXPECT_THAT(text, HasSubstr("# HELP queued Waiting.\n# TYPE queued gauge\nqueued 5\n"));
    EXPECT_THAT(text, HasSubstr("# TYPE stages counter\nstages{stage=\"a\"} 2\nstages{stage=\"b\"} 1000000\n"));
}

TEST(Metrics, LoseNothingUnderManyThreads) {
    Metrics metrics{"1"};
    metrics.count_route("GET", "/");
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&metrics] {
            for (int i = 0; i < 10'000; ++i) metrics.observe(0, 200, 1us);
        });
    for (auto& thread : threads) thread.join();
    EXPECT_THAT(metrics.render(), HasSubstr("status=\"200\"} 40000\n"));
}

}  // namespace
}  // namespace hearline::http
