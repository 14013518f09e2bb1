#pragma once
// What the operator sets from outside: configuration file, then environment, then flags; the later wins.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/command.hpp"

namespace hearline::server {

struct Configuration {
    std::string file;                        ///< "" when there is none
    std::string data = "data";               ///< folder of the embedded store, of attachments and of the facts cache
    std::string store = "sqlite";            ///< sqlite, memory, or postgres://…
    std::string host = "127.0.0.1";
    int port = 8080;
    int node = 0;                            ///< part of every key made here, 0 to 1023
    int threads = 0;                         ///< network threads; 0 = one per core
    std::string public_url;                  ///< address that passengers use, for absolute links
    std::string certificate, key;            ///< PEM files; TLS when both are given
    std::vector<std::string> trusted_proxies;
    std::map<std::string, std::string> places;  ///< "FILE:LINE" of `certificate`, `key` and `trusted_proxies`, where the file gives them
    int max_connections = 4096;
    int body_limit_kib = 1024, upload_limit_mib = 25;
    int stop_seconds = 20;
    int session_idle_minutes = 30, session_hours = 12;
    std::string log_level = "info";          ///< debug, info, warning, error
    std::string log_file;                    ///< "" = standard error
    std::string log_access = "on";           ///< on, off
};

/// Value of an environment variable, or nothing.
using EnvironmentVariables = std::function<std::optional<std::string>(std::string const&)>;

/// Errors: `bad-configuration` with file and line, or the name of the variable or flag, and the remedy.
[[nodiscard]] Result<Configuration> load_configuration(cli::Invocation const& call, EnvironmentVariables const& variables);

/// "127.0.0.1:8080", "[::1]:8080", ":8080" (all addresses of IPv4). Errors: `bad-listen`.
[[nodiscard]] Result<std::pair<std::string, int>> parse_listen(std::string_view text);

}  // namespace hearline::server
