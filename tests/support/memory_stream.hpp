#pragma once
// A connection without a network: what is put in is read in pieces, what is written is kept. Runs in the calling thread.
#include <algorithm>
#include <cstring>
#include <deque>
#include <functional>
#include <string>

#include "http/connection.hpp"

namespace hearline::test {

/// The loop that plays the network thread.
class Loop {
public:
    void later(std::function<void()> what) { queue_.push_back(std::move(what)); }
    void run() {
        while (!queue_.empty()) {
            auto const next = std::move(queue_.front());
            queue_.pop_front();
            next();
        }
    }

private:
    std::deque<std::function<void()>> queue_;
};

class MemoryStream final : public http::Stream {
public:
    /// `piece` bytes at most are read at once; after the input comes the end.
    MemoryStream(Loop& loop, std::string_view input, std::size_t piece, std::string& written) : loop_{loop}, input_{input}, piece_{piece}, written_{written} {}

    void begin(Waiter& waiter) override { yield(waiter); }
    void read_some(char* to, std::size_t most, Waiter& waiter) override {
        auto const n = read_now(to, most);
        loop_.later([&waiter, n] { waiter.told(true, n); });
    }
    void write_all(std::string_view first, std::string_view second, Waiter& waiter) override {
        written_.append(first).append(second);
        loop_.later([&waiter, n = first.size() + second.size()] { waiter.told(true, n); });
    }
    std::size_t read_now(char* to, std::size_t most) override {
        auto const n = std::min({most, piece_, input_.size()});
        std::memcpy(to, input_.data(), n);
        input_.remove_prefix(n);
        return n;
    }
    std::size_t write_now(std::string_view first, std::string_view second) override {
        written_.append(first).append(second);
        return first.size() + second.size();
    }
    void yield(Waiter& waiter) override {
        loop_.later([&waiter] { waiter.told(true, 0); });
    }
    void cancel() noexcept override {}
    void end_sending() noexcept override {}
    void close() noexcept override {}

private:
    Loop& loop_;
    std::string_view input_;
    std::size_t piece_;
    std::string& written_;
};

}  // namespace hearline::test
