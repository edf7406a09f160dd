#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "analysis/impact/row.hpp"
#include "analysis/statistics/estimate.hpp"
#include "results/study.hpp"

namespace analysis {

/// One replication in short. Times since its onset, s; NaN: did not come to that, or was not seen.
struct ShortCourse {
  std::uint64_t replication = 0;
  double lost_callers = 0;  ///< extra, of the part that its row is judged on
  /// First known, decided and switched; last repaired and home again.
  double detected_s = undefined, decided_s = undefined, switched_s = undefined,
         repaired_s = undefined, returned_s = undefined;
  std::uint32_t failed_switches = 0;
  std::uint32_t lost_rooms = 0;  ///< meldkamers that lost a function
  /// Of the first that was switched; the largest number: none.
  std::uint32_t partner = std::numeric_limits<std::uint32_t>::max();
  double callers = 0;  ///< genuine, in the twin
};

/// What is true of some replications: of so many of the worst, and of so many of the others.
struct CommonFact {
  std::string_view name;
  std::size_t worst = 0, others = 0;
};

/// What the worst fifth has in common.
struct Tail {
  std::vector<ShortCourse> courses;  ///< fewest lost callers first
  std::size_t worst = 0;  ///< how many are the worst fifth; 0: too few to say, or no loss
  /// Facts that the worst have more often than chance gives (Fisher's exact test, one-sided, 5 %
  /// over all facts together), the clearest first.
  std::vector<CommonFact> common;
};

/// `row` is the study without its facts, in the same order.
Tail tail_of(const results::Study& study, const Row& row);

}  // namespace analysis
