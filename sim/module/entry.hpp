#pragma once

#include "sim/replications/run_study.hpp"

namespace sim {

/// What the library `uitwijk_sim` has for the program that loads it, under the name `entry_name`.
struct Entry {
  const char* commit;  ///< that it was built from: the two must be of one
  Outcome (*run_replications)(const models::World&, const ScenarioOf&, const RunPlan&,
                              const OnProgress&);
  results::Dimensions (*dimensions_of)(const models::World&, const scenarios::Scenario&);
};

inline constexpr const char* entry_name = "uitwijk_simulator";

}  // namespace sim
