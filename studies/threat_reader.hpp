#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/threats/aimed_threat.hpp"
#include "studies/asked.hpp"

namespace studies {

/// A threat of the catalogue in the place of a scenario file, or laid over it.
struct ThreatReader : AskedThreat {
  scenarios::Catalogue read_catalogue(const std::vector<models::Setting>& settings) const;
  /// Reads the catalogue with `settings` and aims the threat, over the scenario of a file when
  /// there is one. Throws models::InvalidInput.
  scenarios::ScenarioTree tree(const std::vector<models::Setting>& settings,
                               const std::filesystem::path& background = {}) const;
  std::filesystem::path world_folder() const;
  /// The one that was asked for, or the shipped one. Throws models::InvalidInput.
  std::filesystem::path catalogue_file() const;
};

}  // namespace studies
