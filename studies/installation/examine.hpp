#pragma once

#include <string>
#include <vector>

#include "analysis/installation/machine.hpp"

namespace studies {

/// What this installation and this machine have. `outputs`: folders in which results shall be
/// written.
analysis::Machine examine(const std::vector<std::string>& outputs);

}  // namespace studies
