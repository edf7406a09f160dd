#pragma once

#include <cstdint>
#include <string>

#include "models/chance/random_stream.hpp"
#include "scenarios/read_scenario.hpp"
#include "sim/replications/run_study.hpp"

/// Small worlds written in the test that uses them, read and run like any other.
namespace written {

/// YAML texts of one world and one scenario in it; `world: world` is what the scenario must say.
struct Texts {
  std::string world, scenario;
};

/// Reads the texts by way of a temporary folder. Throws models::InvalidInput.
scenarios::ScenarioInWorld read(const Texts& texts);

/// Replications [first, first + count) of the study, two children at a time unless said otherwise.
sim::Outcome run(const scenarios::ScenarioInWorld& study, std::uint64_t count = 1,
                 std::uint64_t first = 0, int jobs = 2, std::uint64_t seed = 1);

/// The one replication of these texts. Throws std::runtime_error with the reason when it failed.
results::Observations observe(const Texts& texts);

}  // namespace written
