#include "cli/program.hpp"

#include <gmock/gmock.h>

#include <iostream>

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

}  // namespace
