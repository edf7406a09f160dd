#include <gmock/gmock.h>

#include <CLI/Error.hpp>
#include <ctime>

#include "cli/options/count_bounds.hpp"
#include "cli/options/input_options.hpp"
#include "cli/options/study_options.hpp"

/// Options that several commands have.
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// What a validator says of a text; empty: nothing.
std::string said(const CLI::Validator& bounds, std::string text) {
  return bounds(text);
}

TEST(CountBounds, OfReplications) {
  EXPECT_EQ(said(cli::replication_bounds, "1"), "");
  EXPECT_EQ(said(cli::replication_bounds, "1000000"), "");
  for (const char* const text : {"0", "1000001", "-1", "x", ""})
    EXPECT_NE(said(cli::replication_bounds, text), "") << text;
}

TEST(CountBounds, OfWhatIsComparedInPairs) {
  EXPECT_NE(said(cli::paired_bounds, "1"), "") << "one value has no interval";
  EXPECT_EQ(said(cli::paired_bounds, "2"), "");
}

TEST(CountBounds, OfTheNumberOfAReplication) {
  EXPECT_EQ(said(cli::place_bounds, "0"), "");
  EXPECT_EQ(said(cli::place_bounds, "1000000"), "");
  EXPECT_NE(said(cli::place_bounds, "1000001"), "");
}

TEST(CountBounds, OfProcesses) {
  EXPECT_NE(said(cli::job_bounds, "0"), "");
  EXPECT_EQ(said(cli::job_bounds, "1"), "");
  EXPECT_EQ(said(cli::job_bounds, "1024"), "");
  EXPECT_NE(said(cli::job_bounds, "1025"), "");
}

/// A number that is too large for its type must not become the largest one there is.
TEST(CountBounds, OfASeed) {
  EXPECT_EQ(said(cli::seed_bounds, "0"), "");
  EXPECT_EQ(said(cli::seed_bounds, "4611686018427387904"), "") << "2^62";
  EXPECT_NE(said(cli::seed_bounds, "4611686018427387905"), "");
  EXPECT_NE(said(cli::seed_bounds, "18446744073709551616"), "") << "2^64";
  EXPECT_NE(said(cli::seed_bounds, "99999999999999999999999999"), "");
}

TEST(Today, IsTheDayThatWasAskedFor) {
  const models::Day day = cli::day_of("2026-12-01");
  EXPECT_EQ(day, *models::parse_day("2026-12-01"));
  EXPECT_EQ(cli::day_of("2024-02-29"), *models::parse_day("2024-02-29"));
}

TEST(Today, IsTheClocksWhenNothingWasAsked) {
  const std::time_t before = std::time(nullptr);
  const models::Day day = cli::day_of("");
  const std::time_t after = std::time(nullptr);
  const auto local = [](std::time_t time) {
    std::tm out{};
    localtime_r(&time, &out);
    char text[16];
    std::strftime(text, sizeof text, "%Y-%m-%d", &out);
    return *models::parse_day(text);
  };
  EXPECT_TRUE(day == local(before) || day == local(after)) << "midnight may come in between";
}

TEST(Today, IsLocal) {
  setenv("TZ", "UTC-14", 1);
  tzset();
  const models::Day east = cli::day_of("");
  setenv("TZ", "UTC+12", 1);
  tzset();
  const models::Day west = cli::day_of("");
  unsetenv("TZ");
  tzset();
  EXPECT_GE(models::days_between(west, east), 1) << "26 hours lie between the two";
}

TEST(TodayOption, TakesADayAndNothingElse) {
  CLI::App app;
  std::string asked;
  cli::add_today_option(app, asked);
  EXPECT_NO_THROW(app.parse("--today 2026-12-01"));
  EXPECT_EQ(asked, "2026-12-01");
  for (const char* const wrong : {"soon", "2026-02-30", "1-12-2026", "2026-12"})
    EXPECT_THROW(app.parse(std::string("--today ") + wrong), CLI::ValidationError) << wrong;
}

/// What was asked on a command line of "run".
studies::StudyReader asked_by(std::vector<std::string> arguments) {
  CLI::App app;
  studies::StudyReader out;
  cli::add_study_options(app, out);
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  app.parse(arguments);
  return out;
}

std::string error_of(const std::vector<std::string>& arguments) {
  try {
    asked_by(arguments);
  } catch (const CLI::ParseError& error) {
    return error.what();
  }
  return "";
}

TEST(StudyOptions, AScenarioIsEnough) {
  const auto asked = asked_by({"a.yaml"});
  EXPECT_EQ(asked.scenario, "a.yaml");
  EXPECT_EQ(asked.seed, 1u);
  EXPECT_EQ(asked.threat.threat, "");
  EXPECT_FALSE(asked.year.year);
}

