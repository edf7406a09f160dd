#pragma once

#include <string>
#include <vector>

#include "models/text/reading.hpp"

namespace scenarios {

/// The readers of each kind of file, run on a tree for what they ask of it (models/text/shape.hpp).
/// None throws, and nothing is looked up on disk.
void ask_scenario(const models::Node& root, const models::Node& world, models::Reading& reading);
void ask_catalogue(const models::Node& root, models::Reading& reading);
void ask_measures(const models::Node& root, const std::vector<std::string>& outcomes,
                  models::Reading& reading);
void ask_campaign(const models::Node& root, models::Reading& reading);
void ask_exercise(const models::Node& root, const models::Node& world, models::Reading& reading);

}  // namespace scenarios
