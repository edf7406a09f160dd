#include "studies/loss_facts.hpp"

#include "studies/installation/simulator.hpp"

namespace studies {

LossFacts loss_facts(const models::World& world, const scenarios::ScenarioInWorld& study,
                     sim::RunPlan plan, bool twins, const sim::OnProgress& on_progress) {
  plan.twins = false;
  const auto scenario_of = [&](std::uint64_t replication) {
    auto scenario = study.scenario_of({plan.seed, replication});
    if (twins)
      scenario.threats.clear();
    return scenario;
  };
  LossFacts out(plan.count);
  for (results::Observations& seen : simulate(world, scenario_of, plan, on_progress).replications)
    out[seen.replication - plan.first] = std::move(seen.world);
  return out;
}

}  // namespace studies
