#include "cli/study_options.hpp"

#include <fmt/format.h>
#include <CLI/Error.hpp>

#include "cli/count_bounds.hpp"
#include "cli/shipped_files.hpp"
#include "results/part_file.hpp"
#include "results/result_file.hpp"
#include "scenarios/scenario_text.hpp"

namespace cli {
namespace {

std::string check_setting(const std::string& text) {
  const std::size_t equals = text.find('=');
  return equals == 0 || equals == std::string::npos ? "'" + text + "' is not PATH=VALUE" : "";
}

}  // namespace

void WorldOptions::add_to(CLI::App& app) {
  app.add_option("--set", set,
                 "Replace one parameter, with its unit:\n"
                 "takeover.decide='2 min'; repeatable; 'uitwijk describe'\n"
                 "lists addresses, units and values")
      ->option_text("PATH=VALUE")
      ->allow_extra_args(false)
      ->check(check_setting);
  app.add_option("--with", with,
                 "Lay your own numbers over the world: sections in YAML, or a\n"
                 "roster as CSV; repeatable, the last one wins")
      ->option_text("FILE")
      ->allow_extra_args(false);
  app.add_option("--plan", plan,
                 "The takeover plan, short for --set takeover.plan=PLAN;\n"
                 "'uitwijk plan --list' shows those of the world")
      ->option_text("PLAN");
}

void WorldOptions::add_measures_to(CLI::App& app) {
  CLI::Option* const asked =
      app.add_option("--measures", measures,
                     "Measures taken, with commas: their names, planned (all that\n"
                     "are), inherent (without the existing ones, hypothetical);\n"
                     "without:NAME leaves one out. The twin has them too\n"
                     "[current: the world as it is]")
          ->option_text("A,B");
  app.add_option("--measure-file", measure_file, "Where measures are [scenarios/measures.yaml]")
      ->needs(asked)
      ->option_text("FILE");
}

std::optional<scenarios::MeasureList> WorldOptions::measure_list() const {
  if (measures.empty())
    return {};
  const auto file = measure_file_of(measure_file);
  require_there(file);
  return scenarios::read_measures(file);
}

scenarios::Package WorldOptions::package() const {
  const auto list = measure_list();
  return list ? scenarios::resolve(*list, measures) : scenarios::Package{"current", {}, {}, {}, {}};
}

namespace {

std::vector<models::Setting> chosen(std::vector<models::Setting> package,
                                    const std::vector<std::string>& set, bool of_catalogue) {
  for (const std::string& text : set) {
    const std::size_t equals = text.find('=');
    models::Setting setting{
        text.substr(0, equals), text.substr(equals + 1), {"--set " + text, 0, 0}};
    if (scenarios::is_of_catalogue(setting) == of_catalogue)
      package.push_back(std::move(setting));
  }
  return package;
}

}  // namespace

std::vector<models::Setting> WorldOptions::settings() const {
  auto out = chosen(package().world, set, false);
  if (!plan.empty())
    out.push_back({"takeover.plan", plan, {"--plan " + plan, 0, 0}});
  out.insert(out.end(), more.begin(), more.end());
  return out;
}

std::vector<models::Setting> WorldOptions::threat_settings() const {
  return chosen(package().threats, set, true);
}

std::vector<std::filesystem::path> WorldOptions::overlays() const {
  for (const std::string& file : with)
    require_there(file);
  return {with.begin(), with.end()};
}

void StudyOptions::add_to(CLI::App& app) {
  CLI::Option* const file =
      app.add_option("SCENARIO", scenario, "The scenario file (scenarios/*.yaml)")
          ->option_text("FILE");
  threat.add_to(app);
  app.get_option("--threat")->excludes(file);
  year.add_to(app);
  app.get_option("--year")->excludes(file)->excludes("--threat");
  app.parse_complete_callback([this] { require_subject(); });
  app.add_option("--seed", seed,
                 "Whole number from which all chance comes; the same seed\n"
                 "gives the same results [1]")
      ->check(seed_bounds)
      ->option_text("S");
  world.add_to(app);
  world.add_measures_to(app);
  // A scenario file has no place for an overlay: what is saved would not be what was run.
  app.add_option("--save", save,
                 "Write the scenario that was made of the threat or the file, with\n"
                 "the settings of --set, --plan and --measures in it: a new file")
      ->excludes("--with")
      ->excludes("--year")
      ->option_text("FILE.yaml");
}

void StudyOptions::require_subject() const {
  if (!threat.threat.empty() || year.year)
    return;
  if (scenario.empty())
    throw CLI::RequiredError("SCENARIO, --threat or --year");
  if (!threat.world.empty() || !threat.catalogue.empty())
    throw CLI::RequiresError(threat.world.empty() ? "--catalogue" : "--world",
                             "--threat or --year");
}

scenarios::Study StudyOptions::read() const {
  scenarios::Study study = read_subject();
  if (const auto list = world.measure_list()) {
    refuse_measures_twice(study.package);
    study.scenario.inputs.push_back(list->input);
    study.package = scenarios::resolve(*list, world.measures).name;
  }
  return study;
}

/// A saved scenario has the settings of its measures: nobody could tell what is in place.
void StudyOptions::refuse_measures_twice(const std::string& there) const {
  models::Problems problems;
  if (there != "current")
    problems.add({"--measures " + world.measures, 0, 0},
                 fmt::format("{} has the settings of a package in it already, {} "
                             "(measures_in_set): leave --measures out, or begin with a scenario "
                             "that has none",
                             scenario, there));
  problems.throw_if_any();
}

scenarios::Study StudyOptions::read_subject() const {
  if (year.year)
    return year.read(threat.read_catalogue(world.threat_settings()), threat.world_folder(),
                     world.settings(), world.overlays());
  const bool aimed = !threat.threat.empty();
  if (!aimed) {
    refuse_threat_settings();
    require_there(scenario);
  }
  const auto settings = world.settings();
  const auto overlays = world.overlays();
  if (aimed) {
    const scenarios::ScenarioTree tree = threat.tree(world.threat_settings());
    scenarios::Study study = scenarios::read_scenario(tree, settings, overlays);
    write_scenario(tree);
    return study;
  }
  scenarios::Study study = scenarios::read_scenario(scenario, settings, overlays);
  if (!save.empty())
    write_scenario(scenarios::scenario_tree(scenario));
  return study;
}

void StudyOptions::write_scenario(scenarios::ScenarioTree tree) const {
  if (save.empty())
    return;
  if (const scenarios::Package package = world.package(); package.name != "current")
    scenarios::name_measures(tree, package.name);
  scenarios::add_settings(tree, world.settings());
  results::write_new(save, scenarios::scenario_text(tree, save));
}

/// The threats of a scenario file are its own.
void StudyOptions::refuse_threat_settings() const {
  models::Problems problems;
  for (const models::Setting& setting : chosen({}, world.set, true))
    problems.add(setting.mark, "changes the catalogue, which only --threat takes a threat from");
  problems.throw_if_any();
}

Asked StudyOptions::asked() const {
  Asked out;
  out.scenario = scenario;
  out.threat = threat;
  out.year = year;
  out.world = world;
  out.seed = seed;
  return out;
}

std::string StudyOptions::reproduce(std::uint64_t replication) const {
  Asked one = asked();
  one.replication = replication;
  return one.command();
}

std::filesystem::path measure_file_of(const std::string& file) {
  return file.empty() ? shipped("scenarios/measures.yaml") : std::filesystem::path(file);
}

}  // namespace cli
