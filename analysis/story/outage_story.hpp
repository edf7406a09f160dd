#pragma once

#include <vector>

#include "analysis/story/answer_times.hpp"
#include "analysis/story/failed_parts.hpp"
#include "analysis/story/outage_moments.hpp"
#include "analysis/story/outage_timeline.hpp"
#include "analysis/story/possible_course.hpp"
#include "analysis/story/receiving_rooms.hpp"
#include "analysis/story/tail.hpp"

namespace analysis {

/// How an outage went, over the replications and in single ones.
struct OutageStory {
  OutageTimeline timeline;
  std::vector<Moment> moments;
  std::vector<PossibleCourse> courses;
  std::vector<ReceivingRoom> rooms;
  std::vector<AnswerTimes> answers;
  NormShares within_norm;
  Tail tail;           ///< empty until somebody hands in the row: `tail_of`
  FailedParts failed;  ///< in the first of the courses
};

/// A study without threats has no story, and one of whole years has no single one.
bool has_story(const results::Study& study);
OutageStory outage_story(const results::Study& study);

}  // namespace analysis
