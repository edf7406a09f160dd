#pragma once

#include <functional>
#include <string>

#include "models/text/problems.hpp"

namespace studies_test {

/// What is said when `act` is refused for what it was given; empty when it is not.
inline std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const models::InvalidInput& invalid) {
    return invalid.what();
  }
  return "";
}

}  // namespace studies_test
