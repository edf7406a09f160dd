#pragma once

#include <cstdint>

#include "scenarios/scenario.hpp"

namespace sim {

/// How much of the kernel's clock a replication has to itself, in seconds: a power of two, longer
/// than its window and drain. The same for all replications of a scenario, and of a year.
/// Throws std::length_error when there is none.
double slot_s(const scenarios::Window& window);

/// When on the kernel's clock this replication begins: as often after `first_clock_s` as its number
/// says, and from there again when the clock is at its end. It depends on nothing else, and is the
/// same for both worlds.
double begins_s(const scenarios::Window& window, std::uint64_t replication);

}  // namespace sim
