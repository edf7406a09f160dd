#pragma once

#include <vector>

#include "scenarios/moments.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// All threats of a file: who they hit is looked up in the world's draft, when by the clock.
std::vector<Threat> read_threats(const models::Place& section, const models::Draft& draft,
                                 const Clock& clock);

/// What is said of an `attack` where the window does not follow it.
inline constexpr const char* attack_needs_onset =
    "needs a window that begins with it: a scenario with `onset` (any_hour, or a local time) in "
    "place of start and end, and without a background";

/// The effects of a list, each called by its number or `id` behind the name of their owner.
std::vector<Effect> read_effect_list(const models::Place& list, const std::string& owner,
                                     const models::Draft& draft, const Clock& clock);

/// The effects of a list, each at its address: the number, or the `id` that it has. Problems for
/// ids that are none, or of two effects.
std::vector<models::Place> named_effects(const models::Place& list);

/// What an effect does, by its word (`down`, `surge`, ...).
struct WhatWord {
  const char* word;
  What (*read)(const models::Place&, const models::Draft&);
};
const std::vector<WhatWord>& what_words();

}  // namespace scenarios
