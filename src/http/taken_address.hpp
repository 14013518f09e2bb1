#pragma once
// An address to listen on, taken before there is anything to serve: who cannot have it makes no store.
#include <string>

namespace hearline::http {

/// Bound, and nobody is answered on it until a Server starts there. Fails where somebody listens already; of two that take it at the same moment the one
/// that starts second is refused then.
class TakenAddress {
public:
    /// Throws std::runtime_error "cannot listen on HOST:PORT: REASON". Port 0: any free one.
    TakenAddress(std::string const& host, int port);
    ~TakenAddress();
    TakenAddress(TakenAddress const&) = delete;
    TakenAddress& operator=(TakenAddress const&) = delete;
    /// Gives the bound socket away.
    [[nodiscard]] int release();
    [[nodiscard]] bool is_v6() const { return v6_; }

private:
    int socket_ = -1;
    bool v6_ = false;
};

}  // namespace hearline::http
