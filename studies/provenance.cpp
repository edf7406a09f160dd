#include "studies/provenance.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/impact/frequency.hpp"
#include "analysis/impact/rubricering.hpp"
#include "analysis/impact/year_mode.hpp"
#include "models/chance/whole.hpp"
#include "models/text/sha256.hpp"
#include "models/world/assumptions.hpp"
#include "models/world/calendar.hpp"
#include "results/version.hpp"
#include "scenarios/threats/target_share.hpp"

namespace studies {
namespace {

constexpr double seconds_per_year = 365 * 86400.0;  // as models/units.cpp has it

void describe_input(results::Provenance& out, const scenarios::ScenarioInWorld& input) {
  for (const auto* numbers : {&input.model.parameters, &input.own_parameters}) {
    out.parameters += numbers->size();
    out.parameters_assumed +=
        static_cast<std::uint64_t>(std::ranges::count_if(*numbers, models::is_assumed));
  }
  for (const models::InputFile& file : input.scenario.inputs)
    out.inputs.push_back({file.path, file.text, file.sha256});
}

void describe_window(results::Provenance& out, const scenarios::ScenarioInWorld& input) {
  const models::World& world = input.model.world;
  const scenarios::Window& window = input.scenario.window;
  out.start_local = models::Calendar(world.zone).to_local(window.start);
  out.zone = world.zone;
  out.warm_up_s = window.warm_up_s;
  out.end_s = window.end_s;
  out.drain_s = window.drain_s;
  out.lost_after_s = world.lost_after_s;
  out.delayed_after_s = world.delayed_after_s;
  out.norm_s = world.norm_s;
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

void describe_knowledge(results::RowLabels& out, const scenarios::CatalogueThreat& threat) {
  out.likelihood_class = static_cast<std::uint64_t>(threat.likelihood.frequency_class.value_or(0));
  out.likelihood_rate_per_y = threat.likelihood.rate_per_s.value_or(0) * seconds_per_year;
  out.likelihood_basis = threat.likelihood.basis;
  out.duration_basis = threat.duration_basis;
  out.duration_cases = static_cast<std::uint64_t>(threat.duration_cases);
  out.incidents = threat.incidents.size();
  out.incidents_checked = static_cast<std::uint64_t>(
      std::count_if(threat.incidents.begin(), threat.incidents.end(),
                    [](const scenarios::Happened& happened) { return happened.checked; }));
}

std::string onset_rule_of(const scenarios::AimedThreat& aimed) {
  if (!aimed.onset.empty())
    return aimed.onset;
  const auto& calendar = aimed.threat.calendar;
  return calendar ? std::string(analysis::yearly_rule) + calendar->at : "any_hour";
}

results::RowLabels aimed_labels(const scenarios::ScenarioInWorld& input) {
  const scenarios::AimedThreat& aimed = *input.aimed;
  results::RowLabels out = labels_of(aimed.threat);
  out.target = aimed.target;
  out.onset_rule = onset_rule_of(aimed);
  out.duration = aimed.duration;
  out.target_share =
      scenarios::target_share(aimed, scenarios::meldkamers_of(input.model.world)).value_or(0);
  return out;
}

/// The local time at which threats over a background strike, as people write it; empty: any.
std::string laid_at(const scenarios::ScenarioInWorld& input) {
  if (!input.laid->at_s())
    return "";
  const std::string at = models::Calendar(input.model.world.zone)
                             .to_local(input.scenario.window.start +
                                       models::nearest<models::UtcSeconds>(*input.laid->at_s()));
  return at.ends_with(":00") ? at.substr(0, at.rfind(':')) : at;
}

results::RowLabels row_of(const scenarios::ScenarioInWorld& input, const Asked& asked) {
  results::RowLabels out = input.aimed ? aimed_labels(input) : results::RowLabels{};
  if (input.laid) {
    out.background = input.background;
    out.onset_rule = analysis::over_background(input.background, laid_at(input));
  }
  if (input.scenario.history)
    out.role = "history";
  if (input.year)
    out.onset_rule = analysis::year_rule;
  out.package = input.package;
  out.plan = asked.world.plan;
  out.varied = asked.varied();
  out.draw = asked.draw;
  return out;
}

}  // namespace

results::RowLabels labels_of(const scenarios::CatalogueThreat& threat) {
  results::RowLabels out;
  out.threat = threat.id;
  out.threat_nl = threat.name_nl;
  out.threat_en = threat.name_en;
  out.role = scenarios::to_string(threat.role);
  out.origin = joined(threat.origin);
  out.actors = joined(threat.actors);
  out.cia = joined(threat.cia);
  out.voorzieningen = joined(threat.voorzieningen);
  describe_knowledge(out, threat);
  return out;
}

std::optional<results::Provenance::Input> common_settings(const Asked& asked) {
  const std::string set = asked.common();
  if (set.empty())
    return std::nullopt;
  return results::Provenance::Input{"set", set, models::sha256_hex(set)};
}

std::string rubricering_of(const scenarios::ScenarioInWorld& input) {
  return analysis::highest_given_rubricering(
      {input.scenario.rubricering, input.model.world.rubricering});
}

results::Provenance provenance_of(const scenarios::ScenarioInWorld& input, const Asked& asked) {
  results::Provenance out;
  out.scenario = input.scenario.id;
  out.scenario_name = input.scenario.name;
  out.world_name = input.model.world.name;
  out.world_as_of = input.model.world.as_of;
  out.rubricering = rubricering_of(input);
  out.version = results::version();
  out.commit = results::commit();
  out.library_versions = results::library_versions();
  out.command = asked.command();
  out.seed = asked.seed;
  out.replications_asked = asked.replications;
  out.precision = asked.precision;
  describe_window(out, input);
  describe_input(out, input);
  if (const auto settings = common_settings(asked))
    out.inputs.push_back(*settings);
  out.row = row_of(input, asked);
  return out;
}

}  // namespace studies