TEST(StudyOptions, AThreatStandsInForAScenario) {
  const auto asked =
      asked_by({"--threat", "DR-07", "--target", "rotterdam", "--at", "2026-12-01T14:00",
                "--duration", "4 h", "--world", "w", "--catalogue", "c.yaml"});
  EXPECT_EQ(asked.threat.threat, "DR-07");
  EXPECT_EQ(asked.threat.aim.target, "rotterdam");
  EXPECT_EQ(asked.threat.aim.onset, "2026-12-01T14:00");
  EXPECT_EQ(asked.threat.aim.duration, "4 h");
  EXPECT_EQ(asked.threat.world, "w");
  EXPECT_EQ(asked.threat.catalogue, "c.yaml");
}

TEST(StudyOptions, AYearStandsInForBoth) {
  const auto asked = asked_by({"--year", "--no-failures", "--criteria", "c.yaml"});
  EXPECT_TRUE(asked.year.year);
  EXPECT_TRUE(asked.year.no_failures);
  EXPECT_EQ(asked.year.criteria, "c.yaml");
}

TEST(StudyOptions, OneOfTheThreeIsNeeded) {
  EXPECT_THAT(error_of({}), HasSubstr("SCENARIO, --threat or --year"));
  EXPECT_EQ(error_of({"a.yaml", "--threat", "DR-07"}), "") << "the threat, over the scenario";
  EXPECT_NE(error_of({"a.yaml", "--year"}), "");
  EXPECT_NE(error_of({"--threat", "DR-07", "--year"}), "");
}

TEST(StudyOptions, HowAThreatIsAimedNeedsAThreat) {
  for (const char* const option : {"--target", "--at", "--duration", "--world", "--catalogue"})
    EXPECT_THAT(error_of({"a.yaml", option, "x"}), HasSubstr("--threat")) << option;
  EXPECT_EQ(error_of({"--year", "--world", "w"}), "") << "a year has a world too";
  EXPECT_NE(error_of({"--year", "--target", "x"}), "");
}

TEST(StudyOptions, CompanionsOfAYearNeedOne) {
  EXPECT_NE(error_of({"a.yaml", "--no-failures"}), "");
  EXPECT_NE(error_of({"a.yaml", "--criteria", "c.yaml"}), "");
}

TEST(StudyOptions, SettingsAreKeptInOrder) {
  const auto asked = asked_by({"a.yaml", "--set", "a=1", "--set", "b=2", "--set", "a=3", "--with",
                               "x.yaml", "--with", "y.csv", "--plan", "pairs"});
  EXPECT_THAT(asked.world.set, ElementsAre("a=1", "b=2", "a=3"));
  EXPECT_THAT(asked.world.with, ElementsAre("x.yaml", "y.csv"));
  EXPECT_EQ(asked.world.plan, "pairs");
}

TEST(StudyOptions, ASettingHasAPathAndAValue) {
  EXPECT_THAT(error_of({"a.yaml", "--set", "takeover.decide"}), HasSubstr("is not PATH=VALUE"));
  EXPECT_THAT(error_of({"a.yaml", "--set", "=5"}), HasSubstr("is not PATH=VALUE"));
  EXPECT_EQ(error_of({"a.yaml", "--set", "a="}), "") << "the reader says what is wrong with it";
  EXPECT_EQ(error_of({"a.yaml", "--set", "a=b=c"}), "");
}

TEST(StudyOptions, OneSettingTakesOneWord) {
  const auto asked = asked_by({"--set", "a=1", "a.yaml"});
  EXPECT_EQ(asked.scenario, "a.yaml");
  EXPECT_THAT(asked.world.set, ElementsAre("a=1"));
}

TEST(StudyOptions, AListOfMeasuresNeedsAPackage) {
  EXPECT_NE(error_of({"a.yaml", "--measure-file", "m.yaml"}), "");
  const auto asked = asked_by({"a.yaml", "--measures", "planned", "--measure-file", "m.yaml"});
  EXPECT_EQ(asked.world.measures, "planned");
  EXPECT_EQ(asked.world.measure_file, "m.yaml");
}

TEST(StudyOptions, WhatIsSavedHasNoOverlayAndIsNoYear) {
  EXPECT_EQ(asked_by({"a.yaml", "--save", "b.yaml"}).save, "b.yaml");
  EXPECT_NE(error_of({"a.yaml", "--save", "b.yaml", "--with", "x.yaml"}), "");
  EXPECT_NE(error_of({"--year", "--save", "b.yaml"}), "");
}

TEST(StudyOptions, ASeedIsBounded) {
  EXPECT_EQ(asked_by({"a.yaml", "--seed", "7"}).seed, 7u);
  for (const char* const seed : {"-1", "x", "1.5", "99999999999999999999999"})
    EXPECT_NE(error_of({"a.yaml", "--seed", seed}), "") << seed;
}

}  // namespace
