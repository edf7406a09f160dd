#include "analysis/story/story_axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/statistics/estimate.hpp"

namespace analysis {
namespace {

constexpr double before_s = 1800, after_s = 3600, at_least_s = 4 * 3600;

/// Until so long after the onset, bins of that width: a matter of drawing, nothing rests on it.
struct Width {
  double until_s, bin_s;
};
constexpr std::array<Width, 5> widths = {
    {{2 * 3600, 300}, {8 * 3600, 900}, {24 * 3600, 1800}, {72 * 3600, 3600}, {1e12, 3 * 3600}}};

std::size_t step_at(double since_onset_s, double bin_s) {
  const auto width =
      std::ranges::find_if(widths, [&](const Width& one) { return since_onset_s < one.until_s; });
  const double width_s = (width == widths.end() ? widths.back() : *width).bin_s;
  return static_cast<std::size_t>(std::clamp(std::round(width_s / bin_s), 1.0, 1e6));
}

/// Timeline bins that at least half of the replications reach.
std::size_t well_founded(const results::Study& study) {
  const std::vector<std::uint32_t>& reached = study.timeline.reached;
  const auto half = (study.replications.size() + 1) / 2;
  const auto few = std::ranges::find_if(
      reached, [&](std::uint32_t replications) { return replications < half; });
  return static_cast<std::size_t>(few - reached.begin());
}

/// The bin that holds a time, the last one at most; a file may hold any number.
std::size_t bin_at(double time_s, double bin_s, std::size_t bins) {
  const double bin = time_s / bin_s;
  return bin > 0 ? static_cast<std::size_t>(std::min(bin, static_cast<double>(bins))) : 0;
}

double finite(double time_s) {
  return std::isfinite(time_s) ? time_s : 0;
}

double last(const std::vector<double>& times) {
  double out = 0;
  for (const double time : times)
    if (std::isfinite(time))
      out = std::max(out, time);
  return out;
}

}  // namespace

double onset_s(const results::Observations& seen, const results::Provenance& provenance) {
  return seen.paired && std::isfinite(seen.paired->onset_s) ? seen.paired->onset_s
                                                            : provenance.warm_up_s;
}

double calm_s(const results::Observations& seen, const results::Provenance& provenance) {
  std::vector<double> times = {onset_s(seen, provenance)};
  for (const results::ComponentInterval& outage : seen.world.outages)
    times.push_back(outage.to_s);
  for (const results::Episode& episode : seen.world.episodes) {
    times.push_back(episode.repaired_s);
    times.push_back(episode.returned_s);
  }
  if (seen.paired)
    times.push_back(times.front() + seen.paired->recover_s);
  return last(times);
}

StoryAxis story_axis(const results::Study& study) {
  StoryAxis out;
  out.bin_s = study.dimensions.timeline_bin_s;
  std::vector<double> onsets, calms;
  for (const results::Observations& seen : study.replications) {
    onsets.push_back(finite(onset_s(seen, study.provenance)));
    calms.push_back(finite(calm_s(seen, study.provenance)));
  }
  if (onsets.empty() || study.timeline.reached.empty() || !(out.bin_s > 0))
    return out;
  std::ranges::sort(onsets);
  std::ranges::sort(calms);
  out.onset_s = order_statistic(onsets, 0.5);
  const double until_s = std::max(order_statistic(calms, 0.95) + after_s, out.onset_s + at_least_s);
  const std::size_t bins = well_founded(study);
  const std::size_t end = bin_at(until_s + out.bin_s - 1, out.bin_s, bins);
  std::size_t bin = bin_at(out.onset_s - before_s, out.bin_s, bins);
  while (bin < end) {
    out.edges.push_back(bin);
    bin += step_at(static_cast<double>(bin) * out.bin_s - out.onset_s, out.bin_s);
  }
  if (!out.edges.empty())
    out.edges.push_back(end);
  return out;
}

}  // namespace analysis
