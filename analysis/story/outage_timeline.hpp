#pragma once

#include <array>
#include <string>
#include <vector>

#include "analysis/story/story_axis.hpp"
#include "results/study.hpp"

namespace analysis {

/// A curve over the axis: mean over replications, band from the 5th to the 95th percentile, and the
/// mean of the twin. Flows are per bin of the timeline, levels those at its end; a wider bin of the
/// axis has the average of both, of the percentiles too.
struct Curve {
  std::vector<double> mean, p5, p95, twin;
};

/// What is told of a centre, or of all together.
inline constexpr std::array<results::TimelineCount, 6> told_counts = {
    results::TimelineCount::first_attempts,
    results::TimelineCount::waiting,
    results::TimelineCount::failed,
    results::TimelineCount::answered_of_regions,
    results::TimelineCount::answered_for_others,
    results::TimelineCount::on_duty};
using Curves = std::array<Curve, told_counts.size()>;

struct OutageTimeline {
  StoryAxis axis;
  std::vector<std::uint32_t> reached;  ///< fewest replications in the bin
  Curves all;                          ///< all centres together
  std::vector<Curves> centres;         ///< as in the dimensions
};

OutageTimeline outage_timeline(const results::Study& study);

}  // namespace analysis
