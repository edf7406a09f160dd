#include "scenarios/branches/branch.hpp"

#include <cmath>
#include <limits>
#include <utility>

namespace scenarios {

Scenario with_decisions(Scenario scenario, const std::vector<Taken>& taken) {
  const double over_s = scenario.window.end_s + scenario.window.drain_s;
  for (const Taken& one : taken) {
    const bool comes = one.at_s < over_s;  // not when it is NaN
    if (one.world && comes)
      scenario.decisions.push_back({one.at_s, one.world});
    if (one.branch->effects.empty())
      continue;
    Threat decision{one.branch->id, one.branch->name, one.branch->effects};
    decision.decision = true;
    for (Effect& effect : decision.effects)
      effect.from_s = comes ? one.at_s + effect.from_s : over_s + 1;
    scenario.threats.push_back(std::move(decision));
  }
  return scenario;
}

double onset_s(const Scenario& scenario) {
  const double over_s = scenario.window.end_s + scenario.window.drain_s;
  double first_s = std::numeric_limits<double>::quiet_NaN();
  for (const Threat& threat : scenario.threats)
    for (const Effect& effect : threat.effects)
      if (!threat.background && !threat.decision && effect.from_s < over_s)
        first_s = std::fmin(first_s, effect.from_s);
  return first_s;
}

}  // namespace scenarios
