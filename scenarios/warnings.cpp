#include "scenarios/warnings.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "scenarios/effects/idle_effects.hpp"

namespace scenarios {
namespace {

/// The profile's own time of the year, from its first step to its last, as month, day and second.
using InYear = std::tuple<int, int, int>;

bool in_season(const models::Profile& profile, const models::Calendar::Civil& local) {
  const auto of = [](const models::Profile::Step& step) {
    return InYear{step.month, step.day, step.second_of_day};
  };
  const InYear first = of(profile.steps.front()), last = of(profile.steps.back());
  const InYear now{local.month, local.day, local.second_of_day};
  return first <= last ? first <= now && now < last : now >= first || now < last;
}

/// A night that the world knows to be busy, simulated as an ordinary one.
void add_unused_profiles(const ScenarioInWorld& study, std::vector<models::Warning>& out) {
  const Scenario& scenario = study.scenario;
  if (!scenario.profile.empty() || study.drawn || study.year)
    return;
  const models::Calendar calendar(study.model.world.zone);
  for (const auto& [id, profile] : study.model.world.demand.profiles)
    for (double at_s = scenario.window.warm_up_s; at_s < scenario.window.end_s;
         at_s += models::hour_s)
      if (in_season(profile, calendar.civil(scenario.window.start +
                                            static_cast<models::UtcSeconds>(at_s)))) {
        out.push_back({{scenario.inputs.empty() ? scenario.id : scenario.inputs.front().path, 0, 0},
                       "unused-profile",
                       fmt::format("the world has the demand profile {0} for this date, and the "
                                   "scenario does not use it; write `profile: {0}`",
                                   id)});
        break;
      }
}

/// A unit mistaken, such as calls a second for calls an hour: a replication that ends in hours.
void add_many_calls(const ScenarioInWorld& study, std::vector<models::Warning>& out) {
  constexpr double many = 2e7;  // some three times a year of the whole country
  const double calls = study.model.world.demand.calls_per_s * study.scenario.window.end_s;
  if (calls < many || study.year)
    return;
  const auto& numbers = study.model.parameters;
  const auto demand = std::ranges::find(numbers, "demand.calls", &models::Parameter::address);
  out.push_back({demand == numbers.end() ? models::Mark{study.scenario.id, 0, 0} : demand->mark,
                 "many-calls",
                 fmt::format("about {:.2g} calls in the window of one replication: is the unit of "
                             "demand.calls meant?",
                             calls)});
}

/// With drawn names and targets, those that are idle in every one of a few replications.
void add_idle_effects(const ScenarioInWorld& study, std::vector<models::Warning>& out) {
  constexpr std::uint64_t looked_at = 8;
  if (study.year)  // each threat is checked with the catalogue
    return;
  std::vector<models::Warning> idle = idle_effects(study.model.world, study.scenario);
  const bool drawn = study.drawn || study.laid;
  for (std::uint64_t replication = 0; drawn && replication < looked_at; ++replication) {
    const auto here = idle_effects(study.model.world, study.scenario_of({1, replication}));
    std::erase_if(idle, [&](const models::Warning& one) {
      return std::none_of(here.begin(), here.end(),
                          [&](const models::Warning& other) { return other.mark == one.mark; });
    });
  }
  out.insert(out.end(), idle.begin(), idle.end());
}

/// What is decided and does nothing.
void add_idle_options(const ScenarioInWorld& study, std::vector<models::Warning>& out) {
  Scenario decided = study.scenario;
  decided.threats.clear();
  for (const Branch& branch : study.branches)
    decided = with_decisions(std::move(decided), {{&branch, 0, nullptr}});
  const auto idle = idle_effects(study.model.world, decided);
  out.insert(out.end(), idle.begin(), idle.end());
}

}  // namespace

std::vector<models::Warning> warnings_of(const ScenarioInWorld& study) {
  std::vector<models::Warning> out = study.model.warnings;
  add_idle_effects(study, out);
  add_idle_options(study, out);
  add_unused_profiles(study, out);
  add_many_calls(study, out);
  std::stable_sort(out.begin(), out.end(), [](const models::Warning& a, const models::Warning& b) {
    return std::tie(a.mark, a.message) < std::tie(b.mark, b.message);
  });
  return out;
}

}  // namespace scenarios
