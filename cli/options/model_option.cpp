#include "cli/options/model_option.hpp"

#include "models/text/file_reader.hpp"
#include "models/world/read_world.hpp"
#include "studies/installation/shipped_files.hpp"

namespace cli {

bool names_model(const std::filesystem::path& file) {
  return models::is_folder(file) || file.extension() == ".yaml";
}

models::WorldModel read_model(const std::filesystem::path& file,
                              const studies::WorldReader& asked) {
  const auto found = studies::given_or_shipped(file, "models/netherlands");
  if (models::is_folder(found))
    return models::read_world(found, asked.settings(), asked.overlays());
  auto study = scenarios::read_scenario(found, asked.scenario_settings(), asked.overlays());
  auto& all = study.model.parameters;
  all.insert(all.end(), study.own_parameters.begin(), study.own_parameters.end());
  return std::move(study.model);
}

}  // namespace cli
