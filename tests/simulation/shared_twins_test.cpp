// A twin that keeps the books of shorter windows too: each is that of a run which has this window
// alone, to the last bit.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "same_facts.hpp"
#include "scenarios/threats/aimed_threat.hpp"
#include "sim/replications/shorter_windows.hpp"
#include "written_study.hpp"

namespace {

using same_facts::expect_same;

/// Two rooms with too few people by day: at most ends somebody waits, calls again or is written
/// down for a unit. The clinic is so short of people that its drain is over before its queue is.
const char* const busy_world = R"(
world: {name: W, zone: "UTC+0", shifts: {day: "09:00", night: "13:00"}}
disciplines: {any: {name: Any}}
stages:
  answer: {handling: {exponential: {mean: "90 s"}}, patience: {exponential: {mean: "10 min"}}}
  dispatch: {handling: {exponential: {mean: "3 min"}}, caller_on_line: false}
roles: {agent: {stage: answer}, dispatcher: {stage: dispatch}}
regions: {w: {meldkamer: west}, e: {meldkamer: east}}
meldkamers:
  west:
    name: W
    desks: 30
    roster: {agent: {day: 4, night: 9}, dispatcher: 12}
    call_in: {agent: {waiting: 3, steps: [{after: "7 min", staff: 2}]}}
  east: {name: E, desks: 30, roster: {agent: {day: 5, night: 2}, dispatcher: 5}}
demand: {calls: "300 calls/h", urgent_share: 0.3}
callers:
  redial: {probability: 0.8, delay: "2 min", maximum: 20}
)";

std::string busy_scenario() {
  return R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T08:00", warm_up: "1 h", end: "8 h"}
threats:
  rush: {name: Rush, effects: [{from: "2 h", until: "3 h", surge: {regions: all, callers: 100}}]}
)";
}

sim::KeptTwins twins_of(const models::World& world, const scenarios::Scenario& scenario,
                        const std::vector<double>& ends_s, std::uint64_t count = 3) {
  sim::KeptTwins out;
  sim::RunPlan plan{1, 0, count, 2};
  plan.kept = &out;
  plan.ends = [&](std::uint64_t) { return ends_s; };
  const auto outcome = sim::run_replications(world, scenario, plan, nullptr);
  EXPECT_TRUE(outcome.failures.empty());
  return out;
}

/// Of whom the longer run knows the shorter one knows too, or neither has seen them off.
void expect_same_fates(sim::KeptTwin& shared, sim::KeptTwin& alone) {
  ASSERT_LE(shared.fates.size(), alone.fates.size());
  const sim::PairedFates a = shared.fates.all(), b = alone.fates.all();
  for (std::size_t i = 0; i < b.fate.size(); ++i) {
    ASSERT_EQ(i < a.fate.size() ? a.fate[i] : 0, b.fate[i]) << i;
    if (b.fate[i] == 0)
      continue;
    ASSERT_EQ(a.cell[i], b.cell[i]);
    ASSERT_EQ(a.first_attempt_s[i], b.first_attempt_s[i]);
    ASSERT_EQ(a.delay_s[i], b.delay_s[i]);
    ASSERT_EQ(a.help_s[i], b.help_s[i]);
  }
}

/// Each window of them alone; how many closed later than they ended.
int expect_each_as_alone(const models::World& world, const scenarios::Scenario& scenario,
                         const std::vector<double>& ends_s) {
  auto shared = twins_of(world, scenario, ends_s);
  EXPECT_EQ(shared.size(), 3 * (ends_s.size() + 1)) << "no window is missing";
  int drained = 0;
  for (const double end_s : ends_s) {
    scenarios::Scenario shorter = scenario;
    shorter.window.end_s = end_s;
    for (auto& [key, alone] : twins_of(world, shorter, {})) {
      SCOPED_TRACE(testing::Message() << "replication " << key.first << " until " << end_s);
      auto& one = shared.at(key);
      expect_same(one.facts, alone.facts);
      expect_same_fates(one, alone);
      drained += alone.facts.seen_until_s > end_s ? 1 : 0;
    }
  }
  return drained;
}

/// At no round time, some of them closer to each other than their drains are long.
std::vector<double> ragged(double from_s, double to_s, int count) {
  std::vector<double> out;
  for (int i = 0; i < count; ++i)
    out.push_back(from_s + (to_s - from_s) * std::pow((i + 0.3137) / count, 1.3));
  return out;
}

TEST(SharedTwins, OfABusyWorldAreThoseOfEachWindowAlone) {
  const auto study = written::read({busy_world, busy_scenario()});
  EXPECT_GT(expect_each_as_alone(study.model.world, study.scenario, ragged(4000, 28'000, 12)), 30)
      << "at most ends somebody is there";
}

TEST(SharedTwins, OfTheNationAreThoseOfEachWindowAlone) {
  const std::string world = SOURCE_DIR "/models/netherlands";
  const auto catalogue =
      scenarios::read_catalogue(SOURCE_DIR "/scenarios/threat_catalogue.yaml", {});
  const auto study = scenarios::read_scenario(scenarios::aim(
      catalogue, catalogue.threat("DR-20"), {"", "2026-12-31T20:00", "4 h"}, {world, {}}));
  auto scenario = study.scenario_of({1, 0});
  expect_each_as_alone(study.model.world, scenario,
                       ragged(scenario.window.warm_up_s + 60, scenario.window.end_s - 5, 9));
}

TEST(SharedTwins, ARoundEndIsNoOther) {
  const auto study = written::read({busy_world, busy_scenario()});
  expect_each_as_alone(study.model.world, study.scenario, {3900, 7200, 18'000, 18'060, 28'740});
}

TEST(SharedTwins, ABackgroundIsSimulatedWithItsOwnWindow) {
  auto study = written::read({busy_world, busy_scenario()});
  EXPECT_THAT(sim::shorter_windows(study.model.world, study.scenario, {9000, 7000, 9000, 1e6, 60}),
              testing::ElementsAre(7000, 9000));
  auto laid = study.scenario;
  laid.threats.front().background = true;
  EXPECT_THAT(sim::shorter_windows(study.model.world, laid, {9000}), testing::IsEmpty());
  auto year = study.scenario;
  year.component_failures = true;
  EXPECT_THAT(sim::shorter_windows(study.model.world, year, {9000}), testing::IsEmpty());
}

/// Whoever dials after the drain has no number in the shorter window.
TEST(SharedTwins, ADrainThatIsTooShortIsSharedByNobody) {
  auto study = written::read({busy_world, busy_scenario()});
  study.scenario.window.drain_s = 600;
  EXPECT_THAT(sim::shorter_windows(study.model.world, study.scenario, {9000}), testing::IsEmpty());
}

}  // namespace
