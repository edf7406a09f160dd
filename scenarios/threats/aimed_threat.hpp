#pragma once

#include <filesystem>
#include <string>

#include "scenarios/read_scenario.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace scenarios {

/// What is decided when a threat of the catalogue is aimed; an empty text leaves it as it is
/// there. Times are written as in a scenario file.
struct Aim {
  std::string target;    ///< see read_target
  std::string onset;     ///< a local time; empty: any hour of the week, drawn
  std::string duration;  ///< a time or a distribution, in YAML
};

/// The threat as a scenario with a drawn course, in the world of that folder. What the user gave
/// is marked with the option it came from. Throws models::InvalidInput.
ScenarioTree aim(const Catalogue& catalogue, const CatalogueThreat& threat, const Aim& aim,
                 const std::filesystem::path& world);

}  // namespace scenarios
