#include "scenarios/threats/read_year.hpp"

#include <fmt/format.h>

#include "models/chance/whole.hpp"
#include "models/text/read_values.hpp"
#include "models/world/world_tree.hpp"
#include "scenarios/threats/aimed_threat.hpp"
#include "scenarios/threats/threat_parameters.hpp"

namespace scenarios {

using models::Node;

namespace {

constexpr const char* first_day = "2026-01-01T00:00";
constexpr double days = 365;

std::optional<double> yearly_s(const CatalogueThreat& threat, const models::Calendar& calendar) {
  if (!threat.calendar)
    return {};
  const std::string year = std::string(first_day).substr(0, 5);
  return static_cast<double>(calendar.to_utc(year + threat.calendar->at).value_or(0) -
                             *calendar.to_utc(first_day));
}

YearPeril peril_of(const ScenarioTree& tree, const ThreatRate& rate,
                   const models::Calendar& calendar) {
  const Node::Entry& only = tree.root.find("threats")->entries.front();
  return {rate.threat->id, only.key, only.value, rate.per_year, yearly_s(*rate.threat, calendar)};
}

/// Those of the catalogue.
void keep_numbers(ScenarioInWorld& study, const std::vector<ScenarioTree>& trees,
                  models::Reading& reading) {
  const std::vector<models::Parameter> read = std::move(reading.parameters);
  for (const ScenarioTree& tree : trees) {
    reading.parameters = read;
    keep_threat_parameters(study.own_parameters, tree.root, reading);
  }
}

Scenario frame_of(const YearPlan& plan, const models::Calendar& calendar) {
  Scenario out;
  out.id = "year";
  out.name = fmt::format("Een jaar: {} dreigingen van de catalogus, {} uitval van componenten",
                         plan.rates.size(), plan.component_failures ? "met" : "zonder");
  out.description =
      "Every event threat of the catalogue that has a frequency strikes as often as that says, at "
      "any time, on the catalogue's own target; events may coincide.";
  out.window.start =
      *calendar.to_utc(first_day) - models::nearest<models::UtcSeconds>(out.window.warm_up_s);
  out.window.end_s = out.window.warm_up_s + days * models::day_s;
  out.component_failures = plan.component_failures;
  out.replications = 100;
  return out;
}

}  // namespace

ScenarioInWorld read_year(const YearPlan& plan, const std::vector<models::Setting>& settings,
                          const std::vector<std::filesystem::path>& overlays) {
  models::Reading reading;
  models::WorldDraft world = models::draft_world(plan.world, settings, overlays, reading);
  reading.problems.throw_if_any();
  ScenarioInWorld study;
  study.model.parameters = std::exchange(reading.parameters, {});
  study.model.inputs = std::move(world.inputs);
  study.model.world = world.draft.world;
  study.scenario = frame_of(plan, *world.draft.calendar);
  std::vector<YearPeril> perils;
  std::vector<ScenarioTree> trees;
  for (const ThreatRate& rate : plan.rates) {
    const ScenarioTree& tree =
        trees.emplace_back(aim(plan.catalogue, *rate.threat, {}, {plan.world, {}}));
    perils.push_back(peril_of(tree, rate, *world.draft.calendar));
    study.of_catalogue.insert(tree.of_catalogue.begin(), tree.of_catalogue.end());
  }
  study.scenario.threats = YearCourse::examples(study.scenario, perils, world.draft, reading);
  reading.problems.throw_if_any();
  keep_numbers(study, trees, reading);
  study.scenario.inputs = {plan.catalogue.input};
  study.scenario.inputs.insert(study.scenario.inputs.end(), study.model.inputs.begin(),
                               study.model.inputs.end());
  study.year =
      std::make_shared<YearCourse>(study.scenario, std::move(perils), std::move(world.draft));
  return study;
}

}  // namespace scenarios
