#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/impact/frequency.hpp"
#include "analysis/statistics/interval.hpp"

namespace analysis {

/// One kind of event in a year: how often, and what it cost in each replication.
struct Peril {
  std::string threat;  ///< its nation's frequency is drawn once for all its targets
  std::string id;      ///< "DR-07@rotterdam", another for every row
  Frequency frequency;
  std::vector<double> losses;  ///< extra lost callers of each event; below 0: chance saved some
  Interval per_event = {};     ///< their mean: chance, and the parameters when they were drawn
  Interval by_chance = {};     ///< the same, by chance alone
};

/// Probability, in a year, of at least so many extra lost callers: by all events of the year
/// together (AEP), and by the worst of them (OEP). 95 % bands over the frequencies drawn and the
/// chance in each peril's share of events with so many.
struct ExceedanceRow {
  double callers = 0;
  Interval aep, oep;
};

/// Value and mean of the worst share of years. Refused (NaN) when fewer than 50 different
/// simulated events lie in that tail.
struct TailRisk {
  double level = 0.95;
  double var = undefined, cvar = undefined;
  std::size_t points = 0;  ///< different simulated events in the tail: of a year, its worst
};
inline constexpr std::size_t fewest_tail_points = 50;

struct AnnualLoss {
  Interval expected;           ///< over the frequencies and what the means of events may be
  Interval by_chance;          ///< by chance alone, every frequency at its mean
  double no_loss = undefined;  ///< probability of a year without any extra lost caller
  std::vector<ExceedanceRow> curve;
  std::vector<TailRisk> tails;
  std::size_t years = 0;
};

/// Compound Poisson: every peril strikes by its own Poisson process, each event is one of its
/// replications. `each`: the numbers of callers to give the curve at, ascending.
AnnualLoss annual_loss(std::span<const Peril> perils, std::span<const double> each);

/// Expected loss a year of one peril.
Interval expected_per_year(const Peril& peril);
/// Its draws: frequency times a mean within the interval per event.
std::vector<double> draws_per_year(const Peril& peril);

/// Events a year of one peril with at least so many extra lost callers.
Interval frequency_of_at_least(const Peril& peril, double callers);

/// Value at risk and its tail mean of the events of one row.
TailRisk tail_of_events(std::span<const double> losses, double level);

}  // namespace analysis
