#include "studies/check_file.hpp"

#include <algorithm>

#include "analysis/impact/criteria.hpp"
#include "analysis/measures/measure.hpp"
#include "analysis/register/register_measures.hpp"
#include "models/text/file_reader.hpp"
#include "models/text/folder_files.hpp"
#include "models/world/read_world.hpp"
#include "scenarios/branches/read_branches.hpp"
#include "scenarios/campaigns/campaign.hpp"
#include "scenarios/measures/try_measures.hpp"
#include "scenarios/warnings.hpp"
#include "studies/campaign/planned.hpp"
#include "studies/file_kinds.hpp"
#include "studies/shipped_files.hpp"

namespace studies {
namespace {

namespace fs = std::filesystem;

/// Scenarios of one world share its problems: each is said once.
template <class Said>
void add_new(std::vector<Said>& all, const std::vector<Said>& more) {
  for (const Said& one : more)
    if (std::none_of(all.begin(), all.end(), [&](const Said& said) {
          return said.mark == one.mark && said.message == one.message;
        }))
      all.push_back(one);
}

class Checker {
public:
  Checker(const WorldReader& world, Findings& found) : world_(world), found_(found) {}

  void check(const fs::path& file) {
    try {
      require_there(file);
      read(file);
    } catch (const models::InvalidInput& invalid) {
      add_new(found_.problems, invalid.problems());
    } catch (const fs::filesystem_error& error) {
      add_new(found_.problems,
              {{{file.string(), 0, 0}, "cannot be read: " + error.code().message()}});
    }
  }

private:
  /// The world beside the catalogue or list, `world` or `../models/netherlands`, or else the
  /// shipped one.
  static fs::path world_for(const fs::path& file) {
    const fs::path folder = file.parent_path();
    for (const fs::path& beside : {folder / "world", folder / ".." / "models" / "netherlands"})
      if (models::is_folder(beside))
        return beside;
    return shipped("models/netherlands");
  }

  /// Each threat is aimed at its own target in that world.
  void read_threats(const fs::path& file) {
    const scenarios::Catalogue catalogue = scenarios::read_catalogue(file);
    add(catalogue.warnings);
    models::Problems all;
    for (const scenarios::CatalogueThreat& threat : catalogue.threats)
      try {
        read_study(scenarios::aim(catalogue, threat, {}, {world_for(file), {}}));
      } catch (const models::InvalidInput& invalid) {
        for (const models::Problem& problem : invalid.problems())
          all.add(problem.mark, problem.message);
      }
    all.throw_if_any();
  }

  /// Each measure is taken in that world, with the catalogue beside the list or the shipped one.
  void read_measures(const fs::path& file) {
    const fs::path beside = file.parent_path() / "threat_catalogue.yaml";
    const fs::path catalogue =
        models::is_there(beside) ? beside : shipped("scenarios/threat_catalogue.yaml");
    const scenarios::MeasureList list = scenarios::read_measures(file, analysis::outcomes());
    add(scenarios::try_out(list, catalogue, world_for(file)));
  }

  template <class FileOrTree>
  void read_study(const FileOrTree& scenario) {
    const auto read = [&](const std::vector<models::Setting>& more) {
      auto settings = world_.scenario_settings();
      settings.insert(settings.end(), more.begin(), more.end());
      return scenarios::read_scenario(scenario, settings, world_.overlays());
    };
    const scenarios::ScenarioInWorld study = read({});
    scenarios::decided_worlds(study.branches, study.model.world,
                              [&](const auto& more) { return read(more).model.world; });
    add(scenarios::warnings_of(study));
  }

  void read_world(const fs::path& folder) {
    add(models::read_world(folder, world_.settings(), world_.overlays()).warnings);
  }

  void add(const std::vector<models::Warning>& warnings) { add_new(found_.warnings, warnings); }

  void read(const fs::path& file) {
    if (has_section(file, "campaign"))
      read_rows(scenarios::read_campaign(file));
    else if (has_section(file, "catalogue"))
      read_threats(file);
    else if (has_section(file, "measures"))
      read_measures(file);
    else if (has_section(file, "criteria"))
      analysis::read_criteria(file);
    else if (has_section(file, "register"))
      analysis::require_measures(
          analysis::read_register(file),
          scenarios::read_measures(shipped("scenarios/measures.yaml"), analysis::outcomes()));
    else if (models::is_folder(file))
      read_world(file);
    else if (!has_section(file, "scenario") && is_world(models::folder_of(file)))
      read_world(models::folder_of(file));
    else
      read_study(file);
  }

  const WorldReader& world_;
  Findings& found_;
};

}  // namespace

void check_file(const fs::path& file, const WorldReader& world, Findings& findings) {
  Checker(world, findings).check(file);
}

}  // namespace studies
