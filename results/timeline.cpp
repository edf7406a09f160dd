#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <stdexcept>

#include "results/study.hpp"

namespace results {

namespace {

using Timelines = std::vector<const std::vector<std::uint32_t>*>;

/// Type 7 of Hyndman and Fan: `sorted[p (n - 1)]`, linear in between.
float percentile(std::span<const std::uint32_t> sorted, double p) {
  const double rank = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(rank);
  const auto above = std::min(below + 1, sorted.size() - 1);
  const double part = rank - std::floor(rank);
  return static_cast<float>((1 - part) * sorted[below] + part * sorted[above]);
}

TimelineSummary::World summary_of(const Timelines& timelines) {
  std::size_t cells = 0;
  for (const auto* timeline : timelines)
    cells = std::max(cells, timeline->size());
  TimelineSummary::World summary;
  for (auto* column : {&summary.mean, &summary.p5, &summary.p50, &summary.p95})
    column->resize(cells);
  std::vector<std::uint32_t> values;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    values.clear();
    for (const auto* timeline : timelines)
      if (cell < timeline->size())
        values.push_back((*timeline)[cell]);
    std::ranges::sort(values);
    const auto sum = std::accumulate(values.begin(), values.end(), std::uint64_t{0});
    summary.mean[cell] =
        static_cast<float>(static_cast<double>(sum) / static_cast<double>(values.size()));
    summary.p5[cell] = percentile(values, 0.05);
    summary.p50[cell] = percentile(values, 0.50);
    summary.p95[cell] = percentile(values, 0.95);
  }
  return summary;
}

}  // namespace

TimelineSummary summarise_timeline(const std::vector<Observations>& replications) {
  Timelines worlds, twins;
  for (const auto& seen : replications) {
    worlds.push_back(&seen.world.timeline);
    if (seen.twin)
      twins.push_back(&seen.twin->timeline);
  }
  return {summary_of(worlds), summary_of(twins)};
}

}  // namespace results
