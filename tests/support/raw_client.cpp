#include "support/raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace hearline::test {

RawClient::RawClient(int port) : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error{"cannot connect"};
}

RawClient::~RawClient() { ::close(socket_); }

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

void RawClient::end_sending() { ::shutdown(socket_, SHUT_WR); }

bool RawClient::read_more() {
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, 5000) <= 0) return false;
    char piece[16384];
    auto const n = ::recv(socket_, piece, sizeof piece, 0);
    if (n <= 0) {
        ended_ = true;
        return false;
    }
    text_.append(piece, static_cast<std::size_t>(n));
    return true;
}

std::string const& RawClient::read_until(std::string_view text) {
    while (text_.find(text) == std::string::npos && read_more()) {}
    return text_;
}

std::string const& RawClient::read_all() {
    while (read_more()) {}
    return text_;
}

std::vector<int> statuses(std::string_view text) {
    std::vector<int> found;
    while (text.starts_with("HTTP/1.1 ")) {
        auto const end = text.find("\r\n\r\n");
        if (end == std::string_view::npos) break;
        found.push_back(std::stoi(std::string{text.substr(9, 3)}));
        auto const head = text.substr(0, end);
        auto const at = head.find("Content-Length: ");
        std::size_t const length = at == std::string_view::npos ? 0 : std::stoul(std::string{head.substr(at + 16, 12)});
        text.remove_prefix(std::min(text.size(), end + 4 + length));
    }
    return found;
}

}  // namespace hearline::test
