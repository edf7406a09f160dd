#include "studies/shared_twins.hpp"

#include <algorithm>
#include <utility>

#include "studies/simulator.hpp"

namespace studies {
namespace {

/// One replication: the scenario with the longest window, and where the windows of the others end.
struct Longest {
  scenarios::Scenario scenario;
  std::vector<double> ends_s;
};

/// They differ in their ends at most.
bool begin_alike(const scenarios::Scenario& a, const scenarios::Scenario& b) {
  return a.window.start == b.window.start && a.window.warm_up_s == b.window.warm_up_s &&
         a.window.drain_s == b.window.drain_s &&
         a.window.timeline_bin_s == b.window.timeline_bin_s && a.profile == b.profile;
}

Longest longest_of(const std::vector<const scenarios::ScenarioInWorld*>& studies,
                   const models::ReplicationKey& key) {
  std::vector<scenarios::Scenario> all;
  for (const auto* study : studies)
    all.push_back(study->scenario_of(key));
  Longest out{*std::ranges::max_element(
                  all, {}, [](const scenarios::Scenario& one) { return one.window.end_s; }),
              {}};
  for (const scenarios::Scenario& one : all)
    if (begin_alike(one, out.scenario))
      out.ends_s.push_back(one.window.end_s);
  return out;
}

}  // namespace

std::string twin_of(const StudyReader& asked, const scenarios::ScenarioInWorld& study) {
  const bool is_dated =
      study.aimed && study.aimed->threat.calendar && asked.threat.aim.onset.empty();
  if (!study.aimed || study.year || is_dated)
    return "";
  std::string out = asked.scenario + "\n" + asked.threat.world + "\n";
  for (const std::string& file : asked.world.with)
    out += file + "\n";
  for (const models::Setting& setting :
       asked.scenario.empty() ? asked.world.settings() : asked.world.scenario_settings())
    out += setting.address + "=" + setting.value + "\n";
  return out;
}

sim::KeptTwins shared_twins(const std::vector<const scenarios::ScenarioInWorld*>& studies,
                            sim::RunPlan plan, const sim::OnProgress& on_progress) {
  std::vector<Longest> longest;
  for (std::uint64_t i = 0; i < plan.count; ++i) {
    longest.push_back(longest_of(studies, {plan.seed, plan.first + i}));
    longest.back().scenario.inputs.clear();  // texts that every replication would copy
  }
  const auto at = [&](std::uint64_t replication) -> const Longest& {
    return longest[replication - plan.first];
  };
  sim::KeptTwins out;
  plan.kept = &out;
  plan.ends = [&](std::uint64_t replication) { return at(replication).ends_s; };
  simulate(
      studies.front()->model.world,
      [&](std::uint64_t replication) { return at(replication).scenario; }, plan, on_progress);
  return out;
}

}  // namespace studies
