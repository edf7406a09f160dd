#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/threats/aimed_threat.hpp"

namespace studies {

/// A threat of the catalogue in the place of a scenario file.
struct ThreatAsked {
  std::string threat;  ///< empty: a scenario file is asked for
  std::string world, catalogue;
  scenarios::Aim aim;

  scenarios::Catalogue read_catalogue(const std::vector<models::Setting>& settings) const;
  /// Reads the catalogue with `settings` and aims the threat. Throws models::InvalidInput.
  scenarios::ScenarioTree tree(const std::vector<models::Setting>& settings) const;
  std::filesystem::path world_folder() const;
  /// As on a command line: "--threat DR-07 --target rotterdam".
  std::string canonical() const;
};

}  // namespace studies
