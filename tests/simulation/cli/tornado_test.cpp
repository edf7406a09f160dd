/// `uitwijk tornado`: which number should we go and measure first.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>

#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// Five people and 60 calls an hour, of whom three fall ill for two hours; what a stage that nobody
/// reaches costs moves nothing.
class IllRoom : public testing::Test {
protected:
  IllRoom() {
    const std::filesystem::path folder = std::filesystem::path(scratch_.file("room"));
    std::filesystem::create_directory(folder);
    std::ofstream(folder / "world.yaml") << R"(
world: {name: "Room", zone: "UTC+0"}
disciplines: {hulp: {name: "Hulp"}}
stages:
  answer: {name: "Aanname", handling: {exponential: {mean: {value: "3 min", range: ["2.5 min", "3.6 min"]}}}}
roles: {taker: {name: "Centralist", stage: answer}}
regions: {land: {name: "Land"}}
meldkamers: {room: {name: "Room", roster: {taker: 5}}}
demand: {calls: "60 calls/h"}
scale_up: {grip_1: {name: "GRIP 1", after: {value: "30 min", range: ["5 min", "60 min"]}}}
assumptions:
  busy: {name: "Busy", of: [demand.calls], factor: [0.9, 1.1], note: "seen once"}
)";
    std::ofstream(scratch_.file("ill.yaml")) << R"(
scenario:
  {name: "Ill", description: "Three of five.", world: room, start: "2026-03-02T00:00", end: "8 h"}
threats:
  illness:
    name: "Ill"
    effects:
      - {from: "3 h", for: "2 h", staffing: {at: all, roles: all, staff: 2}}
)";
  }
  std::string command(const std::string& more = "") const {
    return "tornado " + scratch_.file("ill.yaml") + " -q --json -n 10 " + more;
  }

  Scratch scratch_;
};

const json& bar(const json& document, const std::string& name) {
  for (const json& one : document.at("tornados").at(0).at("bars"))
    if (one.at("parameter") == name)
      return one;
  throw std::runtime_error("no bar " + name);
}

TEST_F(IllRoom, RanksAssumptionsByWhatTheyMove) {
  const json told = json_of(command("--uncertain 40"));
  EXPECT_EQ(told.at("schema"), "uitwijk/tornado/1");
  const std::string handling = "stages.answer.handling.exponential.mean",
                    still = "scale_up.grip_1.after";
  ASSERT_EQ(told.at("assumptions").size(), 3u);
  EXPECT_EQ(told.at("assumptions").at(0).at("reason"), "seen once");
  for (const std::string& name : {handling, std::string("busy")}) {
    const json& one = bar(told, name);
    EXPECT_TRUE(one.at("clear")) << name;
    EXPECT_EQ(one.at("ends").at(0).at("value"), "P5") << "less work loses fewer";
    EXPECT_EQ(one.at("ends").at(1).at("value"), "P95");
    EXPECT_LT(one.at("ends").at(0).at("difference").at("value"), 0);
    EXPECT_GT(one.at("ends").at(1).at("difference").at("value"), 0);
  }
  EXPECT_EQ(bar(told, still).at("swing"), 0) << "the same callers and the same chance";
  EXPECT_EQ(told.at("tornados").at(0).at("bars").at(2).at("parameter"), still);
  const json& variance = told.at("variance");
  EXPECT_EQ(variance.at("draws"), 40);
  double both = 0;
  for (const json& one : variance.at("shares"))
    if (one.at("assumption") == still)
      EXPECT_FALSE(one.at("clear"));
    else
      both += one.at("share").get<double>();
  EXPECT_TRUE(variance.at("shares").at(0).at("clear"));
  EXPECT_GT(both, 0.5) << "two numbers make most of it, whatever the noise of 40 draws";
  EXPECT_LT(both, 1.5);
  EXPECT_EQ(variance.at("confirmed"), 0);
}

/// What stands is what `run` finds; an end is what `run` finds with the number set there.
TEST_F(IllRoom, EndsAreRunsWithTheNumberSet) {
  const json told = json_of(command("--uncertain 0"));
  EXPECT_TRUE(told.at("variance").is_null());
  const auto lost = [&](const std::string& more) {
    return json_of("run " + scratch_.file("ill.yaml") + " -q --json -n 10 " + more)
        .at("difference")
        .at("lost_callers")
        .at("mean")
        .get<double>();
  };
  const double base = lost("");
  EXPECT_NEAR(told.at("tornados").at(0).at("lost_callers").at("value"), base, 1e-9);
  const double low = 2.5 + 0.05 * 1.1;  // minutes
  const double set =
      lost("--set stages.answer.handling.exponential.mean='" + std::to_string(low) + " min'");
  EXPECT_NEAR(bar(told, "stages.answer.handling.exponential.mean")
                  .at("ends")
                  .at(0)
                  .at("difference")
                  .at("value"),
              set - base, 1e-6);
}

