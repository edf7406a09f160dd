#pragma once

#include <optional>
#include <vector>

#include "analysis/impact/family_rate.hpp"
#include "analysis/statistics/estimate.hpp"

namespace analysis {

/// Events that a record sees.
struct EventCount {
  double mean = 0, p5 = 0, p95 = 0;
};

/// The record of a family beside what the model's rate says of the same years. A check of
/// consistency and no validation: the record has set the rate.
struct FamilyCheck {
  RecordFamily family;
  std::size_t seen = 0;  ///< events that count
  double years = 0;
  std::optional<models::RateTable> rate;  ///< events a year; nothing: no frequency
  double none_below_per_y = undefined;    ///< nothing seen: the rate's upper bound; else NaN
  std::optional<EventCount> expected;     ///< that the record should have seen
  /// The same by the classes alone, the family's own record left out; nothing where these were set
  /// because of that record, or there are none.
  std::optional<EventCount> without_record;
  std::vector<double> durations_s;  ///< known ones, ascending
  /// Of the catalogue, of the family's first threat.
  std::optional<double> model_median_s, model_p95_s;
  /// What the durations of elsewhere become with the Dutch ones.
  std::optional<DurationFit> fit;

  bool holds(const std::optional<EventCount>& count) const;
};

struct ConsistencyCheck {
  std::vector<FamilyCheck> families;

  /// Of the families that have the interval: how many events were seen and expected, and in how
  /// many the count lies within.
  struct Sum {
    std::size_t families = 0, within = 0, seen = 0;
    double expected = 0;
  };
  Sum sum(std::optional<EventCount> FamilyCheck::*count) const;
};
ConsistencyCheck consistency_of(const Evidence& evidence, const scenarios::Catalogue& catalogue,
                                const Criteria& criteria);

}  // namespace analysis
