#include "sim/systems/component_failures.hpp"

#include <simgrid/s4u.hpp>

#include <cmath>

#include "sim/systems/clock.hpp"

namespace sim {

namespace sg = simgrid::s4u;

void FailingUnit::operator()() {
  const models::Component& component = world_.components[component_];
  for (std::uint64_t failure = 0;; ++failure) {
    const auto u = models::uniforms(
        key_, models::Purpose::component_failure,
        {models::name_of(component.id), failure, static_cast<std::uint32_t>(unit_)});
    sleep_for(-*component.mtbf_s * std::log(u[0]));
    infrastructure_.lose_units(component_, 1);
    sleep_for(models::quantile(*component.repair_s, u[1]));
    infrastructure_.return_units(component_, 1);
  }
}

void let_components_fail(const models::World& world, const models::ReplicationKey& key,
                         Infrastructure& infrastructure, sg::Host* host) {
  for (const auto id : world.components.ids()) {
    const models::Component& component = world.components[id];
    for (int unit = 0; component.mtbf_s && unit < component.n; ++unit)
      sg::Actor::create("failing unit", host, FailingUnit(world, key, infrastructure, id, unit));
  }
}

}  // namespace sim
