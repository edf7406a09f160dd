#pragma once

#include <string>
#include <vector>

#include "analysis/impact/row.hpp"
#include "models/world/parameter.hpp"
#include "studies/conduct.hpp"
#include "studies/study_reader.hpp"

namespace studies {

/// A setting "PATH=VALUE" for every parameter that declares a range, drawn uniformly over it from
/// (seed, draw, address). T_lost is left as it is: it is part of the question, not of the world.
std::vector<std::string> drawn_settings(const std::vector<models::Parameter>& parameters,
                                        std::uint64_t seed, std::uint64_t draw);

/// The outer loop over uncertain parameters: `asked.draws` studies of `request.count` replications
/// each, every one with other parameters and other random numbers.
struct UncertainRun {
  StudyReader study;
  Asked asked;  ///< of all draws
  RunRequest request;
  std::vector<models::Parameter> parameters;  ///< of the world
  std::string output;                         ///< "x.h5" becomes x-draw-01.h5, ...; empty: no files
};

/// A row for each draw that was finished, in their order.
struct UncertainRows {
  std::vector<analysis::Row> rows;
  std::size_t failed = 0;  ///< replications
  int signal = 0;          ///< that interrupted the run, or 0
};
/// Throws models::InvalidInput.
UncertainRows conduct_uncertain(const UncertainRun& run, const OnProgress& on_progress);

}  // namespace studies
