#pragma once

#include <string>
#include <vector>

#include "scenarios/measures/measures.hpp"

namespace scenarios {

/// Measures taken together: what changes in the world and in the catalogue. The twin has them too.
struct Package {
  std::string name;  ///< as it is asked for, in the order of the list: "planned,without:call_in"
  std::vector<std::string> in_place;    ///< in the order of the list
  std::vector<std::string> taken_away;  ///< existing ones; with any, the world is hypothetical
  std::vector<models::Setting> world, threats;
};

/// `current` (the world as it is; the default), `planned` (all that are planned besides),
/// `inherent` (none of the existing ones), and names with commas: ID takes a measure, without:ID
/// leaves it out. Throws models::InvalidInput for unknown words and for two that set the same
/// parameter.
Package resolve(const MeasureList& list, const std::string& words);

/// What is in place and what is not, on one line.
std::string to_string(const Package& package);

/// Measures of the package that change threats of the catalogue only, and none of these (of none:
/// a scenario file, whose threats are its own): whatever they cost, nothing moves here.
std::vector<models::Warning> idle_measures(const MeasureList& list, const Package& package,
                                           const std::vector<std::string>& threats);

}  // namespace scenarios
