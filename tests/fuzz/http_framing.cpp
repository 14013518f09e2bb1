// Any bytes on a connection: nothing breaks, every request that reaches a handler is well-formed, and how the bytes were cut into packets
// changes nothing of what is understood (two readers that cut differently must not see different requests).
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "support/memory_stream.hpp"

namespace {

using namespace hearline;

std::vector<std::string> seen;

void require(bool good) {
    if (!good) std::abort();
}

http::Task<http::Response> entry(http::Request& request) {
    require(request.path == "*" || (request.path.starts_with('/') && http::valid_utf8(request.path)));
    require(request.path.find('\0') == std::string::npos && request.path.find('\\') == std::string::npos);
    require((request.path + '/').find("/../") == std::string::npos && (request.path + '/').find("/./") == std::string::npos);
    std::string text = std::string{http::name_of(request.method)} + ' ' + request.path + '\n';
    int hosts = 0, lengths = 0, codings = 0;
    for (auto const& [name, value] : request.headers) {
        hosts += name == "host";
        lengths += name == "content-length";
        codings += name == "transfer-encoding";
        require(name.find_first_of(" \t\r\n:") == std::string::npos && !name.empty());
        require(value.find_first_of(std::string_view{"\r\n\0", 3}) == std::string::npos);
        text += name + '=' + value + '\n';
    }
    require(hosts <= 1 && lengths + codings <= 1 && request.headers.size() <= 100);
    for (auto const& [name, value] : request.query) require(http::valid_utf8(name) && http::valid_utf8(value));
    require(request.body.size() <= 4096 && request.body_file.empty());
    seen.push_back(text + request.body);
    http::Response response;
    response.body = "{}";
    co_return response;
}

struct Outcome {
    std::vector<std::string> requests;
    std::string written;
    bool operator==(Outcome const&) const = default;
};

Outcome run(std::string_view input, std::size_t piece) {
    static http::Shared shared{[] {
                                   http::ServerOptions options;
                                   options.header_limit = 2048;
                                   options.body_limit = 4096;
                                   return options;
                               }(),
                               entry,
                               {}};
    seen.clear();
    Outcome outcome;
    test::Loop loop;
    http::Rhythm const rhythm{{}, "Sun, 06 Nov 1994 08:49:37 GMT"};
    http::Connection connection{shared, rhythm, std::make_unique<test::MemoryStream>(loop, input, piece, outcome.written), {"10.0.0.1", false, false, false}, http::Connection::Welcome::serve};
    bool ended = false;
    connection.start([&ended] { ended = true; });
    loop.run();
    require(ended);
    outcome.requests = seen;
    return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size < 2 || size > 20'000) return 0;
    std::string_view const input{reinterpret_cast<char const*>(data) + 1, size - 1};
    auto const whole = run(input, SIZE_MAX);
    auto const pieces = run(input, 1 + data[0] % 37);
    if (std::getenv("SHOW")) std::fprintf(stderr, "whole: %zu\n%s\npieces: %zu\n%s\n", whole.requests.size(), whole.written.c_str(), pieces.requests.size(), pieces.written.c_str());
    require(whole.requests == pieces.requests);
    // The last answer may be another fault, found earlier or later, but never an answer more or less.
    auto const answers = [](std::string_view text) {  // "100 Continue" has no date
        int n = 0;
        for (auto at = text.find("\r\nDate: "); at != std::string_view::npos; at = text.find("\r\nDate: ", at + 1)) ++n;
        return n;
    };
    require(answers(whole.written) == answers(pieces.written));
    return 0;
}