TEST_F(IllRoom, CriteriaSayWhenACallerIsLost) {
  const json usual = json_of(command("--uncertain 0"));
  const json strict =
      json_of(command("--uncertain 0 --criteria " SOURCE_DIR "/analysis/criteria/streng.yaml"));
  EXPECT_THAT(strict.at("head").dump(), HasSubstr("Streng"));
  EXPECT_GT(strict.at("tornados").at(0).at("lost_callers").at("value"),
            usual.at("tornados").at(0).at("lost_callers").at("value"))
      << "lost after five minutes, and not after ten";
}

/// A number that was decided is not uncertain.
TEST_F(IllRoom, TooFewDrawsAndAYearAreRefusedBeforeAnythingIsRun) {
  for (const char* draws : {"1", "3", "10001"}) {
    const Ended ended = uitwijk(command("--uncertain " + std::string(draws)));
    EXPECT_EQ(ended.exit_code, 2) << draws;
    EXPECT_THAT(ended.err, HasSubstr("expected 0, or 4 to 10000, found " + std::string(draws)));
  }
  EXPECT_EQ(uitwijk("tornado --year -n 2").exit_code, 3);
}

/// As in a world of one's own without a range, where it ended as a fault of ours.
TEST_F(IllRoom, WithoutAssumptionsNothingMoves) {
  const std::filesystem::path world = std::filesystem::path(scratch_.file("room")) / "world.yaml";
  std::string text = text_of(world);
  text = std::regex_replace(text, std::regex(R"(\{value: ("[^"]*"), range: [^\]]*\]\})"), "$1");
  text.resize(text.find("assumptions:"));
  std::ofstream(world) << text;
  const json told = json_of(command("--uncertain 4"));
  EXPECT_TRUE(told.at("assumptions").empty());
  EXPECT_TRUE(told.at("variance").at("shares").empty());
}

TEST_F(IllRoom, TheHeadSaysThatTheParametersWereDrawn) {
  const std::string said = "the parameters were not drawn";
  EXPECT_THAT(uitwijk(command("--uncertain 0")).out, HasSubstr(said));
  EXPECT_THAT(uitwijk(command("--uncertain 4")).out, Not(HasSubstr(said)));
}

/// In the overlay too: "0 problems" was all that `check` said.
TEST_F(IllRoom, APatternThatNamesNothingIsWarnedOf) {
  const std::string overlay = scratch_.file("more.yaml");
  std::ofstream(overlay) << R"(assumptions:
  typo: {name: "Typo", of: [demand.cals], factor: [0.9, 1.1], note: "seen once"}
)";
  EXPECT_THAT(uitwijk("check --lang en " + scratch_.file("ill.yaml") + " --with " + overlay).err,
              HasSubstr("typo names no number by demand.cals"));
}

TEST_F(IllRoom, WhatIsSetStays) {
  const json told =
      json_of(command("--uncertain 0 --set stages.answer.handling.exponential.mean='3 min'"));
  EXPECT_EQ(told.at("assumptions").size(), 2u);
}

TEST_F(IllRoom, GivesTheSameForAnyNumberOfJobs) {
  const Ended one = uitwijk(command("--uncertain 4 -j 1"));
  EXPECT_EQ(one.exit_code, 0) << one.err;
  EXPECT_EQ(one.out, uitwijk(command("--uncertain 4 -j 2")).out);
}

TEST_F(IllRoom, SaysItAsTextInBothLanguages) {
  const std::string run =
      "tornado " + scratch_.file("ill.yaml") + " -q -n 10 --uncertain 40 --lang ";
  const std::string english = uitwijk(run + "en").out, dutch = uitwijk(run + "nl").out;
  EXPECT_THAT(english, HasSubstr("Measure first: "));
  EXPECT_THAT(english, HasSubstr("1 assumption moves nothing here"));
  EXPECT_THAT(english, HasSubstr("0 % of the variance stands on confirmed inputs"));
  EXPECT_THAT(dutch, HasSubstr("Meet eerst: "));
}

TEST(CliTornado, RefusesAScenarioWithoutThreat) {
  std::filesystem::current_path(SOURCE_DIR);
  const Ended ended = uitwijk("tornado scenarios/normal-day.yaml -n 2 -q");
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr("has no threat"));
}

}  // namespace
}  // namespace simulation
