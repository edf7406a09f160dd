/// `uitwijk new`: files to begin with, and what is never replaced.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

struct Kind {
  const char* word;
  const char* file;    ///< what is written for the name my/thing
  const char* checks;  ///< what `check` is given
};
constexpr Kind kinds[] = {
    {"world", "my/thing/world.yaml", "my/thing"},   {"scenario", "my/thing.yaml", "my/thing.yaml"},
    {"threat", "my/thing.yaml", "my/thing.yaml"},   {"measure", "my/thing.yaml", "my/thing.yaml"},
    {"campaign", "my/thing.yaml", "my/thing.yaml"}, {"criteria", "my/thing.yaml", "my/thing.yaml"},
    {"register", "my/thing.yaml", "my/thing.yaml"}, {"exercise", "my/thing.yaml", "my/thing.yaml"}};

class CliNew : public testing::TestWithParam<Kind> {};

TEST_P(CliNew, WritesWhatCheckTakesAsItIs) {
  const Scratch scratch;
  const Kind kind = GetParam();
  const Ended made =
      uitwijk(std::string("new ") + kind.word + " '" + scratch.file("my/thing") + "'");
  ASSERT_EQ(made.exit_code, 0) << made.err;
  EXPECT_THAT(made.out, IsEmpty());
  EXPECT_THAT(made.err, AllOf(HasSubstr(scratch.file(kind.file)), HasSubstr("uitwijk check ")));
  const Ended check = uitwijk("check '" + scratch.file(kind.checks) + "'");
  EXPECT_EQ(check.exit_code, 0) << check.out << text_of(scratch.file(kind.file));
  EXPECT_EQ(check.err.find("warning"), std::string::npos) << check.err;
}

TEST_P(CliNew, ReplacesNothingUnlessItIsTold) {
  const Scratch scratch;
  const Kind kind = GetParam();
  const std::string file = scratch.file(kind.file);
  std::filesystem::create_directories(std::filesystem::path(file).parent_path());
  write(file, "mine\n");
  const std::string command =
      std::string("new ") + kind.word + " '" + scratch.file("my/thing") + "'";
  const Ended refused = uitwijk(command);
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_THAT(refused.err, HasSubstr("is there already"));
  EXPECT_EQ(text_of(file), "mine\n");
  EXPECT_EQ(uitwijk(command + " --overwrite").exit_code, 0);
  EXPECT_NE(text_of(file), "mine\n");
}

INSTANTIATE_TEST_SUITE_P(Kinds, CliNew, testing::ValuesIn(kinds),
                         [](const auto& kind) { return std::string(kind.param.word); });

TEST(CliNewFiles, RunWhereTheyCanBeRun) {
  const Scratch scratch;
  const auto file = [&](const std::string& name) { return "'" + scratch.file(name) + "'"; };
  succeeds("new world " + file("world"));
  succeeds("new scenario " + file("day") + " --world " + file("world"));
  succeeds("run " + file("day.yaml") + " -n 1 -q");
  succeeds("new threat " + file("flood"));
  succeeds("run --threat FLOOD-01 --catalogue " + file("flood.yaml") + " -n 1 -q");
  succeeds("new measure " + file("faster"));
  succeeds("run --threat DR-20 --measure-file " + file("faster.yaml") +
           " --measures faster -n 1 -q");
  succeeds("new campaign " + file("two"));
  succeeds("campaign plan -q " + file("two.yaml"));
  succeeds("new exercise " + file("test"));
  succeeds("exercise " + file("test.yaml") + " " + dutch_world + " -n 2 -q");
}

/// The choices are those of the readers.
TEST(CliNewFiles, HaveTheChoicesBesideThem) {
  const Scratch scratch;
  succeeds("new scenario '" + scratch.file("day") + "'");
  EXPECT_THAT(text_of(scratch.file("day.yaml")),
              AllOf(HasSubstr("# a time in s, ms, min, h, d, week, year"), HasSubstr("blocking"),
                    HasSubstr("also: ")));
  succeeds("new measure '" + scratch.file("faster") + "'");
  EXPECT_THAT(text_of(scratch.file("faster.yaml")),
              AllOf(HasSubstr("# existing, planned or possible"), HasSubstr("# site or chain")));
}

TEST(CliNewFiles, SayWhatWasWrittenAsJson) {
  const Scratch scratch;
  const auto made = json_of("new --json criteria '" + scratch.file("mine") + "'");
  EXPECT_EQ(made.at("schema"), "uitwijk/new/1");
  EXPECT_EQ(made.at("written"), scratch.file("mine.yaml"));
  EXPECT_FALSE(made.at("next").empty());
}

TEST(CliNewFiles, MayHaveASlashBehindTheirNames) {
  const Scratch scratch;
  succeeds("new world '" + scratch.file("my") + "/'");
  EXPECT_EQ(uitwijk("check '" + scratch.file("my") + "'").exit_code, 0);
  succeeds("new scenario '" + scratch.file("day") + "/'");
  EXPECT_TRUE(std::filesystem::exists(scratch.file("day.yaml")));
}

TEST(CliNewFiles, HaveNoLineBreakInTheirNames) {
  const Scratch scratch;
  const Ended ended = uitwijk("new scenario '" + scratch.file("a\nb") + "'");
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr("NAME: must stand on one line"));
  EXPECT_TRUE(std::filesystem::is_empty(scratch.file("")));
}

TEST(CliNewFiles, OfAnUnknownKindAreRefusedWithASuggestion) {
  const Ended ended = uitwijk("new scenaro x");
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr("did you mean scenario?"));
}

}  // namespace
}  // namespace simulation
