// TLS with a certificate that the test makes for itself.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "http/server.hpp"
#include "support/raw_client.hpp"

namespace hearline::http {
namespace {

using testing::HasSubstr;

/// A self-signed P-256 certificate for localhost, and its key, as files.
struct Certificate {
    std::string folder = testing::TempDir() + "hearline_tls_test";
    std::string file = folder + "/certificate.pem", key_file = folder + "/key.pem";

    Certificate() {
        std::filesystem::create_directories(folder);
        EVP_PKEY* const key = EVP_EC_gen("P-256");
        X509* const x509 = X509_new();
        X509_set_version(x509, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(x509), 1);
        X509_gmtime_adj(X509_getm_notBefore(x509), -60);
        X509_gmtime_adj(X509_getm_notAfter(x509), 3600);
        X509_set_pubkey(x509, key);
        auto* const name = X509_get_subject_name(x509);
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("localhost"), -1, -1, 0);
        X509_set_issuer_name(x509, name);
        X509_sign(x509, key, EVP_sha256());
        write(file, [&](std::FILE* to) { PEM_write_X509(to, x509); });
        write(key_file, [&](std::FILE* to) { PEM_write_PrivateKey(to, key, nullptr, nullptr, 0, nullptr, nullptr); });
        X509_free(x509);
        EVP_PKEY_free(key);
    }
    ~Certificate() { std::filesystem::remove_all(folder); }

    template <class F>
    static void write(std::string const& path, F put) {
        auto* const to = std::fopen(path.c_str(), "w");
        put(to);
        std::fclose(to);
    }
};

/// Speaks TLS up to `highest` version. The answer, or "" when the handshake fails.
std::string ask(int port, std::string_view request, int highest = TLS1_3_VERSION) {
    auto* const context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context, highest);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int const socket = ::socket(AF_INET, SOCK_STREAM, 0);
    std::string answer;
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
        auto* const tls = SSL_new(context);
        SSL_set_fd(tls, socket);
        if (SSL_connect(tls) == 1) {
            answer = std::string{SSL_get_version(tls)} + "\n";
            SSL_write(tls, request.data(), static_cast<int>(request.size()));
            char piece[4096];
            for (int n; (n = SSL_read(tls, piece, sizeof piece)) > 0;) answer.append(piece, static_cast<std::size_t>(n));
            if (SSL_get_shutdown(tls) & SSL_RECEIVED_SHUTDOWN) answer += "\n(goodbye)";
        }
        SSL_free(tls);
    }
    ::close(socket);
    SSL_CTX_free(context);
    return answer;
}

Task<Response> show(Request& request) {
    Response response;
    response.body = request.path == "/big" ? std::string(500'000, 'x') : std::string{request.secure ? "secure " : "open "} + request.body;
    co_return response;
}

class ServerTls : public testing::Test {
protected:
    ServerTls() {
        options.port = 0;
        options.certificate = certificate.file;
        options.key = certificate.key_file;
        options.header_timeout = options.idle_timeout = std::chrono::milliseconds{500};
    }
    Certificate certificate;
    ServerOptions options;
};

TEST_F(ServerTls, AnswersOverTlsAndSaysGoodbye) {
    Server server{options, [](Request& r) { return show(r); }};
    server.start();
    auto const text = ask(server.port(), "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi");
    EXPECT_TRUE(text.starts_with("TLSv1.3\n")) << text;
    EXPECT_THAT(text, HasSubstr("secure hi"));
    EXPECT_TRUE(text.ends_with("(goodbye)"));
    EXPECT_GT(ask(server.port(), "GET /big HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").size(), 500'000u);
}

TEST_F(ServerTls, SpeaksTls12ButNothingOlder) {
    Server server{options, [](Request& r) { return show(r); }};
    server.start();
    EXPECT_TRUE(ask(server.port(), "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", TLS1_2_VERSION).starts_with("TLSv1.2\n"));
    EXPECT_EQ(ask(server.port(), "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", TLS1_1_VERSION), "");
}

TEST_F(ServerTls, RefusesPlainTextAndCutsAStalledHandshake) {
    Server server{options, [](Request& r) { return show(r); }};
    server.start();
    test::RawClient plain{server.port()}, stalled{server.port()};
    plain.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    plain.read_all();
    EXPECT_TRUE(plain.ended());
    stalled.send("\x16\x03\x01");
    stalled.read_all();
    EXPECT_TRUE(stalled.ended());
}

TEST_F(ServerTls, TellsOfABadRequestOverTlsToo) {
    Server server{options, [](Request& r) { return show(r); }};
    server.start();
    EXPECT_THAT(ask(server.port(), "GET / HTTP/1.1\r\n\r\n"), HasSubstr("400 Bad Request"));
}

TEST_F(ServerTls, DoesNotStartWithACertificateThatIsMissingOrOfAnotherKey) {
    auto const refusal = [](ServerOptions const& bad) -> std::string {
        Server server{bad, [](Request& r) { return show(r); }};
        try {
            server.start();
        } catch (std::runtime_error const& error) {
            return error.what();
        }
        return "started";
    };
    auto missing = options;
    missing.certificate = "/nowhere.pem";
    EXPECT_THAT(refusal(missing), HasSubstr("certificate /nowhere.pem"));
    auto other = options;
    auto* const key = EVP_EC_gen("P-256");
    other.key = certificate.folder + "/other.pem";
    Certificate::write(other.key, [&](std::FILE* to) { PEM_write_PrivateKey(to, key, nullptr, nullptr, 0, nullptr, nullptr); });
    EVP_PKEY_free(key);
    EXPECT_NE(refusal(other), "started");
}

}  // namespace
}  // namespace hearline::http
