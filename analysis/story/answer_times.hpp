#pragma once

#include <array>
#include <string>
#include <vector>

#include "results/study.hpp"

namespace analysis {

/// Times up to which shares are told: 10 s is today's norm, 60 s a delay, 600 s is T_lost.
inline constexpr std::array<double, 19> told_times_s = {
    1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 450, 600, 900, 1800, 3600};

/// Shares of a population that had waited no longer than each of `told_times_s`, over all
/// replications together. Within a bin of 4 % the shares go in a straight line.
struct AnswerTimes {
  std::string of;                   ///< "first_answer", or a discipline
  std::uint64_t n = 0;              ///< of its population, in the disturbed world
  std::vector<double> world, twin;  ///< twin: empty without one
};

/// The wait at the first stage of all attempts, answered or not; those that were blocked there are
/// never done waiting. Then, of every modelled discipline, the answer delay of the genuine callers,
/// those who were never answered included.
std::vector<AnswerTimes> answer_times(const results::Study& study);

/// Share of all attempts, blocked ones too, that the first stage answered within the world's norm,
/// over all replications together. NaN without attempts.
struct NormShares {
  double world = 0, twin = 0;
};
NormShares answered_within_norm(const results::Study& study);

}  // namespace analysis
