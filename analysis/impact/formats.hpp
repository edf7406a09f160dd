#pragma once

#include "models/text/reading.hpp"

namespace analysis {

/// The readers of each kind of file, run on a tree for what they ask of it (models/text/shape.hpp).
/// None throws.
void ask_criteria(const models::Node& root, models::Reading& reading);
void ask_register(const models::Node& root, models::Reading& reading);
void ask_record(const models::Node& root, models::Reading& reading);
void ask_history(const models::Node& root, models::Reading& reading);
void ask_estimates(const models::Node& root, models::Reading& reading);

}  // namespace analysis
