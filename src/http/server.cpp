#include "http/server.hpp"

#include <sys/resource.h>
#include <sys/socket.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <algorithm>
#include <array>
#include <list>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>

#include "base/digest.hpp"
#include "http/connection.hpp"

namespace hearline::http {
namespace {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::milliseconds tick_length{100};

class PlainStream final : public Stream {
public:
    explicit PlainStream(tcp::socket socket) : socket_{std::move(socket)} {}

    void begin(Waiter& waiter) override { yield(waiter); }
    void read_some(char* to, std::size_t most, Waiter& waiter) override {
        socket_.async_read_some(asio::buffer(to, most), [&waiter](error_code ec, std::size_t n) { waiter.told(!ec || ec == asio::error::eof, n); });
    }
    void write_all(std::string_view first, std::string_view second, Waiter& waiter) override {
        std::array const both{asio::buffer(first.data(), first.size()), asio::buffer(second.data(), second.size())};
        asio::async_write(socket_, both, [&waiter](error_code ec, std::size_t n) { waiter.told(!ec, n); });
    }
    std::size_t read_now(char* to, std::size_t most) override {
        auto const n = ::recv(socket_.native_handle(), to, most, MSG_DONTWAIT);
        return n > 0 ? static_cast<std::size_t>(n) : 0;
    }
    std::size_t write_now(std::string_view first, std::string_view second) override {
        std::array<iovec, 2> parts{iovec{const_cast<char*>(first.data()), first.size()}, iovec{const_cast<char*>(second.data()), second.size()}};
        msghdr message{};
        message.msg_iov = parts.data();
        message.msg_iovlen = parts.size();
        auto const n = ::sendmsg(socket_.native_handle(), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
        return n > 0 ? static_cast<std::size_t>(n) : 0;
    }
    void yield(Waiter& waiter) override {
        asio::post(socket_.get_executor(), [&waiter] { waiter.told(true, 0); });
    }
    void cancel() noexcept override {
        error_code ignored;
        socket_.cancel(ignored);
    }
    void end_sending() noexcept override {
        error_code ignored;
        socket_.shutdown(tcp::socket::shutdown_send, ignored);
    }
    void close() noexcept override {
        error_code ignored;
        socket_.close(ignored);
    }

private:
    tcp::socket socket_;
};

class TlsStream final : public Stream {
public:
    TlsStream(tcp::socket socket, ssl::context& context) : stream_{std::move(socket), context} {}

    void begin(Waiter& waiter) override {
        stream_.async_handshake(ssl::stream_base::server, [&waiter](error_code ec) { waiter.told(!ec, 0); });
    }
    void read_some(char* to, std::size_t most, Waiter& waiter) override {
        auto told = [&waiter](error_code ec, std::size_t n) { waiter.told(!ec || ec == asio::error::eof || ec == ssl::error::stream_truncated, n); };
        if (ended_) stream_.next_layer().async_read_some(asio::buffer(to, most), told);
        else stream_.async_read_some(asio::buffer(to, most), told);
    }
    void write_all(std::string_view first, std::string_view second, Waiter& waiter) override {
        std::array const both{asio::buffer(first.data(), first.size()), asio::buffer(second.data(), second.size())};
        asio::async_write(stream_, both, [&waiter](error_code ec, std::size_t n) { waiter.told(!ec, n); });
    }
    std::size_t read_now(char*, std::size_t) override { return 0; }
    std::size_t write_now(std::string_view, std::string_view) override { return 0; }
    void yield(Waiter& waiter) override {
        asio::post(stream_.get_executor(), [&waiter] { waiter.told(true, 0); });
    }
    void cancel() noexcept override {
        error_code ignored;
        stream_.next_layer().cancel(ignored);
    }
    void end_sending() noexcept override {
        error_code ignored;
        if (ended_) return;
        ended_ = true;
        stream_.next_layer().non_blocking(true, ignored);
        stream_.shutdown(ignored);  // says goodbye and does not wait for the answer
        stream_.next_layer().shutdown(tcp::socket::shutdown_send, ignored);
    }
    void close() noexcept override {
        end_sending();
        error_code ignored;
        stream_.next_layer().close(ignored);
    }

private:
    ssl::stream<tcp::socket> stream_;
    bool ended_ = false;
};

/// What the kernel takes of an answer in one go, in bytes: a page of the ledger, so that it is not handed over piece by piece.
constexpr int answer_at_once = 256 << 10;

/// One thread, one io_context, the connections that belong to it.
class NetworkThread final : public Executor {
public:
    explicit NetworkThread(Shared& shared) : shared_{shared}, timer_{context_} {}

    asio::io_context& context() { return context_; }
    [[nodiscard]] std::size_t load() const { return load_.load(std::memory_order_relaxed); }

