#include "results/histogram.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace results::time_bins {

double edge_s(std::size_t bin) {
  if (bin == 0)
    return 0;
  if (bin >= count)
    return std::numeric_limits<double>::infinity();
  return first_edge_s * std::pow(ratio, static_cast<double>(bin - 1));
}

namespace {

/// The value that lies a fraction of the counts into a bin.
double inside(std::size_t bin, double fraction) {
  if (bin == 0)
    return 0;
  return bin < count - 1 ? edge_s(bin) * std::pow(ratio, fraction) : edge_s(bin);
}

}  // namespace

double quantile_s(std::span<const std::uint64_t> counts, double p) {
  if (!(p >= 0 && p <= 1))
    throw std::invalid_argument("a quantile needs a share in [0, 1]");
  const auto total = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
  if (total == 0)
    return std::numeric_limits<double>::quiet_NaN();
  const double wanted = p * static_cast<double>(total);
  double below = 0;
  std::size_t last = 0;
  for (std::size_t bin = 0; bin < counts.size(); ++bin) {
    const auto here = static_cast<double>(counts[bin]);
    if (here == 0)
      continue;
    if (below + here >= wanted)
      return inside(bin, (wanted - below) / here);
    below += here;
    last = bin;
  }
  return inside(last, 1);
}

}  // namespace results::time_bins
