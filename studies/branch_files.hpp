#pragma once

#include <string>

#include "analysis/trials/branch_trials.hpp"
#include "results/study.hpp"
#include "scenarios/read_scenario.hpp"
#include "studies/asked.hpp"

namespace studies {

/// Writes the study of one future as a result file beside `output`, named after its option and
/// moment: "kpn-publish-onset+20min.h5" of "kpn.h5". In tables the row is told apart by them; that
/// of the future in which nothing is decided is the row of `run`. Returns the file's name.
std::string write_future(const std::string& output, const Asked& asked,
                         const scenarios::ScenarioInWorld& input,
                         const analysis::BranchFuture& future, results::Study& study);

}  // namespace studies
