#pragma once

#include <functional>
#include <vector>

#include "studies/branches.hpp"
#include "studies/on_progress.hpp"

namespace studies {

/// Told of each future with its study, whose labels are left to the callee. The scenario of the
/// input has what is decided; of a single replication it is that one's.
using OnFuture = std::function<void(const analysis::BranchFuture&,
                                    const scenarios::ScenarioInWorld& input, results::Study&)>;

/// Runs all futures over the same callers, one after the other; the undisturbed twin is simulated
/// once for all of them.
analysis::BranchTrials try_branches(const Branches& branches,
                                    const analysis::BranchQuestion& question,
                                    const OnProgress& on_progress, const OnFuture& on_future = {});

}  // namespace studies
