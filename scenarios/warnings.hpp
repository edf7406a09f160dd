#pragma once

#include <vector>

#include "scenarios/read_scenario.hpp"

namespace scenarios {

/// What was asked for and does nothing: of the world (models::WorldModel::warnings), effects that
/// can touch nothing, and a demand profile of that date that the scenario leaves alone; and more
/// calls than anybody can have meant. In the order of files and lines.
std::vector<models::Warning> warnings_of(const ScenarioInWorld& study);

}  // namespace scenarios
