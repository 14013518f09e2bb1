#pragma once
// Where and about what one passenger complains: the situation, the place, the words for it, and who the passenger is.
#include "demo/world.hpp"
#include "domain/complaint/act.hpp"

namespace hearline::demo {

struct Told {
    Situation const* situation = nullptr;
    Scene scene;
    Registration registration;
    std::vector<std::string> units;  ///< codes that can be dispatched to; the first leads
};

/// Everything drawn for one arrival before it is registered.
[[nodiscard]] Told tell(World const& world, std::vector<Incident> const& incidents, Arrival const& arrival, Dice& dice);

/// The words that `tell` fills into the scene.
[[nodiscard]] std::vector<std::string> scene_words();

}  // namespace hearline::demo
