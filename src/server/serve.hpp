#pragma once
// The server as a whole: store, directory, facts, jobs and HTTP put together, running until it is told to stop.
#include <functional>
#include <iosfwd>
#include <span>

#include "base/time.hpp"
#include "http/web_files.hpp"
#include "server/configuration.hpp"

namespace hearline::server {

/// What the program is given from outside.
struct Surroundings {
    std::function<Instant()> clock;
    std::function<void()> wait_for_stop;
    std::span<http::WebFile const> pages;
    Language language = Language::zh;  ///< of what is said on `out`
};

/// Serves until `wait_for_stop` returns; then finishes what was accepted. Prints the address on `out` once it is ready.
/// Errors: what `open_store` says; `cannot-listen`.
[[nodiscard]] Done serve(Configuration const& configuration, Surroundings const& around, std::ostream& out);

}  // namespace hearline::server
