#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace results {

/// Mergeable histogram of times: bin 0 holds [0, first_edge_s), which counts as at once, bin i
/// holds a factor `ratio` of time each, the last bin everything above about 10^5 s. Quantiles
/// interpolate inside a bin, so they are in the right bin: never off by more than 4 % of their
/// value, by far less when the values spread over it.
namespace time_bins {
inline constexpr std::size_t count = 352;
inline constexpr double first_edge_s = 0.1;
inline constexpr double ratio = 1.04;

inline std::size_t bin_of(double seconds) {
  if (seconds < first_edge_s)
    return 0;
  const double inverse_log_ratio = 25.49671640341238;  // 1 / ln 1.04
  const double steps = std::log(seconds / first_edge_s) * inverse_log_ratio;
  return steps < static_cast<double>(count - 2) ? 1 + static_cast<std::size_t>(steps) : count - 1;
}
/// Lower edge of a bin in seconds; infinite for the bin "never" that an answer delay has behind
/// the others.
double edge_s(std::size_t bin);
/// Value below which a share p in [0, 1] of the counts lies; NaN when there are none. Between the
/// edges of a bin it goes geometrically. In bin 0 it is 0: nearly all times there are exactly that.
/// In the last bin, which has no upper edge, it is the lower one (a lower bound); in a bin "never"
/// it is infinite.
double quantile_s(std::span<const std::uint64_t> counts, double p);
}  // namespace time_bins

/// Time from first attempt to the right discipline: upper edges 1, 5, 10, 15, 30, 60 min, never.
namespace contact_bins {
inline constexpr std::array<double, 6> upper_s = {60, 300, 600, 900, 1800, 3600};
inline constexpr std::size_t count = 8;  ///< six bins, "after 60 min", "never"
inline constexpr std::size_t never = 7;
inline std::size_t bin_of(double seconds) {
  std::size_t bin = 0;
  while (bin < upper_s.size() && seconds > upper_s[bin])
    ++bin;
  return bin;
}
}  // namespace contact_bins

}  // namespace results
