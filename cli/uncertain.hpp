#pragma once

#include <string>
#include <vector>

#include "cli/conduct.hpp"
#include "cli/language.hpp"
#include "cli/study_options.hpp"
#include "models/parameter.hpp"

namespace cli {

/// A setting "PATH=VALUE" for every parameter that declares a range, drawn uniformly over it from
/// (seed, draw, address). T_lost is left as it is: it is part of the question, not of the world.
std::vector<std::string> drawn_settings(const std::vector<models::Parameter>& parameters,
                                        std::uint64_t seed, std::uint64_t draw);

/// The outer loop over uncertain parameters: `asked.draws` studies of `request.count` replications
/// each, every one with other parameters and other random numbers.
struct UncertainRun {
  StudyOptions study;
  Asked asked;  ///< of all draws
  RunRequest request;
  std::vector<models::Parameter> parameters;  ///< of the world
  std::string output;                         ///< "x.h5" becomes x-draw-01.h5, ...; empty: no files
};
/// Says the impact table of the draws on standard output, when interrupted of those that were
/// finished. The exit code.
int conduct_uncertain(const UncertainRun& run, Language language, bool json, Progress progress);

}  // namespace cli
