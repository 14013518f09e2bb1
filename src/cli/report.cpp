#include <ostream>

#include "cli/command.hpp"

namespace hearline::cli {

Exit report(Environment& environment, Error const& error) {
    bool usage = false;  // a port in use or a disk without room is no wrong use of the option that named it
    for (auto const& field : error.fields) usage = usage || (error.kind != ErrorKind::unavailable && field.pointer.starts_with("--"));
    // One mistake that says all is said once.
    if (error.fields.size() == 1 && error.fields.front().detail == error.detail) {
        environment.err << "hearline: " << error.fields.front().pointer << ": " << environment.say(error.detail) << '\n';
        return usage ? Exit::usage : Exit::refused;
    }
    environment.err << "hearline: " << environment.say(error.detail) << '\n';
    for (auto const& field : error.fields) environment.err << "  " << field.pointer << ": " << environment.say(field.detail) << '\n';
    return usage ? Exit::usage : Exit::refused;
}

}  // namespace hearline::cli
