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

  /// Probability that a year has at least so many, with its band over the blocks.
  Interval at_least(double callers) const;
  double share_without_loss() const;
  TailRisk tail(double level) const;
};
SimulatedYears simulate_years(std::span<const Peril> perils);

/// Probability that some event of a year has at least so many; exact for the frequencies of each
/// block.
Interval worst_event_at_least(std::span<const Peril> perils, double callers);

}  // namespace analysis
