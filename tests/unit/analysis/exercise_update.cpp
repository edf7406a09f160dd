#include <gmock/gmock.h>

#include <cmath>

#include "analysis/trials/exercise_trials.hpp"
#include "models/text/yaml_document.hpp"

/// What an exercise teaches about the clocks of a takeover.
namespace {

using namespace analysis;
using models::Centre;
using models::Id;
using scenarios::ObservedTakeover;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Id<Centre> north{0}, south{1}, west{2};

/// North has a trained pair in south and an untrained one in west; south only an untrained one.
models::World world() {
  models::World out;
  for (const char* const id : {"north", "south", "west"}) {
    Centre centre;
    centre.id = id;
    out.centres.add(centre);
  }
  models::Takeover& t = out.takeover;
  t.heartbeat.period_s = 30;
  t.heartbeat.misses = 2;
  t.heartbeat.timeout_s = 10;
  t.detect_s = models::lognormal_by_median_p95(100, 400);
  t.decide_s = models::lognormal_by_median_p95(60, 120);
  t.switch_trained_s = models::Constant{200};
  t.switch_untrained_s = models::Constant{1800};
  t.verify_s = models::Constant{0};
  t.return_s = models::lognormal_by_median_p95(600, 1200);
  t.fails_trained = 0.2;
  t.fails_untrained = 0.5;
  t.partners = models::PartnersOfAll(3);
  t.partners[north] = {{south, 1, true}, {west, 1, false}};
  t.partners[south] = {{north, 1, false}};
  return out;
}

ObservedTakeover seen_at(Id<Centre> lost) {
  ObservedTakeover out;
  out.lost = lost;
  return out;
}

std::string value_of(const std::vector<ChangedClock>& changes, const std::string& address) {
  for (const ChangedClock& change : changes)
    if (change.address == address)
      return models::to_yaml(change.value);
  return "";
}

std::vector<std::string> addresses(const std::vector<ChangedClock>& changes) {
  std::vector<std::string> out;
  for (const ChangedClock& change : changes)
    out.push_back(change.address);
  return out;
}

TEST(AsObserved, NothingWasWrittenDownNothingChanges) {
  EXPECT_THAT(as_observed(world(), seen_at(north)), IsEmpty());
}

TEST(AsObserved, EachClockBecomesWhatItWas) {
  ObservedTakeover seen = seen_at(north);
  seen.detect_s = 175;
  seen.decide_s = 90.5;
  seen.switch_s = 240;
  seen.verify_s = 12;
  seen.return_s = 1234.5;
  const auto changes = as_observed(world(), seen);
  EXPECT_THAT(addresses(changes),
              ElementsAre("takeover.detect", "takeover.decide", "takeover.switch.trained",
                          "takeover.verify", "takeover.return", "takeover.switch.fails_trained"));
  EXPECT_EQ(value_of(changes, "takeover.decide"), "\"90.5 s\"");
  EXPECT_EQ(value_of(changes, "takeover.switch.trained"), "\"240 s\"");
  EXPECT_EQ(value_of(changes, "takeover.return"), "\"1234 s\"") << "no exponent, no half seconds";
}

/// The monitor misses the beat at 30 s x 1.5 on average and waits 10 s more: 55 s of what was seen
/// pass before the clock of the model begins.
TEST(AsObserved, DetectingBeginsAfterTheAlarm) {
  ObservedTakeover seen = seen_at(north);
  seen.detect_s = 175;
  EXPECT_EQ(value_of(as_observed(world(), seen), "takeover.detect"), "\"120 s\"");
  seen.detect_s = 20;
  EXPECT_EQ(value_of(as_observed(world(), seen), "takeover.detect"), "\"1 s\"")
      << "somebody knew before the monitor";
}

TEST(AsObserved, ASwitchThatWasTimedDoesNotFail) {
  ObservedTakeover seen = seen_at(north);
  seen.decide_s = 10;
  EXPECT_EQ(value_of(as_observed(world(), seen), "takeover.switch.fails_trained"), "");
  seen.switch_s = 100;
  EXPECT_EQ(value_of(as_observed(world(), seen), "takeover.switch.fails_trained"), "0");
}

TEST(AsObserved, ThePairThatAnsweredTellsWhichSwitchItWas) {
  ObservedTakeover seen = seen_at(north);
  seen.switch_s = 100;
  EXPECT_EQ(value_of(as_observed(world(), seen), "takeover.switch.trained"), "\"100 s\"")
      << "the first partner, when nobody says which";
  seen.partner = west;
  const auto untrained = as_observed(world(), seen);
  EXPECT_THAT(addresses(untrained),
              ElementsAre("takeover.switch.untrained", "takeover.switch.fails_untrained"));
  ObservedTakeover other = seen_at(west);
  other.switch_s = 100;
  EXPECT_EQ(value_of(as_observed(world(), other), "takeover.switch.untrained"), "\"100 s\"")
      << "a room without partners is no trained pair";
}

TEST(Updated, NothingWasSeenNothingChanges) {
  EXPECT_THAT(updated(world(), {}, 1), IsEmpty());
  EXPECT_THAT(updated(world(), {seen_at(north)}, 1), IsEmpty());
}

/// Twice the model's median, and the model counts for one exercise: half-way on a logarithmic
/// scale is a factor of the square root of two.
TEST(Updated, MovesHalfWayForOneExercise) {
  ObservedTakeover seen = seen_at(north);
  seen.decide_s = 120;
  const auto changes = updated(world(), {seen}, 1);
  EXPECT_THAT(addresses(changes), ElementsAre("takeover.decide"));
  EXPECT_EQ(models::to_yaml(changes[0].value),
            "{\"lognormal\": {\"median\": \"84.85 s\", \"p95\": \"169.7 s\"}}");
}

TEST(Updated, WhatTheModelExpectsLeavesItAsItIs) {
  ObservedTakeover seen = seen_at(north);
  seen.decide_s = 60;
  EXPECT_EQ(value_of(updated(world(), {seen}, 1), "takeover.decide"),
            "{\"lognormal\": {\"median\": \"60 s\", \"p95\": \"120 s\"}}");
}

TEST(Updated, TwoRoomsCountAsTwoExercises) {
  ObservedTakeover fast = seen_at(north), slow = seen_at(south);
  fast.decide_s = 30;   // half
  slow.decide_s = 480;  // eight times: together 2^2 over three
  const double factor = std::exp(std::log(4.0) / 3);
  const auto changes = updated(world(), {fast, slow}, 1);
  EXPECT_EQ(value_of(changes, "takeover.decide"),
            "{\"lognormal\": {\"median\": \"95.24 s\", \"p95\": \"190.5 s\"}}");
  EXPECT_NEAR(60 * factor, 95.24, 0.005);
}

TEST(Updated, AHeavyModelHardlyMovesAndALightOneFollows) {
  ObservedTakeover seen = seen_at(north);
  seen.decide_s = 120;
  EXPECT_EQ(value_of(updated(world(), {seen}, 0), "takeover.decide"),
            "{\"lognormal\": {\"median\": \"120 s\", \"p95\": \"240 s\"}}");
  EXPECT_EQ(value_of(updated(world(), {seen}, 3), "takeover.decide"),
            "{\"lognormal\": {\"median\": \"71.35 s\", \"p95\": \"142.7 s\"}}")
      << "2^(1/4)";
}

TEST(Updated, AClockWithoutSpreadStaysOne) {
  ObservedTakeover seen = seen_at(north);
  seen.switch_s = 800;  // four times
  EXPECT_EQ(value_of(updated(world(), {seen}, 1), "takeover.switch.trained"), "\"400 s\"");
}

TEST(Updated, TimesOfAThousandSecondsAreWholeOnes) {
  ObservedTakeover seen = seen_at(north);
  seen.return_s = 2400;
  EXPECT_EQ(value_of(updated(world(), {seen}, 0), "takeover.return"),
            "{\"lognormal\": {\"median\": \"2400 s\", \"p95\": \"4800 s\"}}");
}

TEST(Updated, ATimeOfZeroSaysNothingOnALogarithmicScale) {
  ObservedTakeover seen = seen_at(north);
  seen.decide_s = 0;
  EXPECT_THAT(updated(world(), {seen}, 1), IsEmpty());
  seen.verify_s = 30;  // the model's is 0
  EXPECT_THAT(updated(world(), {seen}, 1), IsEmpty());
}

TEST(Updated, DetectingIsMovedByWhatCameAfterTheAlarm) {
  ObservedTakeover seen = seen_at(north);
  seen.detect_s = 455;  // 400 after the alarm: four times the median
  EXPECT_EQ(value_of(updated(world(), {seen}, 1), "takeover.detect"),
            "{\"lognormal\": {\"median\": \"200 s\", \"p95\": \"800 s\"}}");
}

TEST(Updated, TrainedAndUntrainedPairsLearnApart) {
  ObservedTakeover trained = seen_at(north), untrained = seen_at(south);
  trained.switch_s = 200;
  untrained.switch_s = 450;  // a quarter
  const auto changes = updated(world(), {trained, untrained}, 1);
  EXPECT_EQ(value_of(changes, "takeover.switch.trained"), "\"200 s\"");
  EXPECT_EQ(value_of(changes, "takeover.switch.untrained"), "\"900 s\"");
}

/// (1 x 0.2 + 1) / (1 + 2): one failure in two attempts.
TEST(Updated, AFailedSwitchRaisesTheChanceToFail) {
  ObservedTakeover seen = seen_at(north);
  seen.switch_s = 200;
  seen.failed_switches = 1;
  EXPECT_EQ(value_of(updated(world(), {seen}, 1), "takeover.switch.fails_trained"), "0.4");
  EXPECT_EQ(value_of(updated(world(), {seen}, 1), "takeover.switch.fails_untrained"), "");
}

TEST(Updated, ASwitchWithoutFailureLowersIt) {
  ObservedTakeover seen = seen_at(north);
  seen.switch_s = 200;
  EXPECT_EQ(value_of(updated(world(), {seen}, 1), "takeover.switch.fails_trained"), "0.1");
  EXPECT_EQ(value_of(updated(world(), {seen, seen, seen}, 1), "takeover.switch.fails_trained"),
            "0.05");
}

TEST(Updated, AttemptsOfAllRoomsOfAKindAreAdded) {
  ObservedTakeover good = seen_at(south), bad = seen_at(north);
  good.switch_s = 1000;
  bad.partner = west;
  bad.switch_s = 4000;
  bad.failed_switches = 2;
  // (1 x 0.5 + 2) / (1 + 1 + 3)
  EXPECT_EQ(value_of(updated(world(), {good, bad}, 1), "takeover.switch.fails_untrained"), "0.5");
}

TEST(Updated, ASwitchThatNobodyTimedIsNoAttempt) {
  ObservedTakeover seen = seen_at(north);
  seen.failed_switches = 3;
  EXPECT_THAT(updated(world(), {seen}, 1), IsEmpty());
}

TEST(Updated, AChanceStaysAChance) {
  ObservedTakeover seen = seen_at(north);
  seen.switch_s = 200;
  for (const int failures : {0, 1, 10, 1000})
    for (const double weight : {0.0, 0.5, 1.0, 50.0}) {
      seen.failed_switches = failures;
      const double chance =
          std::stod(value_of(updated(world(), {seen}, weight), "takeover.switch.fails_trained"));
      EXPECT_GE(chance, 0) << failures << " " << weight;
      EXPECT_LE(chance, 1) << failures << " " << weight;
    }
}

models::Node parsed(const std::string& text) {
  models::Problems problems;
  auto node = models::parse_yaml(text, "overlay.yaml", problems);
  problems.throw_if_any();
  return *node;
}

const models::Node& at(const models::Node& node, const std::string& key) {
  const models::Node* const found = node.find(key);
  if (found == nullptr)
    throw std::runtime_error("no key " + key);
  return *found;
}

TEST(Overlay, IsTheYamlThatWithReads) {
  const std::string text = overlay_of({{"takeover.decide", models::text_node("90 s")},
                                       {"takeover.switch.trained", models::text_node("240 s")},
                                       {"takeover.switch.fails_trained", models::plain_node("0.4")},
                                       {"takeover.return", models::text_node("20 min")}},
                                      "measured", "Exercise of 1 May");
  const models::Node root = parsed(text);
  const models::Node& takeover = at(root, "takeover");
  EXPECT_EQ(at(at(takeover, "decide"), "value").text, "90 s");
  EXPECT_EQ(at(at(takeover, "decide"), "kind").text, "measured");
  EXPECT_EQ(at(at(takeover, "return"), "source").text, "Exercise of 1 May");
  const models::Node& nested = at(takeover, "switch");
  EXPECT_EQ(at(at(nested, "trained"), "value").text, "240 s");
  EXPECT_EQ(at(at(nested, "fails_trained"), "value").text, "0.4");
  EXPECT_EQ(takeover.entries.size(), 3u) << "one block for the switch, behind the others";
}

TEST(Overlay, KeepsADistribution) {
  const models::Node root = parsed(overlay_of(
      {{"takeover.decide", parsed("{\"lognormal\": {\"median\": \"60 s\", \"p95\": \"2 min\"}}")}},
      "derived", "s"));
  const models::Node& value = at(at(at(root, "takeover"), "decide"), "value");
  EXPECT_EQ(at(at(value, "lognormal"), "median").text, "60 s");
  EXPECT_EQ(at(at(value, "lognormal"), "p95").text, "2 min");
  EXPECT_EQ(at(root, "takeover").find("switch"), nullptr);
}

}  // namespace
