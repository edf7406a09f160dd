#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "models/chance/rate_table.hpp"
#include "models/world/read_world.hpp"

namespace analysis {

/// How often a threat strikes the nation, as somebody estimates it.
struct ExpertEstimate {
  double p5 = 0, mode = 0, p95 = 0;   ///< events a year, 0 < p5 < mode < p95
  std::string function, date, basis;  ///< who, in a function and not by name; when; from what

  /// PERT on the logarithm.
  models::RateTable rate() const;
};

/// Three or more for each threat, each kept.
using Estimates = std::map<std::string, std::vector<ExpertEstimate>>;

/// Each as likely as the others: a linear pool. Not empty.
models::RateTable pooled(const std::vector<ExpertEstimate>& estimates);

struct EstimateFile {
  Estimates by_threat;
  models::InputFile input;
};
/// Throws models::InvalidInput with everything that is wrong.
EstimateFile read_estimates(const std::filesystem::path& file);

}  // namespace analysis
