#pragma once

#include "models/world.hpp"
#include "results/observations.hpp"
#include "scenarios/scenario.hpp"
#include "sim/caller_ledger.hpp"

namespace sim {

/// Lays the twin beside the disturbed world, caller by caller (DESIGN section 4).
results::Paired pair(const results::Facts& disturbed, const results::Facts& twin,
                     const PairedFates& disturbed_fates, const PairedFates& twin_fates,
                     const scenarios::Scenario& scenario, std::size_t centres);

/// Seconds from the first effect to T_herstel90: the first quarter of an hour after service fell
/// in which the calls answered are 90 % of the twin's again (criteria section 2). 0 when it never
/// fell below, NaN when it does not come back within the run.
double recover_s(const results::Facts& disturbed, const results::Facts& twin, double onset_s,
                 double bin_s, std::size_t centres);

}  // namespace sim
