#include "http/taken_address.hpp"

#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <stdexcept>
#include <utility>

namespace hearline::http {

using boost::asio::ip::tcp;

TakenAddress::TakenAddress(std::string const& host, int port) {
    boost::asio::io_context context;
    boost::system::error_code ec;
    auto const found = tcp::resolver{context}.resolve(host, std::to_string(port), tcp::resolver::passive | tcp::resolver::numeric_service, ec);
    tcp::acceptor acceptor{context};
    if (!ec) {
        auto const endpoint = found.begin()->endpoint();
        v6_ = endpoint.protocol() == tcp::v6();
        acceptor.open(endpoint.protocol(), ec);
        if (!ec) acceptor.set_option(tcp::acceptor::reuse_address{true}, ec);
        if (!ec) acceptor.bind(endpoint, ec);
        if (!ec) socket_ = acceptor.release(ec);
    }
    if (ec) throw std::runtime_error{"cannot listen on " + host + ":" + std::to_string(port) + ": " + ec.message()};
}

TakenAddress::~TakenAddress() {
    if (socket_ >= 0) ::close(socket_);
}

int TakenAddress::release() { return std::exchange(socket_, -1); }

}  // namespace hearline::http
