#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <stdexcept>

#include "models/chance/whole.hpp"
#include "results/study.hpp"

namespace results {

namespace {

constexpr auto counts = size_of<TimelineCount>;

/// A timeline, and how many of its cells were simulated.
struct Told {
  const CountList& cells;
  std::size_t simulated;
};
using ToldTimelines = std::vector<Told>;

/// A replication ends when the last of its callers is done, before its last bin. The levels of a
/// bin are written at its end, so a bin that was not finished has nobody on duty.
Told told(const CountList& timeline, std::size_t centres) {
  if (timeline.size() % (centres * counts) != 0)
    throw std::logic_error("a timeline has a bin that is not whole");
  std::size_t bins = timeline.size() / (centres * counts);
  const auto is_finished = [&](std::size_t bin) {
    for (std::size_t centre = 0; centre < centres; ++centre)
      if (timeline[(bin * centres + centre) * counts +
                   static_cast<std::size_t>(TimelineCount::on_duty)] > 0)
        return true;
    return false;
  };
  while (bins > 0 && !is_finished(bins - 1))
    --bins;
  return {timeline, bins * centres * counts};
}

/// Type 7 of Hyndman and Fan: the value of rank p (n - 1), linear in between. Changes the order.
float percentile(std::span<std::uint32_t> values, double p) {
  const double rank = p * static_cast<double>(values.size() - 1);
  const auto below = values.begin() + static_cast<std::ptrdiff_t>(rank);
  std::ranges::nth_element(values, below);
  const auto above = below + 1 == values.end() ? below : std::min_element(below + 1, values.end());
  const double part = rank - std::floor(rank);
  return static_cast<float>((1 - part) * *below + part * *above);
}

std::size_t longest(const ToldTimelines& timelines) {
  std::size_t cells = 0;
  for (const Told& timeline : timelines)
    cells = std::max(cells, timeline.cells.size());
  return cells;
}

TimelineSummary::World summary_of(const ToldTimelines& timelines) {
  const std::size_t cells = longest(timelines);
  TimelineSummary::World summary;
  for (auto* column : {&summary.mean, &summary.p5, &summary.p50, &summary.p95})
    column->resize(cells);
  std::vector<std::uint32_t> values;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    values.clear();
    for (const Told& timeline : timelines)
      if (cell < timeline.simulated)
        values.push_back(timeline.cells[cell]);
    if (values.empty())
      continue;
    const auto sum = std::accumulate(values.begin(), values.end(), std::uint64_t{0});
    summary.mean[cell] =
        static_cast<float>(static_cast<double>(sum) / static_cast<double>(values.size()));
    summary.p5[cell] = percentile(values, 0.05);
    summary.p50[cell] = percentile(values, 0.50);
    summary.p95[cell] = percentile(values, 0.95);
  }
  return summary;
}

/// [bin][TimelineCount] over all centres.
CountList all_centres(const CountList& timeline, std::size_t centres) {
  std::vector<std::uint32_t> sums(timeline.size() / centres);
  for (std::size_t cell = 0; cell < timeline.size(); ++cell)
    sums[cell / (centres * counts) * counts + cell % counts] += timeline[cell];
  CountList out(std::move(sums));
  out.pack();
  return out;
}

TimelineSummary::World summary_of_all(const ToldTimelines& timelines, std::size_t centres) {
  std::vector<CountList> sums;
  for (const Told& timeline : timelines)
    sums.push_back(all_centres(timeline.cells, centres));
  ToldTimelines views;
  for (std::size_t i = 0; i < sums.size(); ++i)
    views.push_back({sums[i], timelines[i].simulated / centres});
  return summary_of(views);
}

std::vector<std::uint32_t> reached_by(const ToldTimelines& timelines, std::size_t width) {
  std::vector<std::uint32_t> out(longest(timelines) / width);
  for (const Told& timeline : timelines)
    for (std::size_t bin = 0; bin < timeline.simulated / width; ++bin)
      ++out[bin];
  return out;
}

}  // namespace

TimelineSummary summarise_timeline(const std::vector<Observations>& replications,
                                   std::size_t centres) {
  if (centres == 0)
    return {};
  ToldTimelines worlds, twins;
  for (const auto& seen : replications) {
    worlds.push_back(told(seen.world.timeline, centres));
    if (seen.twin)
      twins.push_back(told(seen.twin->timeline, centres));
  }
  return {summary_of(worlds), summary_of(twins), summary_of_all(worlds, centres),
          summary_of_all(twins, centres), reached_by(worlds, centres * counts)};
}

std::int64_t extra_lost(const Observations& seen) {
  if (!seen.paired)
    return 0;
  const auto sum = [](const CountList& callers) {
    return std::accumulate(callers.begin(), callers.end(), std::int64_t{0});
  };
  return sum(seen.paired->newly_lost) - sum(seen.paired->newly_saved);
}

std::optional<PossibleCourses> possible_courses(const std::vector<Observations>& replications) {
  if (replications.empty() || !replications.front().paired)
    return std::nullopt;
  std::vector<std::size_t> places(replications.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::stable_sort(places, {},
                           [&](std::size_t place) { return extra_lost(replications[place]); });
  const auto at = [&](double p) {
    const auto rank = models::whole_above(p * static_cast<double>(places.size())) - 1;
    const auto lost = extra_lost(replications[places[rank]]);
    return *std::ranges::find_if(
        places, [&](std::size_t place) { return extra_lost(replications[place]) == lost; });
  };
  return PossibleCourses{at(0.5), at(0.95)};
}

}  // namespace results
