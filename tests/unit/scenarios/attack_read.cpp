#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>

#include "scenarios/read_scenario.hpp"
#include "scenarios/threats/drawn_course.hpp"
#include "tests/scratch.hpp"
#include "tests/unit/scenarios/shipped.hpp"

/// An attack as it is written, and the scenario of a replication that comes of it.
namespace {

using testing::HasSubstr;

const std::string attack_head = R"(scenario:
  name: N
  description: D
  world: )" + (scenarios_test::tiny / "world").string() +
                                R"(
  onset: any_hour
  warm_up: "1 h"
)";

const std::string attack_yaml = R"(threats:
  t:
    name: T
    attack:
      window: "1 d"
      begins: office
      assets:
        office: {}
        acd: {per: meldkamer, effects: [{down: {components: ["acd@$target"]}}]}
      steps:
        in: {from: office, to: acd, takes: "1 h", technique: T1021}
      strike: {after: "5 d", out_of_hours: 1}
      notice: "10 min"
      response:
        evict: {after: "20 min"}
        isolations:
          cut: {of: acd, chance: 1, after: "1 h", for: "2 h", effects: [{no_takeover: {at: $target}}]}
      recovery: {crews: 1, triage: "1 h", clean_backup: 1, restore: "3 h", rebuild: "9 h"}
)";

scenarios::ScenarioInWorld read_attacked(const std::string& text) {
  const tests::Scratch scratch;
  const auto file = scratch.file("s.yaml");
  std::ofstream(file) << attack_head << text;
  return scenarios::read_scenario(file);
}

