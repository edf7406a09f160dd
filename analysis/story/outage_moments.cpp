#include "analysis/story/outage_moments.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/statistics/waiting_times.hpp"
#include "analysis/story/story_axis.hpp"

namespace analysis {
namespace {

using results::Episode;
using results::Observations;

constexpr std::size_t least_for_ends = 20;  // fewer have no twentieth at either end

/// A step in one replication: when it came, or until when it had not come.
struct Step {
  double at_s = undefined, not_until_s = undefined;
};

/// Nothing when no episode came to it: it was repaired before.
Step first(const Observations& seen, double Episode::*time) {
  Step out;
  for (const Episode& episode : seen.world.episodes)
    out.at_s = std::fmin(out.at_s, episode.*time);
  return out;
}

/// Its last, of these episodes; not yet when one of them did not come to it.
template <class Concerns>
Step last(const Observations& seen, double Episode::*time, Concerns concerns) {
  Step out;
  for (const Episode& episode : seen.world.episodes) {
    if (!concerns(episode))
      continue;
    if (std::isnan(episode.*time))
      return {undefined, seen.world.seen_until_s};
    out.at_s = std::fmax(out.at_s, episode.*time);
  }
  return out;
}

/// An outage that lasts to the end has no other end.
Step repaired(const Observations& seen, double end_s) {
  if (!seen.world.episodes.empty())
    return last(seen, &Episode::repaired_s, [](const Episode&) { return true; });
  Step out;
  for (const results::ComponentInterval& outage : seen.world.outages)
    out.at_s = std::fmax(out.at_s, outage.to_s);
  return out.at_s >= end_s ? Step{undefined, end_s} : out;
}

bool went_elsewhere(const Episode& episode) {
  return std::isfinite(episode.switched_s) || std::isfinite(episode.relocated_s);
}

/// NaN: still down at the end, or nothing to compare with.
double recover_s(const results::Study& study, const Observations& seen) {
  if (!seen.paired)
    return undefined;
  return recovery_is_of_touched(study) || seen.paired->touched.empty()
             ? seen.paired->recover_s
             : seen.paired->recover_nation_s;
}

Step recovered(double recover_s, const Observations& seen, double onset_s) {
  if (!seen.paired)
    return {};
  return std::isnan(recover_s) ? Step{undefined, seen.world.seen_until_s}
                               : Step{onset_s + recover_s, undefined};
}

class StepsOfOneName {
public:
  void add(const Step& step, double onset_s, std::uint64_t replication) {
    if (std::isfinite(step.at_s))
      spells_.push_back({step.at_s - onset_s, 1, replication});
    else if (std::isfinite(step.not_until_s))
      spells_.push_back({std::max(0.0, step.not_until_s - onset_s), 0, replication});
  }
  void needs_none() { ++not_needed_; }

  Moment finish(std::string_view name, std::size_t replications) && {
    const WaitingTimes times(std::move(spells_));
    Moment out{name, times.ended(), replications, not_needed_};
    const auto tell = [&](double share, double& value_s) {
      const Bound time = times.time_of(share);
      if (time.is == Bound::Is::at)
        value_s = time.s;
      if (time.is == Bound::Is::later_than)
        out.later_than_s = time.s;
    };
    tell(0.5, out.p50_s);
    if (times.size() >= least_for_ends) {
      tell(0.05, out.p5_s);
      tell(0.95, out.p95_s);
    }
    return out;
  }

private:
  std::vector<Spell> spells_;
  std::size_t not_needed_ = 0;
};

constexpr std::array<std::string_view, 6> moment_names = {"detected", "decided",  "switched",
                                                          "repaired", "returned", "recovered"};
constexpr std::size_t returned = 4, recovered_again = 5;

}  // namespace

bool recovery_is_of_touched(const results::Study& study) {
  return !study.provenance.row.target.empty();
}

std::vector<Moment> outage_moments(const results::Study& study) {
  std::array<StepsOfOneName, moment_names.size()> accounts;
  const double end_s = study.provenance.end_s + study.provenance.drain_s;
  for (const Observations& seen : study.replications) {
    const double onset = onset_s(seen, study.provenance);
    const std::array<Step, moment_names.size()> steps = {
        first(seen, &Episode::detected_s),
        first(seen, &Episode::decided_s),
        first(seen, &Episode::switched_s),
        repaired(seen, end_s),
        last(seen, &Episode::returned_s, went_elsewhere),
        recovered(recover_s(study, seen), seen, onset)};
    for (std::size_t i = 0; i < moment_names.size(); ++i)
      accounts[i].add(steps[i], onset, seen.replication);
    if (std::ranges::none_of(seen.world.episodes, went_elsewhere))
      accounts[returned].needs_none();
    if (recover_s(study, seen) == 0)
      accounts[recovered_again].needs_none();
  }
  std::vector<Moment> out;
  for (std::size_t i = 0; i < moment_names.size(); ++i)
    out.push_back(std::move(accounts[i]).finish(moment_names[i], study.replications.size()));
  return out;
}

}  // namespace analysis
