#pragma once
// Reads the demo's words and situations from TOML (data/texts).
#include "base/result.hpp"
#include "demo/grammar.hpp"

namespace hearline::demo {

/// Adds what one file of format "hearline-texts" holds. Errors: `bad-texts` with file and line.
[[nodiscard]] Done read_texts(std::string_view text, std::string_view file, Grammar& grammar);

/// All texts inside the program. Throws std::logic_error when one cannot be read (a fault of the build).
[[nodiscard]] Grammar shipped_texts();

}  // namespace hearline::demo
