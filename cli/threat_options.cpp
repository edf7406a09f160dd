#include "cli/threat_options.hpp"

#include "cli/shipped_files.hpp"
#include "cli/study_options.hpp"

namespace cli {

namespace fs = std::filesystem;

void ThreatOptions::add_to(CLI::App& app) {
  CLI::Option* const id = app.add_option("--threat", threat,
                                         "Instead of SCENARIO: a threat of the catalogue, like\n"
                                         "DR-07; 'uitwijk describe --threats' lists them")
                              ->option_text("ID");
  const auto with_threat = [&](const char* name, std::string& value, const char* text,
                               const char* form) {
    app.add_option(name, value, text)->needs(id)->option_text(form);
  };
  with_threat("--target", aim.target,
              "Whom it hits: a meldkamer or component, several with\n"
              "commas, all, random:K meldkamers, site:NAME, supplier:ID or\n"
              "voorziening:ID; default: the catalogue's",
              "T");
  with_threat("--at", aim.onset,
              "When it strikes, like 2026-12-01T14:00; default: any hour\n"
              "of the week, each as often, the same for every threat",
              "TIME");
  with_threat("--duration", aim.duration,
              "How long it lasts, like '4 h'; default: drawn from the\n"
              "catalogue's distribution",
              "TIME");
  app.add_option("--world", world, "The world it happens in [models/netherlands]")
      ->option_text("FOLDER");
  app.add_option("--catalogue", catalogue, "Where threats are [scenarios/threat_catalogue.yaml]")
      ->option_text("FILE");
}

scenarios::Catalogue ThreatOptions::read_catalogue(
    const std::vector<models::Setting>& settings) const {
  return scenarios::read_catalogue(given_or_shipped(catalogue, "scenarios/threat_catalogue.yaml"),
                                   settings);
}

fs::path ThreatOptions::world_folder() const {
  return world.empty() ? shipped("models/netherlands") : fs::path(world);
}

scenarios::ScenarioTree ThreatOptions::tree(const std::vector<models::Setting>& settings) const {
  const scenarios::Catalogue read = read_catalogue(settings);
  return scenarios::aim(read, read.threat(threat), aim, world_folder());
}

}  // namespace cli
