// Minutes in which 112 cannot be reached, nobody can dispatch, or it goes by a fallback: small
// worlds in which each of them can be reckoned by hand.
#include <gmock/gmock.h>

#include <cmath>

#include "analysis/impact/impact.hpp"
#include "two_rooms.hpp"

namespace {

using fact_sums::persons;
using results::CallerCount;
using testing::Each;
using testing::ElementsAre;
using two_rooms::effect;
using two_rooms::scenario_with;
using two_rooms::with;

/// [east, west] in minutes.
std::vector<double> minutes(const std::vector<double>& seconds) {
  std::vector<double> out;
  for (const double s : seconds)
    out.push_back(s / 60);
  return out;
}

results::Observations in(const std::string& world, const std::string& effects) {
  return written::observe({world, scenario_with(effects)});
}

/// The east's telephony from 2:00 for 77 minutes.
const std::string dark =
    "      - {from: \"2 h\", until: \"197 min\", down: {components: [phone@east]}}\n";

void expect_nothing(const results::Facts& facts) {
  EXPECT_THAT(facts.unreachable_112_s, Each(0));
  EXPECT_THAT(facts.dispatch_impossible_s, Each(0));
  EXPECT_THAT(facts.degraded_s, Each(0));
}

TEST(Ways, ADarkRoomWithoutTakeoverIsUnreachableForAsLongAsItIsDark) {
  const auto seen = with(dark + effect("no_takeover: {at: east}"));
  EXPECT_THAT(minutes(seen.world.unreachable_112_s), ElementsAre(77, 0));
  EXPECT_THAT(seen.world.dispatch_impossible_s, Each(0)) << "its dispatchers have no telephones";
  EXPECT_THAT(seen.world.degraded_s, Each(0));
  expect_nothing(*seen.twin);
}

/// The next beat after 2:00:00 is at 2:00:10 and two seconds late at 2:00:12; ten seconds to detect
/// it, ten to decide, twenty to switch; messages take milliseconds.
TEST(Ways, ATakeoverEndsIt) {
  const auto seen = with(dark);
  EXPECT_NEAR(seen.world.unreachable_112_s[0], 52, 0.1);
  EXPECT_EQ(seen.world.unreachable_112_s[1], 0);
}

TEST(Ways, AnEmptyRoomCannotDispatchEither) {
  const auto seen = with("      - {from: \"2 h\", until: \"197 min\", evacuate: {at: east}}\n" +
                         effect("no_takeover: {at: east}"));
  EXPECT_THAT(minutes(seen.world.unreachable_112_s), ElementsAre(77, 0));
  EXPECT_THAT(minutes(seen.world.dispatch_impossible_s), ElementsAre(77, 0));
}

/// All dispatch is done by a backup that takes twice as long: nobody is out of reach.
TEST(Ways, ABackupIsDegradedAndNothingElse) {
  const std::string world =
      two_rooms::world_with("name: \"Tools\", stage: intake", "name: \"Radio\", stage: dispatch");
  const auto seen = in(world, effect("down: {components: [core]}"));
  EXPECT_THAT(minutes(seen.world.degraded_s), ElementsAre(240, 240));
  EXPECT_THAT(seen.world.unreachable_112_s, Each(0));
  EXPECT_THAT(seen.world.dispatch_impossible_s, Each(0));
  EXPECT_EQ(persons(seen.world, CallerCount::lost), persons(*seen.twin, CallerCount::lost));
  EXPECT_THAT(seen.paired->late_help, Each(0));
  EXPECT_EQ(seen.paired->recover_s, 0) << "never down";
}

/// As in 2019: the way to the first answer is lost, and with it every room.
TEST(Ways, WithoutAFirstAnswerNobodyReachesAnything) {
  const std::string world = two_rooms::world_with(
      "name: \"Tools\", stage: intake, needs: core, when_lost: {slows: 2}",
      "name: \"Reach\", stage: first, needs: core, when_lost: {stops: {connected: cut, waiting: "
      "cut, arriving: block}}");
  const auto seen = in(world, effect("down: {components: [core]}"));
  EXPECT_THAT(minutes(seen.world.unreachable_112_s), ElementsAre(240, 240));
  EXPECT_THAT(seen.world.dispatch_impossible_s, Each(0)) << "there is just nothing to dispatch";
  EXPECT_THAT(seen.world.degraded_s, Each(0));
}

TEST(Ways, APathThatBlocksNineInTenReachesNobody) {
  const auto most = with(effect("blocking: {component: phone@east, probability: 0.9}"));
  EXPECT_THAT(minutes(most.world.unreachable_112_s), ElementsAre(240, 0));
  const auto many = with(effect("blocking: {component: phone@east, probability: 0.89}"));
  EXPECT_THAT(many.world.unreachable_112_s, Each(0));
  const auto signal = with(effect("no_signal: {regions: [w], share: 0.95}"));
  EXPECT_THAT(minutes(signal.world.unreachable_112_s), ElementsAre(0, 240));
}

TEST(Ways, NobodyOnDutyAndNoLinesReachNobody) {
  const auto staff = with(effect("staffing: {at: west, roles: [intake], staff: 0}"));
  EXPECT_THAT(minutes(staff.world.unreachable_112_s), ElementsAre(0, 240));
  const auto dispatchers = with(effect("staffing: {at: west, roles: [dispatcher], staff: 0}"));
  EXPECT_THAT(minutes(dispatchers.world.dispatch_impossible_s), ElementsAre(0, 240));
  EXPECT_THAT(dispatchers.world.unreachable_112_s, Each(0));
  const auto lines = with(effect("lines: {at: front, share: 0}"));
  EXPECT_THAT(minutes(lines.world.unreachable_112_s), ElementsAre(240, 240));
}

/// Nobody is alerted in the west for four hours: whoever called then is helped late or never.
TEST(Ways, WithoutDispatchersHelpIsLateAndAnswersAreNot) {
  const auto seen = with(effect("staffing: {at: west, roles: [dispatcher], staff: 0}"));
  EXPECT_THAT(seen.paired->late, Each(0));
  EXPECT_EQ(seen.paired->late_help[0], 0u);
  EXPECT_NEAR(seen.paired->late_help[1], 240, 47) << "60 an hour";
  EXPECT_THAT(seen.paired->touched, ElementsAre(0, 1));
}

/// Whoever hangs up is never helped, and is no quick one for that.
TEST(Ways, ThoseWhoAreNeverAlertedAreInTheDescriptions) {
  const auto seen = with(dark + effect("no_takeover: {at: east}"));
  EXPECT_LE(seen.paired->help_delay.back(), fact_sums::total(seen.paired->late_help));
  EXPECT_GT(seen.paired->help_delay.back(), 40u);
  EXPECT_EQ(seen.paired->help_delay_twin.back(), 0u);
  EXPECT_EQ(fact_sums::total(seen.paired->help_delay),
            fact_sums::total(seen.paired->help_delay_twin));
}

TEST(Ways, TheTouchedPartIsWhoseWayAnEffectTouches) {
  const auto touched = [](const std::string& what) { return with(effect(what)).paired->touched; };
  EXPECT_THAT(touched("down: {components: [phone@east]}"), ElementsAre(1, 0));
  EXPECT_THAT(touched("down: {components: [wan@west]}"), ElementsAre(0, 1)) << "phones need it";
  EXPECT_THAT(touched("down: {components: [core]}"), ElementsAre(1, 1));
  EXPECT_THAT(touched("lines: {at: front, share: 0.5}"), ElementsAre(1, 1));
  EXPECT_THAT(touched("surge: {regions: [w], callers: 10}"), ElementsAre(0, 1));
  EXPECT_THAT(touched("staffing: {at: east, roles: [dispatcher], factor: 0.5}"), ElementsAre(1, 0));
}

std::string lasting(const std::string& end,
                    const std::string& effects = dark + effect("no_takeover: {at: east}")) {
  std::string text = scenario_with(effects);
  return text.replace(text.find("end: \"9 h\""), 10, "end: \"" + end + "\"");
}

/// Once the window holds the recovery nothing that judges depends on its length.
TEST(Ways, ALongerWindowChangesNothingThatJudges) {
  const analysis::Criteria criteria =
      analysis::read_criteria(SOURCE_DIR "/analysis/criteria/standard.yaml");
  std::vector<analysis::Harm> harms;
  std::vector<analysis::Judgement> judged;
  for (const char* end : {"7 h", "24 h"}) {
    const auto study = written::read({two_rooms::world, lasting(end)});
    results::Study seen;
    seen.dimensions = sim::dimensions_of(study.model.world, study.scenario);
    seen.replications = written::run(study).replications;
    ASSERT_EQ(seen.replications.size(), 1u);
    const analysis::Row row = analysis::reduce(seen);
    harms.push_back(row.replications[0]);
    judged.push_back(analysis::judge(row, row.replications[0], criteria));
  }
  EXPECT_GT(harms[0].late_callers, 40);
  EXPECT_EQ(harms[0].lost_callers, harms[1].lost_callers);
  EXPECT_EQ(harms[0].late_callers, harms[1].late_callers);
  EXPECT_EQ(harms[0].late_help, harms[1].late_help);
  EXPECT_DOUBLE_EQ(harms[0].unreachable_112_s, harms[1].unreachable_112_s);
  EXPECT_DOUBLE_EQ(harms[0].unreachable_112_s, 77 * 60 / 2.0) << "half of the people";
  EXPECT_EQ(harms[0].recover_s, harms[1].recover_s);
  EXPECT_EQ(judged[0].impact, judged[1].impact);
  EXPECT_EQ(judged[0].deciding, judged[1].deciding);
}

/// Nor does what became of a loss, and when, of a room that is taken over and comes home.
TEST(Ways, ALongerWindowMovesNoClockOfATakeover) {
  std::vector<analysis::Consequence> seen;
  for (const char* end : {"9 h", "24 h"}) {
    const auto study = written::read({two_rooms::world, lasting(end, dark)});
    results::Study facts;
    facts.dimensions = sim::dimensions_of(study.model.world, study.scenario);
    facts.replications = written::run(study).replications;
    ASSERT_EQ(facts.replications.size(), 1u);
    seen.push_back(analysis::reduce(facts).replications[0]);
  }
  const auto told = [](const std::vector<analysis::Spell>& spells) {
    std::vector<std::pair<double, unsigned>> out;
    for (const analysis::Spell& spell : spells)
      out.push_back({spell.s, spell.cause});
    return out;
  };
  EXPECT_THAT(told(seen[0].intake_losses), testing::Not(testing::IsEmpty()));
  EXPECT_EQ(told(seen[0].intake_losses), told(seen[1].intake_losses));
  EXPECT_EQ(told(seen[0].dispatch_losses), told(seen[1].dispatch_losses));
  EXPECT_GT(seen[0].first_switches, 0u);
  EXPECT_EQ(seen[0].first_switches, seen[1].first_switches);
  EXPECT_EQ(seen[0].first_switches_failed, seen[1].first_switches_failed);
  EXPECT_FALSE(seen[0].late_return || seen[1].late_return);
  EXPECT_FALSE(seen[0].truncated || seen[1].truncated);
}

}  // namespace
