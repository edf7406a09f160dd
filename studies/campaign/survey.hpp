#pragma once

#include <string>
#include <vector>

#include "models/text/problems.hpp"
#include "studies/campaign/manifest.hpp"
#include "studies/interrupt.hpp"
#include "studies/on_progress.hpp"

namespace studies {

/// What the twin of a row costs, and who has the same.
struct TwinCost {
  std::string of;                 ///< `twin_of`: rows with the same text share it; empty: none
  std::vector<double> lengths_s;  ///< of windows, of the same first replications in every row
  double per_s = 0;               ///< of a window

  double mean_s() const;
};

/// What a row costs, in seconds of one processor and bytes of disk.
struct RowCost {
  /// Mean; a block reads the row, starts processes and writes a shard.
  double replication_s = 0, block_s = 0;
  double merge_s = 0, block_merge_s = 0;  ///< the same when they are merged
  double replication_bytes = 0, block_bytes = 0;
  TwinCost twin;  ///< that of `replication_s`
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
