#include "support/postgres_server.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace hearline::test {
namespace {

/// Runs the script and gives back what it printed.
std::string run(std::string const& arguments) {
    auto const command = "'" SOURCE_FOLDER "/tests/support/postgres' " + arguments;
    std::FILE* pipe = popen(command.c_str(), "r");
    if (!pipe) throw std::runtime_error{"cannot run " + command};
    std::string printed;
    std::array<char, 512> part;
    while (auto size = std::fread(part.data(), 1, part.size(), pipe)) printed.append(part.data(), size);
    if (pclose(pipe) != 0) throw std::runtime_error{"failed: " + command};
    while (!printed.empty() && printed.back() == '\n') printed.pop_back();
    return printed;
}

}  // namespace

PostgresServer::PostgresServer(std::vector<std::string> const& settings) {
    std::string name = (std::filesystem::temp_directory_path() / "hearline-postgres-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error{"no temporary folder"};
    folder_ = name;
    std::string arguments = "start '" + folder_ + "' --while " + std::to_string(getpid());
    for (auto const& setting : settings) arguments += " -c '" + setting + "'";
    url_ = run(arguments);
}

PostgresServer::~PostgresServer() {
    try {
        run("stop '" + folder_ + "'");
    } catch (std::exception const& error) {
        std::fputs(error.what(), stderr);
    }
}

PostgresServer& PostgresServer::shared() {
    static PostgresServer server;
    return server;
}

std::string PostgresServer::fresh_url(std::string const& more) {
    static std::atomic<int> made{0};
    return url_ + "&schema=test_" + std::to_string(getpid()) + "_" + std::to_string(++made) + more;
}

void PostgresServer::crash() { run("crash '" + folder_ + "'"); }
void PostgresServer::restart() { run("restart '" + folder_ + "'"); }

}  // namespace hearline::test
