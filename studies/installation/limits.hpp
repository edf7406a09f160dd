#pragma once

#include "analysis/installation/machine.hpp"

namespace studies {

/// Fills in cores, memory and what `ulimit` allows.
void look_at_limits(analysis::Machine& machine);

/// The smallest that a control group (cgroup v2) of this process or one above it allows: of
/// `cpu.max` cores, of others bytes. Nothing: no limit, or not known. `root`: where the groups are;
/// `own`: what /proc/self/cgroup says.
std::optional<double> group_limit(const std::string& root, const std::string& own,
                                  const std::string& file);

}  // namespace studies
