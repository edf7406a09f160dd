#include <gmock/gmock.h>
#include <signal.h>
#include <stdlib.h>

#include <chrono>
#include <fstream>
#include <random>
#include <thread>

#include "results/campaign_file.hpp"
#include "results/result_file.hpp"
#include "tests/sample.hpp"
#include "tests/simulation/campaign_folder.hpp"

/// What kill -9 at random moments leaves of a campaign.
namespace {

namespace fs = std::filesystem;
using namespace simulation;

constexpr int longest_ms = 350;  ///< the whole campaign takes about so long on an idle machine

/// The first child of a process; 0: none.
pid_t child_of(pid_t pid) {
  const std::string process = std::to_string(pid);
  pid_t found = 0;
  std::ifstream("/proc/" + process + "/task/" + process + "/children") >> found;
  return found;
}

/// Finished shards stay what they are, and every one that is there can be read.
void expect_nothing_lost(const std::string& folder,
                         const std::map<std::string, std::string>& before) {
  const auto now = shards_of(folder);
  for (const auto& [name, bytes] : before) {
    ASSERT_TRUE(now.contains(name)) << name;
    EXPECT_TRUE(now.at(name) == bytes) << name;
  }
  for (const auto& [name, bytes] : now)
    EXPECT_NO_THROW(results::read_study(folder + "/shards/" + name)) << name;
}

class Killing {
public:
  explicit Killing(const std::string& plan, int merge_code = 0)
      : plan_(plan), merge_code_(merge_code) {
    // A leak check is done by a child, and a process of which that child is killed waits for ever.
    setenv("ASAN_OPTIONS", "allocator_may_return_null=1:detect_leaks=0", 1);
    copy_plan(plan, plan + "-whole");
    expected_ = merged(plan + "-whole", "-j 2", merge_code);
  }

  void run(int most) {
    for (int round = 0; kills_ < most; ++round) {
      const std::string folder = plan_ + "-" + std::to_string(round);
      copy_plan(plan_, folder);
      kill_runs(folder);
      kill_merges(folder);
      EXPECT_TRUE(merged(folder, "-j 2", merge_code_) == expected_) << round;
      EXPECT_FALSE(testing::Test::HasFatalFailure());
    }
  }
  int kills() const { return kills_; }

private:
  /// The parent, a worker, or the process of one world.
  void kill_runs(const std::string& folder) {
    for (int i = 0; i < 8; ++i) {
      const auto before = shards_of(folder);
      Program run("campaign run -q -j 2 " + folder);
      pause();
      const int depth = static_cast<int>(random_() % 3);
      pid_t victim = run.pid();
      for (int step = 0; step < depth && child_of(victim) != 0; ++step)
        victim = child_of(victim);
      kill(victim, SIGKILL);
      ++kills_;
      const Ended ended = run.wait();
      if (victim != run.pid()) {
        EXPECT_EQ(ended.exit_code, 0) << ended.err;
      }
      expect_nothing_lost(folder, before);
    }
  }

  void kill_merges(const std::string& folder) {
    ASSERT_EQ(uitwijk("campaign run -q " + folder).exit_code, 0);
    const std::string file = folder + "-killed.h5";
    for (int i = 0; i < 2; ++i) {
      Program merge("campaign merge -q " + folder + " -o " + file);
      pause();
      merge.signal(SIGKILL);
      ++kills_;
      merge.wait();
      if (fs::exists(file)) {
        EXPECT_TRUE(text_of(file) == expected_);
      }
    }
  }

  void pause() { std::this_thread::sleep_for(std::chrono::milliseconds(random_() % longest_ms)); }

  std::string plan_, expected_;
  int merge_code_;
  std::mt19937 random_{112};
  int kills_ = 0;
};

TEST(CampaignKills, LoseNothingThatIsFinishedAndChangeNoByte) {
  const Scratch scratch;
  const std::string plan = scratch.file("plan");
  ASSERT_EQ(plan_tiny(plan, "0.02").exit_code, 0);
  Killing killing(plan);
  killing.run(sample(10, 50));
  EXPECT_GE(killing.kills(), sample(10, 50));
}

/// Also of what decides where a row stops.
TEST(CampaignKills, ChangeNoByteOfRowsThatStopWhenTheyArePrecise) {
  const Scratch scratch;
  const std::string plan = scratch.file("plan");
  ASSERT_EQ(uitwijk("campaign plan -q " + world_file("cli_tiny/precise.campaign.yaml") +
                    " --task-seconds 0.05 -o " + plan)
                .exit_code,
            0);
  Killing killing(plan, 4);
  killing.run(sample(10, 20));
  EXPECT_GE(killing.kills(), sample(10, 20));
}

/// SIGTERM, as Slurm sends it before the time is up: the claim is given back at once.
TEST(CampaignKills, AnInterruptedRunGivesItsClaimsBack) {
  const Scratch scratch;
  const std::string folder = scratch.file("plan");
  ASSERT_EQ(uitwijk("campaign plan -q -n 1 " + world_file("cli_tiny/year.campaign.yaml") + " -o " +
                    folder)
                .exit_code,
            0);
  Program run("campaign run --task 0 " + folder);
  while (claims_of(folder) == 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  const Ended second = uitwijk("campaign run --task 0 " + folder);
  EXPECT_EQ(second.exit_code, 5);
  EXPECT_THAT(second.err, testing::HasSubstr("is being worked on by"));
  run.signal(SIGTERM);
  EXPECT_EQ(run.wait().exit_code, 143);
  EXPECT_EQ(claims_of(folder), 0u);
}

/// Six at once on every task: each is done once, by somebody.
TEST(CampaignKills, ManyProcessesMayRaceForTheSameTasks) {
  const Scratch scratch;
  const std::string folder = scratch.file("plan");
  ASSERT_EQ(plan_tiny(folder, "0.02").exit_code, 0);
  copy_plan(folder, scratch.file("whole"));
  const std::string expected = merged(scratch.file("whole"), "-j 2");
  for (std::size_t task = 0; task < tasks_of(folder); ++task) {
    std::vector<std::unique_ptr<Program>> racers;
    for (int i = 0; i < 6; ++i)
      racers.push_back(
          std::make_unique<Program>("campaign run --task " + std::to_string(task) + " " + folder));
    int done = 0;
    for (const auto& racer : racers) {
      const Ended ended = racer->wait();
      EXPECT_THAT(ended.exit_code, testing::AnyOf(0, 5)) << ended.err;
      done += ended.exit_code == 0 ? 1 : 0;
    }
    EXPECT_GE(done, 1);
  }
  EXPECT_EQ(claims_of(folder), 0u);
  EXPECT_TRUE(merged(folder, "") == expected);
}

}  // namespace
