#pragma once
// The server as a whole: store, directory, facts, jobs and HTTP put together, running until it is told to stop.
#include <functional>
#include <iosfwd>

#include "base/time.hpp"
#include "server/configuration.hpp"

namespace hearline::server {

/// Serves until `wait_for_stop` returns; then finishes what was accepted. Prints the address on `out` once it is ready.
/// Errors: what `open_store` says; `cannot-listen`.
[[nodiscard]] Done serve(Configuration const& configuration, std::function<Instant()> const& clock, std::function<void()> const& wait_for_stop, std::ostream& out);

}  // namespace hearline::server
