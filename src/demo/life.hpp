#pragma once
// The life of one complaint in the demo: registered, dispatched, judged, remedied, fed back, followed up, by the real use cases.
#include "demo/one_complaint.hpp"
#include "demo/scene.hpp"

namespace hearline::demo {

/// Lives it through up to `world.end`. The same arrival gives the same bytes. Throws std::logic_error when a use case refuses what the demo
/// believed to be right (a fault of the program).
[[nodiscard]] OneComplaint live(World const& world, std::vector<Incident> const& incidents, Arrival const& arrival);

}  // namespace hearline::demo
