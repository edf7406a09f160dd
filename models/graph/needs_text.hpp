#pragma once

#include <string>

#include "models/world/world.hpp"

namespace models {

/// "all(a, any(b, c), 2 of(d, e, f))"; "-" when nothing is needed.
std::string needs_text(const World& world, const Needs& needs);

}  // namespace models
