#include "analysis/measures/takeover_strain.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/models/dependency_graph_world.hpp"

/// What taking over asked of the receiving rooms, from facts that are written by hand.
namespace {

using namespace analysis;
using results::CallerCount;
using results::Facts;
using results::GroupTime;
using results::TimelineCount;

/// Two rooms whose people change at 08:00; ten on duty in each.
const models::World& strained_world() {
  static const models::World read = small_graph::read(R"(
world: {name: "W", zone: "UTC+0", shifts: {day: "08:00", night: "20:00"}}
disciplines: {a: {name: "A"}}
stages: {intake: {handling: "1 min"}}
roles: {agent: {stage: intake}}
meldkamers:
  north: {name: "N", roster: {agent: {day: 10, night: 10}}}
  south: {name: "S", roster: {agent: {day: 10, night: 10}}}
regions: {rn: {name: "RN", meldkamer: north}, rs: {name: "RS", meldkamer: south}}
demand: {calls: "4 calls/h"}
)");
  return read;
}

constexpr std::size_t bins = 48;  // four hours from 06:00, five minutes each

results::Dimensions two_centres() {
  results::Dimensions out;
  out.regions = {"rn", "rs"};
  out.disciplines = {"a"};
  out.centres = {"north", "south"};
  out.stages = {"intake"};
  out.groups = {"north.agent", "south.agent"};
  out.places = {{0, 0}, {0, 1}};
  out.region_centre = {0, 1};
  out.group_stage = {0, 0};
  out.group_centre = {0, 1};
  out.discipline_modelled = {1};
  out.timeline_bins = bins;
  return out;
}

std::uint32_t& level(Facts& facts, std::size_t bin, std::size_t centre, TimelineCount count) {
  return facts.timeline[(bin * 2 + centre) * results::size_of<TimelineCount> +
                        static_cast<std::size_t>(count)];
}

Facts quiet() {
  Facts facts;
  facts.callers.resize(2 * results::size_of<CallerCount>);
  facts.groups.resize(2 * results::size_of<results::CallClass> *
                      results::size_of<results::GroupCount>);
  facts.group_times.resize(2 * results::size_of<GroupTime>);
  facts.timeline.resize(bins * 2 * results::size_of<TimelineCount>);
  facts.answer_delay.resize(results::time_bins::count + 1);
  facts.dispatch_delay.resize(results::time_bins::count);
  facts.waits.resize(2 * results::time_bins::count);
  for (std::size_t bin = 0; bin < bins; ++bin)
    for (const std::size_t centre : {0u, 1u})
      level(facts, bin, centre, TimelineCount::on_duty) = 10;
  return facts;
}

double& short_s(Facts& facts, std::size_t group) {
  return facts.group_times[group * results::size_of<GroupTime> +
                           static_cast<std::size_t>(GroupTime::short_s)];
}

/// From 06:30 on; seven of ten callers are answered elsewhere from then on.
results::Loss lost_and_answered(double elsewhere_s) {
  results::Loss out;
  out.onset_s = 1800;
  out.elsewhere_s = elsewhere_s;
  out.sent = 10;
  out.answered = 7;
  return out;
}

/// North is lost at 06:30; south answers from 07:00: 6 of 10 at work until the change, then 9.
Facts taken_over() {
  Facts facts = quiet();
  facts.callers[static_cast<std::size_t>(CallerCount::lost)] = 7;
  results::Episode episode;
  episode.centre = 0;
  episode.partner = 1;
  episode.onset_s = 1800;
  episode.detected_s = 2000;
  episode.decided_s = 2300;
  episode.switched_s = 3600;
  facts.episodes = {episode};
  facts.losses = {lost_and_answered(3600)};
  for (std::size_t bin = 12; bin < bins; ++bin) {
    level(facts, bin, 1, TimelineCount::talking) = bin < 24 ? 6 : 9;
    level(facts, bin, 1, TimelineCount::answered_for_others) = 1;
  }
  short_s(facts, 0) = 6000;
  short_s(facts, 1) = 900;
  return facts;
}

double value(const TakeoverStrain& strain, const TakeoverStrain::Values& values,
             const std::string& name) {
  for (std::size_t m = 0; m < strain.measures().size(); ++m)
    if (strain.measures()[m].name == name)
      return values.measures[m];
  throw std::invalid_argument(name);
}

/// Monday 5 January 1970, 06:00.
const scenarios::Window window{4 * 86400 + 6 * 3600, 0, bins * 300.0, 0, {}, {}};

TEST(TakeoverStrain, CountsWhatTheLossAddedAndWhereItWasShort) {
  const auto dims = two_centres();
  const TakeoverStrain strain(strained_world(), dims, {{0}}, {0.8});
  Facts twin = quiet();
  twin.callers[static_cast<std::size_t>(CallerCount::lost)] = 2;
  short_s(twin, 1) = 300;
  const auto seen = strain.of(taken_over(), twin, window);
  EXPECT_DOUBLE_EQ(value(strain, seen, "extra_lost_callers"), 5);
  EXPECT_DOUBLE_EQ(value(strain, seen, "answered_again_s"), 1800);
  EXPECT_DOUBLE_EQ(value(strain, seen, "detect_s"), 200);
  EXPECT_DOUBLE_EQ(value(strain, seen, "decide_s"), 300);
  EXPECT_DOUBLE_EQ(value(strain, seen, "switch_s"), 1300);
  EXPECT_DOUBLE_EQ(value(strain, seen, "short_min.a"), 10) << "the lost room does not count";
  EXPECT_DOUBLE_EQ(seen.short_min_of_group[0], 0);
  EXPECT_DOUBLE_EQ(seen.short_min_of_group[1], 10);
}

TEST(TakeoverStrain, TellsTheShiftsApart) {
  const auto dims = two_centres();
  const TakeoverStrain strain(strained_world(), dims, {{0}}, {0.8});
  const auto seen = strain.of(taken_over(), quiet(), window);
  EXPECT_DOUBLE_EQ(value(strain, seen, "occupancy_this_shift"), 0.6);
  EXPECT_DOUBLE_EQ(value(strain, seen, "occupancy_next_shift"), 0.9);
  EXPECT_TRUE(std::isnan(value(strain, seen, "occupancy_third_shift")));
  EXPECT_NEAR(value(strain, seen, "hours_over_busy"), 2, 1e-9) << "08:00 to 10:00";
  EXPECT_DOUBLE_EQ(value(strain, seen, "next_shift_enough"), 0);
  const TakeoverStrain patient(strained_world(), dims, {{0}}, {0.95});
  EXPECT_DOUBLE_EQ(value(patient, patient.of(taken_over(), quiet(), window), "next_shift_enough"),
                   1);
}

/// A partner without people receives the calls and answers none.
TEST(TakeoverStrain, CallsThatGoToNobodyAreNotAnsweredAgain) {
  const auto dims = two_centres();
  const TakeoverStrain strain(strained_world(), dims, {{0}}, {0.8});
  Facts facts = taken_over();
  facts.losses.front().answered = 4;
  EXPECT_TRUE(std::isinf(value(strain, strain.of(facts, quiet(), window), "answered_again_s")));
  facts.losses.front().answered = 5;
  EXPECT_DOUBLE_EQ(value(strain, strain.of(facts, quiet(), window), "answered_again_s"), 1800);
}

TEST(TakeoverStrain, NobodyTookOver) {
  const auto dims = two_centres();
  const TakeoverStrain strain(strained_world(), dims, {{0}}, {0.8});
  Facts facts = quiet();
  facts.episodes = {{}};
  facts.episodes.front().onset_s = 1800;
  facts.losses = {lost_and_answered(results::never)};
  const auto seen = strain.of(facts, quiet(), window);
  EXPECT_TRUE(std::isinf(value(strain, seen, "answered_again_s")));
  EXPECT_TRUE(std::isnan(value(strain, seen, "occupancy_this_shift")));
  EXPECT_TRUE(std::isnan(value(strain, seen, "next_shift_enough")));
}

}  // namespace
