#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/story/story_axis.hpp"
#include "results/study.hpp"

namespace analysis {

/// How a centre is doing at the begin of a bin, worst first.
enum class CentreState : std::uint8_t {
  unanswered,  ///< its function is lost and nobody answers for it yet
  elsewhere,   ///< a partner, or its own people elsewhere, answer for it
  /// attempts fail here in the timeline bin that begins: `losing_least` and a share `losing_share`
  /// of those that end; not before the first effect
  losing,
  pressed,  ///< at least `pressed_share` callers wait for each person on duty
  normal
};

/// When the map calls a centre that: assumed, and said beside it.
inline constexpr double losing_least = 3, losing_share = 0.1, pressed_share = 0.25;

/// One replication as it went, told as a possible course.
struct PossibleCourse {
  std::string_view rule;  ///< "median" or "p95" of the extra lost callers
  std::uint64_t replication = 0;
  std::int64_t extra_lost = 0;
  double onset_s = 0;  ///< since the start
  std::vector<results::Episode> episodes;
  std::vector<results::ComponentInterval> outages;
  std::vector<std::vector<CentreState>> states;  ///< [centre][bin]: at the begin of the bin
  std::vector<std::vector<std::uint32_t>> waiting, failed;  ///< at its begin; in all of it
};

/// The two of `results::possible_courses`; one when both are the same; none without a pairing or
/// without their timelines.
std::vector<PossibleCourse> told_courses(const results::Study& study, const StoryAxis& axis);

}  // namespace analysis
