#include "analysis/story/outage_story.hpp"

#include "analysis/impact/frequency.hpp"

namespace analysis {

bool has_story(const results::Study& study) {
  return !study.replications.empty() && study.replications.front().twin.has_value() &&
         !is_whole_years(study.provenance.row);
}

OutageStory outage_story(const results::Study& study) {
  OutageStory out;
  out.timeline = outage_timeline(study);
  out.moments = outage_moments(study);
  out.courses = told_courses(study, out.timeline.axis);
  out.rooms = receiving_rooms(study);
  out.answers = answer_times(study);
  out.within_norm = answered_within_norm(study);
  if (!out.courses.empty())
    out.failed = failed_parts(study.dimensions, out.courses.front().outages);
  return out;
}

}  // namespace analysis
