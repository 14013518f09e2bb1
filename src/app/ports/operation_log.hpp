#pragma once
// The program's log as use cases see it: what whoever runs the program should know. One line each, never personal data, never a text.
#include <functional>
#include <string_view>

namespace hearline {

using LineSink = std::function<void(std::string_view line)>;

/// Where warnings go from now on (empty: nowhere). Set by the wiring before work begins, and by tests.
void send_warnings_to(LineSink sink);
void log_warning(std::string_view line);

/// The same for what went as it should and is worth knowing: the store was brought up to date.
void send_notices_to(LineSink sink);
void log_notice(std::string_view line);

}  // namespace hearline