std::string with_change(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string attack_problems(const std::string& text) {
  try {
    read_attacked(text);
  } catch (const models::InvalidInput& problem) {
    return problem.what();
  }
  return "";
}

/// Taken after an hour, struck on the fifth day at night, out after half an hour; then one crew,
/// three hours for each: the office, noord, zuid.
TEST(Attack, BecomesEffectsOfOneReplication) {
  const auto study = read_attacked(attack_yaml);
  ASSERT_TRUE(study.drawn);
  const auto one = study.scenario_of({1, 7});
  const auto& effects = one.threats.at(0).effects;
  ASSERT_EQ(effects.size(), 3u);
  const double onset_s = 3600 + scenarios::counted_before_s;
  EXPECT_NEAR(effects[0].from_s, onset_s, 1e-3);
  EXPECT_NEAR(effects[1].from_s, onset_s, 1e-3);
  EXPECT_NEAR(effects[2].from_s, onset_s + 600 + 3600, 1e-3) << "the isolation";
  const auto lasts_s = [&](std::size_t i) { return models::mean(effects[i].duration_s); };
  const double out_s = 600 + 1200, triage_s = 3600, each_s = 3 * 3600;
  EXPECT_NEAR(lasts_s(0), out_s + triage_s + 2 * each_s, 1e-2);
  EXPECT_NEAR(lasts_s(1), out_s + triage_s + 3 * each_s, 1e-2);
  EXPECT_NEAR(lasts_s(2), 7200, 1e-2);
  EXPECT_EQ(one.window.end_s, onset_s + 86400);
  EXPECT_FALSE(one.window.capped_s);
  ASSERT_FALSE(one.attack.empty());
  EXPECT_LE(one.attack.front().t_s, onset_s - 5 * 86400.0) << "the first access, before the calls";
}

TEST(Attack, ThatIsStoppedHasTheSameEffectsAndNoneOfThemBegins) {
  const auto study = read_attacked(with_change(
      with_change(attack_yaml, "technique: T1021", "chance: 0.5"), ", chance: 1,", ", chance: 0,"));
  int stopped = 0;
  for (std::uint64_t i = 0; i < 40; ++i) {
    const auto one = study.scenario_of({1, i});
    const auto& effects = one.threats.at(0).effects;
    ASSERT_EQ(effects.size(), 3u);
    const auto begin = [&](const scenarios::Effect& effect) {
      return effect.from_s < one.window.end_s + one.window.drain_s;
    };
    const bool is_struck = std::ranges::count(one.attack, scenarios::AttackMoment::Kind::struck,
                                              &scenarios::AttackMoment::kind) > 0;
    EXPECT_EQ(std::ranges::any_of(effects, begin), is_struck) << i;
    stopped += is_struck ? 0 : 1;
  }
  EXPECT_GT(stopped, 2);
  EXPECT_LT(stopped, 25) << "both ways are closed in a quarter of the races";
  EXPECT_THAT(attack_problems(with_change(attack_yaml, "technique: T1021", "chance: 0")),
              HasSubstr("no way to acd@"));
}

TEST(Attack, WhatLastsLongerThanTheWindowIsCapped) {
  const auto study =
      read_attacked(with_change(attack_yaml, "restore: \"3 h\"", "restore: \"30 h\""));
  EXPECT_EQ(study.scenario_of({1, 0}).window.capped_s, 86400);
}

TEST(Attack, TheClockBeginsWithinASecondOfWhatStops) {
  const auto study = read_attacked(attack_yaml);
  const models::Calendar calendar(study.model.world.zone);
  for (std::uint64_t i = 0; i < 20; ++i) {
    const auto one = study.scenario_of({1, i});
    const auto struck = std::ranges::find(one.attack, scenarios::AttackMoment::Kind::struck,
                                          &scenarios::AttackMoment::kind);
    EXPECT_NEAR(struck->t_s, one.threats[0].effects[0].from_s, 1);
  }
}

TEST(Attack, MistakesAreToldWhereTheyStand) {
  EXPECT_THAT(attack_problems(with_change(attack_yaml, "to: acd, takes", "to: adc, takes")),
              HasSubstr("must name an asset of this attack, found adc, did you mean acd?"));
  EXPECT_THAT(attack_problems(
                  with_change(attack_yaml, "from: office, to: acd", "from: office, to: office")),
              HasSubstr("leads nowhere"));
  EXPECT_THAT(attack_problems(with_change(attack_yaml, "{down:", "{for: \"1 h\", down:")),
              HasSubstr("is said by the race: leave it out"));
  EXPECT_THAT(attack_problems(with_change(attack_yaml, "acd@$target", "acd@$tarjet")),
              HasSubstr("not known here"));
  EXPECT_THAT(attack_problems(with_change(attack_yaml, "{of: acd,", "{of: [],")),
              HasSubstr("at least one asset"));
  EXPECT_THAT(attack_problems(with_change(with_change(attack_yaml, "begins: office", "begins: []"),
                                          "window: \"1 d\"", "window: 1")),
              testing::AllOf(HasSubstr("window"), HasSubstr("at least one asset")));
  EXPECT_THAT(attack_problems(with_change(attack_yaml, "\"1 d\"", "\"1 h\"")),
              HasSubstr("window must be in"));
  EXPECT_THAT(attack_problems(with_change(attack_yaml, "crews: 1", "crews: 0")),
              HasSubstr("crews must be in"));
  EXPECT_THAT(attack_problems(with_change(attack_yaml, "evict: {after", "evict: {afer")),
              HasSubstr("did you mean after?"));
  EXPECT_THAT(attack_problems(attack_yaml +
                              attack_yaml.substr(attack_yaml.find("  t:")).replace(2, 1, "u")),
              HasSubstr("second attack"));
}

TEST(Attack, NeedsAWindowOfItsOwn) {
  const tests::Scratch scratch;
  const auto file = scratch.file("s.yaml");
  std::ofstream(file) << with_change(attack_head, "  onset: any_hour\n",
                                     "  start: \"2026-01-05T08:00\"\n  end: \"5 h\"\n")
                      << attack_yaml;
  EXPECT_THROW(
      {
        try {
          scenarios::read_scenario(file);
        } catch (const models::InvalidInput& problem) {
          EXPECT_THAT(problem.what(), HasSubstr("onset"));
          throw;
        }
      },
      models::InvalidInput);
}

}  // namespace
