#pragma once

#include <vector>

#include "models/text/reading.hpp"
#include "models/world/parameter.hpp"

namespace scenarios {

/// `set:` and its like, a map from addresses to values, each with the source and kind that hold
/// where it is written.
std::vector<models::Setting> read_settings(const models::Place& place);

/// `threats.outage.effects.3.lines.share`: of threats, and not of a world.
bool is_of_threat(const std::string& address);

/// `branches.call_in`: an option of a scenario.
bool is_of_option(const std::string& address);

/// The threat that the address names stands in the section `threats` of this file.
bool names_threat_of(const models::Setting& setting, const models::Node& root);

}  // namespace scenarios
