#pragma once

#include <functional>
#include <string>

#include "results/result_file.hpp"

namespace results_test {

/// What is said when `act` is refused for a file; empty when it is not.
inline std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const results::ResultError& error) {
    return error.what();
  }
  return "";
}

}  // namespace results_test
