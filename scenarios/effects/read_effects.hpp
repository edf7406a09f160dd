#pragma once

#include <vector>

#include "scenarios/moments.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// All threats of a file: who they hit is looked up in the world's draft, when by the clock.
std::vector<Threat> read_threats(const models::Place& section, const models::Draft& draft,
                                 const Clock& clock);

/// What an effect does, by its word (`down`, `surge`, ...).
struct WhatWord {
  const char* word;
  What (*read)(const models::Place&, const models::Draft&);
};
const std::vector<WhatWord>& what_words();

}  // namespace scenarios
