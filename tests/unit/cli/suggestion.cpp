#include <gmock/gmock.h>

#include "cli/help.hpp"

/// What somebody may have meant.
namespace {

using cli::suggestion;

/// uitwijk run [--seed N] [-n N] [SCENARIO], uitwijk campaign plan|merge [--output FILE].
class Suggestion : public testing::Test {
protected:
  Suggestion() {
    program_.add_flag("--version");
    CLI::App* const run = program_.add_subcommand("run");
    run->add_option("--seed", number_);
    run->add_option("-n,--replications", number_);
    run->add_option("SCENARIO", text_);
    program_.add_subcommand("report");
    CLI::App* const campaign = program_.add_subcommand("campaign");
    campaign->add_subcommand("plan")->add_option("-o,--output", text_);
    campaign->add_subcommand("merge");
  }
  std::string of(const std::vector<std::string>& arguments) const {
    return suggestion(program_, arguments);
  }

  CLI::App program_{"", "uitwijk"};
  int number_ = 0;
  std::string text_;
};

TEST_F(Suggestion, IsNothingWithoutArguments) {
  EXPECT_EQ(of({}), "");
}

TEST_F(Suggestion, OfACommand) {
  EXPECT_EQ(of({"rum"}), "unknown command 'rum'; did you mean 'run'?");
  EXPECT_EQ(of({"reprot", "a.h5"}), "unknown command 'reprot'; did you mean 'report'?");
  EXPECT_EQ(of({"--lang", "rum"}), "unknown command 'rum'; did you mean 'run'?");
}

TEST_F(Suggestion, OfACommandWithinACommand) {
  EXPECT_EQ(of({"campaign", "plam"}), "unknown command 'plam'; did you mean 'plan'?");
  EXPECT_EQ(of({"campaign", "plan", "--outptu", "x"}),
            "unknown option '--outptu'; did you mean '--output'?");
  EXPECT_EQ(of({"campaign"}), "") << "which of them cannot be guessed";
}

TEST_F(Suggestion, OfAnOption) {
  EXPECT_EQ(of({"run", "--sed", "1"}), "unknown option '--sed'; did you mean '--seed'?");
  EXPECT_EQ(of({"run", "--sed=1"}), "unknown option '--sed'; did you mean '--seed'?")
      << "without its value";
  EXPECT_EQ(of({"run", "a.yaml", "--seed", "1", "--replicaitons=3"}),
            "unknown option '--replicaitons'; did you mean '--replications'?");
  EXPECT_EQ(of({"--versoin"}), "unknown option '--versoin'; did you mean '--version'?");
}

TEST_F(Suggestion, IsNothingWhenAllIsKnown) {
  EXPECT_EQ(of({"run", "--seed", "1", "-n", "3"}), "");
  EXPECT_EQ(of({"run", "--seed=1"}), "");
}

TEST_F(Suggestion, IsNothingWhenNothingIsNear) {
  EXPECT_EQ(of({"xylophone"}), "");
  EXPECT_EQ(of({"run", "--xylophone"}), "");
}

TEST_F(Suggestion, PassesOverWhatIsNearNothing) {
  EXPECT_EQ(of({"run", "--xylophone", "--sed"}), "unknown option '--sed'; did you mean '--seed'?");
}

TEST_F(Suggestion, AFileIsNoOption) {
  EXPECT_EQ(of({"run", "seed"}), "");
  EXPECT_EQ(of({"run", "--", "a.yaml"}), "") << "nor are two dashes";
  EXPECT_EQ(of({"run", "-s", "1"}), "") << "a letter is near to every letter";
}

}  // namespace
