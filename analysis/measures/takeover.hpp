#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analysis/measures/losses.hpp"
#include "analysis/statistics/estimate.hpp"
#include "analysis/statistics/waiting_times.hpp"
#include "results/study.hpp"

namespace analysis {

/// How long a step of the takeovers took, over all episodes in which it began, whether its end was
/// seen or not.
struct Clock {
  std::size_t episodes = 0, ended = 0;
  TimePercentile p50, p95;
};

/// What became of what a centre could not do at a stage, all disciplines together.
struct StageLosses {
  std::string stage;
  std::size_t losses = 0;
  std::vector<Incidence> after;  ///< at `losses_told_s`; of a LossEnd
};

/// What became of a centre that lost its function, over all replications.
struct TakeoverSummary {
  std::string centre;
  std::size_t episodes = 0;         ///< losses that raised the alarm
  Proportion lost;                  ///< replications in which the centre lost a function
  std::vector<StageLosses> stages;  ///< none in a study that is older than the losses
  Proportion first_switch_fails;    ///< of the episodes in which somebody tried to switch
  std::map<std::string, std::size_t> partners;  ///< episodes by whom the calls were sent to
  /// Episodes in which, from some moment to the repair or the end, no partner was left to take
  /// over, and those in which nobody might start a takeover.
  std::size_t no_partner_left = 0, barred = 0;
  Clock detect;       ///< onset to somebody who can act knowing
  Clock decide;       ///< knowing to ordering
  Clock switch_;      ///< ordering to the calls going there; never when nobody was left or allowed
  Clock repair;       ///< onset to repaired
  Clock back;         ///< repaired to back home, of those that were switched: verify and return
  Estimate answered;  ///< calls, per replication with an episode
};

/// One for each centre that lost anything in any replication, in the order of the centres.
std::vector<TakeoverSummary> takeovers(const results::Dimensions& dimensions,
                                       const results::EachReplication& each);

/// The calls of one of these centres were still with its partners when the replication ended.
bool ends_before_return(const results::Observations& observations,
                        const std::vector<std::uint32_t>& centres);

}  // namespace analysis
