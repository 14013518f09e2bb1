#pragma once
// When complaints arrive: by year, week, holiday, hour, and in two incidents.
#include <vector>

#include "demo/world.hpp"

namespace hearline::demo {

/// The two incidents of the year before `world.end`: a signal failure in a morning rush, a cloudburst in an afternoon of the wet season.
[[nodiscard]] std::vector<Incident> incidents_of(World const& world);

/// `count` arrivals in the year before `world.end`, in order of registration, each with its number.
[[nodiscard]] std::vector<Arrival> arrivals_of(World const& world, std::vector<Incident> const& incidents, std::int64_t count);

}  // namespace hearline::demo
