#include <ostream>

#include "cli/commands.hpp"

namespace hearline::cli {

Exit run_migrate(Invocation const&, Environment& environment) {
    auto done = environment.migrate();
    if (!done) return report(environment, done.error());
    environment.out << *done << '\n';
    return Exit::done;
}

}  // namespace hearline::cli
