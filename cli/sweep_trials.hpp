#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/requirement.hpp"
#include "cli/progress_bar.hpp"
#include "cli/study_options.hpp"
#include "cli/sweep_range.hpp"

namespace cli {

struct SweepQuestion {
  StudyOptions study;
  SweepRange range;
  std::optional<analysis::Requirement> until;
  bool with_confidence = true;  ///< the interval's end must hold, not the mean
  std::vector<analysis::MeasureName> shown;
  std::uint64_t replications = 50;
  int jobs = 1;
};

struct SweepPoint {
  double value = 0;
  std::vector<analysis::NamedEstimate> shown;
  std::optional<analysis::Estimate> judged;  ///< of the requirement
  analysis::Verdict verdict = analysis::Verdict::undecided;
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
  bool whole = false;  ///< the parameter counts
  int signal = 0;
  double wall_s = 0;
};

/// Tries every value under the same random numbers, then halves the step around the value where
/// the requirement begins or ceases to hold: to the next whole number, or to a sixteenth of the
/// grid. Throws models::InvalidInput, and std::invalid_argument for a measure that is none.
SweepResult sweep(const SweepQuestion& question, ProgressBar& bar);

/// What the grid says of the requirement; nothing without points.
SweepAnswer answer_of(const std::vector<SweepPoint>& points);

}  // namespace cli
