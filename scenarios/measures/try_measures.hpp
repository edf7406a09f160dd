#pragma once

#include <filesystem>
#include <vector>

#include "scenarios/measures/measures.hpp"

namespace scenarios {

/// Takes every measure by itself and each package in that world, and aims the threats that it
/// touches. Throws models::InvalidInput with everything that is wrong; gives what is odd.
std::vector<models::Warning> try_out(const MeasureList& list,
                                     const std::filesystem::path& catalogue,
                                     const std::filesystem::path& world);

}  // namespace scenarios
