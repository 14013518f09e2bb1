#pragma once
// Help texts made from the option table.
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace hearline::cli {

/// All commands, one line each.
[[nodiscard]] std::string help_overview(Language language);
/// One command with its arguments and options; a group ("user") lists its commands; anything else gives the overview.
[[nodiscard]] std::string help_for(std::string_view command, Language language);
/// "hearline import FILE [--format csv|xlsx|jsonl] …" without the options that every command takes.
[[nodiscard]] std::string synopsis(Command const& command);
/// "--format csv|xlsx|jsonl", "--dry-run", "FILE".
[[nodiscard]] std::string usage_of(Option const& option);

}  // namespace hearline::cli
