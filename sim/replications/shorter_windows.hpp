#pragma once

#include <functional>
#include <vector>

#include "models/world/world.hpp"
#include "scenarios/scenario.hpp"

namespace sim {

/// Ends of windows that differ from that of a scenario in nothing else, by replication.
using EndsOf = std::function<std::vector<double>(std::uint64_t replication)>;

/// Of these the ones for which a twin of the scenario can keep books while it simulates its own
/// window, ascending and each once: nothing is at work in it but a normal day, and who dials before
/// such an end is the same caller of the same number in both windows. The others are to be
/// simulated alone.
std::vector<double> shorter_windows(const models::World& world, const scenarios::Scenario& scenario,
                                    const std::vector<double>& ends_s);

}  // namespace sim
