#pragma once

#include <set>
#include <string>
#include <vector>

#include "analysis/comparisons/comparison.hpp"

namespace analysis {

/// Of a package whose effect is assumed: what would have to be true for it to pay, in place of a
/// rank that would order assumptions. It pays when one lost caller a year less is the result. Its
/// gain is taken as proportional to its effect.
struct BreakEven {
  std::string package;
  std::size_t threats = 0;
  /// Each of its events must come at least once in so many years, with the interval of the gain
  /// (callers per event); none when it gains nothing.
  Interval once_in_years;
  /// Of its assumed effect, at the frequencies of the events; above 1: not even all of it.
  /// Undefined without a frequency or a gain.
  double share_of_effect = undefined;
};

/// Takes packages with an assumed effect out of the ranking of `effects`; by name.
std::vector<BreakEven> take_break_evens(BeforeAfter& effects, const std::set<std::string>& assumed);

}  // namespace analysis
