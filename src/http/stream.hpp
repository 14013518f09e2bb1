#pragma once
// The bytes of one connection, plain or TLS, as the protocol code sees them: no network library in sight.
#include <coroutine>
#include <cstddef>
#include <string>
#include <string_view>

namespace hearline::http {

/// One reading or writing at a time. Whoever waits is told later, on the connection's thread, never inside the call.
class Stream {
public:
    class Waiter {
    public:
        /// `n` bytes were read (0: the peer has ended) or written; `ok` is false when the connection is broken or the waiting was cancelled.
        virtual void told(bool ok, std::size_t n) noexcept = 0;

    protected:
        ~Waiter() = default;
    };

    virtual ~Stream() = default;
    virtual void begin(Waiter& waiter) = 0;  ///< the TLS handshake; told at once when there is none
    virtual void read_some(char* to, std::size_t most, Waiter& waiter) = 0;
    virtual void write_all(std::string_view first, std::string_view second, Waiter& waiter) = 0;
    virtual std::size_t read_now(char* to, std::size_t most) = 0;     ///< what is there already, without waiting
    /// How much of both together went out without waiting.
    virtual std::size_t write_now(std::string_view first, std::string_view second) = 0;
    virtual void yield(Waiter& waiter) = 0;                           ///< lets the other connections of the thread go first
    virtual void cancel() noexcept = 0;                               ///< whoever waits is told `ok` false
    virtual void end_sending() noexcept = 0;                          ///< the peer sees the end; reading goes on, undecoded
    virtual void close() noexcept = 0;
};

/// `Heard h = co_await …`
struct Heard {
    bool ok = false;
    std::size_t n = 0;
};

/// What awaiting a Stream is made of: `start` is called with the waiter.
template <class Start>
class Waiting final : public Stream::Waiter {
public:
    explicit Waiting(Start start) : start_{start} {}
    Waiting(Waiting const&) = delete;
    Waiting& operator=(Waiting const&) = delete;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle) {
        handle_ = handle;
        start_(*this);
    }
    Heard await_resume() const noexcept { return heard_; }
    void told(bool ok, std::size_t n) noexcept override {
        heard_ = {ok, n};
        handle_.resume();
    }

private:
    Start start_;
    std::coroutine_handle<> handle_;
    Heard heard_;
};

}  // namespace hearline::http
