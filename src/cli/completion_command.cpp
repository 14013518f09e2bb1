#include <ostream>

#include "cli/commands.hpp"
#include "cli/completion.hpp"

namespace hearline::cli {

Exit run_completion(Invocation const& call, Environment& environment) {
    environment.out << completion_script(call.get("shell"));
    return Exit::done;
}

}  // namespace hearline::cli
