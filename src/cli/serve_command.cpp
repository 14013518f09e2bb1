#include "cli/commands.hpp"

namespace hearline::cli {

// Serving needs every adapter at once, so it is done by the room that knows them all.
Exit run_serve(Invocation const& call, Environment& environment) { return environment.serve(call, environment); }

}  // namespace hearline::cli
