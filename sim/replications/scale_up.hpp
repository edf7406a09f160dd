#pragma once

#include "models/world/world.hpp"
#include "results/observations.hpp"

namespace sim {

/// Adds the moments at which regions scale up (GRIP) to the course: a centre whose callers nobody
/// answers reaches a level when that has lasted as long as the level asks. A national centre counts
/// for all regions, until the run ends at `end_s`. Markers only: nothing in the simulation depends
/// on them. The running counts of a mark are those of the event before it.
void mark_scale_up(const models::World& world, double end_s, results::Facts& facts);

}  // namespace sim
