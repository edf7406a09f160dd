#include "analysis/impact/row_mean.hpp"

#include <algorithm>
#include <iterator>

#include "analysis/statistics/over_week.hpp"

namespace analysis {

Interval mean_over_week(const Row& row, std::span<const double> values) {
  std::vector<int> hours;
  std::ranges::transform(row.replications, std::back_inserter(hours), &Consequence::hour_of_week);
  return interval_over_week(values, hours);
}

}  // namespace analysis
