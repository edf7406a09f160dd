#pragma once

#include <optional>
#include <vector>

#include "scenarios/read_scenario.hpp"
#include "sim/replications/run_study.hpp"

namespace studies {

/// Of each replication in order; none where it failed.
using LossFacts = std::vector<std::optional<results::Facts>>;

/// Runs replications of one loss in a world; `twins`: of that world without the loss.
LossFacts loss_facts(const models::World& world, const scenarios::ScenarioInWorld& study,
                     sim::RunPlan plan, bool twins, const sim::OnProgress& on_progress);

}  // namespace studies
