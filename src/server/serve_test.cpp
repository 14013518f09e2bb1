#include "server/serve.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <sstream>

#include "support/temporary_folder.hpp"

namespace hearline::server {
namespace {

/// A port of this machine on which somebody else listens.
class TakenPort {
public:
    TakenPort() : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* const any = reinterpret_cast<sockaddr*>(&address);
        if (::bind(socket_, any, length) != 0 || ::listen(socket_, 1) != 0 || ::getsockname(socket_, any, &length) != 0) throw std::runtime_error{"no port"};
        port_ = ntohs(address.sin_port);
    }
    ~TakenPort() { ::close(socket_); }
    TakenPort(TakenPort const&) = delete;
    TakenPort& operator=(TakenPort const&) = delete;
    [[nodiscard]] int port() const { return port_; }

private:
    int socket_, port_ = 0;
};

TEST(Serve, WhoCannotListenLeavesNothingBehind) {
    TakenPort const taken;
    TemporaryFolder const folder;
    Configuration configuration;
    configuration.data = (folder.path() / "data").string();
    configuration.log_file = (folder.path() / "log").string();
    configuration.port = taken.port();
    std::ostringstream out;
    auto const served = serve(configuration, {[] { return instant_ms(1'796'300'000'000); }, [] { FAIL() << "it served"; }, {}}, out);
    ASSERT_FALSE(served);
    EXPECT_EQ(served.error().code, "cannot-listen");
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
    EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace hearline::server
