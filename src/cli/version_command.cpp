#include <ostream>

#include "cli/commands.hpp"

namespace hearline::cli {

Exit run_version(Invocation const&, Environment& environment) {
    environment.out << "hearline " << environment.version << '\n';
    return Exit::done;
}

}  // namespace hearline::cli
