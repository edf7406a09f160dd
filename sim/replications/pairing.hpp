#pragma once

#include <cstdint>
#include <vector>

#include "models/world/world.hpp"
#include "results/observations.hpp"
#include "scenarios/scenario.hpp"
#include "sim/calls/caller_ledger.hpp"

namespace sim {

/// Lays the twin beside the disturbed world, caller by caller.
results::Paired pair(const results::Facts& disturbed, const PairedFates& disturbed_fates,
                     const results::Facts& twin, const PairedFates& twin_fates,
                     const scenarios::Scenario& scenario, const models::World& world);

/// Genuine callers of both worlds by region and discipline (`cells` in all) whose discipline
/// answers more than `bound_s` later than in the twin, or only there. Whoever stays away is not
/// late.
std::vector<std::uint32_t> late(const PairedFates& disturbed, const PairedFates& twin,
                                std::size_t cells, double bound_s);

/// The same callers, whose first unit is alerted more than five minutes later than in the twin, or
/// only there.
std::vector<std::uint32_t> late_help(const PairedFates& disturbed, const PairedFates& twin,
                                     std::size_t cells);

}  // namespace sim
