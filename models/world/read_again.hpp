#pragma once

#include <vector>

#include "models/world/read_world.hpp"

namespace models {

/// The world of files that were read before, as a result holds them. Throws InvalidInput.
WorldModel read_again(std::vector<InputFile> files);

}  // namespace models