    void run() {
        thread_ = std::thread{[this] {
            set_current(this);
            tick();
            context_.run();
            set_current(nullptr);
        }};
    }
    void join() {
        asio::post(context_, [this] {
            finished_ = true;
            timer_.cancel();
        });
        guard_.reset();
        thread_.join();
    }
    void detach() { thread_.detach(); }

    /// Counted by the acceptor at once, so that a burst is spread evenly.
    void expect() { load_.fetch_add(1, std::memory_order_relaxed); }
    void adopt(std::unique_ptr<Stream> stream, TrustedProxies::Origin origin, Connection::Welcome welcome) {
        // When all places are taken, whoever has been here longest without asking anything leaves.
        if (welcome == Connection::Welcome::turn_away &&
            std::any_of(connections_.begin(), connections_.end(), [](auto const& connection) { return connection->make_way(); }))
            welcome = Connection::Welcome::serve;
        auto const at = connections_.insert(connections_.end(), std::make_unique<Connection>(shared_, rhythm_, std::move(stream), std::move(origin), welcome));
        if (draining_) (*at)->drain();
        (*at)->start([this, at] {
            connections_.erase(at);
            load_.fetch_sub(1, std::memory_order_relaxed);
            shared_.open.fetch_sub(1);
        });
    }
    void drain() {
        draining_ = true;
        for (auto const& connection : connections_) connection->drain();
    }
    void abort() {
        for (auto const& connection : connections_) connection->abort();
    }

    void post(std::coroutine_handle<> handle) override {
        bool first = false;
        {
            std::lock_guard lock{mutex_};
            first = resumable_.empty();
            resumable_.push_back(handle);
        }
        if (first) asio::post(context_, [this] { resume_all(); });
    }

private:
    void resume_all() {
        {
            std::lock_guard lock{mutex_};
            resuming_.swap(resumable_);
        }
        for (auto const handle : resuming_) handle.resume();
        resuming_.clear();
    }
    void tick() {
        if (finished_) return;
        rhythm_.now = std::chrono::steady_clock::now();
        auto const second = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
        if (second != std::exchange(second_, second)) rhythm_.date = http_date(second);
        for (auto const& connection : connections_) connection->tick();
        timer_.expires_after(tick_length);
        timer_.async_wait([this](error_code) { tick(); });
    }

    Shared& shared_;
    asio::io_context context_{1};
    asio::executor_work_guard<asio::io_context::executor_type> guard_{context_.get_executor()};
    asio::steady_timer timer_;
    Rhythm rhythm_;
    std::int64_t second_ = 0;
    std::list<std::unique_ptr<Connection>> connections_;
    std::atomic<std::size_t> load_{0};
    bool draining_ = false, finished_ = false;
    std::mutex mutex_;
    std::vector<std::coroutine_handle<>> resumable_, resuming_;
    std::thread thread_;
};

ssl::context tls_context(ServerOptions const& options) {
    ssl::context context{ssl::context::tls_server};
    context.set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 | ssl::context::no_tlsv1 |
                        ssl::context::no_tlsv1_1 | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context.native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_mode(context.native_handle(), SSL_MODE_RELEASE_BUFFERS);
    error_code ec;
    context.use_certificate_chain_file(options.certificate, ec);
    if (ec) throw std::runtime_error{"certificate " + options.certificate + ": " + ec.message()};
    context.use_private_key_file(options.key, ssl::context::pem, ec);
    if (ec) throw std::runtime_error{"key " + options.key + ": " + ec.message()};
    if (SSL_CTX_check_private_key(context.native_handle()) != 1)
        throw std::runtime_error{"key " + options.key + " does not belong to certificate " + options.certificate};
    return context;
}

}  // namespace

struct Server::State {
    State(ServerOptions options, Entry entry, BodyLimit body_limit)
        : shared{std::move(options), std::move(entry), std::move(body_limit)} {}

    void listen();
    void accept();
    void accepted(NetworkThread& thread, tcp::socket socket);
    [[nodiscard]] bool all_ended(std::chrono::milliseconds at_most);
    void stop();

