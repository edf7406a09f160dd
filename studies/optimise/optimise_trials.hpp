#pragma once

#include <filesystem>

#include "analysis/trials/optimise_trials.hpp"
#include "studies/on_progress.hpp"
#include "studies/study_reader.hpp"

namespace studies {

/// What is to be optimised, and where.
struct Optimisation {
  std::filesystem::path folder;  ///< of the world
  WorldReader world;
  analysis::OptimiseQuestion question;
  std::string rounds;  ///< file in which finished rounds are kept; empty: none
};

/// Searches for a better takeover plan, holds what was found against uncertain parameters, and
/// values it on replications that the search did not see. The result does not depend on `jobs`, nor
/// on how often it was interrupted and went on. Throws models::InvalidInput.
analysis::OptimiseTrials optimise(const Optimisation& asked, const OnProgress& on_progress);

}  // namespace studies
