#pragma once

#include <vector>

#include "models/world/world.hpp"
#include "results/observations.hpp"
#include "scenarios/scenario.hpp"
#include "sim/calls/caller_ledger.hpp"

namespace sim {

/// Lays the twin beside the disturbed world, caller by caller (DESIGN section 4).
results::Paired pair(const results::Facts& disturbed, const results::Facts& twin,
                     const PairedFates& disturbed_fates, const PairedFates& twin_fates,
                     const scenarios::Scenario& scenario, const models::World& world);

/// When the threats were at work, in seconds since start.
struct Disturbed {
  double from_s, until_s;
};

/// Seconds from the first effect to T_herstel90 (criteria section 2): the first quarter of an hour
/// with 90 % of the twin's callers answered after which, as long as the disturbance lasts, there
/// is none with fewer. `here` and `there`: callers answered by the right discipline per timeline
/// bin, of the centres that were hit. 0 when service never fell below, NaN when it does not come
/// back within the run.
double recover_s(const std::vector<double>& here, const std::vector<double>& there,
                 const Disturbed& disturbed, double bin_s);

}  // namespace sim
