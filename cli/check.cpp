#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "analysis/impact/criteria.hpp"
#include "analysis/measures/measure.hpp"
#include "analysis/register/register_measures.hpp"
#include "cli/command.hpp"
#include "cli/options/study_options.hpp"
#include "models/text/file_reader.hpp"
#include "models/world/read_world.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"
#include "results/json_text.hpp"
#include "results/schemas.hpp"
#include "scenarios/branches/read_branches.hpp"
#include "scenarios/campaigns/campaign.hpp"
#include "scenarios/measures/try_measures.hpp"
#include "scenarios/warnings.hpp"
#include "studies/campaign/planned.hpp"
#include "studies/exit_code.hpp"
#include "studies/file_kinds.hpp"
#include "studies/say.hpp"
#include "studies/shipped_files.hpp"
#include "studies/study_reader.hpp"

namespace cli {
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

class Check : public Command {
public:
  explicit Check(CLI::App& program) : Command(program, "check") {
    app()
        .add_option("FILE", files_,
                    "World folders, files of a world, scenarios, the threat\n"
                    "catalogue, the list of measures, criteria, risk registers")
        ->required()
        ->option_text("REQUIRED ...");
    add_world_options(app(), world_);
  }

  int operator()() override {
    std::vector<models::Problem> problems;
    for (const std::string& file : files_)
      add_new(problems, problems_of(file));
    if (json())
      print_json(problems);
    else
      for (const models::Problem& problem : problems)
        std::cout << models::to_string(problem) << '\n';
    if (!quiet())
      tell(problems);
    return problems.empty() ? studies::exit_code::done : studies::exit_code::invalid_input;
  }

private:
  void tell(const std::vector<models::Problem>& problems) const {
    for (const models::Warning& warning : warnings_)
      studies::say("{}\n", to_string(warning));
    studies::say("{}\n", reports::word_text("checked", language(), files_.size(),
                                            reports::Count(problems.size())));
  }

  std::vector<models::Problem> problems_of(const fs::path& file) {
    try {
      studies::require_there(file);
      read(file);
      return {};
    } catch (const models::InvalidInput& invalid) {
      return invalid.problems();
    } catch (const fs::filesystem_error& error) {
      return {{{file.string(), 0, 0}, "cannot be read: " + error.code().message()}};
    }
  }

  /// The world beside the catalogue or list, `world` or `../models/netherlands`, or else the
  /// shipped one.
  static fs::path world_for(const fs::path& file) {
    const fs::path folder = file.parent_path();
    for (const fs::path& beside : {folder / "world", folder / ".." / "models" / "netherlands"})
      if (models::is_folder(beside))
        return beside;
    return studies::shipped("models/netherlands");
  }

  /// Each threat is aimed at its own target in that world; warnings go to standard error.
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
        models::is_there(beside) ? beside : studies::shipped("scenarios/threat_catalogue.yaml");
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

  void add(const std::vector<models::Warning>& warnings) { add_new(warnings_, warnings); }

  void read(const fs::path& file) {
    if (studies::has_section(file, "campaign"))
      studies::read_rows(scenarios::read_campaign(file));
    else if (studies::has_section(file, "catalogue"))
      read_threats(file);
    else if (studies::has_section(file, "measures"))
      read_measures(file);
    else if (studies::has_section(file, "criteria"))
      analysis::read_criteria(file);
    else if (studies::has_section(file, "register"))
      analysis::require_measures(
          analysis::read_register(file),
          scenarios::read_measures(studies::shipped("scenarios/measures.yaml"),
                                   analysis::outcomes()));
    else if (models::is_folder(file))
      read_world(file);
    else if (!studies::has_section(file, "scenario") && studies::is_world(studies::folder_of(file)))
      read_world(studies::folder_of(file));
    else
      read_study(file);
  }

  template <class Said>
  static nlohmann::ordered_json list_of(const std::vector<Said>& all) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Said& one : all) {
      list.push_back({{"file", one.mark.file},
                      {"line", one.mark.line},
                      {"column", one.mark.column},
                      {"message", one.message}});
      if constexpr (std::is_same_v<Said, models::Warning>)
        list.back()["name"] = one.name;
    }
    return list;
  }

  void print_json(const std::vector<models::Problem>& problems) const {
    const nlohmann::ordered_json document = {{"schema", name_of(results::Schema::check)},
                                             {"checked", files_},
                                             {"problems", list_of(problems)},
                                             {"warnings", list_of(warnings_)}};
    std::cout << results::json_text(document);
  }

  std::vector<std::string> files_;
  std::vector<models::Warning> warnings_;
  studies::WorldReader world_;
};

}  // namespace

std::unique_ptr<Command> make_check(CLI::App& program) {
  return std::make_unique<Check>(program);
}

}  // namespace cli
