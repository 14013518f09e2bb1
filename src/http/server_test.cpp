#include "http/server.hpp"

#include <gmock/gmock.h>

#include <future>

#include "http/awaitables.hpp"
#include "support/echo_server.hpp"

namespace hearline::http {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// ---- what good requests get ----

TEST(Server, KeepsTheConnectionAndAnswersPipelinedRequestsInOrder) {
    Running running;
    RawClient client{running.server.port()};
    std::string many;
    for (int i = 0; i < 200; ++i) many += "GET /" + std::to_string(i) + "; HTTP/1.1\r\nHost: a\r\n\r\n";
    client.send(many + get("/last"));
    auto const text = client.read_all();
    EXPECT_EQ(statuses(text), std::vector<int>(201, 200));
    std::size_t at = 0;
    for (int i = 0; i < 200; ++i) {
        auto const found = text.find("GET /" + std::to_string(i) + "; ", at);
        ASSERT_NE(found, std::string::npos) << i;
        at = found;
    }
}

TEST(Server, DecodesTheTarget) {
    Running running;
    EXPECT_THAT(running.ask(get("/a%20b/%E7%A9%BA?q=%E7%A9%BA+x&empty&c=1%2B1")), HasSubstr("GET /a b/空 q=空 x empty= c=1+1 []"));
    EXPECT_THAT(running.ask(get("http://host.example:81/p?x=1")), HasSubstr("GET /p x=1"));
    EXPECT_THAT(running.ask(get("http://host.example:81")), HasSubstr("GET / []"));
    EXPECT_THAT(running.ask(get("http://real.example/host")), HasSubstr("\r\n\r\nreal.example"));
}

TEST(Server, ReadsBodiesByLengthAndByChunks) {
    Running running;
    EXPECT_THAT(running.ask(with("Content-Length: 5\r\nConnection: close\r\n", "12345")), HasSubstr("[12345]"));
    EXPECT_THAT(running.ask(with("Transfer-Encoding: chunked\r\nConnection: close\r\n", "3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n")),
                HasSubstr("[abc0123456789]"));
    EXPECT_THAT(running.ask(with("Content-Length: 1000\r\nConnection: close\r\n", std::string(1000, 'b'))), HasSubstr(std::string(1000, 'b')));
}

TEST(Server, AnswersHeadWithoutTheBodyButWithItsLength) {
    Running running;
    auto const text = running.ask("HEAD / HTTP/1.1\r\nHost: a\r\n\r\nHEAD /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(text, HasSubstr("HTTP/1.1 200 OK"));
    EXPECT_THAT(text, HasSubstr("Content-Length: 9"));
    EXPECT_THAT(text, Not(HasSubstr("[]")));
    EXPECT_THAT(text, HasSubstr("HTTP/1.1 204 No Content"));
}

TEST(Server, SendsNoBodyAndNoLengthWith204) {
    Running running;
    EXPECT_THAT(running.ask(get("/nothing")), Not(HasSubstr("Content-Length")));
}

TEST(Server, Says100ContinueBeforeItWaitsForTheBody) {
    Running running;
    RawClient client{running.server.port()};
    client.send(with("Content-Length: 5\r\nExpect: 100-continue\r\nConnection: close\r\n"));
    EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("12345");
    EXPECT_THAT(client.read_all(), HasSubstr("[12345]"));
}

TEST(Server, RefusesTooLargeABodyBeforeItIsSent) {
    Running running;
    RawClient client{running.server.port()};
    client.send(with("Content-Length: 5000\r\nExpect: 100-continue\r\n"));
    client.read_until("\r\n\r\n");
    client.end_sending();
    EXPECT_THAT(statuses(client.read_all()), ElementsAre(413));
}

TEST(Server, TellsARefusedUploaderWhyEvenThoughItGoesOnSending) {
    Running running;
    RawClient client{running.server.port()};
    client.send(with("Content-Length: 3000000\r\n"));
    client.send(std::string(3'000'000, 'u'));
    client.end_sending();
    EXPECT_THAT(statuses(client.read_all()), ElementsAre(413));
}

TEST(Server, WritesALargeUploadToAFileAndRemovesItAfterwards) {
    Running running;
    auto const text = running.ask("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 150000\r\nConnection: close\r\n\r\n" + std::string(150'000, 'u'));
    EXPECT_THAT(text, HasSubstr("file of 150000 good "));
    EXPECT_FALSE(std::filesystem::exists(text.substr(text.rfind(' ') + 1)));
    auto const chunked = running.ask("POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nc350\r\n" + std::string(50'000, 'u') + "\r\n0\r\n\r\n");
    EXPECT_THAT(chunked, HasSubstr("file of 50000 good "));
}

TEST(Server, SaysWhenAnUploadCannotBeStored) {
    auto options = quick_options();
    options.upload_folder = "/nowhere/at/all";
    Running running{options};
    RawClient client{running.server.port()};
    client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 150000\r\n\r\n" + std::string(150'000, 'u'));
    client.end_sending();
    EXPECT_THAT(statuses(client.read_all()), ElementsAre(507));
}

TEST(Server, SendsAPartOfAFileWhenAskedForOne) {
    Running running;
    auto const path = std::filesystem::path{testing::TempDir()} / "server_test_part";
    std::ofstream{path, std::ios::binary} << std::string(600'000, 'f') << "the end";
    auto const ask = [&](std::string const& range) {
        return running.ask("GET /file HTTP/1.1\r\nHost: a\r\nX-File: " + path.string() + "\r\nRange: " + range + "\r\nConnection: close\r\n\r\n");
    };
    auto const part = ask("bytes=599999-600002");
    EXPECT_THAT(part, HasSubstr("HTTP/1.1 206 Partial Content\r\n"));
    EXPECT_THAT(part, HasSubstr("Content-Range: bytes 599999-600002/600007\r\n"));
    EXPECT_THAT(part, HasSubstr("Content-Length: 4\r\n"));
    EXPECT_TRUE(part.ends_with("\r\n\r\nfthe"));
    EXPECT_TRUE(ask("bytes=-7").ends_with("\r\n\r\nthe end"));
    EXPECT_THAT(ask("bytes=0-"), HasSubstr("Content-Length: 600007\r\n"));
    auto const none = ask("bytes=600007-");
    EXPECT_THAT(statuses(none), ElementsAre(416));
    EXPECT_THAT(none, HasSubstr("Content-Range: bytes */600007\r\n"));
    EXPECT_THAT(statuses(ask("bytes=1-2,4-5")), ElementsAre(200));
}

TEST(Server, SendsLargeBodiesAndFilesWhole) {
    Running running;
    auto const path = std::filesystem::path{testing::TempDir()} / "server_test_file";
    std::ofstream{path, std::ios::binary} << std::string(1'000'000, 'f') << "the end";
    auto const text = running.ask("GET /big HTTP/1.1\r\nHost: a\r\n\r\nGET /file HTTP/1.1\r\nHost: a\r\nX-File: " + path.string() + "\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(statuses(text), ElementsAre(200, 200));
    EXPECT_GT(text.size(), 4'000'000u);
    EXPECT_TRUE(text.ends_with("fthe end"));
    EXPECT_THAT(statuses(running.ask("GET /file HTTP/1.1\r\nHost: a\r\nX-File: /nowhere\r\nConnection: close\r\n\r\n")), ElementsAre(500));
    std::filesystem::remove(path);
}

TEST(Server, SpeaksHttp10AndKeepsItOpenOnlyWhenAsked) {
    Running running;
    EXPECT_THAT(running.ask("GET /1 HTTP/1.0\r\n\r\nGET /2 HTTP/1.0\r\n\r\n"), Not(HasSubstr("GET /2")));
    EXPECT_THAT(running.ask("GET /1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /2 HTTP/1.0\r\n\r\n"), HasSubstr("GET /2"));
}

TEST(Server, LetsNoHeaderOfAnAnswerSplitIt) { EXPECT_THAT(Running{}.ask(get("/split")), Not(HasSubstr("Set-Cookie"))); }

TEST(Server, TurnsABugInTheEntryInto500) { EXPECT_THAT(statuses(Running{}.ask(get("/throw"))), ElementsAre(500)); }

TEST(Server, BelievesForwardedHeadersOfNamedProxiesOnly) {
    std::string const request = "GET /peer HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 6.6.6.6, 203.0.113.9\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n";
    EXPECT_THAT(Running{}.ask(request), HasSubstr("\r\n\r\n127.0.0.1 loopback"));
    auto options = quick_options();
    options.trusted_proxies = {"127.0.0.0/8"};
    EXPECT_THAT(Running{options}.ask(request), HasSubstr("\r\n\r\n203.0.113.9 secure"));
}

// ---- time and number ----

TEST(Server, Answers408WhenAHeadOrABodyDoesNotComeInTime) {
    Running running;
    EXPECT_THAT(statuses(running.ask("GET / HTTP/1.1\r\nHost: ")), ElementsAre(408));
    EXPECT_THAT(statuses(running.ask(with("Content-Length: 10\r\n", "123"))), ElementsAre(408));
    EXPECT_EQ(running.server.counters().timeouts, 2u);
}

TEST(Server, CutsAHeadThatDripsInForEver) {
    Running running;
    RawClient client{running.server.port()};
    client.send("GET / HTTP/1.1\r\nX: ");
    auto const begin = std::chrono::steady_clock::now();
    while (client.send("x") && std::chrono::steady_clock::now() - begin < 5s) std::this_thread::sleep_for(20ms);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
}

TEST(Server, ClosesAnIdleConnectionInSilence) {
    Running running;
    RawClient client{running.server.port()};
    EXPECT_EQ(client.read_all(), "");
    EXPECT_TRUE(client.ended());
}

TEST(Server, TurnsAwayWhatIsTooManyWith503AndServesAgainLater) {
    auto options = quick_options();
    options.max_connections = 3;
    options.header_timeout = 10s;
    Running running{options};
    {
        std::vector<std::unique_ptr<RawClient>> some;
        for (int i = 0; i < 3; ++i) {
            some.push_back(std::make_unique<RawClient>(running.server.port()));
            some.back()->send("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /");
            some.back()->read_until("[]");  // and in the middle of the next request
        }
        auto const text = running.ask("");
        EXPECT_THAT(statuses(text), ElementsAre(503));
        EXPECT_THAT(text, HasSubstr("Retry-After: 1"));
    }
    while (running.server.counters().open > 0) std::this_thread::yield();
    EXPECT_THAT(statuses(running.ask(get("/"))), ElementsAre(200));
}

TEST(Server, LetsAnIdleConnectionMakeWayWhenAllPlacesAreTaken) {
    auto options = quick_options();
    options.max_connections = 1;
    options.threads = 1;
    options.idle_timeout = 10s;
    Running running{options};
    RawClient idle{running.server.port()};
    idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    idle.read_until("[]");
    EXPECT_THAT(statuses(running.ask(get("/"))), ElementsAre(200));
    idle.read_all();
    EXPECT_TRUE(idle.ended());
}

TEST(Server, AnswersOthersWhileManyAreIdleOrSlow) {
    auto options = quick_options();
    options.header_timeout = options.idle_timeout = 20s;
    Running running{options};
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 300; ++i) {
        slow.push_back(std::make_unique<RawClient>(running.server.port()));
        if (i % 2) slow.back()->send("GET / HTT");
    }
    for (int i = 0; i < 50; ++i) EXPECT_THAT(statuses(running.ask(get("/"))), ElementsAre(200));
    EXPECT_GE(running.server.counters().open, 300u);
}

// ---- stopping ----

/// Waits off the network thread until the test says go.
struct Slow {
    WorkerPool pool{1, 8};
    std::promise<void> begun, go;
    Task<Response> operator()(Request& request) {
        if (request.path == "/slow") {
            auto going = go.get_future().share();
            co_await on_pool(pool, [this, going] {
                begun.set_value();
                going.wait();
                return 0;
            });
        }
        Response response;
        response.body = "\"done " + request.path + '"';
        co_return response;
    }
};

TEST(Server, FinishesWhatItAcceptedBeforeItStops) {
    Slow slow;
    Running running{quick_options(), [&slow](Request& r) { return slow(r); }};
    RawClient busy{running.server.port()}, idle{running.server.port()};
    busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    slow.begun.get_future().wait();
    auto stopping = std::async(std::launch::async, [&] { running.server.stop(); });
    EXPECT_EQ(idle.read_all(), "");
    EXPECT_TRUE(idle.ended());
    EXPECT_THROW(RawClient{running.server.port()}, std::runtime_error);
    EXPECT_EQ(stopping.wait_for(0s), std::future_status::timeout);
    slow.go.set_value();
    auto const text = busy.read_until("done /slow");
    EXPECT_THAT(text, HasSubstr("Connection: close"));
    EXPECT_THAT(text, HasSubstr("done /slow"));
    busy.end_sending();
    stopping.get();
}

TEST(Server, StopsAtOnceWhenNothingIsOpenAndCanBeStoppedTwice) {
    Running running;
    running.server.stop();
    running.server.stop();
}

TEST(Server, SaysWhyItCannotListen) {
    Running running;
    auto options = quick_options();
    options.port = running.server.port();
    Server second{options, [](Request& r) { return echo(r); }};
    try {
        second.start();
        FAIL() << "two servers on one port";
    } catch (std::runtime_error const& error) {
        EXPECT_THAT(error.what(), HasSubstr("cannot listen on 127.0.0.1:" + std::to_string(options.port)));
    }
}

}  // namespace
}  // namespace hearline::http
