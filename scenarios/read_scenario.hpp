#pragma once

#include <filesystem>
#include <vector>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// A scenario and the world it plays in, read together: `set:` of the scenario, then `settings`
/// (the command line's), are applied to the world before it is checked.
struct Study {
  models::WorldModel model;
  Scenario scenario;
};

/// Throws models::InvalidInput with everything that is wrong, world files included.
Study read_scenario(const std::filesystem::path& file,
                    const std::vector<models::Setting>& settings = {},
                    const std::vector<std::filesystem::path>& overlays = {});

}  // namespace scenarios
