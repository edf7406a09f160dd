#include "cli/program.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "cli/progress_bar.hpp"
#include "results/version.hpp"

/// The program, called within this one, on command lines that it does not understand.
namespace {

using testing::HasSubstr;
using testing::StartsWith;

struct Ended {
  int code = 0;
  std::string out, err;
};

Ended uitwijk(std::vector<std::string> words) {
  words.insert(words.begin(), "uitwijk");
  std::vector<char*> arguments;
  for (std::string& word : words)
    arguments.push_back(word.data());
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Ended out;
  out.code = cli::uitwijk(static_cast<int>(arguments.size()), arguments.data());
  std::cout.flush();
  out.out = testing::internal::GetCapturedStdout();
  out.err = testing::internal::GetCapturedStderr();
  return out;
}

void expect_wrong_usage(const std::vector<std::string>& words, const std::string& said,
                        const std::string& help) {
  const Ended ended = uitwijk(words);
  EXPECT_EQ(ended.code, 2) << said;
  EXPECT_EQ(ended.out, "");
  EXPECT_THAT(ended.err, StartsWith("uitwijk: "));
  EXPECT_THAT(ended.err, HasSubstr(said));
  EXPECT_THAT(ended.err, HasSubstr("Try 'uitwijk " + help + "--help'.\n"));
}

TEST(Program, WithoutArgumentsSaysWhatItCan) {
  const Ended ended = uitwijk({});
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.err, HasSubstr("Examples:"));
  EXPECT_EQ(ended.out, "") << "nobody asked for it";
}

TEST(Program, HelpGoesToStandardOutput) {
  for (const char* const command : {"run", "table", "serve", "campaign"}) {
    const Ended ended = uitwijk({command, "--help"});
    EXPECT_EQ(ended.code, 0) << command;
    EXPECT_THAT(ended.out, HasSubstr(std::string("uitwijk ") + command)) << command;
    EXPECT_EQ(ended.err, "") << command;
  }
}

TEST(Program, TellsItsVersion) {
  const Ended ended = uitwijk({"--version"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.out, "uitwijk " + results::version() + " (" + results::commit() + ")\n");
}

/// Before anything is read or run.
TEST(Program, WhatIsWrittenHasTheEndingOfWhatItIs) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"run", "a.yaml", "-o", "x.csv"},
           {"run", "a.yaml", "--save", "x.csv"},
           {"run", "a.yaml", "--document", "x.h5"},
           {"branch", "a.yaml", "-o", "x.csv"},
           {"exercise", "a.yaml", "--save", "x.csv"},
           {"optimise", "-o", "x.csv"},
           {"optimise", "--rounds", "x.csv"},
           {"plan", "--draaiboek", "a", "-o", "x.h5"},
           {"register", "a.h5", "-o", "x.csv"},
           {"report", "a.h5", "-o", "x.csv"},
           {"campaign", "merge", "c", "-o", "x.csv"},
           {"campaign", "submit", "c", "--time", "5", "-o", "x.csv"}}) {
    const Ended ended = uitwijk(words);
    EXPECT_EQ(ended.code, 2) << words.front();
    EXPECT_THAT(ended.err, HasSubstr("' must end in .")) << words.front();
  }
}

TEST(Program, AnUnknownCommandGetsASuggestion) {
  expect_wrong_usage({"rum", "a.yaml"}, "unknown command 'rum'; did you mean 'run'?", "");
  expect_wrong_usage({"tabel"}, "unknown command 'tabel'; did you mean 'table'?", "");
}

TEST(Program, AnUnknownOptionGetsASuggestionAndTheHelpOfItsCommand) {
  expect_wrong_usage({"run", "a.yaml", "--sed", "1"},
                     "unknown option '--sed'; did you mean '--seed'?", "run ");
  expect_wrong_usage({"campaign", "plan", "a.yaml", "--out", "x"}, "--out", "campaign plan ");
}

TEST(Program, ANumberOutOfItsBoundsIsWrongUsage) {
  expect_wrong_usage({"run", "a.yaml", "-n", "0"}, "range", "run ");
  expect_wrong_usage({"run", "a.yaml", "-n", "1000001"}, "range", "run ");
  expect_wrong_usage({"run", "a.yaml", "-j", "0"}, "range", "run ");
  expect_wrong_usage({"run", "a.yaml", "--seed", "99999999999999999999999"}, "--seed", "run ");
}

TEST(Program, ALanguageIsDutchOrEnglish) {
  expect_wrong_usage({"describe", "--lang", "de"}, "--lang", "describe ");
  expect_wrong_usage({"describe", "--progress", "loud"}, "--progress", "describe ");
}

