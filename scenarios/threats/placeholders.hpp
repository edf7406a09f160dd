#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/text/reading.hpp"
#include "scenarios/threats/target.hpp"

namespace scenarios {

/// What the placeholders in an effect stand for in one replication.
struct Binding {
  Target target;
  std::map<std::string, std::string> words;  ///< `$left` -> 0.75, `$duration` -> "5400 s"
  /// Words that differ from meldkamer to meldkamer: `$left` -> rotterdam -> 0.75. An effect with
  /// one of them is made once for each meldkamer of the target.
  std::map<std::string, std::map<std::string, std::string>> words_at;
};

/// The effect with `$target`, `$components` and `$regions` as lists and all other words filled in.
/// One that says `gms@$target` or `$component` outside a list is made once for each. Words that
/// nobody knows, and targets that the effect cannot hit, are problems.
std::vector<models::Node> fill_in(const models::Node& effect, const Binding& binding,
                                  models::Problems& problems);

}  // namespace scenarios
