#pragma once

#include <vector>

#include "analysis/comparisons/sensitivity.hpp"
#include "analysis/comparisons/variance_shares.hpp"
#include "studies/on_progress.hpp"
#include "studies/study_reader.hpp"
#include "studies/uncertain.hpp"

namespace studies {

/// Which assumption of a study moves its lost callers most: each alone at its 5th and 95th
/// percentile, the others as they stand; then all of them drawn together.
struct TornadoQuestion {
  StudyReader study;
  RunRequest request;       ///< replications of each trial; all meet the same random numbers
  std::uint64_t draws = 0;  ///< of all together; 0: none
};

struct TornadoAnswer {
  std::vector<models::Assumption> assumptions;
  std::vector<analysis::Row> base;         ///< as it stands; empty when interrupted before
  std::vector<analysis::VariedRows> ends;  ///< P5 and P95 of each, by id
  std::vector<analysis::Row> drawn;        ///< one for each draw that was finished
  std::size_t failed = 0;                  ///< replications
  int signal = 0;                          ///< that interrupted it, or 0

  analysis::VarianceShares shares(const analysis::Criteria& criteria, std::uint64_t seed) const;
};

/// Throws models::InvalidInput, also of a scenario without a threat: nobody is lost because of it.
TornadoAnswer tornado(const TornadoQuestion& question, const OnProgress& on_progress);

}  // namespace studies
