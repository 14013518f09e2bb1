// Answers that go on, over real connections.
#include "http/feed.hpp"

#include <gmock/gmock.h>

#include <thread>

#include "support/echo_server.hpp"

namespace hearline::http {
namespace {

using namespace test;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Feed, HandsOutWhatWasQueuedUntilItEnds) {
    Feed feed;
    EXPECT_FALSE(feed.has_news());
    feed.push("a");
    feed.push("b");
    EXPECT_TRUE(feed.has_news());
    EXPECT_EQ(feed.take(), "ab");
    EXPECT_FALSE(feed.has_news());
    feed.push("c");
    feed.end();
    feed.push("d");
    EXPECT_TRUE(feed.ended());
    EXPECT_EQ(feed.take(), "c");
    EXPECT_FALSE(feed.cut_off());
}

TEST(Feed, CutsOffWhoLetsTooMuchLie) {
    Feed feed{4};
    feed.push("abcd");
    EXPECT_FALSE(feed.cut_off());
    feed.push("e");
    EXPECT_TRUE(feed.cut_off());
    EXPECT_TRUE(feed.ended());
}

TEST(SentEvent, IsNameAndData) { EXPECT_EQ(sent_event("change", "{}"), "event: change\ndata: {}\n\n"); }

/// A server whose every answer is the same feed.
struct FeedServer {
    std::shared_ptr<Feed> feed = std::make_shared<Feed>();
    Running running{options(), [this](Request&) -> Task<Response> { return answer(feed); }};

    static Task<Response> answer(std::shared_ptr<Feed> feed) {
        Response response;
        response.content_type = "text/event-stream";
        response.feed = std::move(feed);
        co_return response;
    }
    static ServerOptions options() {
        auto options = quick_options();
        options.comment_every = 300ms;
        options.stop_timeout = 20s;
        return options;
    }
    /// The feed belongs to the connection as long as that lives.
    void wait_until_gone() const {
        while (running.server.counters().open > 0) std::this_thread::sleep_for(1ms);
    }
    static constexpr auto get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
};

TEST(FeedServer, SendsWhatComesAndEndsWithTheFeed) {
    FeedServer it;
    RawClient client{it.running.server.port()};
    client.send(FeedServer::get);
    auto const head = client.read_until("\r\n\r\n");
    EXPECT_THAT(head, StartsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_THAT(head, HasSubstr("Content-Type: text/event-stream\r\n"));
    EXPECT_THAT(head, HasSubstr("Connection: close\r\n"));
    EXPECT_THAT(head, Not(HasSubstr("Content-Length")));
    client.forget();
    it.feed->push("data: 1\n\n");
    EXPECT_EQ(client.read_until("\n\n"), "data: 1\n\n");
    it.feed->push("data: 2\n\n");
    EXPECT_EQ(client.read_until("2\n\n"), "data: 1\n\ndata: 2\n\n");
    it.feed->push("last");
    it.feed->end();
    EXPECT_THAT(client.read_all(), EndsWith("2\n\nlast"));
}

TEST(FeedServer, SaysSomethingWhenThereIsNothingToSay) {
    FeedServer it;
    RawClient client{it.running.server.port()};
    client.send(FeedServer::get);
    client.read_until("\r\n\r\n");
    client.forget();
    EXPECT_EQ(client.read_until(":\n\n:\n\n"), ":\n\n:\n\n");
}

TEST(FeedServer, NoticesWhenThePeerGoes) {
    FeedServer it;
    {
        RawClient client{it.running.server.port()};
        client.send(FeedServer::get);
        client.read_until("\r\n\r\n");
    }
    it.wait_until_gone();
    EXPECT_EQ(it.feed.use_count(), 1);
}

TEST(FeedServer, LivesThroughWhatThePeerSendsMeanwhile) {
    FeedServer it;
    RawClient client{it.running.server.port()};
    client.send(FeedServer::get);
    client.read_until("\r\n\r\n");
    client.send(FeedServer::get);
    it.feed->push("still here");
    EXPECT_THAT(client.read_until("here"), HasSubstr("still here"));
}

TEST(FeedServer, CutsOffAPeerThatDoesNotRead) {
    FeedServer it;
    RawClient client{it.running.server.port()};
    client.send(FeedServer::get);
    client.read_until("\r\n\r\n");
    while (!it.feed->cut_off()) it.feed->push(std::string(30'000, 'x'));
    it.wait_until_gone();
    EXPECT_TRUE(it.feed->ended());
}

TEST(FeedServer, AHeadIsAnsweredWithoutIt) {
    FeedServer it;
    EXPECT_THAT(it.running.ask("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"), HasSubstr("200 OK"));
    it.wait_until_gone();
}

TEST(FeedServer, EndsAtOnceWhenTheServerStops) {
    FeedServer it;
    RawClient client{it.running.server.port()};
    client.send(FeedServer::get);
    client.read_until("\r\n\r\n");
    auto const begun = std::chrono::steady_clock::now();
    it.running.server.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
    EXPECT_THAT(client.read_all(), EndsWith("\r\n\r\n"));
}

}  // namespace
}  // namespace hearline::http
