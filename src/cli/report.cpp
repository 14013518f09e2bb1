#include <ostream>

#include "cli/command.hpp"

namespace hearline::cli {

Exit report(Environment& environment, Error const& error) {
    environment.err << "hearline: " << environment.say(error.detail) << '\n';
    bool usage = false;
    for (auto const& field : error.fields) {
        environment.err << "  " << field.pointer << ": " << environment.say(field.detail) << '\n';
        usage = usage || field.pointer.starts_with("--");
    }
    return usage ? Exit::usage : Exit::refused;
}

}  // namespace hearline::cli
