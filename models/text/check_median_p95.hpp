#pragma once

#include "models/text/reading.hpp"

namespace models {

/// 0 < median < p95, and p95 at most 10,000 medians: beyond, a draw in 2^53 is no longer finite. Of
/// a number that was not read, which is 0, nothing more is said. True when they are well.
bool check_median_p95(const Place& place, double median, double p95);

}  // namespace models
