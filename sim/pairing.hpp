#pragma once

#include <vector>

#include "models/world.hpp"
#include "results/observations.hpp"
#include "scenarios/scenario.hpp"
#include "sim/caller_ledger.hpp"

namespace sim {

/// Lays the twin beside the disturbed world, caller by caller (DESIGN section 4).
results::Paired pair(const results::Facts& disturbed, const results::Facts& twin,
                     const PairedFates& disturbed_fates, const PairedFates& twin_fates,
                     const scenarios::Scenario& scenario, const models::World& world);

/// Seconds from the first effect to T_herstel90: the first quarter of an hour after service fell
/// in which as many calls are answered as 90 % of the twin's (criteria section 2). Answered calls
/// per timeline bin, of the centres that were hit, here and in the twin. 0 when service never fell
/// below, NaN when it does not come back within the run.
double recover_s(const std::vector<double>& here, const std::vector<double>& there, double onset_s,
                 double bin_s);

}  // namespace sim
