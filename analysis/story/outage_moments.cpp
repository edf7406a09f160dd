#include "analysis/story/outage_moments.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/statistics/estimate.hpp"
#include "analysis/story/story_axis.hpp"

namespace analysis {
namespace {

using results::Episode;
using results::Observations;
using results::Provenance;

constexpr std::size_t least_for_ends = 20;  // fewer have no twentieth at either end

/// NaN when no episode came to it.
double first(const Observations& seen, double Episode::*time) {
  double out = undefined;
  for (const Episode& episode : seen.world.episodes)
    out = std::fmin(out, episode.*time);
  return out;
}

/// NaN when one of the episodes did not come to it.
double last(const Observations& seen, double Episode::*time) {
  double out = undefined;
  for (const Episode& episode : seen.world.episodes) {
    if (std::isnan(episode.*time))
      return undefined;
    out = std::fmax(out, episode.*time);
  }
  return out;
}

/// An outage that lasts to the end has no other end.
double repaired_s(const Observations& seen, const Provenance& provenance) {
  if (!seen.world.episodes.empty())
    return last(seen, &Episode::repaired_s);
  double out = undefined;
  for (const results::ComponentInterval& outage : seen.world.outages)
    out = std::fmax(out, outage.to_s);
  return out < provenance.end_s + provenance.drain_s ? out : undefined;
}

/// Undefined where service never fell.
double recovered_s(const Observations& seen, double onset) {
  return seen.paired && seen.paired->recover_s > 0 ? onset + seen.paired->recover_s : undefined;
}

Moment moment_of(std::string_view name, std::vector<double> times_s, std::size_t replications) {
  std::erase_if(times_s, [](double time) { return !std::isfinite(time); });
  const Estimate all = estimate(times_s);
  const bool carried = times_s.size() >= least_for_ends;
  return {name,         times_s.size(),
          replications, carried ? all.p5 : undefined,
          all.p50,      carried ? all.p95 : undefined};
}

}  // namespace

std::vector<Moment> outage_moments(const results::Study& study) {
  constexpr std::array<std::string_view, 6> names = {"detected", "decided",  "switched",
                                                     "repaired", "returned", "recovered"};
  std::array<std::vector<double>, names.size()> times;
  for (const Observations& seen : study.replications) {
    const double onset = onset_s(seen, study.provenance);
    const std::array<double, names.size()> at = {
        first(seen, &Episode::detected_s), first(seen, &Episode::decided_s),
        first(seen, &Episode::switched_s), repaired_s(seen, study.provenance),
        last(seen, &Episode::returned_s),  recovered_s(seen, onset)};
    for (std::size_t i = 0; i < names.size(); ++i)
      times[i].push_back(at[i] - onset);
  }
  std::vector<Moment> out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out.push_back(moment_of(names[i], times[i], study.replications.size()));
  return out;
}

}  // namespace analysis
