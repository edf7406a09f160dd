#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "analysis/impact/criteria.hpp"
#include "analysis/impact/row.hpp"
#include "analysis/statistics/interval.hpp"

namespace analysis {

/// Class of one event and what decided it.
struct Judgement {
  int impact = 1;  ///< I1 to I5
  /// The criteria that reached that class; none for I1. Recovery when it raised the class.
  std::vector<Criterion> deciding;
  bool raised_by_recovery = false;
};

/// The number that a criterion judges, by the criteria's own T_lost; nothing when the criterion
/// does not apply: the delayed share while a P90 exists, a P90 that does not.
std::optional<double> value_of(Criterion criterion, const Row& row, const Consequence& consequence,
                               const Criteria& criteria);

/// The worst of the criteria; the time to recover may raise it by `recovery_raises_by`.
Judgement judge(const Row& row, const Consequence& consequence, const Criteria& criteria);

/// How often something decided: a criterion's word, "recovery", or "none" for I1.
struct Decided {
  std::string by;
  std::size_t events = 0;
};

/// What the events of a row are under some criteria.
struct Impact {
  std::vector<int> each;                      ///< class of every replication
  std::array<Proportion, n_classes> classes;  ///< I1 to I5
  /// Share of the events in each class or a higher one; [0] is all of them.
  std::array<Proportion, n_classes> at_least;
  std::vector<Decided> decided;  ///< most frequent first; an event may be decided by several
  /// Share of the events of which each criterion alone says each class.
  std::array<std::array<double, n_classes>, n_criteria> by_criterion{};
};
Impact impact_of(const Row& row, const Criteria& criteria);

/// Extra lost callers of every replication, by the criteria's T_lost.
std::vector<double> lost_callers(const Row& row, const Criteria& criteria);

}  // namespace analysis
