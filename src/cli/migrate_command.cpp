#include <ostream>

#include "cli/commands.hpp"
#include "cli/progress.hpp"

namespace hearline::cli {

Exit run_migrate(Invocation const&, Environment& environment) {
    auto const done = [&] {
        ProgressLine progress{environment, {"重做记录", "Making records anew"}};
        return environment.migrate([&](std::int64_t so_far, std::int64_t total) { progress(so_far, total); });
    }();
    if (!done) return report(environment, done.error());
    environment.out << *done << '\n';
    return Exit::done;
}

}  // namespace hearline::cli
