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

/// Where it happens: in the world of a folder, on any day, or over a background, which is the file
/// of a scenario and names its own world.
struct Scene {
  Scene(std::filesystem::path world_folder, std::filesystem::path background_file = {})
      : world(std::move(world_folder)), background(std::move(background_file)) {}

  std::filesystem::path world, background;  ///< empty background: none
};

/// The threat as a scenario with a drawn course. What the user gave is marked with the option it
/// came from. Throws models::InvalidInput.
ScenarioTree aim(const Catalogue& catalogue, const CatalogueThreat& threat, const Aim& aim,
                 const Scene& scene);

/// The same of `DR-09`, `DR-09@amsterdam` or several at once, `DR-20@amsterdam,DR-09+30min`. A
/// duration is that of each; a target is for one threat that does not say its own.
ScenarioTree aim(const Catalogue& catalogue, const std::string& threats, const Aim& aim,
                 const Scene& scene);

}  // namespace scenarios
