#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// The program as its users start it.
namespace validation {

struct Ended {
  int exit_code = 0;
  std::string output;  ///< stdout
};

/// Runs `uitwijk` with these arguments and waits for its end. Its stderr goes to ours.
Ended uitwijk(const std::vector<std::string>& arguments);

/// `uitwijk run SCENARIO --json`, quietly, on two cores, with more options; throws when it fails or
/// when what it says is no JSON.
nlohmann::json run_scenario(const std::string& scenario, const std::vector<std::string>& more);

}  // namespace validation
