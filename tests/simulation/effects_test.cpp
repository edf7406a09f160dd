// Each effect has its own visible consequence, and nothing else moves.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>

#include "two_rooms.hpp"

namespace {

using fact_sums::persons;
using results::CallerCount;
using results::GroupCount;
using results::GroupTime;
using two_rooms::busy_s;
using two_rooms::effect;
using two_rooms::measured;
using two_rooms::scenario_with;
using two_rooms::with;
using two_rooms::world;
using enum two_rooms::Group;

/// Callers of whom the right discipline heard so long after they dialled, or later, or never.
std::uint64_t delayed_by(const results::Facts& facts, double s) {
  std::uint64_t sum = 0;
  for (std::size_t bin = results::time_bins::bin_of(s); bin <= results::time_bins::count; ++bin)
    sum += facts.answer_delay[bin];
  return sum;
}

TEST(Effects, FewerLinesBlockBeforeCallTakersAreShort) {
  const auto seen = with(effect("lines: {at: front, share: 0.05}"));
  EXPECT_GT(persons(seen.world, CallerCount::blocked), 50u);
  EXPECT_EQ(persons(*seen.twin, CallerCount::blocked), 0u);
  EXPECT_EQ(persons(seen.world, CallerCount::abandoned), 0u)
      << "nine call-takers had nothing to do";
}

TEST(Effects, LatencyDelaysTheDisciplineAndLosesNobody) {
  const auto seen = with(effect("latency: {at: all, stage: intake, delay: \"40 s\"}"));
  const auto& twin = *seen.twin;
  EXPECT_EQ(persons(seen.world, CallerCount::lost), 0u);
  EXPECT_EQ(persons(twin, CallerCount::delayed), 0u);
  EXPECT_EQ(delayed_by(twin, 30), 0u);
  EXPECT_NEAR(static_cast<double>(delayed_by(seen.world, 30)), 480, 66)
      << "the callers of four hours";
  EXPECT_EQ(measured(seen.world, front, GroupCount::answered),
            measured(twin, front, GroupCount::answered));
}

TEST(Effects, LatencyIntoTheFirstStageDelaysWhoeverDials) {
  const auto seen = with(effect("latency: {at: front, stage: first, delay: \"40 s\"}"));
  EXPECT_EQ(delayed_by(*seen.twin, 30), 0u);
  EXPECT_NEAR(static_cast<double>(delayed_by(seen.world, 30)), 480, 66)
      << "the callers of four hours";
  EXPECT_EQ(persons(seen.world, CallerCount::lost), 0u);
  EXPECT_EQ(persons(seen.world, CallerCount::first_in_norm),
            persons(*seen.twin, CallerCount::first_in_norm))
      << "nobody waits for an answer";
}

TEST(Effects, AMisroutedCallIsAnsweredTwiceAndContactedOnce) {
  const auto seen = with(effect("misroute: {at: east, probability: 0.5, delay: \"15 s\"}"));
  const auto astray = measured(seen.world, west_intake, GroupCount::forwarded);
  EXPECT_NEAR(static_cast<double>(astray), 120, 33) << "half of the east's callers of four hours";
  EXPECT_EQ(measured(seen.world, west_intake, GroupCount::answered),
            measured(*seen.twin, west_intake, GroupCount::answered) + astray);
  EXPECT_EQ(measured(seen.world, east_intake, GroupCount::answered),
            measured(*seen.twin, east_intake, GroupCount::answered));
  EXPECT_EQ(measured(seen.world, west_intake, GroupCount::taken_over), 0u);
  EXPECT_EQ(fact_sums::total(seen.world.contacts), fact_sums::total(seen.twin->contacts));
  EXPECT_NEAR(busy_s(seen.world, west_intake) - busy_s(*seen.twin, west_intake),
              15.0 * static_cast<double>(astray), 1e-6);
}

TEST(Effects, CorruptedDataAreFoundLateAndDispatchedAgain) {
  const auto seen = with(effect("corrupt: {at: east, probability: 0.5, found_after: \"20 min\"}"));
  const auto wrong = persons(seen.world, CallerCount::wrong_address);
  EXPECT_NEAR(static_cast<double>(wrong), 120, 33);
  EXPECT_EQ(measured(seen.world, east_dispatch, GroupCount::completed),
            measured(*seen.twin, east_dispatch, GroupCount::completed) + wrong);
  EXPECT_EQ(persons(seen.world, CallerCount::dispatched),
            persons(*seen.twin, CallerCount::dispatched));
  EXPECT_EQ(persons(seen.world, CallerCount::lost), 0u);
}

TEST(Effects, AFloodTakesTheLinesBeforeTheCallTakers) {
  // 2,400 calls/h that hold a line for 90 s are 60 erlang on 20 lines; ten people who need 1 s to
  // be rid of each are not busy.
  const auto seen =
      with(effect("flood: {calls: \"2400 calls/h\", hold: \"90 s\", handling: \"1 s\"}"));
  EXPECT_EQ(persons(seen.world, CallerCount::blocked), 0u) << "answered at once, no line is held";
  const auto slow =
      with(effect("flood: {calls: \"6000 calls/h\", hold: \"90 s\", handling: \"15 s\"}"));
  EXPECT_GT(persons(slow.world, CallerCount::blocked), 100u);
  EXPECT_EQ(persons(slow.world, CallerCount::callers), persons(*slow.twin, CallerCount::callers))
      << "fake calls are in no 112 measure";
}

TEST(Effects, ASwitchThatFailsTurnsPartialIntoTotal) {
  const std::string loss = effect("down: {components: [phone@east]}");
  const auto seen =
      with(loss + effect("takeover_fails: {at: east, probability: 1, makes_worse: [core]}"));
  ASSERT_EQ(seen.world.episodes.size(), 1u);
  EXPECT_GT(seen.world.episodes[0].failed_switches, 10u) << "once in five minutes";
  EXPECT_TRUE(std::isnan(seen.world.episodes[0].switched_s));
  // Handling takes twice as long in the west from the first failure to the end of the effect.
  EXPECT_GT(busy_s(seen.world, west_intake), 1.4 * busy_s(*seen.twin, west_intake));
  EXPECT_GT(persons(seen.world, CallerCount::lost), 100u);
}

TEST(Effects, ADelayedSwitchComesLaterByJustThat) {
  const std::string loss = effect("down: {components: [phone@east]}");
  const auto plain = with(loss);
  const auto late = with(loss + effect("delay_takeover: {at: east, delay: \"7 min\"}"));
  ASSERT_EQ(plain.world.episodes.size(), 1u);
  ASSERT_EQ(late.world.episodes.size(), 1u);
  EXPECT_NEAR(late.world.episodes[0].switched_s - plain.world.episodes[0].switched_s, 420, 1e-3);
}

TEST(Effects, APlannedTakeoverSurprisesNobody) {
  const auto seen = with(effect("planned_takeover: {at: east, to: west}"));
  EXPECT_NEAR(static_cast<double>(measured(seen.world, west_intake, GroupCount::taken_over)), 240,
              47);
  EXPECT_EQ(persons(seen.world, CallerCount::lost), 0u);
  EXPECT_EQ(persons(seen.world, CallerCount::abandoned), 0u);
  EXPECT_EQ(seen.world.episodes.size(), 0u);
}

TEST(Effects, AnIsolatedCentreIsTakenOver) {
  const auto seen = with(effect("isolate: {at: east}"));
  ASSERT_EQ(seen.world.episodes.size(), 1u);
  EXPECT_FALSE(std::isnan(seen.world.episodes[0].switched_s));
  EXPECT_GT(measured(seen.world, west_intake, GroupCount::taken_over), 150u);
}

TEST(Effects, ASupplierTakesAllThatHangsOnIt) {
  const auto seen = with(effect("down: {supplier: maker}"));
  // Both rooms and the tools are gone: nobody can take over.
  EXPECT_EQ(measured(seen.world, west_intake, GroupCount::taken_over), 0u);
  EXPECT_GT(persons(seen.world, CallerCount::lost), 350u);
}

TEST(Effects, WhatIsLostAtIntakeSendsDispatchAstray) {
  std::string text = world;
  const std::string tools = "when_lost: {slows: 2}";
  text.replace(text.find(tools), tools.size(), "when_lost: {sends_astray: 0.5}");
  const auto seen = written::observe({text, scenario_with(effect("down: {components: [core]}"))});
  EXPECT_NEAR(static_cast<double>(persons(seen.world, CallerCount::wrong_address)), 240, 47)
      << "half of the callers of four hours";
  EXPECT_EQ(persons(*seen.twin, CallerCount::wrong_address), 0u);
}

/// A room with nobody but these, and calls that wait as long as it takes.
results::Observations in_one_room(const std::string& room, const std::string& stage,
                                  const std::string& effects, const std::string& window) {
  return written::observe({R"(
world: {name: W, zone: "UTC+0"}
disciplines: {any: {name: Any}}
stages: {answer: {)" + stage + R"(}}
roles: {agent: {stage: answer}}
regions: {land: {}}
meldkamers: {c: {name: C, )" + room +
                               R"(}}
demand: {calls: "120 calls/h"}
suppliers: {u: {name: U}}
components: {phone: {supplier: u}}
functions: {answer: {stage: answer, needs: phone, when_lost: {stops: {connected: cut, waiting: stay, arriving: stay}}}}
)",
                           R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T08:00", )" +
                               window + R"(}
threats: {t: {name: T, effects: [)" +
                               effects + "]}}\n"});
}

std::uint64_t of_group(const results::Facts& facts, GroupCount what) {
  return fact_sums::calls(facts, 0, results::CallClass::measured, what);
}

/// A room that is down to the end is down at the end: nobody is answered when the books close.
TEST(LastInstant, LiftsNoEffectThatLastsToTheEnd) {
  const std::string people = "roster: {agent: 200}", stage = "handling: \"10 s\"";
  for (const std::string drain : {"0 s", "30 min"}) {
    const std::string window = "warm_up: \"0 s\", end: \"2 h\", drain: \"" + drain + "\"";
    const auto facts =
        in_one_room(people, stage, "{from: \"1 h\", down: {components: [phone]}}", window).world;
    EXPECT_NEAR(static_cast<double>(of_group(facts, GroupCount::answered)), 120, 4 * 11);
    EXPECT_GT(of_group(facts, GroupCount::waiting), 70u);
    EXPECT_EQ(facts.group_times[static_cast<std::size_t>(GroupTime::wait_max_s)], 0);
    EXPECT_NE(facts.course.back().kind, results::CourseKind::effect_ends);
  }
}

/// Two hundred people who come on duty at the instant at which the books close answer nobody.
TEST(LastInstant, BringsNobodyOnDuty) {
  const auto facts =
      in_one_room(
          "roster: {agent: {steps: [{at: \"00:00\", staff: 0}, {at: \"10:00\", staff: 200}]}}",
          "handling: \"10 s\"", "{from: \"1 h\", no_call_in: {at: all}}",
          "warm_up: \"0 s\", end: \"2 h\", drain: \"0 s\"")
          .world;
  EXPECT_EQ(of_group(facts, GroupCount::answered), 0u);
  EXPECT_GT(of_group(facts, GroupCount::waiting), 150u);
}

/// Every call holds its line for longer than the day lasts, so exactly as many are answered as
/// there are lines: 0.29 of a hundred are 29.
TEST(Lines, AreRoundedToTheNearest) {
  for (const int share : {29, 57, 58})
    EXPECT_EQ(
        of_group(in_one_room("lines: 100, roster: {agent: 1000}", "handling: \"100 h\"",
                             fmt::format("{{from: \"0 s\", lines: {{at: c, share: 0.{}}}}}", share),
                             "warm_up: \"0 s\", end: \"6 h\"")
                     .world,
                 GroupCount::answered),
        static_cast<std::uint64_t>(share));
}

/// Half an hour of work for each call; hours of it in the window.
double busy_h(const std::string& effects, const std::string& window) {
  const auto facts =
      in_one_room("roster: {agent: 500}", "handling: \"30 min\"", effects, window).world;
  return facts.group_times[static_cast<std::size_t>(GroupTime::busy_s)] / 3600;
}

const std::string nobody_calls_later = "{from: \"4 h\", reduction: {regions: all, share: 1}}";
const std::string day = "warm_up: \"0 s\", end: \"8 h\"";

/// At half the pace from one to two hours after the start: of whatever is talked in that hour, half
/// has to be talked later.
TEST(SlowerHandling, TakesTheWorkThatIsLeft) {
  const std::string slower =
      "{from: \"1 h\", until: \"2 h\", slower_handling: {at: all, factor: 2}}";
  const double in_that_hour_h = busy_h(slower, "warm_up: \"1 h\", end: \"2 h\"");
  EXPECT_GT(in_that_hour_h, 60);
  EXPECT_NEAR(busy_h(nobody_calls_later + ", " + slower, day) - busy_h(nobody_calls_later, day),
              in_that_hour_h / 2, 1e-9);
}

/// A second of a thousandth of the pace is a second lost for those who talk then, and no more.
TEST(SlowerHandling, IsOverWhenItIsRepaired) {
  const std::string blink =
      ", {from: \"1 h\", until: \"3601 s\", slower_handling: {at: all, factor: 1000}}";
  const double more_h = busy_h(nobody_calls_later + blink, day) - busy_h(nobody_calls_later, day);
  EXPECT_NEAR(more_h * 3600, 60, 4 * 8);
}

}  // namespace
