#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/measures/measure.hpp"
#include "analysis/statistics/estimate.hpp"
#include "models/world/world.hpp"
#include "results/study.hpp"

/// What people could have decided at a moment: the futures of one past beside each other.
namespace analysis {

struct BranchQuestion {
  std::uint64_t replications = 100, seed = 1, first = 0;  ///< number of the first replication
  int jobs = 1;
};

/// One number that each replication of a future has.
struct BranchMeasure {
  std::string name;
  Unit unit{};
};

/// What is measured of a future: callers lost, late and unreached because of what happened (less
/// the twin's, or all of them when there is no twin), delays, and by discipline and group the
/// minutes in which somebody waited and nobody was free (less the twin's).
class BranchMeasures {
public:
  explicit BranchMeasures(const models::World& world);

  const std::vector<BranchMeasure>& all() const { return all_; }

  struct Values {
    std::vector<double> measures;            ///< as in `all()`; NaN: it does not exist
    std::vector<double> short_min_of_group;  ///< by group
  };
  Values of(const results::Observations& seen, const results::Dimensions& dimensions) const;

private:
  const models::World& world_;
  std::vector<BranchMeasure> all_;
};

/// An option at one of its moments, with what every replication has, in their order; NaN in one
/// that is not finished.
struct BranchFuture {
  std::string option, name;
  std::string moment;                                   ///< as written; empty: nothing is decided
  std::optional<std::size_t> after;                     ///< the future that it goes on from
  std::vector<std::vector<double>> values;              ///< [measure][replication]
  std::vector<std::vector<double>> short_min_of_group;  ///< [group][replication]
  std::vector<double> at_s;        ///< [replication] since the start; NaN: it did not come to that
  std::vector<double> detected_s;  ///< [replication] when somebody knew first; NaN: nobody did
  std::size_t finished = 0;        ///< replications; fewer than asked: failed, or interrupted
  std::vector<results::Study::Failure> failures;

  /// "call_in @ onset + 20 min".
  std::string label() const;
  /// Replications in which it was decided.
  std::size_t decided() const;
  /// Of these, those in which nobody knew yet: only hindsight could have decided it.
  std::size_t hindsight() const;
};

struct BranchTrials {
  std::string scenario, rubricering, background;
  std::vector<BranchMeasure> measures;
  std::vector<std::string> groups;
  std::vector<BranchFuture> futures;   ///< in the first nothing is decided
  std::vector<std::string> not_begun;  ///< labels of those that an interruption came before
  bool has_twin = true;
  int signal = 0;
  double wall_s = 0;

  Estimate estimate(std::size_t future, std::size_t measure) const;
  /// Less another future, replication by replication: of the same callers.
  Estimate difference(std::size_t future, std::size_t measure, std::size_t than = 0) const;
  Estimate short_min(std::size_t future, std::size_t group) const;
  Estimate short_difference(std::size_t future, std::size_t group) const;
  std::size_t measure(const std::string& name) const;
  /// In some replication somebody knew: a scenario in which no room is lost says nothing of it, and
  /// so nothing of hindsight.
  bool somebody_knows() const;
  /// Pairs of futures of one option: at one of its moments, and at the next one by their means over
  /// the replications.
  std::vector<std::pair<std::size_t, std::size_t>> earlier_and_later() const;
};

}  // namespace analysis
