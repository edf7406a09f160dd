#include "sim/effects/takeover_fails.hpp"

namespace sim {

using models::Centre;
using models::Id;
using scenarios::TakeoverFails;

void AtWork<TakeoverFails>::end(const TakeoverFails& effect) {
  const auto row = std::ranges::find(at_work_, &effect, &Failing::effect);
  const bool repair = row->made_worse;
  at_work_.erase(row);
  if (repair)
    for (const auto component : effect.makes_worse)
      infrastructure_.return_units(component, world_.components[component].n);
}

double AtWork<TakeoverFails>::probability(Id<Centre> centre, double normally) const {
  for (const auto& row : at_work_)
    if (hits(row.effect->centres, centre))
      normally = std::max(normally, row.effect->probability);
  return normally;
}

void AtWork<TakeoverFails>::note_failure(Id<Centre> centre) {
  for (auto& row : at_work_) {
    if (row.made_worse || !hits(row.effect->centres, centre))
      continue;
    row.made_worse = true;
    for (const auto component : row.effect->makes_worse)
      infrastructure_.lose_units(component, world_.components[component].n);
  }
}

}  // namespace sim
