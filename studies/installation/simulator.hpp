#pragma once

#include <filesystem>

#include "sim/replications/run_study.hpp"

/// The room `sim` from its library, which is loaded when something is first simulated and then
/// stays: as `sim/replications/run_study.hpp` has it. They throw models::SystemFault when the
/// library cannot be loaded.
namespace studies {

sim::Outcome simulate(const models::World& world, const sim::ScenarioOf& scenario_of,
                      const sim::RunPlan& plan, const sim::OnProgress& on_progress);

results::Dimensions dimensions_of_study(const models::World& world,
                                        const scenarios::Scenario& scenario);

/// Where the library is, which is loaded to be sure of it.
std::filesystem::path simulator_file();

}  // namespace studies
