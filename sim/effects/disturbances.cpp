#include "sim/effects/disturbances.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace sim {

namespace {

/// The product of the factors of all effects at work, after one of them has begun or ended.
double product_after(std::vector<double>& factors, double factor, int sign) {
  if (sign > 0)
    factors.push_back(factor);
  else
    factors.erase(std::find(factors.begin(), factors.end(), factor));
  return std::accumulate(factors.begin(), factors.end(), 1.0, std::multiplies<>());
}

bool hits(const std::vector<models::Id<models::Centre>>& centres,
          models::Id<models::Centre> centre) {
  return std::find(centres.begin(), centres.end(), centre) != centres.end();
}

}  // namespace

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
  const auto what =
      effect.per_caller ? Infrastructure::Silent::callers : Infrastructure::Silent::attempts;
  if (sign > 0)
    infrastructure_.add_blocking(effect.component, what, effect.probability);
  else
    infrastructure_.remove_blocking(effect.component, what, effect.probability);
}

void Disturbances::change(const scenarios::SlowerHandling& effect, int sign) {
  for (const auto group : effect.groups)
    exchange_.set_slower(group, product_after(slower_[group], effect.factor, sign));
}

void Disturbances::change(const scenarios::Lines& effect, int sign) {
  for (const auto centre : effect.centres)
    exchange_.set_lines_share(centre, product_after(lines_[centre], effect.share, sign));
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
  auto& open = open_[effect.channel];
  if (sign > 0)
    open.push_back(&effect);
  else
    std::erase(open, &effect);
  if (open.empty())
    exchange_.close_channel(effect.channel);
  else if (sign > 0)
    exchange_.open_channel(effect.channel, effect.share);
  else
    exchange_.keep_channel_open(effect.channel, open.back()->share);
}

void Disturbances::change(const scenarios::NoTakeover& effect, int sign) {
  for (const auto centre : effect.centres)
    no_takeover_[centre] += sign;
}

void Disturbances::change(const scenarios::Latency& effect, int sign) {
  exchange_.change_latency(effect, sign > 0);
}

void Disturbances::change(const scenarios::Misroute& effect, int sign) {
  exchange_.change_misroute(effect, sign > 0);
}

void Disturbances::change(const scenarios::Corrupt& effect, int sign) {
  exchange_.change_corrupt(effect, sign > 0);
}

/// The fake calls are arrivals: the demand stream makes them.
void Disturbances::change(const scenarios::Flood&, int) {}

void Disturbances::change(const scenarios::DelayTakeover& effect, int sign) {
  if (sign > 0)
    delays_.push_back(&effect);
  else
    std::erase(delays_, &effect);
}

double Disturbances::switch_delay_s(models::Id<models::Centre> centre, double u) const {
  double sum = 0;
  for (const auto* effect : delays_)
    if (hits(effect->centres, centre))
      sum += models::quantile(effect->delay_s, u);
  return sum;
}

void Disturbances::change(const scenarios::TakeoverFails& effect, int sign) {
  if (sign > 0) {
    failing_.push_back({&effect});
    return;
  }
  const auto at = std::find_if(failing_.begin(), failing_.end(),
                               [&](const auto& row) { return row.effect == &effect; });
  const bool repair = at->made_worse;
  failing_.erase(at);
  if (repair)
    for (const auto component : effect.makes_worse)
      infrastructure_.return_units(component, world_.components[component].n);
}

double Disturbances::switch_fails(models::Id<models::Centre> centre, double normally) const {
  for (const auto& row : failing_)
    if (hits(row.effect->centres, centre))
      normally = std::max(normally, row.effect->probability);
  return normally;
}

void Disturbances::switch_failed(models::Id<models::Centre> centre) {
  for (auto& row : failing_) {
    if (row.made_worse || !hits(row.effect->centres, centre))
      continue;
    row.made_worse = true;
    for (const auto component : row.effect->makes_worse)
      infrastructure_.lose_units(component, world_.components[component].n);
  }
}

void Disturbances::change(const scenarios::NoSignal& effect, int sign) {
  exchange_.change_no_signal(effect, sign > 0);
}

void Disturbances::change(const scenarios::Evacuate& effect, int sign) {
  if (sign > 0)
    evacuations_.push_back(&effect);
  for (const auto centre : effect.centres)
    infrastructure_.change_evacuation(centre, effect.cut_connected, sign);
  if (sign < 0)
    std::erase(evacuations_, &effect);
}

double Disturbances::relocated_share(models::Id<models::Centre> centre, double normally) const {
  for (const auto* effect : evacuations_)
    if (effect->relocates && hits(effect->centres, centre))
      return *effect->relocates;
  return normally;
}

void Disturbances::change(const scenarios::StaleNumbers& effect, int sign) {
  if (sign > 0)
    old_numbers_.push_back({&effect, {}});
  else
    std::erase_if(old_numbers_, [&](const auto& row) { return row.effect == &effect; });
}

std::optional<double> Disturbances::stale_number_s(models::Id<models::Centre> centre,
                                                   const std::array<double, 4>& u) {
  for (auto& row : old_numbers_) {
    if (!hits(row.effect->centres, centre) || hits(row.found_out, centre))
      continue;
    row.found_out.push_back(centre);
    if (u[0] < row.effect->probability)
      return models::quantile(row.effect->found_after_s, u[1]);
  }
  return {};
}

void Disturbances::change(const scenarios::Reregistration& effect, int sign) {
  if (sign > 0)
    aftermaths_.push_back({&effect});
  else
    for (auto& row : aftermaths_)
      if (row.effect == &effect)
        row.ended_s = exchange_.now_s();
}

std::vector<const scenarios::Reregistration*> Disturbances::registering_again(
    models::Id<models::Component> component) const {
  std::vector<const scenarios::Reregistration*> out;
  for (const auto& row : aftermaths_)
    if (row.effect->component == component && (row.ended_s < 0 || row.ended_s >= exchange_.now_s()))
      out.push_back(row.effect);
  return out;
}

void Disturbances::change(const scenarios::NetworkFlood& effect, int sign) {
  wires_.change(effect, sign > 0);
}

/// A centre that is lost when its planned absence ends stays with whoever answers for it.
void Disturbances::change(const scenarios::PlannedTakeover& effect, int sign) {
  if (sign > 0)
    exchange_.redirect(effect.centre, {{effect.partner, 1.0, true}});
  else if (infrastructure_.centre_answers(effect.centre))
    exchange_.redirect(effect.centre, {});
}

}  // namespace sim
