#pragma once
// Completion scripts for bash, zsh and fish, made from the option table.
#include <string>
#include <string_view>

namespace hearline::cli {

/// `shell` is bash, zsh or fish; anything else gives "".
[[nodiscard]] std::string completion_script(std::string_view shell);

}  // namespace hearline::cli
