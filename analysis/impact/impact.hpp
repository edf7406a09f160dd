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
  int uncapped = 1;  ///< the worst of all criteria and of the recovery, whatever came of it
};

/// The number that a criterion judges, by the criteria's own T_lost; nothing when it was not
/// counted.
std::optional<double> value_of(Criterion criterion, const Row& row, const Harm& harm,
                               const Criteria& criteria);

/// The worst of lost callers, late help and wrong dispatch, and of the rest as far as at most two
/// classes above the first two; the time to recover may raise it by `recovery_raises_by`.
Judgement judge(const Row& row, const Harm& harm, const Criteria& criteria);
/// On the part of the nation that its row is judged on.
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
  std::array<Proportion, n_classes> uncapped;  ///< I1 to I5, had no class a cap
  /// On the whole nation, of a row that is judged on a part of it.
  std::optional<std::array<Proportion, n_classes>> nation;
  std::vector<Decided> decided;  ///< most frequent first; an event may be decided by several
  /// Share of the events of which each criterion alone says each class.
  std::array<std::array<double, n_classes>, n_criteria> by_criterion{};
};
Impact impact_of(const Row& row, const Criteria& criteria);

/// Extra lost callers of every replication, by the criteria's T_lost.
std::vector<double> lost_callers(const Row& row, const Criteria& criteria);

}  // namespace analysis
