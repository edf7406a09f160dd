#pragma once

#include "results/study.hpp"

namespace analysis {

/// A study that was just run, and how that went.
struct RunReport {
  results::Study study;
  int signal = 0;                 ///< that interrupted the run, or 0
  bool precision_reached = true;  ///< also when none was asked
  std::uint64_t tried_again = 0;  ///< replications whose process failed or died at first
  double wall_s = 0, calls_per_s = 0;
};

}  // namespace analysis
