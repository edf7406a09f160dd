/// What was asked for, as a command and as the label that tells rows apart.
#include "studies/asked.hpp"

#include <gtest/gtest.h>

namespace {

using studies::Asked;

Asked rotterdam() {
  Asked out;
  out.threat.threat = "DR-20";
  out.threat.aim = {"rotterdam", "2026-12-01T14:00", "4 h"};
  out.replications = 40;
  out.seed = 7;
  return out;
}

TEST(Asked, IsACommandThatGivesTheSameAgain) {
  EXPECT_EQ(rotterdam().command(),
            "uitwijk run --threat DR-20 --target rotterdam --at 2026-12-01T14:00 "
            "--duration '4 h' -n 40 --seed 7");
}

TEST(Asked, SaysOfAScenarioWhatIsChangedInItsWorld) {
  Asked asked;
  asked.scenario = "my day.yaml";
  asked.world = {{"a.b=5 min"}, {"roster.csv"}, "pairs", "planned", "ours.yaml"};
  asked.precision = "5%@lost_callers";
  asked.calls = 3;
  EXPECT_EQ(asked.command(),
            "uitwijk run 'my day.yaml' -n 1 --seed 1 --precision 5%@lost_callers "
            "--measures planned --measure-file ours.yaml --set 'a.b=5 min' --with roster.csv "
            "--plan pairs --calls 3");
}

TEST(Asked, OfOneReplicationNamesItAndNotHowMany) {
  Asked asked = rotterdam();
  asked.threat = {};
  asked.year = {true, true, "ours.yaml", "record.yaml"};
  asked.replication = 17;
  EXPECT_EQ(asked.command(),
            "uitwijk run --year --no-failures --criteria ours.yaml --record record.yaml --seed 7 "
            "--replication 17");
}

TEST(Asked, OfAFutureIsTheBranchThatItIsOneOf) {
  Asked asked = rotterdam();
  asked.branch = {{"onset + 20 min"}, {"wait=", "plan=pairs"}, "plan @ onset + 20 min"};
  EXPECT_EQ(asked.command(),
            "uitwijk branch --threat DR-20 --target rotterdam --onset 2026-12-01T14:00 "
            "--duration '4 h' -n 40 --seed 7 --at 'onset + 20 min' --option wait= "
            "--option plan=pairs");
  EXPECT_EQ(asked.varied(), "plan @ onset + 20 min");
  asked.world.set = {"takeover.decide=90 min"};
  EXPECT_EQ(asked.varied(), "takeover.decide=90 min, plan @ onset + 20 min");
}

/// The command is of all draws; a draw is told apart by its number, not by what was drawn.
TEST(Asked, OfADrawKeepsTheLabelOfItsSettings) {
  Asked asked = rotterdam();
  asked.world.set = {"takeover.decide=90 min", "callers.redial.probability=0"};
  asked.draws = 3;
  asked.draw = 2;
  EXPECT_EQ(asked.varied(), "takeover.decide=90 min, callers.redial.probability=0");
  EXPECT_TRUE(asked.command().ends_with(" --uncertain 3")) << asked.command();
}

TEST(Asked, WhatAllRowsOfACampaignHaveInCommonTellsNoneApart) {
  Asked asked = rotterdam();
  asked.world.set = {"callers.redial.probability=0", "takeover.decide=90 min"};
  asked.common_settings = 1;
  EXPECT_EQ(asked.varied(), "takeover.decide=90 min");
  EXPECT_NE(asked.command().find("--set callers.redial.probability=0"), std::string::npos);
  asked.world.set.clear();
  EXPECT_EQ(asked.varied(), "");
}

}  // namespace
