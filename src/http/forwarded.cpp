#include "http/forwarded.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace hearline::http {
namespace {

using Bytes = std::array<unsigned char, 16>;

/// As an IPv6 address; IPv4 becomes ::ffff:a.b.c.d.
std::optional<Bytes> parse(std::string_view text) {
    Bytes bytes{};
    std::string const address{text};
    if (::inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1) return bytes;
    if (::inet_pton(AF_INET, address.c_str(), bytes.data() + 12) != 1) return std::nullopt;
    bytes[10] = bytes[11] = 0xff;
    return bytes;
}

bool same_prefix(Bytes const& a, Bytes const& b, int bits) {
    int const whole = bits / 8, rest = bits % 8;
    if (!std::equal(a.begin(), a.begin() + whole, b.begin())) return false;
    return rest == 0 || ((a[static_cast<std::size_t>(whole)] ^ b[static_cast<std::size_t>(whole)]) >> (8 - rest)) == 0;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

}  // namespace

TrustedProxies::TrustedProxies(std::vector<std::string> const& entries) {
    for (auto const& entry : entries) {
        auto const slash = std::min(entry.find('/'), entry.size());
        auto const address = parse(std::string_view{entry}.substr(0, slash));
        bool const v4 = entry.find(':') == std::string::npos;
        int bits = 128;
        if (slash < entry.size()) {
            auto const text = entry.substr(slash + 1);
            bool const number = !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
            bits = number ? std::stoi(text) + (v4 ? 96 : 0) : -1;
        }
        if (!address || bits < 0 || bits > 128) throw std::runtime_error{"trusted_proxies: \"" + entry + "\" is neither an address nor a network"};
        networks_.push_back({*address, bits});
    }
}

bool TrustedProxies::trusts(std::string_view address) const {
    if (networks_.empty()) return false;
    auto const bytes = parse(address);
    return bytes && std::any_of(networks_.begin(), networks_.end(), [&](Network const& n) { return same_prefix(n.bytes, *bytes, n.bits); });
}

TrustedProxies::Origin TrustedProxies::origin(std::string address, bool secure) const {
    bool const loopback = is_loopback(address), trusted = trusts(address);
    return {std::move(address), secure, loopback, trusted};
}

void TrustedProxies::identify(Request& request, Origin const& origin) const {
    request.peer = origin.address;
    request.secure = origin.secure;
    request.loopback = origin.loopback;
    if (!origin.trusted) return;
    auto const protocol = request.header("x-forwarded-proto");
    if (!protocol.empty()) request.secure = protocol == "https";
    // The nearest address that is not a proxy of ours; what stands before it anybody may have written.
    for (auto header = request.headers.rbegin(); header != request.headers.rend(); ++header) {
        if (header->first != "x-forwarded-for") continue;
        std::string_view rest = header->second;
        while (!rest.empty()) {
            auto const comma = rest.rfind(',');
            auto const last = trimmed(comma == std::string_view::npos ? rest : rest.substr(comma + 1));
            rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(0, comma);
            if (!parse(last)) return;
            request.peer = last;
            request.loopback = is_loopback(last);
            if (!trusts(last)) return;
        }
    }
}

bool is_loopback(std::string_view address) {
    auto const bytes = parse(address);
    if (!bytes) return false;
    static Bytes const v4 = *parse("127.0.0.0"), v6 = *parse("::1");
    return same_prefix(*bytes, v4, 104) || *bytes == v6;
}

}  // namespace hearline::http
