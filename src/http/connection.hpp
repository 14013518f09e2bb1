#pragma once
// The life of one connection: requests in, answers out in the same order, deadlines, and an orderly end.
#include <atomic>
#include <chrono>
#include <memory>
#include <string>

#include "http/byte_range.hpp"
#include "http/feed.hpp"
#include "http/forwarded.hpp"
#include "http/reply.hpp"
#include "http/request_parser.hpp"
#include "http/server.hpp"
#include "http/stream.hpp"

namespace hearline::http {

using SteadyTime = std::chrono::steady_clock::time_point;

/// What all connections of a server share.
struct Shared {
    Shared(ServerOptions o, Entry e, BodyLimit limit) : options{std::move(o)}, entry{std::move(e)}, body_limit{std::move(limit)}, proxies{{}} {}

    ServerOptions options;
    Entry entry;
    BodyLimit body_limit;
    TrustedProxies proxies;
    std::atomic<std::uint64_t> connections{0}, open{0}, requests{0}, refused{0}, timeouts{0};
    std::atomic<std::uint64_t> next_id{0};
    std::string id_prefix;
};

/// What the connections of one network thread share; only that thread touches it.
struct Rhythm {
    SteadyTime now;    ///< as of the last tick
    std::string date;  ///< of the Date header
};

/// See the head of this file; used by its network thread only.
class Connection {
public:
    enum class Welcome { serve, turn_away };  ///< too many connections: turn away with 503

    Connection(Shared& shared, Rhythm const& rhythm, std::unique_ptr<Stream> stream, TrustedProxies::Origin origin, Welcome welcome);

    /// Lives to the end; calls `ended` then, after which the object may be destroyed.
    template <class Ended>
    void start(Ended ended) {
        run(*this, std::move(ended));
    }

    void tick();   ///< ends what has passed its deadline
    void drain();  ///< finish what was accepted, then end
    void abort();  ///< end now; a handler that still runs is waited for
    bool make_way();  ///< ends when it only waits for a next request; false when it has something to do

private:
    struct Fire {  // a coroutine that nobody awaits
        struct promise_type {
            Fire get_return_object() { return {}; }
            std::suspend_never initial_suspend() noexcept { return {}; }
            std::suspend_never final_suspend() noexcept { return {}; }
            void return_void() {}
            void unhandled_exception() noexcept { std::terminate(); }
        };
    };
    enum class Phase { opening, idle, head, body, handling, writing, feeding, lingering };

    template <class Ended>
    static Fire run(Connection& self, Ended ended) {
        co_await self.live();
        ended();
    }
    Task<bool> live();
    Task<bool> receive();               ///< a whole request is there (true), or the connection is to end
    Task<bool> more_bytes();            ///< reads on; false when there is nothing more to be had
    Task<bool> answer();                ///< runs the handler and queues the reply; true when the connection goes on
    Task<bool> send_file(std::string path, ByteRange part);
    Task<bool> send_feed(Feed& feed);   ///< until one of both ends it
    Task<bool> wait_for_news(SteadyTime at_most);  ///< false when the peer has gone
    Task<bool> flush(std::string_view body = {});
    Task<bool> give_up(Fault fault);    ///< says why, then ends
    Task<bool> linger();                ///< lets the peer read the last reply before the connection is gone

    RequestParser::Progress parse();
    void expect(Phase phase);           ///< sets the deadline for the next bytes
    void make_room();
    bool take_what_is_there();
    bool flush_now();                   ///< true when all went out without waiting
    bool flush_now(std::string_view& body);  ///< what did not go out is left in `out_` and `body`
    [[nodiscard]] std::string next_id();

    Shared& shared_;
    Rhythm const& rhythm_;
    std::unique_ptr<Stream> stream_;
    TrustedProxies::Origin origin_;
    Welcome welcome_;
    RequestParser parser_;
    Request request_;
    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_ = 0, begin_ = 0, end_ = 0;
    std::string out_;
    Phase phase_ = Phase::opening;
    SteadyTime deadline_{}, body_began_{};
    bool stopping_ = false, aborted_ = false, timed_out_ = false;
    Feed* feed_ = nullptr;  ///< while one is sent
    int run_length_ = 0;  ///< requests answered since the thread last saw another connection
};

}  // namespace hearline::http
