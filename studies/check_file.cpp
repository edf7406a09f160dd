#include "studies/check_file.hpp"

#include <algorithm>
#include <array>

#include "analysis/impact/criteria.hpp"
#include "analysis/impact/estimates.hpp"
#include "analysis/impact/history.hpp"
#include "analysis/impact/record.hpp"
#include "analysis/measures/measure.hpp"
#include "analysis/register/register_measures.hpp"
#include "models/text/file_reader.hpp"
#include "models/text/folder_files.hpp"
#include "models/world/file_kinds.hpp"
#include "models/world/read_world.hpp"
#include "models/world/world_tree.hpp"
#include "scenarios/branches/read_branches.hpp"
#include "scenarios/campaigns/campaign.hpp"
#include "scenarios/exercise.hpp"
#include "scenarios/measures/try_measures.hpp"
#include "scenarios/warnings.hpp"
#include "studies/campaign/planned.hpp"
#include "studies/installation/shipped_files.hpp"

namespace studies {
namespace {

namespace fs = std::filesystem;
using models::has_section;
using models::is_world;

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

  /// The rooms of an exercise are those of that world.
  void read_exercise(const fs::path& file) {
    const models::WorldModel model =
        models::read_world(world_for(file), world_.settings(), world_.overlays());
    scenarios::read_exercise(file, model.world);
  }

  void read_register(const fs::path& file) {
    analysis::require_measures(
        analysis::read_register(file),
        scenarios::read_measures(shipped("scenarios/measures.yaml"), analysis::outcomes()));
  }

  /// The first of these sections that a file has says what it is.
  struct Kind {
    const char* section;
    void (*read)(Checker&, const fs::path&);
  };
  static const std::array<Kind, 9>& kinds() {
    static constexpr std::array<Kind, 9> all = {
        {{"campaign",
          [](Checker&, const fs::path& file) { read_rows(scenarios::read_campaign(file)); }},
         {"catalogue", [](Checker& self, const fs::path& file) { self.read_threats(file); }},
         {"measures", [](Checker& self, const fs::path& file) { self.read_measures(file); }},
         {"criteria", [](Checker&, const fs::path& file) { analysis::read_criteria(file); }},
         {"register", [](Checker& self, const fs::path& file) { self.read_register(file); }},
         {"record", [](Checker&, const fs::path& file) { analysis::read_record(file); }},
         {"history", [](Checker&, const fs::path& file) { analysis::read_history(file); }},
         {"likelihoods", [](Checker&, const fs::path& file) { analysis::read_estimates(file); }},
         {"exercise", [](Checker& self, const fs::path& file) { self.read_exercise(file); }}}};
    return all;
  }

  static bool has_world_section(const fs::path& file) {
    const std::vector<std::string> words = models::world_sections();
    return std::ranges::any_of(words, [&](const std::string& w) { return has_section(file, w); });
  }

  /// What only another command reads, or this one in another way.
  static void refuse_others(const fs::path& file) {
    const models::Mark mark{file.string(), 0, 0};
    if (models::nearly_ends_in(file, ".csv"))
      models::refuse(mark,
                     "is a table, as a roster is: check it with its world, uitwijk check "
                     "WORLD --with FILE");
    if (models::nearly_ends_in(file, ".json"))
      models::refuse(mark,
                     "is JSON, which uitwijk writes; of the folder of a campaign, uitwijk "
                     "campaign status reads it");
    if (!has_section(file, "scenario") && !has_section(file, "threats") && has_world_section(file))
      models::refuse(mark,
                     "is an overlay: check it with its world, uitwijk check WORLD --with "
                     "FILE");
  }

  void read(const fs::path& file) {
    if (models::is_folder(file))
      return read_world(file);
    const auto kind = std::ranges::find_if(
        kinds(), [&](const Kind& one) { return has_section(file, one.section); });
    if (kind != kinds().end())
      return kind->read(*this, file);
    if (!has_section(file, "scenario") && is_world(models::folder_of(file)))
      return read_world(models::folder_of(file));
    refuse_others(file);
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
