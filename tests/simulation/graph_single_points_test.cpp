/// What the graph says of a loss, against the simulator that suffers it: every component and common
/// cause of the Dutch world is taken down from the first second to the last.
#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <set>

#include "models/graph/dependency_graph_single_points.hpp"
#include "scenarios/read_scenario.hpp"
#include "sim/replications/run_study.hpp"

namespace simulation {
namespace {

using models::BasicEvent;
using models::SinglePoint;
using models::World;
using results::CourseKind;

/// (function, centre) by place.
using Lost = std::set<std::pair<std::uint32_t, std::uint32_t>>;

/// An hour and a half of an ordinary day: longer than any standby takes to start. All of them
/// start, because the graph speaks of standbys that have started.
scenarios::ScenarioInWorld quiet_day() {
  const std::string root = SOURCE_DIR;
  const models::World plain = models::read_world(root + "/models/netherlands").world;
  std::set<std::string> names;
  for (const models::Component& component : plain.components)
    if (component.standby)
      names.insert(component.id.substr(0, component.id.find('@')));
  std::vector<models::Setting> settings;
  for (const std::string& name : names)
    settings.push_back({"components." + name + ".standby.start_fails", "0", {"test", 0, 0}});
  scenarios::ScenarioInWorld study =
      scenarios::read_scenario(root + "/scenarios/normal-day.yaml", settings);
  study.scenario.threats.clear();
  study.scenario.window.warm_up_s = 0;
  study.scenario.window.end_s = 5400;
  study.scenario.window.drain_s = 7200;
  return study;
}

const scenarios::ScenarioInWorld& calm_day() {
  static const scenarios::ScenarioInWorld study = quiet_day();
  return study;
}

results::Observations without(const std::vector<models::Id<models::Component>>& components) {
  scenarios::Scenario scenario = calm_day().scenario;
  scenarios::Effect effect;
  effect.id = "loss.1";
  effect.to_the_end = true;
  effect.what = scenarios::Down{components, {}};
  scenario.threats = {{"loss", "Loss", {effect}}};
  auto outcome = sim::run_replications(calm_day().model.world, scenario, {1, 0, 1, 2},
                                       [](const sim::Progress&) { return true; });
  if (outcome.replications.size() != 1)
    throw std::runtime_error(outcome.failures.empty() ? "nothing ran"
                                                      : outcome.failures.front().reason);
  return std::move(outcome.replications.front());
}

/// What the simulator could no longer do before the effect ended with the run.
Lost lost_at_the_end(const results::Facts& facts) {
  const scenarios::Window& window = calm_day().scenario.window;
  Lost out;
  for (const results::CourseEvent& event : facts.course) {
    if (event.t_s >= window.end_s + window.drain_s)
      break;
    if (event.kind == CourseKind::function_lost)
      out.insert({event.subject, event.object});
    if (event.kind == CourseKind::function_back)
      out.erase({event.subject, event.object});
  }
  return out;
}

Lost lost_by_the_graph(const SinglePoint* point) {
  Lost out;
  if (point != nullptr)
    for (const std::size_t place : point->functions) {
      const models::FunctionAt& at = calm_day().model.world.functions_at[place];
      out.insert({at.function.index, at.centre.index});
    }
  return out;
}

/// Of callers in the window: those who call later may still wait when the effect ends.
std::uint64_t answered(const results::Facts& facts, std::size_t group) {
  constexpr std::size_t classes = results::size_of<results::CallClass>,
                        counts = results::size_of<results::GroupCount>;
  return facts
      .groups[(group * classes + static_cast<std::size_t>(results::CallClass::measured)) * counts +
              static_cast<std::size_t>(results::GroupCount::answered)];
}

/// Calls answered where the functions that stop it are lost: in the disturbed world and its twin.
std::pair<std::uint64_t, std::uint64_t> answered_where_it_stops(const SinglePoint& point,
                                                                const results::Observations& seen) {
  const World& world = calm_day().model.world;
  std::pair<std::uint64_t, std::uint64_t> out{0, 0};
  for (const std::size_t place : point.functions) {
    const models::FunctionAt& at = world.functions_at[place];
    const models::Function& function = world.functions[at.function];
    if (models::severity_of(function) != models::Severity::stops_answering ||
        !world.stages[function.stage].caller_on_line)
      continue;
    for (const auto group : world.groups.ids())
      if (world.groups[group].centre == at.centre && world.groups[group].stage == function.stage) {
        out.first += answered(seen.world, group.index);
        out.second += answered(*seen.twin, group.index);
      }
  }
  return out;
}

class EveryLoss : public testing::Test {
protected:
  const SinglePoint* point_of(std::size_t event) const {
    for (const SinglePoint& point : points_)
      if (point.event == event)
        return &point;
    return nullptr;
  }

  std::vector<BasicEvent> events_ = models::basic_events(calm_day().model.world);
  std::vector<SinglePoint> points_ = models::single_points(calm_day().model.world, events_);
};

TEST_F(EveryLoss, LosesInTheSimulatorWhatTheGraphSaysAndNothingElse) {
  int stopping = 0, harmless = 0;
  for (std::size_t i = 0; i < events_.size(); ++i) {
    const std::string name = (events_[i].common_cause ? "common cause " : "") + events_[i].id;
    const SinglePoint* const point = point_of(i);
    const results::Observations seen = without(events_[i].loses);
    EXPECT_EQ(lost_at_the_end(seen.world), lost_by_the_graph(point)) << name;
    harmless += point == nullptr ? 1 : 0;
    if (point == nullptr || point->severity != models::Severity::stops_answering)
      continue;
    ++stopping;
    const auto [disturbed, twin] = answered_where_it_stops(*point, seen);
    EXPECT_EQ(disturbed, 0u) << name;
    EXPECT_GT(twin, 0u) << name;
  }
  EXPECT_GT(stopping, 20) << "each room has its own";
  EXPECT_GT(harmless, 20) << "redundancy that holds is seen too";
}

TEST_F(EveryLoss, ThatOnlyInterruptsIsAnsweredAgain) {
  for (const SinglePoint& point : points_) {
    if (events_[point.event].id != "first_answer_site")
      continue;
    EXPECT_TRUE(point.functions.empty());
    ASSERT_EQ(point.interruption, models::Severity::stops_answering);
    const results::Observations seen = without(events_[point.event].loses);
    std::set<CourseKind> kinds;
    for (const results::CourseEvent& event : seen.world.course)
      kinds.insert(event.kind);
    EXPECT_TRUE(kinds.contains(CourseKind::function_lost));
    EXPECT_TRUE(kinds.contains(CourseKind::function_back));
    return;
  }
  FAIL() << "the first answer's site is no interruption";
}

}  // namespace
}  // namespace simulation
