#pragma once

#include <filesystem>
#include <string>

#include "analysis/trials/branch_trials.hpp"
#include "results/study.hpp"
#include "scenarios/read_scenario.hpp"
#include "studies/asked.hpp"

namespace studies {

/// The file of a future beside `output`, named after its option and moment:
/// "kpn-publish-onset+20min.h5" of "kpn.h5".
std::filesystem::path file_of_future(const std::string& output,
                                     const analysis::BranchFuture& future);

/// Writes the study of one future into its file. In tables the row is told apart by them; that
/// of the future in which nothing is decided is the row of `run`. Returns the file's name.
std::string write_future(const std::string& output, const Asked& asked,
                         const scenarios::ScenarioInWorld& input,
                         const analysis::BranchFuture& future, results::Study& study);

}  // namespace studies
