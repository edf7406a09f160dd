#pragma once

#include <nlohmann/json.hpp>

#include "analysis/trials/branch_trials.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// The options beside each other, who runs short, what deciding earlier is worth, and one grid for
/// programs.
Document branch_document(const analysis::BranchTrials& trials,
                         const analysis::BranchQuestion& question, Language language);
/// Names of the grids that it may have, known before anything is simulated.
std::vector<std::string> branch_grids();
/// uitwijk/branch/1, see docs/formats/json.md.
nlohmann::ordered_json branch_json(const analysis::BranchTrials& trials,
                                   const analysis::BranchQuestion& question, Language language);

}  // namespace reports
