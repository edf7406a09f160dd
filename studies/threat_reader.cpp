#include "studies/threat_asked.hpp"

#include "studies/shipped_files.hpp"
#include "studies/study_asked.hpp"

namespace studies {

namespace fs = std::filesystem;

scenarios::Catalogue ThreatAsked::read_catalogue(
    const std::vector<models::Setting>& settings) const {
  return scenarios::read_catalogue(given_or_shipped(catalogue, "scenarios/threat_catalogue.yaml"),
                                   settings);
}

fs::path ThreatAsked::world_folder() const {
  return world.empty() ? shipped("models/netherlands") : fs::path(world);
}

scenarios::ScenarioTree ThreatAsked::tree(const std::vector<models::Setting>& settings) const {
  const scenarios::Catalogue read = read_catalogue(settings);
  return scenarios::aim(read, read.threat(threat), aim, world_folder());
}

}  // namespace studies
