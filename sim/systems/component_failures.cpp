#include "sim/systems/component_failures.hpp"

#include <simgrid/s4u.hpp>

#include <cmath>
#include <limits>

#include "sim/systems/clock.hpp"

namespace sim {

namespace sg = simgrid::s4u;

namespace {

// In place of the number of a unit: all of them.
constexpr auto common_cause = std::numeric_limits<std::uint32_t>::max();

}  // namespace

void FailingUnits::operator()() {
  const models::Component& component = world_.components[component_];
  for (std::uint64_t failure = 0;; ++failure) {
    const auto u = models::uniforms(key_, models::Purpose::component_failure,
                                    {models::name_of(component.id), failure, what_.name});
    sleep_for(-what_.mean_up_s * std::log(u[0]));
    infrastructure_.lose_units(component_, what_.units);
    sleep_for(models::quantile(*component.repair_s, u[1]));
    infrastructure_.return_units(component_, what_.units);
  }
}

void let_components_fail(const models::World& world, const models::ReplicationKey& key,
                         Infrastructure& infrastructure, sg::Host* host) {
  for (const auto id : world.components.ids()) {
    const models::Component& component = world.components[id];
    if (!component.mtbf_s)
      continue;
    const auto fails = [&](const FailingUnits::What& what) {
      sg::Actor::create("failing units", host, FailingUnits(world, key, infrastructure, id, what));
    };
    for (int unit = 0; component.beta < 1 && unit < component.n; ++unit)
      fails({*component.mtbf_s / (1 - component.beta), 1, static_cast<std::uint32_t>(unit)});
    if (component.beta > 0)
      fails({*component.mtbf_s / component.beta, component.n, common_cause});
  }
}

}  // namespace sim
