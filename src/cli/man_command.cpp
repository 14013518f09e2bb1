#include <ostream>

#include "cli/commands.hpp"
#include "cli/man_page.hpp"

namespace hearline::cli {

Exit run_man(Invocation const&, Environment& environment) {
    environment.out << man_page();
    return Exit::done;
}

}  // namespace hearline::cli
