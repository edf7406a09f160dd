#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/annual.hpp"

namespace analysis {

/// Years of perils that know nothing of each other, in blocks that share their drawn frequencies.
struct SimulatedYears {
  static constexpr std::size_t blocks = 100, years_of_block = 2000;

  std::vector<double> total;  ///< extra lost callers of each year, block after block
  std::vector<double> worst;  ///< extra lost callers of its worst event
  /// Which event that was: (peril, replication) as one number; `no_event` in a quiet year.
  std::vector<std::uint32_t> worst_event;
  static constexpr std::uint32_t no_event = 0xffffffff;

  /// By block, the share of years that have at least so many together and in no single event, less
  /// those the other way round.
  std::vector<double> at_least_together(double callers) const;
  double share_without_loss() const;
  TailRisk tail(double level) const;
};
SimulatedYears simulate_years(std::span<const Peril> perils);

/// Probabilities that a year has at least so many, with their bands over the blocks. That of its
/// worst event is exact for the frequencies of a block; only what events have together beyond it
/// is simulated (a control variate): no year has less than its worst event, but for what other
/// events saved.
ExceedanceRow at_least(std::span<const Peril> perils, const SimulatedYears& years, double callers);

}  // namespace analysis
