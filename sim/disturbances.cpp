#include "sim/disturbances.hpp"

#include <algorithm>

namespace sim {

void Disturbances::begin(const scenarios::What& what) {
  std::visit([this](const auto& effect) { change(effect, +1); }, what);
}

void Disturbances::end(const scenarios::What& what) {
  std::visit([this](const auto& effect) { change(effect, -1); }, what);
}

void Disturbances::change(const scenarios::Down& effect, int sign) {
  for (const auto component : effect.components) {
    const int units = effect.units.value_or(world_.components[component].n);
    if (sign > 0)
      infrastructure_.lose_units(component, units);
    else
      infrastructure_.return_units(component, units);
  }
}

void Disturbances::change(const scenarios::Blocking& effect, int sign) {
  if (sign > 0)
    infrastructure_.add_blocking(effect.component, effect.probability);
  else
    infrastructure_.remove_blocking(effect.component, effect.probability);
}

void Disturbances::change(const scenarios::SlowerHandling& effect, int sign) {
  for (const auto group : effect.groups) {
    auto& factors = slower_[group];
    if (sign > 0)
      factors.push_back(effect.factor);
    else
      factors.erase(std::find(factors.begin(), factors.end(), effect.factor));
    double product = 1;
    for (const double factor : factors)
      product *= factor;
    exchange_.set_slower(group, product);
  }
}

void Disturbances::change(const scenarios::Staffing& effect, int sign) {
  if (sign > 0)
    staff_.begin(effect);
  else
    staff_.end(effect);
}

void Disturbances::change(const scenarios::NoCallIn& effect, int sign) {
  staff_.block_call_in(effect, sign);
}

/// The extra callers are arrivals: the demand stream makes them.
void Disturbances::change(const scenarios::Surge&, int) {}

void Disturbances::change(const scenarios::Reduction& effect, int sign) {
  if (sign > 0)
    exchange_.begin_reduction(effect);
  else
    exchange_.end_reduction(effect);
}

void Disturbances::change(const scenarios::OpenChannel& effect, int sign) {
  if (sign > 0)
    exchange_.open_channel(effect.channel, effect.share);
  else
    exchange_.close_channel(effect.channel);
}

void Disturbances::change(const scenarios::NoTakeover& effect, int sign) {
  for (const auto centre : effect.centres)
    no_takeover_[centre] += sign;
}

}  // namespace sim