TEST(Program, ACommandWithinACommandIsNeeded) {
  const Ended ended = uitwijk({"campaign"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.err, HasSubstr("Try 'uitwijk campaign --help'."));
}

TEST(Program, AFileThatIsMissingIsInvalidInput) {
  const Ended ended = uitwijk({"check", "no-such-file.yaml"});
  EXPECT_EQ(ended.code, 3);
  EXPECT_THAT(ended.out, HasSubstr("no-such-file.yaml: no such file or folder"))
      << "what is wrong with a file is what check was asked for";
}

TEST(Program, AResultThatIsMissingIsNamed) {
  const Ended ended = uitwijk({"compare", "no-such-file.h5", "nor-this.h5", "--criteria",
                               SOURCE_DIR "/analysis/criteria/standard.yaml"});
  EXPECT_EQ(ended.code, 3);
  EXPECT_THAT(ended.err, HasSubstr("no-such-file.h5"));
  EXPECT_EQ(ended.out, "");
}

/// What it says of `done` of `total`, one after the other.
std::string progress(cli::Progress form, const std::vector<std::uint64_t>& done,
                     std::uint64_t total) {
  testing::internal::CaptureStderr();
  {
    cli::ProgressBar bar(reports::Language::english, form);
    for (const std::uint64_t so_far : done)
      EXPECT_TRUE(bar.follow()(so_far, total)) << "it never stops a run";
  }
  return testing::internal::GetCapturedStderr();
}

std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(ProgressBar, SaysNothingWhenNobodyListens) {
  EXPECT_EQ(progress(cli::Progress::none, {1, 2, 3}, 3), "");
}

TEST(ProgressBar, SaysNothingBeforeAnythingIsDone) {
  EXPECT_EQ(progress(cli::Progress::people, {0, 0}, 3), "");
  EXPECT_EQ(progress(cli::Progress::json, {0}, 3), "");
  EXPECT_EQ(progress(cli::Progress::people, {0, 1}, 0), "") << "and of nothing";
}

TEST(ProgressBar, IsALineForEachTenPercentOutsideOfATerminal) {
  std::vector<std::uint64_t> all;
  for (std::uint64_t i = 1; i <= 200; ++i)
    all.push_back(i);
  const std::string said = progress(cli::Progress::people, all, 200);
  EXPECT_EQ(lines_in(said), 10u) << said;
  EXPECT_THAT(said, StartsWith("10 % (20/200), 0:0"));
  EXPECT_THAT(said, HasSubstr("100 % (200/200), 0:00"));
}

/// What was done before took another time: 50 of 100 are no half of the time that has passed.
TEST(ProgressBar, DoesNotCountWhatWasDoneBefore) {
  testing::internal::CaptureStderr();
  {
    cli::ProgressBar bar(reports::Language::english, cli::Progress::json);
    bar.show(50, 100);
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    bar.show(60, 100);
  }
  const auto said = nlohmann::json::parse(testing::internal::GetCapturedStderr());
  EXPECT_GE(said.at("progress").at("left_s"), 0.6) << "40 more, at 10 in 0.15 s";
}

/// One long step: a quarter of it took 0.15 s.
TEST(ProgressBar, CountsWhatIsUnderWay) {
  testing::internal::CaptureStderr();
  {
    cli::ProgressBar bar(reports::Language::english, cli::Progress::json);
    bar.show(0, 1);
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    bar.show({0, 0.25}, 1);
  }
  const auto said = nlohmann::json::parse(testing::internal::GetCapturedStderr()).at("progress");
  EXPECT_EQ(said.at("done"), 0);
  EXPECT_EQ(said.at("share"), 0.25);
  EXPECT_GE(said.at("left_s"), 0.4);
  testing::internal::CaptureStderr();
  {
    cli::ProgressBar bar(reports::Language::english, cli::Progress::people);
    for (const double so_far : {0.0, 0.15, 0.1, 0.3})
      bar.show({0, so_far}, 1);
  }
  const std::string lines = testing::internal::GetCapturedStderr();
  EXPECT_THAT(lines, StartsWith("10 % (0/1), 0:0"));
  EXPECT_EQ(lines_in(lines), 2u) << "what was tried again says nothing twice";
}

TEST(ProgressBar, StepsOverWhatCameAtOnce) {
  const std::string said = progress(cli::Progress::people, {0, 7, 8, 9}, 9);
  EXPECT_THAT(said, StartsWith("70 % (7/9)"));
  EXPECT_EQ(lines_in(said), 3u);
}

TEST(ProgressBar, AsJsonIsNotSaidTooOften) {
  std::vector<std::uint64_t> all;
  for (std::uint64_t i = 1; i <= 1000; ++i)
    all.push_back(i);
  const std::string said = progress(cli::Progress::json, all, 1000);
  EXPECT_LE(lines_in(said), 30u);
  EXPECT_GE(lines_in(said), 2u) << "the first and the last";
  const std::size_t last = said.rfind("{\"progress\"");
  const auto json = nlohmann::json::parse(said.substr(last));
  EXPECT_EQ(json.at("progress").at("done"), 1000);
  EXPECT_EQ(json.at("progress").at("total"), 1000);
  EXPECT_EQ(json.at("progress").at("left_s"), 0);
}

}  // namespace
