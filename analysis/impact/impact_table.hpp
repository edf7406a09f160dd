#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "analysis/impact/impact.hpp"
#include "analysis/impact/pooled_rows.hpp"
#include "analysis/statistics/annual.hpp"
#include "analysis/statistics/two_sources.hpp"
#include "models/world/day.hpp"

namespace analysis {

/// In which part of the week the expected loss is largest; too few events in a part: not judged.
struct WorstHours {
  bool weekend = false;
  int from_hour = 0, until_hour = 0;
  Interval lost;
  bool exists() const { return lost.exists(); }
};

/// What a register says of the risk that a line is about.
struct Registered {
  std::string risk, status, decision;  ///< words of the file; no decision: empty
  std::vector<std::string> findings;   ///< what somebody should look at

  /// "R-1: besloten, accepteren, ! 2": status, decision, findings.
  std::string text() const;
};

/// One line of the table under some criteria.
struct TableRow {
  Row row;
  OtherInputs other_inputs;
  Impact impact;
  Interval lost;           ///< extra lost callers per event; the interval is chance only
  TwoSources uncertainty;  ///< with draws of the parameters; else it has none
  std::array<Interval, 4> lost_percentiles;     ///< P50, P90, P95, P99
  std::array<Interval, 2> recover_percentiles;  ///< P50, P95; s
  Proportion any_loss;                          ///< events with an extra lost caller at all
  /// What had become at `losses_told_s` of what meldkamers lost; of a LossEnd. Empty: nothing lost.
  std::vector<Incidence> intake_losses, dispatch_losses;
  Proportion first_switch_fails;     ///< of the takeovers that somebody tried
  std::size_t truncated = 0;         ///< events whose window ended before their story: lower bounds
  std::size_t capped = 0;            ///< of these: the window was drawn longer than one may be
  double capped_s = results::never;  ///< after the onset
  WorstHours worst_hours;
  Frequency frequency;
  std::array<double, n_classes> likelihood{};
  Interval per_year;               ///< extra lost callers a year; frequency, chance and parameters
  std::array<double, 4> levels{};  ///< probability of each level, over classes and frequency
  Level level = Level::low;        ///< not exceeded by all but the tolerable share of the events
  /// By level: the interval of the share of events above it is within the tolerable share too, with
  /// every truncated event above it.
  std::array<bool, 4> shown_not_above{};
  std::vector<Interval> exceedance;  ///< events a year at each point of the criteria's line
  bool above_line = false;
  TailRisk tail;                         ///< of single events, at 95 %
  bool tied = false;                     ///< the intervals do not separate it from the row before
  std::optional<Registered> registered;  ///< when a register was laid beside it
  /// Since the state of affairs that its world describes; nothing until `tell_ages`, or when the
  /// world does not say.
  std::optional<int> model_age_days;
  double mean() const { return uncertainty.draws > 0 ? uncertainty.mean : lost.value; }
  /// The headline: chance, and the parameters when they were drawn.
  Interval headline() const { return uncertainty.draws > 0 ? uncertainty.both : lost; }
};

/// What a package of measures leaves, summed over its threats.
struct PackageTotal {
  std::string package;
  std::size_t threats = 0;
  std::vector<std::string> left_out;  ///< rows whose target is a part of another row's
  AnnualLoss loss;
  std::vector<Interval> exceedance;  ///< events a year at each point of the line
};

struct ImpactTable {
  Criteria criteria;
  std::vector<TableRow> annual;       ///< events with a frequency, most lost callers a year first
  std::vector<TableRow> conditional;  ///< the others: given that it happens
  std::vector<PackageTotal> totals;   ///< by package
  std::vector<PackageTotal> without_total;  ///< packages of which no row counts: `left_out` only
  std::string rubricering;                  ///< the highest of everything that went in
  std::optional<models::Day> today;         ///< that the age of the worlds is told on
  Extent extent;                            ///< of the rows; nothing asked until somebody says so
};

/// Rows of the same inputs that differ in nothing but their parameter draw or replications become
/// one line. Throws results::ResultError when a replication is there twice and not the same.
ImpactTable impact_table(std::vector<Row> rows, const Criteria& criteria);

/// Tells of each row how old its world is on this day.
void tell_ages(ImpactTable& table, models::Day today);

/// Share of the events in each class, I1 to I5.
using ClassShares = std::array<double, n_classes>;
ClassShares class_shares(const Impact& impact);

/// The worst class that has another share in both; the worst that has any when none differs.
std::size_t worst_class_touched(const ClassShares& a, const ClassShares& b);

/// Nothing without a frequency.
std::optional<Level> level_of(const TableRow& row);

/// Rows of which two criteria say other class shares or another level.
struct Disagreement {
  std::string row, package;
  ClassShares here{}, there{};
  std::optional<Level> level_here, level_there;
};
std::vector<Disagreement> disagreements(const ImpactTable& here, const ImpactTable& there);

/// The class that half of the events do not exceed.
int median_class(const Impact& impact);

/// Whether a table exceeds a level, for `table --gate`; nothing: no row has a level.
enum class Gate { held, not_shown, exceeded, nothing };
Gate gate(const ImpactTable& table, Level highest);

}  // namespace analysis
