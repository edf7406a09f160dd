#include "studies/threat_asked.hpp"

#include <fmt/format.h>

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

std::string ThreatAsked::canonical() const {
  std::string out = threat.empty() ? "" : "--threat " + shell_quoted(threat);
  const std::pair<const char*, const std::string&> options[] = {{"--target", aim.target},
                                                                {"--at", aim.onset},
                                                                {"--duration", aim.duration},
                                                                {"--world", world},
                                                                {"--catalogue", catalogue}};
  for (const auto& [name, value] : options)
    if (!value.empty())
      out += fmt::format("{}{} {}", out.empty() ? "" : " ", name, shell_quoted(value));
  return out;
}

}  // namespace studies
