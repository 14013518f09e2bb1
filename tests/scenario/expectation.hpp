#pragma once
// Sentences of the scenario language that say what must be so.
#include <optional>
#include <string>

#include "world.hpp"

namespace hearline::scenario {

/// "C1 stage review", "C1 due opinion 2026-10-12 24:00", "agent may dispatch C1" …: what differs, or nothing.
[[nodiscard]] std::optional<std::string> check_expectation(World& world, Words& words);

}  // namespace hearline::scenario
