// Load generator: N keep-alive connections, one thread, closed loop; prints requests a second and latency percentiles as one JSON line.
//   bench_http_load --port P --token T [--connections 64] [--seconds 5] [--post PATH --body FILE | --get PATH] [--warm 0.5]
// In a body, every "{n}" is replaced by a running number, so that no two registrations are the same.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Options {
    int port = 8080, connections = 64;
    double seconds = 5, warm = 0.5;
    std::string token, get, post, body;
};

struct Connection {
    int fd = -1;
    std::string out;
    std::size_t sent = 0;
    std::string in;
    Clock::time_point began;
};

[[noreturn]] void die(std::string const& why) {
    std::fprintf(stderr, "http_load: %s\n", why.c_str());
    std::exit(1);
}

Options parse(int argc, char** argv) {
    Options o;
    for (int i = 1; i + 1 < argc; i += 2) {
        std::string const name = argv[i], value = argv[i + 1];
        if (name == "--port") o.port = std::atoi(value.c_str());
        else if (name == "--connections") o.connections = std::atoi(value.c_str());
        else if (name == "--seconds") o.seconds = std::atof(value.c_str());
        else if (name == "--warm") o.warm = std::atof(value.c_str());
        else if (name == "--token") o.token = value;
        else if (name == "--get") o.get = value;
        else if (name == "--post") o.post = value;
        else if (name == "--body") {
            std::ifstream in{value};
            std::ostringstream text;
            text << in.rdbuf();
            o.body = text.str();
        } else die("unknown option " + name);
    }
    if (o.get.empty() == o.post.empty()) die("give --get PATH or --post PATH");
    return o;
}

std::string request(Options const& o, long n) {
    std::string const head = "Host: 127.0.0.1\r\nAuthorization: Bearer " + o.token + "\r\n";
    if (!o.get.empty()) return "GET " + o.get + " HTTP/1.1\r\n" + head + "\r\n";
    std::string body = o.body;
    for (auto at = body.find("{n}"); at != std::string::npos; at = body.find("{n}", at)) body.replace(at, 3, std::to_string(n));
    return "POST " + o.post + " HTTP/1.1\r\n" + head + "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// Length of the first whole response in `in`, or 0; its status in `status`.
std::size_t whole_response(std::string const& in, int& status) {
    auto const end = in.find("\r\n\r\n");
    if (end == std::string::npos) return 0;
    status = std::atoi(in.c_str() + 9);
    auto at = in.find("Content-Length: ");
    if (at == std::string::npos || at > end) at = in.find("content-length: ");
    if (at == std::string::npos || at > end) die("an answer without Content-Length");
    auto const total = end + 4 + static_cast<std::size_t>(std::atol(in.c_str() + at + 16));
    return in.size() >= total ? total : 0;
}

int connect_to(int port) {
    int const fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) die("cannot connect");
    int const one = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    ::fcntl(fd, F_SETFL, O_NONBLOCK);
    return fd;
}

void send_some(Connection& c) {
    while (c.sent < c.out.size()) {
        auto const n = ::send(c.fd, c.out.data() + c.sent, c.out.size() - c.sent, MSG_NOSIGNAL);
        if (n <= 0) return;
        c.sent += static_cast<std::size_t>(n);
    }
}

double at_percent(std::vector<double> const& sorted, double percent) {
    if (sorted.empty()) return 0;
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(percent / 100 * static_cast<double>(sorted.size())))];
}

}  // namespace

int main(int argc, char** argv) {
    auto const o = parse(argc, argv);
    int const poll = ::epoll_create1(0);
    std::vector<Connection> all(static_cast<std::size_t>(o.connections));
    long n = static_cast<long>(std::chrono::system_clock::now().time_since_epoch().count() % 1'000'000'000) * 1000;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& c = all[i];
        c.fd = connect_to(o.port);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = i;
        ::epoll_ctl(poll, EPOLL_CTL_ADD, c.fd, &event);
        c.out = request(o, ++n);
        c.began = Clock::now();
        send_some(c);
    }
    auto const start = Clock::now();
    auto const measured_from = start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(o.warm));
    auto const until = measured_from + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(o.seconds));
    std::vector<double> latencies;
    latencies.reserve(1 << 20);
    std::map<int, long> statuses;
    std::vector<epoll_event> events(256);
    std::vector<char> buffer(1 << 18);
    for (auto now = start; now < until;) {
        int const ready = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), 100);
        for (int e = 0; e < ready; ++e) {
            auto& c = all[events[static_cast<std::size_t>(e)].data.u64];
            for (;;) {
                auto const got = ::recv(c.fd, buffer.data(), buffer.size(), 0);
                if (got == 0) die("the server closed a connection: " + c.in.substr(0, 300));
                if (got < 0) break;
                c.in.append(buffer.data(), static_cast<std::size_t>(got));
                if (static_cast<std::size_t>(got) < buffer.size()) break;
            }
            int status = 0;
            if (auto const length = whole_response(c.in, status)) {
                now = Clock::now();
                if (now >= measured_from && now < until) {
                    latencies.push_back(std::chrono::duration<double, std::milli>(now - c.began).count());
                    ++statuses[status];
                    if (status >= 400 && statuses[status] == 1) std::fprintf(stderr, "%s\n", c.in.substr(0, 600).c_str());
                }
                c.in.erase(0, length);
                c.out = request(o, ++n);
                c.sent = 0;
                c.began = Clock::now();
                send_some(c);
            }
        }
        now = Clock::now();
    }
    std::sort(latencies.begin(), latencies.end());
    std::string by_status;
    for (auto const& [status, count] : statuses) by_status += (by_status.empty() ? "" : ",") + ("\"" + std::to_string(status) + "\":" + std::to_string(count));
    std::printf("{\"per_second\":%.0f,\"p50_ms\":%.3f,\"p99_ms\":%.3f,\"max_ms\":%.3f,\"status\":{%s}}\n", static_cast<double>(latencies.size()) / o.seconds, at_percent(latencies, 50),
                at_percent(latencies, 99), latencies.empty() ? 0 : latencies.back(), by_status.c_str());
}
