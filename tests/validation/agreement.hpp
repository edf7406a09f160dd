#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/text/read_values.hpp"

/// A run beside a theory. The two agree when theory lies in the simulation's 99.7 % interval; that
/// says something only when the interval is narrow, so its half width has a bound, and the bound
/// is narrow enough to tell a world that is 5 % off: it is shown to be told each time.
namespace validation {

using models::hour_s;

struct Quantity {
  std::string where;       ///< JSON pointer to a measure of `run --json`
  double theory;           ///< for the world as it is written
  double theory_when_off;  ///< for the world that is 5 % off
  double bound;            ///< of the half width, as a share of theory
};

struct Comparison {
  std::string scenario;            ///< file, below tests/worlds
  std::vector<std::string> set{};  ///< PATH=VALUE for the world that is 5 % off
  /// What no setting reaches: texts of the scenario file and their replacements.
  std::vector<std::pair<std::string, std::string>> edits{};
  std::vector<Quantity> quantities{};
};

/// A world that is 5 % off: handling takes 63 s, as written it takes 60.
inline const std::vector<std::string> longer_handling = {
    "stages.answer.handling.exponential.mean=63 s"};

/// Runs the scenario as written: theory is met. Runs it 5 % off: the same theory is missed, and
/// the theory of that world is met.
void expect_agreement(const Comparison& comparison);

}  // namespace validation
