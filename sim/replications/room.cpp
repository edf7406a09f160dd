#include "sim/replications/room.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>

#include "sim/replications/world_engine.hpp"

namespace sim {

namespace {

/// A busyness that is exceeded once in 10^12 blocks, and at least a half more than usual; a product
/// of several factors counts as one gamma with the variance of the product.
double busiest(const std::vector<models::Demand::Busyness>& factors) {
  double square = 1;
  for (const auto& factor : factors)
    square *= 1 + factor.cv * factor.cv;
  if (square <= 1)
    return 1.5;
  const double shape = 1 / (square - 1);
  return std::max(1.5, boost::math::gamma_q_inv(shape, 1e-12) / shape);
}

/// Callers of the surges of a background, when each lasts for so long at the highest factor.
double of_background(const models::World& world, const scenarios::Scenario& scenario, double factor,
                     double horizon_s) {
  double out = 0;
  for (const scenarios::Threat& threat : scenario.threats)
    for (const scenarios::Effect& effect : threat.effects)
      if (const auto* surge = std::get_if<scenarios::Surge>(&effect.what);
          surge != nullptr && threat.background)
        out += surge->callers.value_or(0) +
               1.5 * surge->extra_rate * factor * world.demand.calls_per_s * horizon_s;
  return out;
}

}  // namespace

Rooms::Rooms(const models::World& world)
    : world_(world), busiest_(busiest(world.demand.busyness)) {}

Room Rooms::room_for(const scenarios::Scenario& scenario) const {
  const auto& demand = world_.demand;
  double factor = *std::max_element(demand.hour_of_week.begin(), demand.hour_of_week.end());
  if (const auto profile = demand.profiles.find(scenario.profile); profile != demand.profiles.end())
    for (const auto& step : profile->second.steps)
      factor = std::max(factor, step.factor);
  const double horizon_s = scenario.window.end_s + scenario.window.drain_s + 1800;
  const double callers = busiest_ * factor * demand.calls_per_s * horizon_s +
                         of_background(world_, scenario, factor, horizon_s);
  return {static_cast<std::size_t>(callers) + 10000, floods_in(scenario)};
}

}  // namespace sim
