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

/// Means per event of what else is judged, on the part that is judged; degraded has no class.
/// Minutes are national. What a file of before did not count does not exist.
struct HarmPerEvent {
  Interval late_help, late_callers, unreachable_112_min, dispatch_impossible_min, degraded_min;
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
  Interval lost;  ///< extra lost callers per event; the interval is chance only
  HarmPerEvent harm;
  TwoSources uncertainty;                    ///< with draws of the parameters; else it has none
  std::array<Interval, 4> lost_percentiles;  ///< P50, P90, P95, P99
  /// P50, P95; s. Of the part that is judged, and of the nation; 0: never down.
  std::array<Interval, 2> recover_percentiles, recover_nation;
  /// The shortest window, from its onset, at whose end the service was still down; NaN: none was.
  double still_down_s = results::never;
  Proportion any_loss;  ///< events with an extra lost caller at all
  /// What had become at `losses_told_s` of what meldkamers lost; of a LossEnd. Empty: nothing lost,
  /// or not told.
  std::vector<Incidence> intake_losses, dispatch_losses;
  bool losses_told = true;
  Proportion first_switch_fails;     ///< of the takeovers that somebody tried
  std::size_t truncated = 0;         ///< events whose window ended before their story: lower bounds
  std::size_t late_return = 0;       ///< events whose calls were not home again when it ended
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
  /// Of the sum of its package at the point of the line where that sum is highest against it; NaN
  /// when the row is no part of the sum or nothing reaches the line.
  double share_of_line = undefined;
  /// Without a frequency: events a year at which it would weigh as much as all unintentional ones
  /// of its package together; else NaN.
  double as_much_as_all_per_y = undefined;
  std::optional<Frequency> estimated;    ///< by experts, beside what else is known
  Interval estimated_per_year;           ///< extra lost callers a year, if they are right
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

/// There is no single sum of a year: what happens by accident, what is done on purpose, and what
/// experts estimate are three, and no threat is moved from one to another by who filled in a class.
enum class YearLine { unintentional, deliberate, estimates };

/// What a package of measures leaves, summed over its threats.
struct PackageTotal {
  std::string package;
  YearLine line = YearLine::unintentional;
  std::vector<std::string> either;  ///< counted threats that can be deliberate too
  std::size_t threats = 0;
  std::vector<std::string> left_out;  ///< rows whose target is a part of another row's
  AnnualLoss loss;
  std::vector<Interval> exceedance;  ///< events a year at each point of the line
};

struct ImpactTable {
  Criteria criteria;
  std::vector<TableRow> annual;       ///< events with a frequency, most lost callers a year first
  std::vector<TableRow> conditional;  ///< the others: given that it happens
  std::vector<PackageTotal> totals;   ///< by package: unintentional events
  std::vector<PackageTotal> without_total;  ///< packages of which no row counts: `left_out` only
  std::vector<PackageTotal> deliberate;     ///< by package: those that have a frequency
  std::vector<PackageTotal> estimates;      ///< by package: by experts' estimates alone
  bool registered = false;                  ///< a risk register was laid beside it
  std::string rubricering;                  ///< the highest of everything that went in
  std::optional<models::Day> today;         ///< that the age of the worlds is told on
  Extent extent;                            ///< of the rows; nothing asked until somebody says so
};

/// Rows of the same inputs that differ in nothing but their parameter draw or replications become
/// one line. Throws results::ResultError when a replication is there twice and not the same.
/// `evidence`: what frequencies stand on besides the labels of the rows.
ImpactTable impact_table(std::vector<Row> rows, const Criteria& criteria,
                         const Evidence& evidence = {});

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
