#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/statistics/annual.hpp"

namespace analysis {

/// Years of perils that know nothing of each other, in blocks that share their drawn frequencies.
struct SimulatedYears {
  static constexpr std::size_t blocks = 100, years_of_block = 2000;

  /// Extra lost callers of each year, block after block; not less than those of its worst event,
  /// whatever chance saved in others.
  std::vector<double> total;
  std::vector<double> worst;  ///< of its worst event
  /// Which event that was: (peril, replication) as one number; `no_event` in a quiet year.
  std::vector<std::uint32_t> worst_event;
  static constexpr std::uint32_t no_event = 0xffffffff;

  /// By block, of the years without an event of so many the share that has them together.
  std::vector<double> only_together(double callers) const;
  TailRisk tail(double level) const;
};
SimulatedYears simulate_years(std::span<const Peril> perils);

/// Probabilities that a year has at least so many. That of its worst event is exact; only
/// what smaller events have together is simulated. In the bands each block draws its shares of
/// events too (Jeffreys): none of n reaches from 0 to an upper bound.
ExceedanceRow at_least(std::span<const Peril> perils, const SimulatedYears& years, double callers);

}  // namespace analysis
