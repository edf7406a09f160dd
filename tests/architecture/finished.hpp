#pragma once

#include <string>

namespace architecture {

struct Finished {
  std::string output;  ///< standard output
  int status;          ///< -1: ended by a signal
};

/// Runs a line of the shell to its end.
Finished run(const std::string& command);

}  // namespace architecture
