#pragma once
// The people of the demo who act: the two agents, the director, and the desk and head of each unit.
#include "domain/organisation/actor.hpp"

namespace hearline::demo {

[[nodiscard]] inline Actor agent(int n) { return {Role::agent, n == 0 ? "agent" : "agent2", std::string{centre_unit}}; }
[[nodiscard]] inline Actor director() { return {Role::director, "director", std::string{centre_unit}}; }
[[nodiscard]] inline Actor desk(std::string_view unit) { return {Role::desk, "desk-" + std::string{unit}, std::string{unit}}; }
[[nodiscard]] inline Actor head(std::string_view unit) { return {Role::head, "head-" + std::string{unit}, std::string{unit}}; }

}  // namespace hearline::demo
