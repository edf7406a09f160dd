#pragma once

#include <string>

#include "models/world/day.hpp"

namespace cli {

/// The day that was asked for, or else the clock's, where the user is.
models::Day day_of(const std::string& asked);

/// Of an option: what is wrong with a day, or "".
std::string day_check(const std::string& text);

}  // namespace cli
