#pragma once
// The program's log: what happened, one line each, to standard error or a file. Never personal data, never a body.
#include <string>
#include <string_view>

namespace hearline::server {

enum class LogLevel { debug, info, warning, error };

/// Opens the log. `file` "" = standard error. Throws std::runtime_error when the file cannot be opened. Lines before are dropped.
void open_log(std::string const& level, std::string const& file);
void log(LogLevel level, std::string_view line);
/// A line that is already JSON, written as it is, within a fifth of a second.
void log_json(std::string_view line);
void close_log();

}  // namespace hearline::server
