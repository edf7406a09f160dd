#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/asked.hpp"
#include "scenarios/aimed_threat.hpp"

namespace cli {

/// A threat of the catalogue in the place of a scenario file.
struct ThreatOptions : AskedThreat {
  void add_to(CLI::App& app);
  scenarios::Catalogue read_catalogue(const std::vector<models::Setting>& settings) const;
  /// Reads the catalogue with `settings` and aims the threat. Throws models::InvalidInput.
  scenarios::ScenarioTree tree(const std::vector<models::Setting>& settings) const;
  std::filesystem::path world_folder() const;
};

}  // namespace cli
