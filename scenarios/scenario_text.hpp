#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/read_scenario.hpp"

namespace scenarios {

/// A scenario file as it is written, sources and kinds included; comments are lost. Throws
/// models::InvalidInput when it is no YAML.
ScenarioTree scenario_tree(const std::filesystem::path& file);

/// Puts the settings into the scenario's `set:`, over what it has at the same address and below;
/// those of the scenario's own threats are applied where they stand.
void add_settings(ScenarioTree& tree, const std::vector<models::Setting>& settings);

/// Says which package of measures the settings are of: `measures_in_set`.
void name_measures(ScenarioTree& tree, const std::string& package);

/// Puts options, `branches.NAME`, beside those of the scenario.
void add_options(ScenarioTree& tree, const std::vector<models::Setting>& options);

/// The tree as a file that `read_scenario` reads as the same, its world seen from `file`.
std::string scenario_text(const ScenarioTree& tree, const std::filesystem::path& file);

}  // namespace scenarios
