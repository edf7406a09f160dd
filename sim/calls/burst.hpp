#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "models/world/world.hpp"

namespace sim {

/// Which callers are about one incident: they share a slot, which is used again after the last.
struct InBurst {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t slot = none;
  bool first = false, last = false;  ///< of those who dial while the simulation lasts
};

/// How many more people dial about an incident that somebody has reported, and when: a geometric
/// number with the mean that the shares of kinds imply, each with a delay of its own.
class BurstDraws {
public:
  explicit BurstDraws(const models::World& world);

  bool any() const { return mean_ > 0; }
  /// The part of all callers who are the first about what they report, or report nothing.
  double first_share() const { return first_share_; }
  std::uint32_t later_callers(double u) const;
  /// Seconds after the first, below `within_s`.
  double delay_s(double u) const;
  double within_s() const { return bursts_.within_s; }
  /// Cumulative shares of the kinds of first and of later callers.
  const std::vector<double>& first_kinds() const { return first_kinds_; }
  const std::vector<double>& later_kinds() const { return later_kinds_; }

private:
  models::Demand::Bursts bursts_;
  double mean_ = 0, log_more_ = 0, until_cut_ = 1, first_share_ = 1;
  std::vector<double> first_kinds_, later_kinds_;
};

/// Counts down the callers of each burst.
class OpenBursts {
public:
  std::uint32_t open(std::uint32_t callers);
  /// One of the burst dials; the slot is free after the last.
  InBurst dial(std::uint32_t slot);

private:
  struct Row {
    std::uint32_t callers, left;
  };
  std::vector<Row> rows_;
  std::vector<std::uint32_t> free_;
};

}  // namespace sim
