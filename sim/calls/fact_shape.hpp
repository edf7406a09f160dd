#pragma once

#include "models/world/world.hpp"
#include "results/observations.hpp"
#include "results/study.hpp"
#include "scenarios/scenario.hpp"

namespace sim {

/// Timeline bins over [0, end + drain): as the window says, or else 5 minutes up to two weeks, an
/// hour up to two months, a day beyond: a hundred years must fit into memory.
struct TimelineShape {
  std::size_t bins;
  double bin_s;
};
TimelineShape timeline_shape(const scenarios::Window& window);

/// (stage, centre) pairs with people, ascending; the rows of the waits.
std::vector<results::Dimensions::Place> places_of(const models::World& world);

/// Facts of the right sizes, all zero.
results::Facts empty_facts(const models::World& world, const scenarios::Window& window);

}  // namespace sim
