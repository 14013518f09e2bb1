#pragma once
// Where a PostgreSQL store lies: the URL that the operator writes, taken apart.
#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hearline::postgres {

enum class Isolation { read_committed, serializable };

/// What the URL says beyond the engine's own words. One schema an operator: `?schema=` names it.
struct Address {
    std::string url;  ///< for the engine: without the parameters below
    std::string schema = "hearline";
    Isolation isolation = Isolation::read_committed;  ///< of writes; `?isolation=serializable`
    int acts = 4;                                     ///< connections for acts, 1 to 7; `?acts=`
    int readers = 8;                                  ///< connections for reading at most; `?readers=`
    std::chrono::milliseconds patience{5000};         ///< how long a write waits for a lost server; `?patience=` in ms
};

/// Reads "postgres://user:password@host:port/database?schema=metro&…". Host lists and sockets are the engine's: all its parameters pass.
/// Errors: `bad-url`.
[[nodiscard]] Result<Address> parse_address(std::string_view url);

/// The URL without its password, for messages and logs.
[[nodiscard]] std::string shown(Address const& address);

}  // namespace hearline::postgres
