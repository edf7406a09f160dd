#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/comparisons/changed_numbers.hpp"
#include "analysis/impact/impact_table.hpp"

namespace analysis {

/// A difference with its interval, and whether it compares replication with replication.
struct Difference {
  Interval by;
  bool paired = false;
  /// The interval leaves zero out.
  bool clear() const { return by.exists() && (by.low > 0 || by.high < 0); }
};

/// b less a, of extra lost callers per event. Paired when both met the same callers, hours and
/// draws: one seed and the same replications; else Welch's two means.
Difference difference_of(const Row& a, const Row& b, const Criteria& criteria);

/// A row that two sets of results have, each under its own criteria.
struct Change {
  TableRow before, after;
  Difference lost;  ///< `after.lost` less `before.lost`
};

/// What changed in what the rows were made from.
struct InputChange {
  enum class How { changed, added, removed } how = How::changed;
  std::string input;
};

/// This year's results beside last year's.
struct Comparison {
  double lost_after_before_s = 0, lost_after_after_s = 0;  ///< T_lost of both criteria
  std::vector<Change> changes;                             ///< largest difference first
  std::vector<std::string> only_before, only_after;
  std::vector<InputChange> inputs;
  std::vector<NumberChange> numbers;  ///< in inputs of both; filled by who has their texts
  std::vector<std::string> programs_before, programs_after;
  /// The old rows of which the new criteria alone say other classes or another level.
  std::vector<Disagreement> by_criteria;
};
Comparison compare(std::vector<Row> before, std::vector<Row> after, const Criteria& criteria_before,
                   const Criteria& criteria_after, const Evidence& evidence = {});

/// What one package does to one threat, against the world as it is.
struct Effect {
  std::string row, package;
  Difference lost;    ///< per event
  Interval per_year;  ///< none without a frequency
};

/// A package over all threats that it was simulated for.
struct PackageEffect {
  std::string package;
  std::size_t threats = 0;
  Interval per_event, per_year;  ///< sums of the differences; negative: fewer lost
  bool tied = false;             ///< not to be told apart from the one before
};

/// Of a package whose effect is assumed: what would have to be true for it to pay, in place of a
/// rank that would order assumptions. It pays when one lost caller a year less is the result. Its
/// gain is taken as proportional to its effect.
struct BreakEven {
  std::string package;
  std::size_t threats = 0;
  /// Each of its events must come at least once in so many years, with the interval of the gain
  /// (callers per event); none when it gains nothing.
  Interval once_in_years;
  /// Of its assumed effect, at the frequencies of the events; above 1: not even all of it. With
  /// the interval of the gain a year; none without a frequency, or where that gain is not told from
  /// none.
  Interval share_of_effect;
};

/// Two measures together beside the sum of each alone.
struct Together {
  std::string row, first, second;
  Difference more_than_sum;  ///< of the differences; positive: they help less together
};

struct BeforeAfter {
  std::vector<Effect> effects;          ///< row by row, largest reduction first
  std::vector<PackageEffect> packages;  ///< largest reduction a year first
  std::vector<BreakEven> break_even;    ///< of those that are not ranked, by name
  std::vector<Together> together;
};
/// `assumed`: packages whose effect is, which have a break-even and no rank.
BeforeAfter before_and_after(const std::vector<Row>& rows, const Criteria& criteria,
                             const Evidence& evidence = {},
                             const std::set<std::string>& assumed = {});
/// Takes those packages out of the ranking.
void take_break_evens(BeforeAfter& effects, const std::set<std::string>& assumed);

/// Everything but the package and the draw: rows of one thing that happens.
std::string event_key(const Row& row);

}  // namespace analysis
