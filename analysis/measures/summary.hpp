#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/measures/measure.hpp"
#include "analysis/measures/part.hpp"
#include "analysis/measures/takeover.hpp"
#include "analysis/statistics/estimate.hpp"
#include "results/study.hpp"

namespace analysis {

/// One measure of one part of the world.
struct Line {
  std::string_view name;
  Unit unit{};
  Estimate disturbed;
  std::optional<Estimate> twin;        ///< none when the scenario has no threats
  std::optional<Estimate> difference;  ///< disturbed less twin, replication by replication
};
using Lines = std::vector<Line>;

struct PartSummary {
  std::string id;
  bool modelled = true;  ///< false: demand unknown; never to be shown as zero
  Lines lines;
};

/// A stage: sums over all replications, waits over all their calls at once.
struct StageTotals {
  std::uint64_t offered = 0, answered = 0, forwarded = 0, abandoned = 0, blocked = 0, cut = 0,
                moved_in = 0, moved_out = 0;
  double wait_mean_s = undefined, wait_p90_s = undefined, wait_max_s = undefined;
};

struct StageSummary {
  std::string id;
  StageTotals totals;
  Lines lines;
};

/// What a study says: facts of replications turned into estimates.
struct Summary {
  std::size_t replications = 0, failed_replications = 0;
  std::uint64_t conservation_error = 0;  ///< over all replications, both worlds
  /// Replications whose end came before that of their people's story: callers undecided, a service
  /// not recovered, or a centre not repaired. Their counts are lower bounds.
  std::size_t truncated = 0;
  /// Those at whose end the calls were not home again: the return is later. By itself that makes no
  /// count a lower bound.
  std::size_t late_return = 0;
  bool has_twin = false;
  Lines world;
  std::vector<PartSummary> centres, disciplines, regions;
  std::vector<PartSummary> kinds, other_work;  ///< callers by what they want; jobs that are no 112
  std::vector<StageSummary> stages;
  std::vector<TakeoverSummary> takeovers;
};

Summary summarise(const results::Study& study);
/// Of replications that need not be in the study: they are looked at for one part after the other,
/// and no more is kept than the values of some measures.
Summary summarise(const results::Study& study, const results::EachReplication& each);

/// One measure of the whole (disturbed) world in each replication. Throws std::out_of_range for a
/// name that is none.
std::vector<double> values_of(const results::Study& study, std::string_view name);

/// One measure of the whole world in each replication: its difference from the twin, or its value
/// where the scenario has no threats.
struct EachValue {
  std::string_view name;
  std::vector<double> values;  ///< NaN where there is none
};
std::vector<EachValue> each_value(const results::Study& study);

/// As Summary::truncated says; the recovery is that of the part.
bool is_truncated(const results::Study& study, const Part& part,
                  const results::Observations& observations);

/// The line of that name, or nothing.
const Line* find(const Lines& lines, std::string_view name);

}  // namespace analysis
