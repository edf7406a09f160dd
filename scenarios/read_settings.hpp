#pragma once

#include <vector>

#include "models/text/reading.hpp"
#include "models/world/parameter.hpp"

namespace scenarios {

/// `set:` and its like, a map from addresses to values, each with the source and kind that hold
/// where it is written.
std::vector<models::Setting> read_settings(const models::Place& place);

}  // namespace scenarios
