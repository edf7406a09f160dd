#include "analysis/story/outage_timeline.hpp"

#include <algorithm>

namespace analysis {
namespace {

using results::TimelineCount;
using results::TimelineSummary;

constexpr auto counts = results::size_of<TimelineCount>;

/// One count of one centre of `centres`, bin after bin of the timeline.
struct Column {
  std::size_t centre, centres;
  TimelineCount count;
  double at(const std::vector<float>& cells, std::size_t bin) const {
    const auto cell = (bin * centres + centre) * counts + static_cast<std::size_t>(count);
    return cell < cells.size() ? static_cast<double>(cells[cell]) : 0;
  }
};

std::vector<double> averaged(const std::vector<float>& cells, const Column& column,
                             const StoryAxis& axis) {
  if (cells.empty())
    return {};
  std::vector<double> out;
  for (std::size_t i = 0; i < axis.bins(); ++i) {
    double sum = 0;
    for (std::size_t bin = axis.edges[i]; bin < axis.edges[i + 1]; ++bin)
      sum += column.at(cells, bin);
    out.push_back(sum / static_cast<double>(axis.edges[i + 1] - axis.edges[i]));
  }
  return out;
}

Curves curves_of(const TimelineSummary::World& world, const TimelineSummary::World& twin,
                 std::size_t centre, std::size_t centres, const StoryAxis& axis) {
  Curves out;
  for (std::size_t i = 0; i < told_counts.size(); ++i) {
    const Column column{centre, centres, told_counts[i]};
    out[i] = {averaged(world.mean, column, axis), averaged(world.p5, column, axis),
              averaged(world.p95, column, axis), averaged(twin.mean, column, axis)};
  }
  return out;
}

/// The only centre of the first stage, without regions of its own: everybody calls it.
bool is_called_by_all(const results::Dimensions& dimensions, std::size_t centre) {
  const auto has_first_stage = [](const auto& place) { return place.stage == 0; };
  const auto first = std::ranges::find_if(dimensions.places, has_first_stage);
  return std::ranges::count_if(dimensions.places, has_first_stage) == 1 &&
         first->centre == centre && std::ranges::count(dimensions.region_centre, centre) == 0;
}

}  // namespace

OutageTimeline outage_timeline(const results::Study& study) {
  OutageTimeline out;
  out.axis = story_axis(study);
  const TimelineSummary& timeline = study.timeline;
  for (std::size_t i = 0; i < out.axis.bins(); ++i)
    out.reached.push_back(timeline.reached[out.axis.edges[i + 1] - 1]);
  out.all = curves_of(timeline.all_world, timeline.all_twin, 0, 1, out.axis);
  const std::size_t centres = study.dimensions.centres.size();
  const auto first_attempts = static_cast<std::size_t>(
      std::ranges::find(told_counts, TimelineCount::first_attempts) - told_counts.begin());
  for (std::size_t centre = 0; centre < centres; ++centre) {
    out.centres.push_back(curves_of(timeline.world, timeline.twin, centre, centres, out.axis));
    if (is_called_by_all(study.dimensions, centre))
      out.centres.back()[first_attempts] = out.all[first_attempts];
  }
  return out;
}

}  // namespace analysis
