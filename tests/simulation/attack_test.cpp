#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "results/result_file.hpp"
#include "tests/simulation/campaign_folder.hpp"

/// Races that decide what the exchange meets.
namespace {

using namespace simulation;
using testing::HasSubstr;

const std::string attacked = world_file("cli_tiny/attack.yaml");

std::vector<results::Observations> run_attacked(const std::string& arguments) {
  const Scratch scratch;
  const std::string file = scratch.file("out.h5");
  succeeds("run -q " + attacked + " " + arguments + " -o " + file);
  return results::read_study(file).replications;
}

std::uint64_t newly_lost(const results::Observations& one) {
  return std::accumulate(one.paired->newly_lost.begin(), one.paired->newly_lost.end(),
                         std::uint64_t{0});
}

/// Of what nothing begins, the world is the twin to the last call.
TEST(AttackRuns, CostNothingWhenStoppedAndSomethingElse) {
  int stopped = 0;
  std::uint64_t lost = 0;
  for (const auto& one : run_attacked("-n 40 -j 2")) {
    EXPECT_EQ(one.world.conservation_error + one.twin->conservation_error, 0u);
    if (!std::isnan(one.paired->onset_s)) {
      lost += newly_lost(one);
      continue;
    }
    ++stopped;
    EXPECT_EQ(one.world.callers, one.twin->callers) << one.replication;
    EXPECT_EQ(newly_lost(one), 0u);
  }
  EXPECT_GT(stopped, 2);
  EXPECT_LT(stopped, 38);
  EXPECT_GT(lost, 10u);
}

TEST(AttackRuns, AreTheSameForAnyNumberOfJobsAndOneByOne) {
  const auto all = run_attacked("-n 12 -j 1"), two = run_attacked("-n 12 -j 3"),
             one = run_attacked("--replication 7");
  ASSERT_EQ(all.size(), 12u);
  for (std::size_t i = 0; i < all.size(); ++i)
    EXPECT_EQ(all[i].world.digest, two[i].world.digest) << i;
  EXPECT_EQ(one.at(0).world.digest, all[7].world.digest);
}

/// The watch changes no draw but its own: where nobody was seen, nothing moves.
TEST(AttackRuns, AMeasureMovesOnlyWhatItIsAbout) {
  const auto before = run_attacked("-n 24"),
             after = run_attacked("-n 24 --set threats.intruder.attack.steps.admin.seen=0");
  int same = 0;
  for (std::size_t i = 0; i < before.size(); ++i)
    same += before[i].world.digest == after[i].world.digest ? 1 : 0;
  EXPECT_GT(same, 8);
  EXPECT_LT(same, 24);
}

/// An attack that nobody saw was stopped by nobody.
TEST(AttackRuns, TraceDoesNotCallStoppedWhatNobodyStopped) {
  const Ended unseen = uitwijk("trace " + attacked +
                               " --set threats.intruder.attack.strike.after='500 year'"
                               " --set threats.intruder.attack.steps.inwards.seen=0"
                               " --set threats.intruder.attack.steps.admin.seen=0 --lang en");
  EXPECT_THAT(unseen.out, HasSubstr("came to nothing by itself"));
}

TEST(AttackRuns, TraceTellsTheRace) {
  const Ended told = uitwijk("trace " + attacked + " --replication 7");
  ASSERT_EQ(told.exit_code, 0) << told.err;
  EXPECT_THAT(told.out, HasSubstr("THE RACE"));
  EXPECT_THAT(told.out, HasSubstr("the intruder is in: office"));
  const auto attack = json_of("trace --json " + attacked + " --replication 7").at("attack");
  EXPECT_EQ(attack.at(0).at("kind"), "access");
  EXPECT_EQ(attack.at(0).at("since_access_s"), 0);
  EXPECT_LT(attack.at(0).at("t_s"), 3600 + 900 + 1);
}

}  // namespace
