#pragma once
// A private PostgreSQL server for tests, started by tests/support/postgres; gone with the test program, however that ends.
#include <memory>
#include <string>
#include <vector>

namespace hearline::test {

class PostgresServer {
public:
    /// `settings`: lines of postgresql.conf, "fsync=off". Throws std::runtime_error when the server cannot be started.
    explicit PostgresServer(std::vector<std::string> const& settings = {});
    ~PostgresServer();
    PostgresServer(PostgresServer const&) = delete;
    PostgresServer& operator=(PostgresServer const&) = delete;

    /// One for the whole test program.
    static PostgresServer& shared();

    /// The URL of a schema that nobody used yet; `more` is appended ("&isolation=serializable").
    [[nodiscard]] std::string fresh_url(std::string const& more = {});
    [[nodiscard]] std::string const& url() const { return url_; }
    void crash();    ///< without a checkpoint, all connections broken
    void restart();  ///< after a crash

private:
    std::string folder_, url_;
};

}  // namespace hearline::test
