#pragma once

#include "sim/replications/run_study.hpp"

namespace sim {

/// Works off the replications of one study with so many workers at a time. The first that is not
/// begun goes to whoever can take it: a worker's clock only goes on, so that two of them share the
/// worlds of a replication, even when one works at a time.
///
/// A replication whose worker died or failed is tried once more, in a process that does nothing
/// else; what fails there is failed. So failures depend on the replication alone.
Outcome work_off(const models::World& world, const ScenarioOf& scenario_of, const RunPlan& plan,
                 const OnProgress& on_progress);

}  // namespace sim
