#pragma once

#include <span>

#include "analysis/impact/row.hpp"
#include "analysis/statistics/interval.hpp"

namespace analysis {

/// The mean of a value for each replication of the row, with the interval of a sample that is
/// spread over the week when the onsets were drawn.
Interval mean_over_week(const Row& row, std::span<const double> values);

}  // namespace analysis
