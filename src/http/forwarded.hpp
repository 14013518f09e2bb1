#pragma once
// Who really asks when a proxy stands between: what X-Forwarded-For and -Proto say, believed from named proxies only.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"

namespace hearline::http {

/// Addresses and networks ("10.0.0.7", "10.0.0.0/8", "fd00::/8") that are proxies of ours.
class TrustedProxies {
public:
    /// Throws std::runtime_error naming an entry that is no address.
    explicit TrustedProxies(std::vector<std::string> const& entries);
    [[nodiscard]] bool trusts(std::string_view address) const;

    /// What is known of a connection before it says anything.
    struct Origin {
        std::string address;
        bool secure = false, loopback = false, trusted = false;
    };
    [[nodiscard]] Origin origin(std::string address, bool secure) const;
    /// Sets `peer`, `secure` and `loopback` of a request that came by that connection.
    void identify(Request& request, Origin const& origin) const;

private:
    struct Network {
        std::array<unsigned char, 16> bytes;
        int bits;
    };
    std::vector<Network> networks_;
};

[[nodiscard]] bool is_loopback(std::string_view address);

}  // namespace hearline::http
