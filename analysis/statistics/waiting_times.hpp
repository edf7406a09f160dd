#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/statistics/interval.hpp"

/// Times of which not every end was seen, because the data end before it or because something else
/// came first.
namespace analysis {

/// One wait: what came first, and when; or how long nothing had come when the data end.
struct Spell {
  double s = 0;                   ///< infinite: it is known never to come
  unsigned cause = 0;             ///< what came, from 1; 0: the data end here
  std::uint64_t replication = 0;  ///< the spells of one replication depend on each other
};

/// A time that may lie beyond the data.
struct Bound {
  enum class Is { none, at, later_than, never } is = Is::none;
  double s = undefined;  ///< of later_than: the last time at which somebody was still looked at

  bool operator==(const Bound&) const = default;
};

/// A percentile of waits with its 95 % interval, which too few replications do not have.
struct TimePercentile {
  Bound value, low, high;

  bool has_interval() const { return low.is != Bound::Is::none; }
};

/// What had come by some time, of all waits; the shares add up to one. NaN where the data end
/// before.
struct Incidence {
  double by_s = 0;
  std::vector<Interval> came;  ///< by cause, the first is cause 1
  Interval waiting;            ///< nothing yet
};

class WaitingTimes {
public:
  explicit WaitingTimes(std::vector<Spell> spells);

  std::size_t size() const { return spells_.size(); }
  std::size_t ended() const;  ///< spells of which the end was seen

  /// At ascending times. Cumulative incidence with competing causes (Aalen and Johansen,
  /// Scandinavian Journal of Statistics 5, 1978). Intervals are Jeffreys' at the number of
  /// independent waits that would vary as much as a bootstrap over the replications does (Korn and
  /// Graubard, Survey Methodology 24, 1998); with a share of none or all, at the number of
  /// replications.
  std::vector<Incidence> incidence(std::span<const double> by_s, unsigned causes) const;

  /// The first time by which each share p has ended, whatever the cause: the product-limit
  /// estimator (Kaplan and Meier, JASA 53, 1958). Its interval has the percentiles of a bootstrap
  /// over the replications, and exists where `analysis::percentile` has one for as many values.
  std::vector<TimePercentile> percentiles(std::span<const double> shares) const;
  /// The value of one of them alone, without drawing for its interval.
  Bound time_of(double share) const;

private:
  struct Shares {
    std::vector<double> came;
    double waiting = 1;
  };
  std::vector<Shares> shares(std::span<const double> weights, std::span<const double> by_s,
                             unsigned causes) const;
  Bound first_time(std::span<const double> weights, double p) const;
  bool reaches(double by_s) const;

  std::vector<Spell> spells_;          ///< shortest first; of equal ones those that ended first
  std::vector<std::size_t> which_;     ///< of each spell, which of the replications with spells
  std::vector<std::uint64_t> groups_;  ///< those replications, ascending
};

}  // namespace analysis
