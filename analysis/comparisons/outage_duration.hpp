#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/impact/impact_table.hpp"

namespace analysis {

/// What an outage of one length does.
struct DurationPoint {
  double duration_s = 0;
  std::string text;  ///< "4 h", as it was asked for
  std::size_t events = 0;
  Interval lost;
  int median_class = 1;
  Proportion over;           ///< events above the class that the criteria tolerate
  Proportion over_if_worse;  ///< the same with every truncated event above it
  std::size_t capped = 0;    ///< events whose window is shorter than the outage asks for
  double capped_s = results::never;
};

/// Impact against outage duration of one thing that fails.
struct DurationCurve {
  std::string row, package, voorzieningen;
  std::vector<DurationPoint> points;  ///< shortest first
  /// The longest outage up to which every simulated one keeps within the tolerable share of events
  /// over the tolerable class, truncated events being over it; and the longest for which the
  /// intervals show it. None: not even the shortest does.
  std::optional<double> longest_s, longest_shown_s;
};

/// One curve for each event and package that has rows with at least two fixed durations.
std::vector<DurationCurve> duration_curves(const std::vector<Row>& rows, const Criteria& criteria);

}  // namespace analysis
