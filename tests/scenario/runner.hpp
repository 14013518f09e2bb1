#pragma once
// Runs one scenario and says what went otherwise than written.
#include <string>
#include <string_view>
#include <vector>

#include "world.hpp"

namespace hearline::scenario {

/// One line for each thing that differs, "7: expected review, found opinion"; empty when all is as written.
[[nodiscard]] std::vector<std::string> run_scenario(std::string_view text, World world);

/// The shipped calendars and rule book.
[[nodiscard]] World shipped_world();

}  // namespace hearline::scenario
