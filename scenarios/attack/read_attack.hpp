#pragma once

#include <string>
#include <vector>

#include "models/text/read_values.hpp"
#include "models/world/draft.hpp"
#include "scenarios/attack/attack.hpp"

namespace scenarios {

/// An effect of an asset while it is struck, or of an isolation while it lasts: as a threat has
/// them, with `$target` filled in and without times.
struct AttackEffect {
  bool of_isolation = false;
  std::size_t of = 0;  ///< asset or isolation
  models::Node node;
};

/// What a window may be, and is when nobody says.
inline constexpr models::Limits attack_window = {6 * models::hour_s, 60 * models::day_s};
inline constexpr double usual_window_s = 14 * models::day_s;

struct AttackInWorld {
  Attack attack;
  std::vector<AttackEffect> effects;  ///< the same in every replication
};

/// The section `attack` of a threat (docs/formats/attack.md). Problems for names that nobody has,
/// for ways between two rooms that are none, for assets with effects that no way leads to, and for
/// isolations of nothing.
AttackInWorld read_attack(const models::Place& place, const models::Draft& draft);

}  // namespace scenarios
