#pragma once

#include <cstdint>
#include <optional>

#include "cli/precision.hpp"
#include "cli/progress_bar.hpp"
#include "results/study.hpp"
#include "scenarios/read_scenario.hpp"

namespace cli {

struct RunRequest {
  std::uint64_t seed = 1, first = 0, count = 1;
  int jobs = 1;
  std::optional<Precision> precision;
  std::uint64_t calls = 0;  ///< first callers of each world that get a row of their own
};

struct RunReport {
  results::Study study;
  int signal = 0;                 ///< that interrupted the run, or 0
  bool precision_reached = true;  ///< also when none was asked
  double wall_s = 0, calls_per_s = 0;
};

/// Processors of this machine: how many replications run at a time unless --jobs says otherwise.
int cores_here();

/// Runs the replications, in the blocks at whose ends the precision is judged. The provenance of
/// the study is left to the caller.
RunReport conduct(const scenarios::Study& input, const RunRequest& request, ProgressBar& bar);

/// Windows that are drawn end at different times: the longest one gives the number of bins.
void fit_timeline(const scenarios::Study& input, results::Study& study);

}  // namespace cli
