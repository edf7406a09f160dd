#include "cli/serve/command_line.hpp"

#include <gmock/gmock.h>

/// The command line of a run of the page, and whose fault what the program says is.
namespace {

using cli::CommandLine;
using cli::FieldProblem;
using cli::Marks;
using cli::problems_of;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(CommandLine, IsWordsForTheProgramAndATextForPeople) {
  CommandLine line("run");
  line.file("scenarios/a.yaml", "scenario");
  line.option("--seed", "7");
  line.option("--precision", "5%@lost_callers", "precision");
  line.silent("--json");
  EXPECT_THAT(line.words(), ElementsAre("run", "scenarios/a.yaml", "--seed=7",
                                        "--precision=5%@lost_callers", "--json"));
  EXPECT_EQ(line.shown(), "uitwijk run scenarios/a.yaml --seed 7 --precision 5%@lost_callers");
}

TEST(CommandLine, AnOptionWithoutAValueIsNone) {
  CommandLine line("run");
  line.option("--plan", "", "plan");
  EXPECT_THAT(line.words(), ElementsAre("run"));
  EXPECT_EQ(line.shown(), "uitwijk run");
  EXPECT_EQ(problems_of("--plan: is needed\n", line.marks())[0].field, "plan")
      << "what is missing may be said of it too";
}

TEST(CommandLine, WhatTheShellReadsOtherwiseIsQuoted) {
  CommandLine line("run");
  line.file("my scenarios/a.yaml");
  line.pair("--set", "takeover.decide=5 min", "set.takeover.decide");
  line.option("--at", "it's");
  EXPECT_EQ(line.shown(),
            "uitwijk run 'my scenarios/a.yaml' --set 'takeover.decide=5 min' --at 'it'\\''s'");
  EXPECT_EQ(line.words()[2], "--set=takeover.decide=5 min") << "one word for the program";
}

/// Nothing of a request may be taken for an option.
TEST(CommandLine, AValueThatBeginsWithADashStaysAValue) {
  CommandLine line("run");
  line.file("-rf.yaml");
  line.option("--target", "--save=/etc/passwd");
  EXPECT_THAT(line.words(), ElementsAre("run", "./-rf.yaml", "--target=--save=/etc/passwd"));
  EXPECT_EQ(line.shown(), "uitwijk run ./-rf.yaml --target=--save=/etc/passwd");
}

TEST(CommandLine, ATextIsGivenOnStandardInput) {
  CommandLine line("exercise");
  line.given("exercise: {name: \"x\"}\n");
  line.option("--seed", "1");
  EXPECT_THAT(line.words(), ElementsAre("exercise", "/dev/stdin", "--seed=1"));
  EXPECT_EQ(line.shown(), "uitwijk exercise /dev/stdin --seed 1 <<< 'exercise: {name: \"x\"}\n'");
}

std::string field_of(const std::string& talk, const Marks& marks) {
  return problems_of(talk, marks).at(0).field;
}

TEST(ProblemsOf, NothingSaidNothingWrong) {
  EXPECT_THAT(problems_of("", {}), IsEmpty());
}

TEST(ProblemsOf, EachLineIsOne) {
  const auto problems = problems_of("one\ntwo\nthree", {});
  ASSERT_EQ(problems.size(), 3u);
  EXPECT_EQ(problems[0].message, "one");
  EXPECT_EQ(problems[2].message, "three") << "the last needs no end";
  EXPECT_EQ(problems[1].field, "");
}

TEST(ProblemsOf, ASettingHasItsOwnField) {
  CommandLine line("run");
  line.pair("--set", "a.b=x", "set.a.b");
  line.pair("--set", "a.c=y", "set.a.c");
  const auto problems = problems_of(
      "--set a.c=y:1:1: must be a time\n--set a.b=x:1:3: must be a share, found x\n", line.marks());
  EXPECT_EQ(problems.at(0).field, "set.a.c");
  EXPECT_EQ(problems.at(0).message, "must be a time");
  EXPECT_EQ(problems.at(1).field, "set.a.b");
  EXPECT_EQ(problems.at(1).message, "must be a share, found x");
}

TEST(ProblemsOf, AFileIsTheFieldThatChoseIt) {
  CommandLine line("run");
  line.file("scenarios/a.yaml", "scenario");
  EXPECT_EQ(field_of("scenarios/a.yaml:3:4: unknown key\n", line.marks()), "scenario");
  EXPECT_EQ(field_of("scenarios/a.yaml2:3:4: unknown key\n", line.marks()), "");
  EXPECT_EQ(field_of("other.yaml:3:4: unknown key\n", line.marks()), "");
}

TEST(ProblemsOf, WhatHasNoFieldKeepsItsPlace) {
  CommandLine line("run");
  line.file("a.yaml", "scenario");
  EXPECT_EQ(problems_of("b.yaml:3:4: unknown key\n", line.marks())[0].message,
            "b.yaml:3:4: unknown key");
}

TEST(ProblemsOf, WordsOfAGivenTextHaveFieldsOfTheirOwn) {
  CommandLine line("exercise");
  line.given("...");
  line.given_word("decide", "observed.decide");
  line.given_word("rotterdam", "observed.meldkamer");
  const auto problems = problems_of(
      "/dev/stdin:4:5: decide must be a time\n/dev/stdin:3:1: rotterdam is no meldkamer\n"
      "/dev/stdin:2:1: decided must be\n",
      line.marks());
  EXPECT_EQ(problems.at(0).field, "observed.decide");
  EXPECT_EQ(problems.at(1).field, "observed.meldkamer");
  EXPECT_EQ(problems.at(2).field, "") << "only the whole word";
}

}  // namespace
