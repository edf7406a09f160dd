#include "studies/study_reader.hpp"

#include <fmt/format.h>

#include <set>

#include "analysis/measures/measure.hpp"
#include "results/part_file.hpp"
#include "results/result_file.hpp"
#include "scenarios/read_settings.hpp"
#include "scenarios/scenario_text.hpp"
#include "scenarios/threats/threat_parts.hpp"
#include "studies/installation/shipped_files.hpp"
#include "studies/option_setting.hpp"

namespace studies {
std::optional<scenarios::MeasureList> WorldReader::measure_list() const {
  if (measures.empty())
    return {};
  const auto file = measure_file_of(measure_file);
  require_there(file);
  return scenarios::read_measures(file, analysis::outcomes());
}

scenarios::Package WorldReader::package() const {
  const auto list = measure_list();
  return list ? scenarios::resolve(*list, measures) : scenarios::Package{"current", {}, {}, {}, {}};
}

namespace {

enum class Of { world, catalogue, scenario };

/// Threats of the catalogue have names such as DR-07, those of a scenario are ids.
Of subject_of(const std::string& address) {
  if (!scenarios::is_of_threat(address))
    return Of::world;
  const std::size_t begin = address.find('.') + 1;
  return models::is_id(address.substr(begin, address.find('.', begin) - begin)) ? Of::scenario
                                                                                : Of::catalogue;
}

}  // namespace

std::vector<models::Setting> WorldReader::asked_settings() const {
  std::vector<models::Setting> out;
  for (const std::string& text : set) {
    const std::size_t equals = text.find('=');
    out.push_back({text.substr(0, equals), text.substr(equals + 1), {"--set " + text, 0, 0}});
  }
  if (!plan.empty())
    out.push_back({"takeover.plan", plan, {"--plan " + plan, 0, 0}});
  out.insert(out.end(), more.begin(), more.end());
  return out;
}

std::vector<models::Setting> WorldReader::settings() const {
  auto out = package().world;
  for (models::Setting& setting : asked_settings())
    if (subject_of(setting.address) == Of::world)
      out.push_back(std::move(setting));
  return out;
}

std::vector<models::Setting> WorldReader::scenario_settings() const {
  auto out = settings();
  for (models::Setting& setting : asked_settings())
    if (subject_of(setting.address) == Of::scenario)
      out.push_back(std::move(setting));
  return out;
}

std::vector<models::Setting> WorldReader::threat_settings(bool beside_scenario) const {
  auto out = package().threats;
  for (models::Setting& setting : asked_settings())
    if (const Of of = subject_of(setting.address);
        of == Of::catalogue || (of == Of::scenario && !beside_scenario))
      out.push_back(std::move(setting));
  return out;
}

std::vector<std::filesystem::path> WorldReader::overlays() const {
  for (const std::string& file : with)
    require_there(file);
  return {with.begin(), with.end()};
}

scenarios::ScenarioInWorld StudyReader::read() const {
  scenarios::ScenarioInWorld study = read_subject();
  if (const auto list = world.measure_list()) {
    refuse_measures_twice(study.package);
    study.scenario.inputs.push_back(list->input);
    const scenarios::Package taken = scenarios::resolve(*list, world.measures);
    study.package = taken.name;
    std::vector<std::string> threats;
    if (study.aimed)
      for (const auto& part : scenarios::read_parts(study.aimed->threat.id, {}))
        threats.push_back(part.threat);
    const auto idle = scenarios::idle_measures(*list, taken, threats);
    if (!study.year)
      study.model.warnings.insert(study.model.warnings.end(), idle.begin(), idle.end());
  }
  return study;
}

/// A saved scenario has the settings of its measures: nobody could tell what is in place.
void StudyReader::refuse_measures_twice(const std::string& there) const {
  if (there != "current")
    models::refuse({"--measures " + world.measures, 0, 0},
                   fmt::format("{} has the settings of a package in it already, {} "
                               "(measures_in_set): leave --measures out, or begin with a scenario "
                               "that has none",
                               scenario, there));
}

scenarios::ScenarioInWorld StudyReader::read_subject() const {
  if (year.year)
    return year.read(threat.read_catalogue(world.threat_settings()), threat.world_folder(),
                     world.settings(), world.overlays());
  const bool aimed = !threat.threat.empty(), from_file = !scenario.empty();
  if (from_file)
    require_there(scenario);
  if (!aimed)
    refuse_threat_settings();
  if (aimed)
    refuse_overridden_settings();
  if (aimed && from_file && !threat.world.empty())
    models::refuse({"--world " + threat.world, 0, 0},
                   "cannot stand beside " + scenario + ", which names its own world");
  auto settings = from_file ? world.scenario_settings() : world.settings();
  for (models::Setting& option : option_settings(branch))
    settings.push_back(std::move(option));
  const auto overlays = world.overlays();
  if (aimed) {
    const scenarios::ScenarioTree tree = threat.tree(world.threat_settings(from_file), scenario);
    scenarios::ScenarioInWorld study = read_aimed(tree, settings, overlays);
    write_scenario(tree);
    return study;
  }
  scenarios::ScenarioInWorld study = scenarios::read_scenario(scenario, settings, overlays);
  if (!save.empty())
    write_scenario(scenarios::scenario_tree(scenario));
  return study;
}

/// The shipped catalogue is right: what it names and another world lacks is a matter of that world,
/// and is said once.
scenarios::ScenarioInWorld StudyReader::read_aimed(
    const scenarios::ScenarioTree& tree, const std::vector<models::Setting>& settings,
    const std::vector<std::filesystem::path>& overlays) const try {
  return scenarios::read_scenario(tree, settings, overlays);
} catch (const models::InvalidInput& invalid) {
  if (threat.world.empty() || !threat.catalogue.empty())
    throw;
  const std::string catalogue = threat.catalogue_file().generic_string();
  models::Problems problems;
  std::set<std::string> said;
  for (const models::Problem& problem : invalid.problems())
    if (problem.mark.file != catalogue)
      problems.add(problem.mark, problem.message);
    else if (said.insert(problem.message).second)
      problems.add({"--world " + threat.world, 0, 0},
                   fmt::format("does not have what {} takes ({}:{}): {}", threat.threat, catalogue,
                               problem.mark.line, problem.message));
  problems.throw_if_any();
  throw;
}

void StudyReader::write_scenario(scenarios::ScenarioTree tree) const {
  if (save.empty())
    return;
  if (const scenarios::Package package = world.package(); package.name != "current")
    scenarios::name_measures(tree, package.name);
  scenarios::add_settings(tree, scenario.empty() ? world.settings() : world.scenario_settings());
  scenarios::add_options(tree, option_settings(branch));
  results::write_new(save, scenarios::scenario_text(tree, save));
}

std::string StudyReader::option_for(const std::string& address) const {
  if (threat.threat.empty())
    return "";
  const std::string of_threat = "--threat " + threat.threat;
  for (const auto& part : scenarios::read_parts(threat.threat, {of_threat, 0, 0})) {
    const auto is = [&](const char* key) {
      const std::string whole = "threats." + scenarios::in_capitals(part.threat) + "." + key;
      return address == whole || address.starts_with(whole + ".");
    };
    if (!threat.aim.duration.empty() && is("duration"))
      return "--duration " + threat.aim.duration;
    if (!threat.aim.target.empty() && is("target"))
      return "--target " + threat.aim.target;
    if ((!part.target.empty() && is("target")) || (!part.after.empty() && is("after")))
      return of_threat;
  }
  return "";
}

StudyReader StudyReader::with(std::vector<models::Setting> settings) const {
  StudyReader out = *this;
  out.save.clear();
  for (models::Setting& setting : settings)
    if (option_for(setting.address).empty())
      out.world.more.push_back(std::move(setting));
  return out;
}

/// What an option says of a threat stands in place of what the catalogue has: a setting of the same
/// would do nothing.
void StudyReader::refuse_overridden_settings() const {
  models::Problems problems;
  for (const models::Setting& setting : world.asked_settings())
    if (const std::string option = option_for(setting.address); !option.empty())
      problems.add(setting.mark,
                   "does nothing beside " + option + ", which says the same: leave out one");
  problems.throw_if_any();
}

/// The threats of a scenario file are its own, and addressed as they are called there.
void StudyReader::refuse_threat_settings() const {
  models::Problems problems;
  for (const models::Setting& setting : world.asked_settings())
    if (subject_of(setting.address) == Of::catalogue)
      problems.add(setting.mark, "changes the catalogue, which only --threat takes a threat from");
  problems.throw_if_any();
}

Asked StudyReader::asked() const {
  Asked out;
  out.scenario = scenario;
  out.threat = threat;
  out.year = year;
  out.world = world;
  out.branch = branch;
  out.seed = seed;
  return out;
}

std::string StudyReader::reproduce(std::uint64_t replication) const {
  Asked one = asked();
  one.replication = replication;
  return one.command();
}

std::filesystem::path measure_file_of(const std::string& file) {
  return file.empty() ? shipped("scenarios/measures.yaml") : std::filesystem::path(file);
}

}  // namespace studies