    Shared shared;
    std::optional<ssl::context> tls;
    std::vector<std::unique_ptr<NetworkThread>> threads;
    std::optional<tcp::acceptor> acceptor;
    std::optional<asio::steady_timer> pause;  ///< before accepting again when files run out
    int port = 0;
    bool started = false, stopping = false;
};

void Server::State::listen() {
    auto& options = shared.options;
    if (!options.address) options.address = std::make_shared<TakenAddress>(options.host, options.port);
    auto& context = threads.front()->context();
    error_code ec;
    acceptor.emplace(context);
    acceptor->assign(options.address->is_v6() ? tcp::v6() : tcp::v4(), options.address->release(), ec);
    if (!ec) acceptor->listen(4096, ec);
    if (ec) throw std::runtime_error{"cannot listen on " + options.host + ":" + std::to_string(options.port) + ": " + ec.message()};
    port = acceptor->local_endpoint().port();
    pause.emplace(context);
}

void Server::State::accept() {
    auto& thread = **std::min_element(threads.begin(), threads.end(), [](auto const& a, auto const& b) { return a->load() < b->load(); });
    acceptor->async_accept(thread.context(), [this, &thread](error_code ec, tcp::socket socket) {
        if (stopping) return;
        if (!ec) {
            accepted(thread, std::move(socket));
            accept();
        } else if (ec == asio::error::no_descriptors || ec == asio::error::no_memory || ec == asio::error::no_buffer_space ||
                   ec == boost::system::errc::too_many_files_open_in_system) {
            pause->expires_after(tick_length);
            pause->async_wait([this](error_code) {
                if (!stopping) accept();
            });
        } else if (ec != asio::error::operation_aborted) {
            accept();
        }
    });
}

void Server::State::accepted(NetworkThread& thread, tcp::socket socket) {
    error_code ec;
    auto const peer = socket.remote_endpoint(ec);
    if (ec) return;
    socket.set_option(tcp::no_delay{true}, ec);
    socket.set_option(asio::socket_base::send_buffer_size{answer_at_once}, ec);
    shared.connections.fetch_add(1, std::memory_order_relaxed);
    auto const open = shared.open.fetch_add(1) + 1;
    auto const welcome = open > shared.options.max_connections ? Connection::Welcome::turn_away : Connection::Welcome::serve;
    if (open > shared.options.max_connections + 256) {  // too many even to be told so
        shared.open.fetch_sub(1);
        shared.refused.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    auto address = peer.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    thread.expect();
    asio::post(thread.context(), [this, &thread, welcome, origin = shared.proxies.origin(address.to_string(), tls.has_value()), moved = std::move(socket)]() mutable {
        std::unique_ptr<Stream> stream;
        if (tls) stream = std::make_unique<TlsStream>(std::move(moved), *tls);
        else stream = std::make_unique<PlainStream>(std::move(moved));
        thread.adopt(std::move(stream), std::move(origin), welcome);
    });
}

bool Server::State::all_ended(std::chrono::milliseconds at_most) {
    auto const until = std::chrono::steady_clock::now() + at_most;
    while (shared.open.load() > 0) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
    return true;
}

void Server::State::stop() {
    stopping = true;
    std::atomic<bool> closed{false};
    asio::post(threads.front()->context(), [&] {
        error_code ignored;
        acceptor->close(ignored);
        pause->cancel();
        closed.store(true);
        closed.notify_one();
    });
    closed.wait(false);
    for (auto const& thread : threads) asio::post(thread->context(), [&it = *thread] { it.drain(); });
    if (all_ended(shared.options.stop_timeout)) return;
    for (auto const& thread : threads) asio::post(thread->context(), [&it = *thread] { it.abort(); });
}

Server::Server(ServerOptions options, Entry entry, BodyLimit body_limit)
    : state_{std::make_unique<State>(std::move(options), std::move(entry), std::move(body_limit))} {}

Server::~Server() { stop(); }

void Server::check(ServerOptions const& options) {
    static_cast<void>(TrustedProxies{options.trusted_proxies});
    if (!options.certificate.empty() || !options.key.empty()) static_cast<void>(tls_context(options));
}

void Server::start() {
    auto& state = *state_;
    auto const& options = state.shared.options;
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
        files.rlim_cur = files.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &files);
    }
    state.shared.proxies = TrustedProxies{options.trusted_proxies};
    std::array<std::uint8_t, 4> random{};
    system_random().fill(random);
    state.shared.id_prefix = hex(random).substr(0, 7);
    if (!options.certificate.empty() || !options.key.empty()) state.tls.emplace(tls_context(options));
    for (int i = 0; i < std::max(1, options.threads); ++i) state.threads.push_back(std::make_unique<NetworkThread>(state.shared));
    state.listen();
    state.accept();
    for (auto const& thread : state.threads) thread->run();
    state.started = true;
}

int Server::port() const { return state_->port; }

void Server::stop() {
    if (!state_ || !state_->started) return;
    state_->started = false;
    state_->stop();
    if (state_->all_ended(std::chrono::seconds{5})) {
        for (auto const& thread : state_->threads) thread->join();
    } else {  // a handler waits for something that never comes: its thread must keep what it stands on
        for (auto const& thread : state_->threads) thread->detach();
        (void)state_.release();
        state_ = std::make_unique<State>(ServerOptions{}, Entry{}, BodyLimit{});
    }
}

Server::Counters Server::counters() const {
    auto const& shared = state_->shared;
    return {shared.connections.load(), shared.open.load(), shared.requests.load(), shared.refused.load(), shared.timeouts.load()};
}

}  // namespace hearline::http
