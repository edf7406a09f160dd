#pragma once

#include <cstdint>
#include <optional>

#include "analysis/trials/run_report.hpp"
#include "scenarios/read_scenario.hpp"
#include "studies/on_progress.hpp"
#include "studies/precision.hpp"

namespace studies {

struct RunRequest {
  std::uint64_t seed = 1, first = 0, count = 1;
  int jobs = 1;
  std::optional<Precision> precision;
  std::uint64_t calls = 0;  ///< first callers of each world that get a row of their own
  /// Only looked at one by one (RunReport::each), so that memory need not hold them all.
  bool one_by_one = false;
};

/// Processors of this machine: how many replications run at a time unless --jobs says otherwise.
int cores_here();

/// Runs the replications, in the blocks at whose ends the precision is judged. The provenance of
/// the study is left to the caller.
analysis::RunReport conduct(const scenarios::ScenarioInWorld& input, const RunRequest& request,
                            const OnProgress& on_progress);

/// Windows that are drawn end at different times: the longest one gives the number of bins.
void fit_timeline(const scenarios::ScenarioInWorld& input, results::Study& study,
                  const results::EachReplication& each);

}  // namespace studies
