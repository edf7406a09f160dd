#pragma once

#include <cstdint>
#include <vector>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// The touched part of the nation: 1 for each (region, discipline), [region * disciplines +
/// discipline], whose way to answer or dispatch an effect of the scenario touches. A component is
/// on the way of whoever is served by a function that needs it, were it one of several; a surge is
/// on the way of its regions. Disciplines that are not modelled have no way.
std::vector<std::uint32_t> touched_cells(const models::World& world, const Scenario& scenario);

}  // namespace scenarios
