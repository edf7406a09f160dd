#pragma once

#include <cstdint>
#include <vector>

#include "studies/campaign/manifest.hpp"
#include "studies/campaign/survey.hpp"

namespace studies {

/// Every replication of every row in one block of one task; tasks of about `task_s` processor
/// seconds. First those of all rows up to the first of `ends`, then up to the next: no block goes
/// across one, and the last task before each is shorter. How the work is cut changes no result.
std::vector<Task> cut(const std::vector<RowCost>& rows, const std::vector<std::uint64_t>& ends,
                      double task_s);

/// Half a minute, or less so that a short campaign has work for many.
double usual_task_s(const std::vector<RowCost>& rows, std::uint64_t replications);

}  // namespace studies
