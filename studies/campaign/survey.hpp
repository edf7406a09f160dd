#pragma once

#include <string>
#include <vector>

#include "models/text/problems.hpp"
#include "studies/campaign/manifest.hpp"
#include "studies/interrupt.hpp"
#include "studies/on_progress.hpp"

namespace studies {

/// What a row costs, in seconds of one processor and bytes of disk.
struct RowCost {
  double replication_s = 0, block_s = 0;  ///< mean; a block reads the row and writes a shard
  double merge_s = 0, block_merge_s = 0;  ///< the same when they are merged
  double replication_bytes = 0, block_bytes = 0;
};

/// What was found out about a row by reading it and running a few of its replications.
struct RowSurvey {
  std::vector<models::Problem> problems;
  std::vector<ManifestInput> inputs;
  std::string rubricering;
  RowCost cost;
};

/// All rows, `jobs` at a time, each in a process of its own. A row that cannot be run has problems
/// and no cost. `scratch` is a folder for shards that are thrown away. Incomplete when interrupted.
std::vector<RowSurvey> survey(const Manifest& manifest, int jobs,
                              const std::filesystem::path& scratch, const OnProgress& on_progress,
                              const Interrupt& interrupt);

}  // namespace studies
