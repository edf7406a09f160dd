#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/measures/requirement.hpp"
#include "analysis/trials/sweep_range.hpp"

namespace analysis {

struct SweepQuestion {
  SweepRange range;
  std::optional<Requirement> until;
  bool with_confidence = true;  ///< the interval's end must hold, not the mean
  std::vector<MeasureName> shown;
  std::uint64_t replications = 50, seed = 1;
  int jobs = 1;
};

struct SweepPoint {
  double value = 0;
  std::vector<NamedEstimate> shown;
  std::optional<Estimate> judged;  ///< of the requirement
  Verdict verdict = Verdict::undecided;
  bool refined = false;  ///< found by bisection, not on the grid
  std::size_t failed = 0;
};

/// Where the requirement begins or ceases to hold.
struct SweepAnswer {
  enum class Kind { nowhere, everywhere, from, up_to, mixed };
  Kind kind = Kind::nowhere;
  double holds = 0;  ///< `from`: the smallest that holds; `up_to`: the largest
  double fails = 0;  ///< the nearest value tried that does not
};

struct SweepResult {
  std::vector<SweepPoint> points;  ///< ascending
  std::optional<SweepAnswer> answer;
  std::string scenario, rubricering;
  std::string background;  ///< that the threats are laid over: its file and name; empty: none
  bool whole = false;      ///< the parameter counts
  int signal = 0;
  double wall_s = 0;
};

/// What the grid says of the requirement; nothing without points.
SweepAnswer answer_of(const std::vector<SweepPoint>& points);

/// What to try next: half-way between the neighbours of which one holds and the other does not.
/// Nothing when the grid says yes or no everywhere, changes its mind, or has that value already.
std::optional<double> between_holding_and_failing(const std::vector<SweepPoint>& points,
                                                  bool whole);

}  // namespace analysis
