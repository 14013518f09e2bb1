#include "http/server.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <random>

#include "http/awaitables.hpp"
#include "support/raw_client.hpp"

namespace hearline::http {
namespace {

using test::RawClient;
using test::statuses;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

/// Says back what it was asked.
Task<Response> echo(Request& request) {
    Response response;
    response.content_type = "text/plain";
    response.body = std::string{name_of(request.method)} + ' ' + request.path;
    for (auto const& [name, value] : request.query) response.body += ' ' + name + '=' + value;
    response.body += " [" + request.body + "]";
    if (request.path == "/host") response.body = request.header("host");
    if (request.path == "/peer") response.body = request.peer + (request.secure ? " secure" : "") + (request.loopback ? " loopback" : "");
    if (request.path == "/big") response.body.assign(3'000'000, 'x');
    if (request.path == "/nothing") response.status = 204;
    if (request.path == "/split") response.set("X-Value", "a\r\nSet-Cookie: stolen=1");
    if (request.path == "/throw") throw std::runtime_error{"bug"};
    if (request.path == "/file") response.file = request.header("x-file");
    if (!request.body_file.empty()) {
        std::ifstream in{request.body_file, std::ios::binary};
        std::string const content{std::istreambuf_iterator<char>{in}, {}};
        response.body = "file of " + std::to_string(content.size()) + (content.find_first_not_of('u') == std::string::npos ? " good " : " bad ") + request.body_file;
    }
    co_return response;
}

ServerOptions quick_options() {
    ServerOptions options;
    options.port = 0;
    options.header_timeout = options.body_timeout = options.idle_timeout = 400ms;
    options.body_limit = 1000;
    options.upload_folder = testing::TempDir();
    return options;
}

std::size_t limit_of(Method, std::string_view path) { return path == "/upload" ? 200'000 : 1000; }

struct Running {
    explicit Running(ServerOptions options = quick_options(), Entry entry = [](Request& r) { return echo(r); }) : server{options, std::move(entry), limit_of} {
        server.start();
    }
    std::string ask(std::string_view bytes) const {
        RawClient client{server.port()};
        client.send(bytes);
        return client.read_all();
    }
    Server server;
};

// ---- every probe: what is sent, which statuses come back, one after another; the connection is closed at the end ----

struct Probe {
    std::string name, bytes;
    std::vector<int> expected;
};

std::string get(std::string const& target) { return "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"; }
std::string with(std::string const& headers, std::string const& body = {}) { return "POST /x HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + body; }
std::string const smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

std::vector<Probe> probes() {
    return {
        {"plain_get", get("/"), {200}},
        {"lower_case_method", "get / HTTP/1.1\r\nHost: a\r\n\r\n", {501}},
        {"unknown_method", "BREW /tea HTTP/1.1\r\nHost: a\r\n\r\n", {501}},
        {"connect", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", {501}},
        {"trace", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", {501}},
        {"http_2_preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {505}},
        {"http_1_9", "GET / HTTP/1.9\r\nHost: a\r\n\r\n", {505}},
        {"http_3_0", "GET / HTTP/3.0\r\nHost: a\r\n\r\n", {505}},
        {"http_0_9", "GET /\r\n\r\n", {400}},
        {"no_version", "GET / \r\nHost: a\r\n\r\n", {505}},
        {"garbage", "\x16\x03\x01\x02\x00\x01", {400}},
        {"bare_lf", "GET / HTTP/1.1\nHost: a\n\n", {505}},
        {"bare_cr_in_value", "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n", {400}},
        {"nul_in_value", std::string{"GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n", 39}, {400}},
        {"space_before_colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", {400}},
        {"space_in_name", "GET / HTTP/1.1\r\nHost: a\r\nX Y: a\r\n\r\n", {400}},
        {"empty_name", "GET / HTTP/1.1\r\nHost: a\r\n: a\r\n\r\n", {400}},
        {"no_colon", "GET / HTTP/1.1\r\nHost: a\r\nnothing\r\n\r\n", {400}},
        {"folded_value", "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n", {400}},
        {"folded_empty_value", "GET / HTTP/1.1\r\nHost: a\r\nX:\r\n b\r\n\r\n", {400}},
        {"folded_by_tab_at_the_end", "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n\t\r\n\r\n", {400}},
        {"no_host", "GET / HTTP/1.1\r\n\r\n", {400}},
        {"two_hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", {400}},
        {"same_host_twice", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", {400}},
        {"empty_host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", {400}},
        {"host_with_path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", {400}},
        {"host_with_user", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", {400}},
        {"no_host_in_1_0", "GET / HTTP/1.0\r\n\r\n", {200}},
        {"length_and_chunked", with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled), {400}},
        {"chunked_and_length", with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + smuggled), {400}},
        {"gzip_and_length", with("Transfer-Encoding: gzip\r\nContent-Length: 5\r\n", "12345" + smuggled), {400}},
        {"gzip_alone", with("Transfer-Encoding: gzip\r\n", smuggled), {501}},
        {"gzip_then_chunked", with("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" + smuggled), {501}},
        {"chunked_then_identity", with("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n" + smuggled), {501}},
        {"chunked_twice", with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled), {400}},
        {"chunked_with_tab_tricks", with("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n" + smuggled), {501}},
        {"empty_coding", with("Transfer-Encoding:\r\n", smuggled), {501}},
        {"chunked_in_1_0", "POST /x HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled, {400}},
        {"two_lengths", with("Content-Length: 5\r\nContent-Length: 6\r\n", "123456"), {400}},
        {"same_length_twice", with("Content-Length: 5\r\nContent-Length: 5\r\n", "12345"), {400}},
        {"negative_length", with("Content-Length: -1\r\n"), {400}},
        {"signed_length", with("Content-Length: +5\r\n", "12345"), {400}},
        {"hexadecimal_length", with("Content-Length: 0x5\r\n", "12345"), {400}},
        {"huge_length", with("Content-Length: 99999999999999999999999\r\n"), {400}},
        {"length_beyond_limit", with("Content-Length: 1001\r\n"), {413}},
        {"chunks_beyond_limit", with("Transfer-Encoding: chunked\r\n", "3e9\r\n" + std::string(1001, 'x') + "\r\n0\r\n\r\n"), {413}},
        {"bad_chunk_size", with("Transfer-Encoding: chunked\r\n", "zz\r\n\r\n"), {400}},
        {"negative_chunk_size", with("Transfer-Encoding: chunked\r\n", "-1\r\n\r\n"), {400}},
        {"chunk_longer_than_said", with("Transfer-Encoding: chunked\r\n", "2\r\nabc\r\n0\r\n\r\n"), {400}},
        {"chunk_size_overflow", with("Transfer-Encoding: chunked\r\n", "10000000000000001\r\nx\r\n0\r\n\r\n"), {400}},
        {"endless_chunk_extension", with("Transfer-Encoding: chunked\r\n", "1;" + std::string(70'000, 'e')), {400}},
        {"header_too_large", "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(17'000, 'x') + "\r\n\r\n", {431}},
        {"headers_together_too_large",
         [] {
             std::string text = "GET / HTTP/1.1\r\nHost: a\r\n";
             for (int i = 0; i < 90; ++i) text += "X-" + std::to_string(i) + ": " + std::string(300, 'x') + "\r\n";
             return text + "\r\n";
         }(),
         {431}},
        {"too_many_headers",
         [] {
             std::string text = "GET / HTTP/1.1\r\nHost: a\r\n";
             for (int i = 0; i < 200; ++i) text += "X: y\r\n";
             return text + "\r\n";
         }(),
         {431}},
        {"long_target", get("/" + std::string(9000, 'a')), {414}},
        {"two_authorizations", "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n", {400}},
        {"unknown_expectation", with("Expect: a-miracle\r\nContent-Length: 5\r\n", "12345"), {417}},
        {"encoded_slash", get("/a%2Fb"), {400}},
        {"encoded_dot_segment", get("/a/%2e%2E/b"), {400}},
        {"dot_segment", get("/a/../b"), {400}},
        {"encoded_backslash", get("/a%5cb"), {400}},
        {"encoded_nul", get("/a%00b"), {400}},
        {"nul_in_query", get("/a?b=%00"), {400}},
        {"encoded_line_feed_in_path", get("/a%0ab"), {400}},
        {"bad_escape", get("/a%zz"), {400}},
        {"cut_escape", get("/a%4"), {400}},
        {"overlong_utf8", get("/%c0%af"), {400}},
        {"lone_surrogate", get("/?q=%ed%a0%80"), {400}},
        {"not_utf8", get("/?q=%ff"), {400}},
        {"fragment", get("/a#b"), {400}},
        {"other_scheme", get("ftp://a/b"), {400}},
        {"absolute_form_with_user", get("http://u:p@a/b"), {400}},
        {"relative_target", get("a"), {400}},
        {"asterisk_for_get", get("*"), {400}},
        {"asterisk_for_options", "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", {200}},
        {"cut_off_body", with("Content-Length: 50\r\n", "1234"), {400}},
        {"cut_off_chunks", with("Transfer-Encoding: chunked\r\n", "5\r\n12"), {400}},
        {"cut_off_head", "GET / HTTP/1.1\r\nHos", {400}},
        {"pipelined_good_good_bad", "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n" + with("Content-Length: 2\r\n", "ab") + "NONSENSE\r\n\r\n" + smuggled, {200, 200, 400}},
        {"nothing_after_close", get("/1") + smuggled, {200}},
        {"one_empty_line_first", "\r\n" + get("/"), {200}},
        {"upgrade_is_ignored", "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade, close\r\nUpgrade: h2c\r\n\r\n", {200}},
        {"chinese_target_as_it_is", get("/?q=空调"), {200}},
    };
}

class Malformed : public testing::TestWithParam<Probe> {};

TEST_P(Malformed, GetsItsAnswerAndTheConnectionEnds) {
    Running running;
    RawClient client{running.server.port()};
    client.send(GetParam().bytes);
    client.end_sending();
    auto const text = client.read_all();
    EXPECT_EQ(statuses(text), GetParam().expected) << text;
    EXPECT_TRUE(client.ended());
    EXPECT_THAT(text, Not(HasSubstr("smuggled")));
    if (GetParam().expected.back() >= 400) {
        EXPECT_THAT(text, HasSubstr("application/problem+json"));
    }
}

class MalformedByteByByte : public testing::TestWithParam<Probe> {};

TEST_P(MalformedByteByByte, GetsTheSameAnswer) {
    Running running;
    RawClient client{running.server.port()};
    for (char const c : GetParam().bytes)
        if (!client.send({&c, 1})) break;
    client.end_sending();
    EXPECT_EQ(statuses(client.read_all()), GetParam().expected);
}

std::vector<Probe> short_probes() {
    auto some = probes();
    std::erase_if(some, [](Probe const& probe) { return probe.bytes.size() > 600; });
    return some;
}

auto const name_of_probe = [](auto const& about) { return about.param.name; };
INSTANTIATE_TEST_SUITE_P(Probes, Malformed, testing::ValuesIn(probes()), name_of_probe);
INSTANTIATE_TEST_SUITE_P(Probes, MalformedByteByByte, testing::ValuesIn(short_probes()), name_of_probe);

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
    options.idle_timeout = 10s;
    Running running{options};
    {
        std::vector<std::unique_ptr<RawClient>> some;
        for (int i = 0; i < 3; ++i) {
            some.push_back(std::make_unique<RawClient>(running.server.port()));
            some.back()->send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            some.back()->read_until("[]");
        }
        auto const text = running.ask("");
        EXPECT_THAT(statuses(text), ElementsAre(503));
        EXPECT_THAT(text, HasSubstr("Retry-After: 1"));
    }
    while (running.server.counters().open > 0) std::this_thread::yield();
    EXPECT_THAT(statuses(running.ask(get("/"))), ElementsAre(200));
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

// ---- noise ----

TEST(Server, SurvivesThousandsOfMutatedRequestsWithoutAHang) {
    auto options = quick_options();
    options.header_timeout = options.body_timeout = options.idle_timeout = 2s;
    Running running{options};
    auto const seeds = probes();
    std::mt19937 random{20261123};
    auto const pick = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>{0, n - 1}(random); };
    for (int round = 0; round < 3000; ++round) {
        auto bytes = seeds[pick(seeds.size())].bytes.substr(0, 2000);
        for (std::size_t changes = 1 + pick(4); changes > 0; --changes) {
            auto const at = pick(bytes.size());
            switch (pick(4)) {
                case 0: bytes[at] = static_cast<char>(pick(256)); break;
                case 1: bytes.erase(at, 1 + pick(8)); break;
                case 2: bytes.insert(at, seeds[pick(seeds.size())].bytes.substr(0, 1 + pick(40))); break;
                default: bytes.insert(at, "\r\n"); break;
            }
            if (bytes.empty()) bytes = "x";
        }
        RawClient client{running.server.port()};
        client.send(bytes);
        client.end_sending();
        client.read_all();
        ASSERT_TRUE(client.ended()) << "hung on: " << bytes;
    }
    EXPECT_THAT(statuses(running.ask(get("/"))), ElementsAre(200));
}

}  // namespace
}  // namespace hearline::http
