#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "results/study.hpp"

namespace analysis {

/// Components of one sort that failed, or a function that was lost, at one or more centres.
struct FailedPart {
  std::string name, owner;  ///< owner: voorziening or supplier; empty of a function
  bool function = false;
  std::vector<std::string> centres;  ///< names; empty of a national one
  double from_s = 0;                 ///< since the start, of the first
};

/// What failed in one replication and pulled what with it: `links` go from a part to those that
/// need it, by their places in `parts`.
struct FailedParts {
  std::vector<FailedPart> parts;
  std::vector<std::pair<std::size_t, std::size_t>> links;
};

/// Nothing of a study whose file does not say what hangs on what.
FailedParts failed_parts(const results::Dimensions& dimensions,
                         const std::vector<results::ComponentInterval>& outages);

}  // namespace analysis
