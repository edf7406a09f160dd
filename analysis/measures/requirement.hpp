#pragma once

#include <optional>
#include <string>

#include "analysis/measures/summary.hpp"

namespace analysis {

/// Which number of a summary, named as in docs/formats/json.md: `lost_callers`,
/// `difference.lost_callers`, `centres.rotterdam.answer_delay_p90_s`,
/// `stages.intake.twin.wait_mean_s`, `recover_s.p95`.
struct MeasureName {
  enum class World { disturbed, twin, difference };
  enum class Statistic { mean, p5, p50, p95 };
  std::string text;         ///< as written
  std::string parts, part;  ///< "centres", "rotterdam"; empty: the whole world
  World world = World::disturbed;
  std::string measure;
  Statistic statistic = Statistic::mean;
};

/// Throws std::invalid_argument, with what is wrong, when the text cannot be a name.
MeasureName parse_measure_name(const std::string& text);

struct NamedEstimate {
  Estimate estimate;
  Unit unit{};
};
/// Throws std::invalid_argument, with a suggestion, when the summary has no such number.
NamedEstimate find(const Summary& summary, const MeasureName& name);

/// What must hold: `difference.lost_callers <= 10`, `answer_delay_p90_s < 2 min`.
struct Requirement {
  MeasureName name;
  bool at_most = true, strict = false;
  double bound = 0;  ///< in the unit of the measure's name
};

/// The bound is a number as in docs/formats/json.md, or one with a unit (s, min, h, %). Throws
/// std::invalid_argument with what is wrong.
Requirement parse_requirement(const std::string& text);

enum class Verdict { holds, fails, undecided };

/// With confidence all of the 95 % interval of the mean must be on the right side: `holds`; all of
/// it on the wrong side `fails`; more replications would tell when it is `undecided`. Else the mean
/// decides. A percentile has no interval. A replication in which it never came (an infinite delay)
/// is more than every bound.
Verdict judge(const Requirement& requirement, const Summary& summary, bool with_confidence = true);

}  // namespace analysis
