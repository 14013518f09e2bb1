#pragma once
// The HTTP/1.1 server: sockets, framing, limits, TLS, graceful stop. Knows requests and responses, no route.
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "http/message.hpp"
#include "http/taken_address.hpp"
#include "http/task.hpp"

namespace hearline::http {

struct ServerOptions {
    std::string host = "127.0.0.1";
    int port = 8080;  ///< 0 = any free port; `Server::port()` tells
    std::shared_ptr<TakenAddress> address = {};  ///< of that host and port, where it was taken before; for one start
    int threads = 2;
    std::size_t header_limit = 16 * 1024;
    std::size_t body_limit = 1 << 20;           ///< for JSON bodies
    std::size_t upload_limit = 25 << 20;        ///< for attachment routes (body goes to a temporary file above `body_limit`)
    std::chrono::milliseconds header_timeout{10'000}, body_timeout{30'000}, idle_timeout{75'000}, write_timeout{30'000}, stop_timeout{20'000};
    std::chrono::milliseconds comment_every{15'000};  ///< on an answer that goes on and has nothing to say, so that nobody in between thinks it dead
    std::size_t max_connections = 4096;
    std::string certificate, key;               ///< PEM files; empty = plain HTTP
    std::vector<std::string> trusted_proxies;   ///< addresses or networks whose X-Forwarded-* are believed
    std::string upload_folder;                  ///< where large bodies are written
};

/// Answers every request; must not throw (it turns exceptions into problem documents itself).
using Entry = std::function<Task<Response>(Request&)>;
/// Says which limit a body has, from method and path, before it is read.
using BodyLimit = std::function<std::size_t(Method, std::string_view path)>;

class Server {
public:
    Server(ServerOptions options, Entry entry, BodyLimit body_limit = {});
    ~Server();
    /// Throws std::runtime_error that begins with `certificate`, `key` or `trusted_proxies` when that option cannot be used.
    static void check(ServerOptions const& options);
    void start();                         ///< binds (throws std::runtime_error with the reason) and serves in threads of its own
    [[nodiscard]] int port() const;
    /// No new connections; finishes what was accepted, at most stop_timeout, then ends the rest. Not from a handler. A second call does nothing.
    void stop();
    struct Counters {
        std::uint64_t connections = 0, open = 0, requests = 0, refused = 0, timeouts = 0;
    };
    [[nodiscard]] Counters counters() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hearline::http
