#pragma once
// A client that sends exactly the bytes it is given, however wrong, and shows exactly what comes back.
#include <string>
#include <string_view>
#include <vector>

namespace hearline::test {

class RawClient {
public:
    explicit RawClient(int port);
    ~RawClient();
    RawClient(RawClient const&) = delete;
    RawClient& operator=(RawClient const&) = delete;

    /// False when the server has gone.
    bool send(std::string_view bytes);
    void end_sending();
    /// Waits until the text so far holds `text`, the peer ends, or five seconds are over. What came since the last `forget`.
    std::string const& read_until(std::string_view text);
    /// Reads to the end of the connection (or five seconds).
    std::string const& read_all();
    [[nodiscard]] bool ended() const { return ended_; }  ///< the server has closed the connection
    void forget() { text_.clear(); }

private:
    bool read_more();
    int socket_;
    std::string text_;
    bool ended_ = false;
};

/// The status codes of the answers in `text`, one after another (100 too), found by walking over heads and bodies.
[[nodiscard]] std::vector<int> statuses(std::string_view text);

}  // namespace hearline::test
