#pragma once

#include <exception>
#include <string>
#include <vector>

#include "analysis/impact/row.hpp"
#include "analysis/impact/year_mode.hpp"
#include "models/world/assumptions.hpp"
#include "studies/conduct.hpp"
#include "studies/study_reader.hpp"

namespace studies {

/// What is uncertain in a study: numbers of its world and of its threats.
std::vector<models::Assumption> assumptions_of(const scenarios::ScenarioInWorld& study);

/// Where the assumption is in one draw, uniform in (0, 1) by (seed, draw, id).
double drawn_u(const models::Assumption& assumption, std::uint64_t seed, std::uint64_t draw);
/// The settings of one draw of all of them.
std::vector<models::Setting> drawn_settings(const std::vector<models::Assumption>& assumptions,
                                            std::uint64_t seed, std::uint64_t draw);

/// The outer loop over uncertain parameters: `asked.draws` studies of `request.count` replications
/// each, every one with other parameters and other random numbers.
struct UncertainRun {
  StudyReader study;
  Asked asked;  ///< of all draws
  RunRequest request;
  std::vector<models::Assumption> assumptions;  ///< `assumptions_of` the study
  std::string output;  ///< "x.h5" becomes x-draw-01.h5, ...; empty: no files
};

/// A row for each draw that was finished, in their order.
struct UncertainRows {
  std::vector<analysis::Row> rows;
  std::vector<analysis::WholeYears> years;  ///< of a year, in place of rows
  std::size_t failed = 0;                   ///< replications
  int signal = 0;                           ///< that interrupted the run, or 0
  std::vector<std::string> written;         ///< files
  std::exception_ptr unwritten;  ///< why a draw has no file; the later ones have none either
};
/// Throws models::InvalidInput; before the first draw also when a file may not be written.
UncertainRows conduct_uncertain(const UncertainRun& run, const OnProgress& on_progress);

}  // namespace studies
