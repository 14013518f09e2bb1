#pragma once
// A server whose handler says back what it was asked, with small limits and short times.
#include <filesystem>
#include <fstream>
#include <string>

#include "http/server.hpp"
#include "support/raw_client.hpp"

namespace hearline::test {

using namespace http;
using namespace std::chrono_literals;

/// Says back what it was asked.
inline Task<Response> echo(Request& request) {
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

inline ServerOptions quick_options() {
    ServerOptions options;
    options.port = 0;
    options.header_timeout = options.body_timeout = options.idle_timeout = 400ms;
    options.body_limit = 1000;
    options.upload_folder = std::filesystem::temp_directory_path().string();
    return options;
}

inline std::size_t limit_of(Method, std::string_view path) { return path == "/upload" ? 200'000 : 1000; }

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

/// A last request.
inline std::string get(std::string const& target) { return "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"; }
/// A POST with these header lines.
inline std::string with(std::string const& headers, std::string const& body = {}) { return "POST /x HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + body; }
}  // namespace hearline::test
