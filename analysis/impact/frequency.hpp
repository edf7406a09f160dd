#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "analysis/impact/criteria.hpp"
#include "results/study.hpp"

namespace analysis {

/// How often a row's event happens: the nation's frequency, drawn over its whole class (uniform in
/// its logarithm) or its rate, times the share that falls on the target.
struct Frequency {
  /// Why there is none; empty when there is.
  enum class Unknown {
    no,
    analyst,
    no_class,
    no_rate,
    target,
    no_event
  } unknown = Unknown::no_event;
  double lowest_per_y = 0, highest_per_y = 0;  ///< of the nation; equal when it is a rate
  double target_share = 1;

  bool known() const { return unknown == Unknown::no; }
  /// Events a year on the target; u in (0, 1).
  double at(double u) const;
  double mean() const;
  bool operator==(const Frequency&) const = default;
};

/// Roles are respected: only an event has a frequency of its own here.
Frequency frequency_of(const results::RowLabels& labels, const Criteria& criteria);

/// Probability of each likelihood class of the target, K1 to K5.
std::array<double, n_classes> likelihood_classes(const Frequency& frequency,
                                                 const Criteria& criteria);

/// A draw of the nation's frequency of a threat: the same for all of its targets and packages.
double frequency_draw(const std::string& threat, std::uint64_t draw);

}  // namespace analysis
