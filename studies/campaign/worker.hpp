#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "results/study.hpp"
#include "studies/campaign/progress.hpp"

namespace studies {

/// Called when replications have ended, with how many since the last call, and now and then with 0
/// to ask whether to go on; false: stop.
using OnReplication = std::function<bool(std::uint64_t ended)>;

/// What to do with a block of which nobody can tell yet whether its row needs it.
enum class Unjudged {
  run,    ///< it may be for nothing, but whoever has this task only will not come back
  leave,  ///< for later
};

enum class TaskEnd {
  done,     ///< now or before, but for what is left for later
  taken,    ///< another process works on it
  stopped,  ///< `on_replication` said so; finished blocks are kept
};

/// Claims the task and works off the blocks that are needed, one replication at a time, each block
/// into a shard that appears whole or not at all. Throws models::InvalidInput and
/// results::ResultError; the claim is given back whatever happens.
TaskEnd work_on(const CampaignFolder& folder, CampaignProgress& progress, std::size_t task,
                Unjudged unjudged, const OnReplication& on_replication);

/// Replications [first, first + count) of a row. Nothing when it was stopped. Throws
/// models::SystemFault when one of them had no process or memory: it would be another study then.
std::optional<results::Study> run_block(const Manifest& manifest, const Block& block,
                                        const scenarios::ScenarioInWorld& input,
                                        const OnReplication& on_replication);

}  // namespace studies
