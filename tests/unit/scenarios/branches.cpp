#include "scenarios/branches/read_branches.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "scenarios/read_scenario.hpp"
#include "tests/unit/scenarios/shipped.hpp"

/// Options at a moment: what may stand there, when it is, and what comes of it.
namespace {

using scenarios::Branch;
using scenarios::Moment;
using scenarios_test::tiny;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

scenarios::ScenarioInWorld with(const std::vector<std::string>& options) {
  std::vector<models::Setting> settings;
  for (std::size_t i = 0; i < options.size(); ++i)
    settings.push_back({"branches.o" + std::to_string(i + 1), options[i], {"file", 1, 1}});
  return scenarios::read_scenario(tiny / "outage.yaml", settings);
}

std::vector<std::string> problems_of(const std::vector<std::string>& options) {
  std::vector<std::string> out;
  try {
    with(options);
  } catch (const models::InvalidInput& invalid) {
    for (const models::Problem& problem : invalid.problems())
      out.push_back(problem.message);
  }
  return out;
}

TEST(Branches, ARunTakesNoNotice) {
  const auto study = with({"{at: onset, set: {meldkamers.zuid.roster.call_taker: 5}}"});
  EXPECT_EQ(study.branches.size(), 1u);
  EXPECT_EQ(study.scenario.threats.size(), 1u);
  EXPECT_THAT(study.scenario.decisions, IsEmpty());
}

TEST(Branches, HaveMomentsOfThreeKinds) {
  const auto study =
      with({"{at: [onset, onset + 20 min, detect+90s, 2 h, \"2026-01-05T11:00\"], "
            "set: {takeover.decide: 1 min}}"});
  const auto& at = study.branches.at(0).at;
  ASSERT_EQ(at.size(), 5u);
  EXPECT_EQ(at[0].from, Moment::From::onset);
  EXPECT_EQ(at[0].plus_s, 0);
  EXPECT_EQ(at[1].from, Moment::From::onset);
  EXPECT_EQ(at[1].plus_s, 1200);
  EXPECT_EQ(at[1].text, "onset + 20 min");
  EXPECT_EQ(at[2].from, Moment::From::detect);
  EXPECT_EQ(at[2].plus_s, 90);
  EXPECT_EQ(at[3].from, Moment::From::start);
  EXPECT_EQ(at[3].plus_s, 7200);
  EXPECT_EQ(at[4].plus_s, 3 * 3600);
}

TEST(Branches, OneMomentTwiceIsRefused) {
  EXPECT_THAT(
      problems_of({"{at: [onset, onset + 1 h, onset + 60 min], set: {takeover.decide: 1 min}}"}),
      ElementsAre(HasSubstr("another moment than those before it, found onset + 60 min")));
}

TEST(Branches, AnEffectBeginsAtTheMomentOrAfterIt) {
  const auto study =
      with({"{at: onset, effects: [{staffing: {at: zuid, staff: 6}}, "
            "{from: 10 min, for: 1 h, planned_takeover: {at: noord, to: zuid}}]}"});
  const auto& effects = study.branches.at(0).effects;
  ASSERT_EQ(effects.size(), 2u);
  EXPECT_EQ(effects[0].id, "o1.1");
  EXPECT_EQ(effects[0].from_s, 0);
  EXPECT_TRUE(effects[0].to_the_end);
  EXPECT_EQ(effects[1].from_s, 600);
}

TEST(Branches, WhatNobodyCanChangeThenIsRefused) {
  EXPECT_THAT(
      problems_of({"{at: onset, set: {callers.redial.probability: 0.1}}"}),
      ElementsAre(testing::AllOf(
          HasSubstr("set must have what people can change at that moment (meldkamers.*.rost"),
          HasSubstr("found callers.redial.probability"))));
  EXPECT_THAT(problems_of({"{at: onset, set: {takeover.detect: 1 s}}"}),
              ElementsAre(HasSubstr("found takeover.detect")));
  EXPECT_THAT(problems_of({"{at: onset, set: {meldkamers.zuid.desks: 30}}"}),
              ElementsAre(HasSubstr("found meldkamers.zuid.desks")));
  EXPECT_THAT(
      problems_of({"{at: onset, effects: [{down: {components: [acd@noord]}}]}"}),
      ElementsAre(HasSubstr("effects must be what people decide (staffing, no_call_in, reduction, "
                            "open_channel, no_takeover, planned_takeover, evacuate), found down")));
}

TEST(Branches, WhatIsMisspeltIsSuggested) {
  EXPECT_THAT(problems_of({"{at: onset, effects: [{stafing: {at: zuid, staff: 6}}]}"}),
              ElementsAre(HasSubstr("did you mean staffing?")));
  EXPECT_THAT(problems_of({"{at: onsett, set: {takeover.decide: 1 s}}"}),
              ElementsAre(HasSubstr("did you mean onset?")));
  EXPECT_THAT(problems_of({"{at: onset, effects: [{staffing: {at: zuidd, staff: 6}}]}"}),
              ElementsAre(HasSubstr("did you mean zuid?")));
  EXPECT_THAT(problems_of({"{at: onset, set: {takeover.decide: 1 s}}", "{after: o0, at: onset}"}),
              testing::Contains(HasSubstr("must name an option above this one, found o0")));
}

TEST(Branches, AMomentIsAskedForAndMustBeOne) {
  EXPECT_THAT(problems_of({"{set: {takeover.decide: 1 s}}"}), ElementsAre(HasSubstr("at")));
  EXPECT_THAT(problems_of({"{at: onset}"}), ElementsAre(HasSubstr("has neither set nor effects")));
  EXPECT_THAT(problems_of({"{at: onset + soon, set: {takeover.decide: 1 s}}"}),
              ElementsAre(HasSubstr("a duration after the +")));
  EXPECT_THAT(problems_of({"{at: [], set: {takeover.decide: 1 s}}"}),
              ElementsAre(HasSubstr("at least one moment")));
  EXPECT_THAT(
      problems_of({"{at: onset, effects: [{from: \"2026-01-05T11:00\", no_takeover: {at: all}}]}"}),
      ElementsAre(HasSubstr("must be a duration since the moment of the option")));
}

TEST(Branches, ADecisionDoesNotComeBeforeTheOneItGoesOnFrom) {
  EXPECT_THAT(problems_of({"{at: onset + 20 min, set: {takeover.decide: 1 s}}",
                           "{after: o1, at: onset + 10 min, set: {takeover.decide: 2 s}}"}),
              ElementsAre(HasSubstr("must not come before that of o1, onset + 20 min")));
  EXPECT_THAT(problems_of({"{at: [onset, onset + 1 h], set: {takeover.decide: 1 s}}",
                           "{after: o1, at: onset + 2 h, set: {takeover.decide: 2 s}}"}),
              ElementsAre(HasSubstr("must name an option with one moment")));
}

TEST(Branches, SettingsAddUpAlongTheTree) {
  const auto study = with({"{at: onset, set: {takeover.decide: 1 s}}",
                           "{after: o1, at: onset + 1 h, set: {takeover.verify: 2 s}}"});
  const auto settings = scenarios::settings_until(study.branches, 1);
  ASSERT_EQ(settings.size(), 2u);
  EXPECT_EQ(settings[0].address, "takeover.decide");
  EXPECT_EQ(settings[1].address, "takeover.verify");
}

TEST(Branches, ARoomGetsNobodyOfARoleThatItDoesNotHave) {
  const auto study = with({"{at: onset, set: {meldkamers.zuid.roster.operator: 2}}"});
  EXPECT_THROW(scenarios::decided_worlds(
                   study.branches, study.model.world,
                   [](const std::vector<models::Setting>& settings) {
                     return scenarios::read_scenario(tiny / "outage.yaml", settings).model.world;
                   }),
               models::InvalidInput);
}

TEST(Branches, ADecisionThatDoesNotComeBeginsWhenAllIsOver) {
  const auto study = with({"{at: onset, effects: [{staffing: {at: zuid, staff: 6}}]}"});
  const auto world = std::make_shared<const models::World>(study.model.world);
  const auto never =
      scenarios::with_decisions(study.scenario, {{&study.branches[0], std::nan(""), world}});
  ASSERT_EQ(never.threats.size(), 2u);
  EXPECT_GT(never.threats[1].effects[0].from_s, never.window.end_s + never.window.drain_s);
  EXPECT_THAT(never.decisions, IsEmpty());
  const auto taken = scenarios::with_decisions(study.scenario, {{&study.branches[0], 60, world}});
  EXPECT_EQ(taken.threats[1].effects[0].from_s, 60);
  EXPECT_TRUE(taken.threats[1].decision);
  ASSERT_EQ(taken.decisions.size(), 1u);
  EXPECT_EQ(taken.decisions[0].at_s, 60);
  EXPECT_EQ(scenarios::onset_s(taken), 2 * 3600) << "of the threat";
}

}  // namespace
