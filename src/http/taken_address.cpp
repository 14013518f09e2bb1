#include "http/taken_address.hpp"

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <utility>

namespace hearline::http {

TakenAddress::TakenAddress(std::string const& host, int port) {
    auto const service = std::to_string(port);
    auto const refuse = [&](std::string const& why) { throw std::runtime_error{"cannot listen on " + host + ":" + service + ": " + why}; };
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* first = nullptr;
    if (int const error = ::getaddrinfo(host.c_str(), service.c_str(), &hints, &first); error != 0) refuse(::gai_strerror(error));
    std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> const found{first, &::freeaddrinfo};
    v6_ = found->ai_family == AF_INET6;
    socket_ = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int const yes = 1;
    if (socket_ >= 0 && ::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 && ::bind(socket_, found->ai_addr, found->ai_addrlen) == 0) return;
    std::string const why = std::strerror(errno);
    if (socket_ >= 0) ::close(socket_);
    refuse(why);
}

TakenAddress::~TakenAddress() {
    if (socket_ >= 0) ::close(socket_);
}

int TakenAddress::release() { return std::exchange(socket_, -1); }

}  // namespace hearline::http
