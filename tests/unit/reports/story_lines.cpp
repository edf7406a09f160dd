#include "reports/documents/story_lines.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace {

using results::CourseEvent;
using results::CourseKind;

/// The counts of a line: time, waiting, answered, failed.
int failed_in(const std::string& line) {
  std::istringstream in(line);
  std::string time;
  int waiting = 0, answered = 0, failed = 0;
  in >> time >> waiting >> answered >> failed;
  return failed;
}

/// Within a second what begins and ends stands first, whatever happened first; the running counts
/// are those at the end of the second, so that they never go back.
TEST(StoryLines, RunningCountsNeverGoBack) {
  scenarios::ScenarioInWorld study;
  study.model.world.zone = "UTC+0";
  models::Component component;
  component.name = "Core";
  study.model.world.components.add(component);
  results::Facts facts;
  facts.course = {CourseEvent{100.1, CourseKind::component_stops, 0, 0, 0, 0, 5, 2440},
                  CourseEvent{100.3, CourseKind::effect_ends, 0, 0, 0, 0, 5, 2474},
                  CourseEvent{200.0, CourseKind::component_works, 0, 0, 0, 0, 9, 2474}};
  const results::Dimensions dimensions;
  const reports::Story story(study, dimensions, reports::Language::english);
  const auto lines = reports::StoryLines(story, facts, reports::Language::english).lines();
  ASSERT_EQ(lines.size(), 3u);
  for (const std::string& line : lines)
    EXPECT_EQ(failed_in(line), 2474) << line;
}

}  // namespace
