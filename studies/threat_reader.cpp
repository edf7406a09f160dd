#include "studies/threat_reader.hpp"

#include "studies/installation/shipped_files.hpp"
#include "studies/study_reader.hpp"

namespace studies {

namespace fs = std::filesystem;

scenarios::Catalogue ThreatReader::read_catalogue(
    const std::vector<models::Setting>& settings) const {
  return scenarios::read_catalogue(catalogue_file(), settings);
}

fs::path ThreatReader::catalogue_file() const {
  return given_or_shipped(catalogue, "scenarios/threat_catalogue.yaml");
}

fs::path ThreatReader::world_folder() const {
  return world.empty() ? shipped("models/netherlands") : fs::path(world);
}

scenarios::ScenarioTree ThreatReader::tree(const std::vector<models::Setting>& settings,
                                           const fs::path& background) const {
  return scenarios::aim(read_catalogue(settings), threat, aim, {world_folder(), background});
}

}  // namespace studies
