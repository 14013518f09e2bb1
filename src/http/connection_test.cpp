#include "http/connection.hpp"

#include <gmock/gmock.h>

#include "support/memory_stream.hpp"
#include "support/raw_client.hpp"

namespace hearline::http {
namespace {

using testing::ElementsAre;

/// What the handlers saw and what was written, when the bytes come in pieces of this size.
struct Outcome {
    std::vector<std::string> requests;
    std::string written;
};

Outcome run(std::string_view input, std::size_t piece) {
    Outcome outcome;
    Shared shared{{}, [&outcome](Request& request) -> Task<Response> {
                      outcome.requests.push_back(request.path + ' ' + request.body);
                      return [](std::string path) -> Task<Response> {
                          Response response;
                          response.body = path;
                          co_return response;
                      }(request.path);
                  }, {}};
    test::Loop loop;
    Rhythm const rhythm{{}, "today"};
    Connection connection{shared, rhythm, std::make_unique<test::MemoryStream>(loop, input, piece, outcome.written), {"10.0.0.1", false, false, false}, Connection::Welcome::serve};
    bool ended = false;
    connection.start([&ended] { ended = true; });
    loop.run();
    EXPECT_TRUE(ended);
    return outcome;
}

TEST(Connection, UnderstandsTheSameHoweverTheBytesAreCut) {
    std::string const input =
        "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"
        "POST /2 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n1\r\nd\r\n0\r\nTrailer: some\r\nAnother: one\r\n\r\n"
        "POST /3 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        "\r\nPOST /4 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\nx"
        "GET /5 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET /6 HTTP/1.1\r\nHost: a\r\n\r\n";
    for (std::size_t piece = 1; piece < input.size() + 1; ++piece) {
        auto const outcome = run(input, piece);
        EXPECT_THAT(outcome.requests, ElementsAre("/1 ", "/2 abcd", "/3 ", "/4 x", "/5 ")) << "pieces of " << piece;
        auto seen = test::statuses(outcome.written);
        std::erase(seen, 100);
        EXPECT_EQ(seen, std::vector<int>(5, 200)) << "pieces of " << piece;
    }
}

TEST(Connection, LetsOneEmptyLinePassBeforeARequestAndNoMore) {
    for (std::size_t piece : {1, 2, 3, 100}) {
        EXPECT_THAT(test::statuses(run("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", piece).written), ElementsAre(400));
        EXPECT_THAT(test::statuses(run("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", piece).written), ElementsAre(200));
        EXPECT_THAT(test::statuses(run("\r", piece).written), ElementsAre());
    }
}

}  // namespace
}  // namespace hearline::http
