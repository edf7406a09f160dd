// Workers that live for many replications: whatever they did before, and wherever their clock
// stands, a replication is the same.
#include <gtest/gtest.h>

#include <cmath>

#include "models/text/read_values.hpp"
#include "same_facts.hpp"
#include "sim/replications/slots.hpp"
#include "sim/replications/world_engine.hpp"
#include "sim/systems/clock.hpp"
#include "tests/text.hpp"
#include "two_rooms.hpp"

namespace {

using results::CourseKind;
using results::Facts;
using same_facts::expect_same;
using two_rooms::effect;
using two_rooms::scenario_with;

/// Links that pictures, control messages and data share, and clocks that are drawn.
std::string with_pictures() {
  return tests::replaced(two_rooms::narrow(", picture: \"5 MB\""), "detect: \"10 s\"",
                         "detect: {lognormal: {median: \"10 s\", p95: \"1 min\"}}");
}

/// Floods that contend and end in the middle, a centre that is cut off and taken over, and effects
/// of a drawn length.
scenarios::ScenarioInWorld contended() {
  return written::read(
      {with_pictures(),
       scenario_with(effect("network_flood: {at: front, flows: 24, rate: \"10 Mbit/s\"}") +
                     "      - {from: \"2 h\", for: {exponential: {mean: \"37 min\"}}, "
                     "network_flood: {at: west, flows: 7, rate: \"3 Mbit/s\"}}\n"
                     "      - {from: \"3 h\", for: {exponential: {mean: \"41 min\"}}, "
                     "down: {components: [\"wan@east\"]}}\n"
                     "      - {from: \"4 h\", until: \"5 h\", "
                     "slower_handling: {at: [east, west], factor: 1.5, declines: true}}\n")});
}

TEST(Workers, AReplicationIsTheSameAtAnyClock) {
  const auto study = contended();
  const auto& scenario = study.scenario;
  const double slot = sim::slot_s(scenario.window);
  sim::WorldEngine engine(study.model.world, 4);
  const auto at = [&](double begins_s) {
    return engine.run({scenario, {1, 7}, false, begins_s}, {}).facts;
  };
  const Facts low = at(0);  // where the kernel's clock is finer than its grid
  const Facts first = at(sim::first_clock_s);
  ASSERT_NE(low.digest, first.digest);
  ASSERT_GT(fact_sums::events(first, CourseKind::switched), 0u);
  ASSERT_GT(fact_sums::events(first, CourseKind::heartbeat_missed), 0u);
  for (int i = 1; i < 20; ++i) {
    const double begins_s = i < 19 ? sim::first_clock_s + i * 107 * slot + i * 3 * sim::grid_s * 2
                                   : sim::last_clock_s - slot;
    SCOPED_TRACE(begins_s);
    expect_same(at(begins_s), first);
    EXPECT_TRUE(engine.is_ready(begins_s + slot));
  }
  EXPECT_THROW(at(sim::first_clock_s), std::logic_error);
}

TEST(Workers, AnyBlockGivesTheSame) {
  const auto study = contended();
  const auto all = written::run(study, 9, 0, 1);
  ASSERT_EQ(all.replications.size(), 9u);
  const auto expect_among = [&](const sim::Outcome& some) {
    ASSERT_TRUE(some.failures.empty());
    for (const auto& seen : some.replications)
      expect_same(seen, all.replications[seen.replication]);
  };
  expect_among(written::run(study, 9, 0, 2));
  expect_among(written::run(study, 9, 0, 5));
  expect_among(written::run(study, 4, 2, 3));
  expect_among(written::run(study, 1, 5, 1));
  expect_among(written::run(study, 1, 8, 2));
}

/// Beyond the last slot replications begin at the first clock again, in another process.
TEST(Workers, GoOnPastTheLastSlot) {
  const auto study = contended();
  const double slots =
      (sim::last_clock_s - sim::first_clock_s) / sim::slot_s(study.scenario.window);
  const auto first = static_cast<std::uint64_t>(slots) - 2;
  const auto over = written::run(study, 4, first, 1);
  ASSERT_EQ(over.replications.size(), 4u);
  EXPECT_EQ(over.tried_again, 0u);
  for (std::size_t i = 0; i < 4; ++i)
    expect_same(over.replications[i], written::run(study, 1, first + i, 2).replications.at(0));
}

/// A later replication may need more of everything than the one before.
TEST(Workers, AreReplacedWhenTheirRoomIsTooSmall) {
  const auto study = contended();
  const auto scenario_of = [&](std::uint64_t replication) {
    scenarios::Scenario out = study.scenario;
    auto& effects = out.threats.front().effects;
    if (replication < 2)
      std::erase_if(effects, [](const scenarios::Effect& one) {
        return std::holds_alternative<scenarios::NetworkFlood>(one.what);
      });
    for (std::uint64_t i = 2; i < replication; ++i) {
      effects.push_back(effects.front());
      effects.back().id += std::to_string(i);
    }
    out.window.end_s += static_cast<double>(replication * replication) * 86400;
    return out;
  };
  const auto run = [&](std::uint64_t first, std::uint64_t count, int jobs) {
    return sim::run_replications(study.model.world, scenario_of, {1, first, count, jobs}, nullptr);
  };
  for (const int jobs : {1, 3}) {
    const auto all = run(0, 6, jobs);
    EXPECT_EQ(all.tried_again, 0u);
    ASSERT_EQ(all.replications.size(), 6u);
    for (const auto& seen : all.replications)
      expect_same(seen, run(seen.replication, 1, 1).replications.at(0));
  }
}

/// Threats that do nothing: nobody is served otherwise than in the twin.
TEST(Workers, AThreatThatDoesNothingChangesNothing) {
  const auto study = written::read(
      {with_pictures(),
       scenario_with(effect("staffing: {at: all, factor: 1}") +
                     "      - {from: \"2 h\", for: {exponential: {mean: \"37 min\"}}, "
                     "lines: {at: front, share: 1}}\n")});
  const auto outcome = written::run(study, 5);
  EXPECT_EQ(outcome.replications.size(), 5u);
  for (const auto& seen : outcome.replications) {
    EXPECT_EQ(seen.world.callers, seen.twin->callers);
    EXPECT_EQ(seen.world.groups, seen.twin->groups);
    EXPECT_EQ(seen.world.group_times, seen.twin->group_times);
    EXPECT_EQ(seen.world.answer_delay, seen.twin->answer_delay);
    EXPECT_EQ(seen.world.timeline, seen.twin->timeline);
    EXPECT_EQ(seen.paired->answer_delay, seen.paired->answer_delay_twin);
    for (const auto* differences : {&seen.paired->newly_saved, &seen.paired->late})
      for (const auto callers : *differences)
        EXPECT_EQ(callers, 0u);
  }
}

TEST(Slots, AreLongerThanWhatHappensInThem) {
  const auto window = [](double end_s, double drain_s) {
    scenarios::Window out;
    out.end_s = end_s;
    out.drain_s = drain_s;
    return out;
  };
  using models::day_s;
  EXPECT_EQ(sim::slot_s(window(day_s, 7200)), 0x1p21);
  EXPECT_EQ(sim::slot_s(window(0x1p21, 0)), 0x1p22);
  EXPECT_EQ(sim::slot_s(window(365 * day_s, 7200)), 0x1p25);
  EXPECT_THROW(sim::slot_s(window(0x1p32, 0)), std::length_error);
  EXPECT_EQ(sim::begins_s(window(day_s, 7200), 0), sim::first_clock_s);
  EXPECT_EQ(sim::begins_s(window(day_s, 7200), 2047) + 0x1p21, sim::last_clock_s);
  EXPECT_EQ(sim::begins_s(window(day_s, 7200), 2048), sim::first_clock_s);
  EXPECT_EQ(sim::begins_s(window(365 * day_s, 7200), 129), sim::first_clock_s + 0x1p25);
}

/// Doubles between the first and the last clock are multiples of the grid, and no finer.
TEST(Clock, IsAsFineAsItsGrid) {
  for (const double clock_s : {sim::first_clock_s, std::nextafter(sim::last_clock_s, 0)})
    EXPECT_EQ(std::nextafter(clock_s, sim::last_clock_s) - clock_s, sim::grid_s);
  EXPECT_EQ(sim::on_grid(3600), 3600);
  EXPECT_EQ(sim::on_grid(3600 + sim::grid_s / 3), 3600 + sim::grid_s);
  EXPECT_EQ(sim::on_grid(0), 0);
}

}  // namespace
