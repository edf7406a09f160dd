#pragma once

#include <vector>

#include "models/text/problems.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// Effects that can change nothing in this world, whatever is drawn: each is a warning at its place
/// in the file. An effect that often changes nothing, or little, is not named.
std::vector<models::Warning> idle_effects(const models::World& world, const Scenario& scenario);

}  // namespace scenarios
