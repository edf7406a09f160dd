#include "sim/calls/burst.hpp"

#include <algorithm>
#include <cmath>

#include "sim/calls/source.hpp"

namespace sim {

namespace {

// Names of callers have eight bits for their place in a burst; at nine later callers about an
// incident, thirty times the Dutch figure, one burst in 10^11 would be larger.
constexpr double most_later_callers = 254;

}  // namespace

BurstDraws::BurstDraws(const models::World& world) {
  if (!world.demand.bursts)
    return;
  bursts_ = *world.demand.bursts;
  double first = 0, later = 0;
  std::vector<double> first_kinds, later_kinds;
  for (const auto& kind : world.kinds) {
    first += kind.genuine && !kind.duplicate ? kind.share : 0;
    later += kind.duplicate ? kind.share : 0;
    first_kinds.push_back(kind.duplicate ? 0 : kind.share);
    later_kinds.push_back(kind.duplicate ? kind.share : 0);
  }
  if (later <= 0)
    return;
  mean_ = later / first;
  log_more_ = std::log(mean_ / (1 + mean_));
  until_cut_ = -std::expm1(-bursts_.within_s / bursts_.delay_s);
  first_share_ = 1 - later;
  first_kinds_ = cumulative(first_kinds);
  later_kinds_ = cumulative(later_kinds);
}

std::uint32_t BurstDraws::later_callers(double u) const {
  if (u * (1 + mean_) >= mean_)
    return 0;
  return static_cast<std::uint32_t>(std::min(std::log(u) / log_more_, most_later_callers));
}

double BurstDraws::delay_s(double u) const {
  return -bursts_.delay_s * std::log1p(-u * until_cut_);
}

std::uint32_t OpenBursts::open(std::uint32_t callers) {
  if (free_.empty()) {
    rows_.push_back({callers, callers});
    return static_cast<std::uint32_t>(rows_.size() - 1);
  }
  const auto slot = free_.back();
  free_.pop_back();
  rows_[slot] = {callers, callers};
  return slot;
}

InBurst OpenBursts::dial(std::uint32_t slot) {
  Row& row = rows_[slot];
  const bool first = row.left == row.callers;
  if (--row.left == 0)
    free_.push_back(slot);
  return {slot, first, row.left == 0};
}

}  // namespace sim
