#pragma once

#include <utility>
#include <vector>

#include "models/world/world.hpp"

namespace models {

/// Stage and discipline of which a room does the work.
using Work = std::pair<Id<Stage>, Id<Discipline>>;
/// All that a room does, sorted; once for each group of people.
std::vector<Work> work_of(const World& world, Id<Centre> room);

}  // namespace models
