#pragma once

#include <optional>

#include "results/gathered.hpp"
#include "results/study.hpp"

namespace analysis {

/// A study that was just run, and how that went.
struct RunReport {
  results::Study study;
  /// All replications, where they are more than memory should hold; then the study has none.
  std::optional<results::Gathered> aside;
  int signal = 0;                 ///< that interrupted the run, or 0
  bool precision_reached = true;  ///< also when none was asked
  std::uint64_t tried_again = 0;  ///< replications whose process failed or died at first
  double wall_s = 0, calls_per_s = 0;

  std::size_t finished() const { return aside ? aside->size() : study.replications.size(); }
  /// Wherever they are. Valid as long as this is.
  results::EachReplication all() const {
    if (!aside)
      return results::each_of(study);
    return [this](const results::LookAt& look) { aside->each(look); };
  }
};

}  // namespace analysis
