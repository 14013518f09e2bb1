// The program: arguments and environment in, exit code out. Everything else is wired in serve.cpp and open_store.cpp.
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "app/ports/operation_log.hpp"
#include "cli/command.hpp"
#include "server/configuration.hpp"
#include "server/open_store.hpp"
#include "server/serve.hpp"

namespace hearline::server {
namespace {

[[nodiscard]] Instant now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

[[nodiscard]] std::optional<std::string> variable(std::string const& name) {
    char const* const value = std::getenv(name.c_str());
    if (!value || !*value) return std::nullopt;
    return std::string{value};
}

/// Messages of the command line follow the locale; Chinese when it says nothing.
[[nodiscard]] Language language() {
    for (auto const* name : {"HEARLINE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"})
        if (auto const value = variable(name)) return value->starts_with("en") ? Language::en : Language::zh;
    return Language::zh;
}

[[nodiscard]] Result<Configuration> configuration_of(cli::Invocation const& call) {
    return load_configuration(call, variable);
}

/// Blocks SIGINT and SIGTERM in every thread made later, so that only this wait receives them.
[[nodiscard]] sigset_t block_stop_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    // A terminal that closes, and tools that expect a log to be reopened (docs/operations.md), do not end the service.
    for (int const ignored : {SIGPIPE, SIGHUP, SIGUSR1, SIGUSR2}) signal(ignored, SIG_IGN);
    return set;
}

[[nodiscard]] cli::Exit run_server(cli::Invocation const& call, cli::Environment& environment) {
    auto const configuration = configuration_of(call);
    if (!configuration) return cli::report(environment, configuration.error());
    auto const signals = block_stop_signals();
    auto const wait = [&] {
        int received = 0;
        sigwait(&signals, &received);
    };
    auto const done = serve(*configuration, {now, wait, http::web_files(), environment.language}, environment.out);
    return done ? cli::Exit::done : cli::report(environment, done.error());
}

[[nodiscard]] cli::Environment environment_for(cli::Invocation const& call) {
    cli::Environment environment{std::cin, std::cout, std::cerr, Language::zh, false, {}, {}, {}, {}, {}, {}};
    environment.language = language();
    environment.on_terminal = isatty(STDERR_FILENO) != 0;
    environment.now = now;
    environment.version = HEARLINE_VERSION;
    environment.open_store = [call](cli::StoreUse use) -> Result<std::shared_ptr<Store>> {
        auto const configuration = TRY(configuration_of(call));
        return open_store(configuration, use, now);
    };
    if (auto const configuration = configuration_of(call); configuration && (call.has("data") || variable("HEARLINE_DATA") || call.has("config") || variable("HEARLINE_CONFIG")))
        environment.data_folder = configuration->data;
    environment.migrate = [call](cli::LongWork const& progress) -> Result<std::string> { return TRY(migrate_store(TRY(configuration_of(call)), now, progress)).in(language()); };
    environment.serve = run_server;
    return environment;
}

}  // namespace
}  // namespace hearline::server

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    hearline::send_notices_to([](std::string_view line) { std::cerr << "hearline: " << line << '\n'; });
    hearline::send_warnings_to([](std::string_view line) { std::cerr << "hearline: " << line << '\n'; });
    std::vector<std::string> const arguments(argv + 1, argv + argc);
    return hearline::cli::run_program(arguments, hearline::server::environment_for, std::cout, std::cerr, hearline::server::language());
}
