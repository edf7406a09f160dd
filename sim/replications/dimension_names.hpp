#pragma once

#include "models/world/world.hpp"
#include "results/study.hpp"

namespace sim {

/// What people call the rows of the dimensions, and what hangs on what.
void describe(results::Dimensions& dimensions, const models::World& world);

}  // namespace sim
