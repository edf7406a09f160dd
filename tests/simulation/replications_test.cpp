// Replications in processes of their own: the same whoever runs them, and each for itself.
#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "scenarios/read_scenario.hpp"
#include "written_study.hpp"

namespace {

namespace fs = std::filesystem;

scenarios::ScenarioInWorld tiny(const char* file,
                                const std::vector<models::Setting>& settings = {}) {
  return scenarios::read_scenario(fs::path(SOURCE_DIR) / "tests/worlds/cli_tiny" / file, settings);
}

void expect_same(const results::Facts& a, const results::Facts& b) {
  EXPECT_EQ(results::to_hex(a.digest), results::to_hex(b.digest));
  EXPECT_EQ(a.callers, b.callers);
  EXPECT_EQ(a.contacts, b.contacts);
  EXPECT_EQ(a.contact_time, b.contact_time);
  EXPECT_EQ(a.groups, b.groups);
  EXPECT_EQ(a.group_times, b.group_times);
  EXPECT_EQ(a.waits, b.waits);
  EXPECT_EQ(a.answer_delay, b.answer_delay);
  EXPECT_EQ(a.dispatch_delay, b.dispatch_delay);
  EXPECT_EQ(a.timeline, b.timeline);
  EXPECT_EQ(a.unreachable_112_s, b.unreachable_112_s);
  EXPECT_EQ(a.dispatch_impossible_s, b.dispatch_impossible_s);
  EXPECT_EQ(a.degraded_s, b.degraded_s);
  ASSERT_EQ(a.outages.size(), b.outages.size());
  for (std::size_t i = 0; i < a.outages.size(); ++i) {
    EXPECT_EQ(a.outages[i].component, b.outages[i].component);
    EXPECT_EQ(a.outages[i].from_s, b.outages[i].from_s);
    EXPECT_EQ(a.outages[i].to_s, b.outages[i].to_s);
  }
  ASSERT_EQ(a.episodes.size(), b.episodes.size());
  ASSERT_EQ(a.course.size(), b.course.size());
  for (std::size_t i = 0; i < a.course.size(); ++i) {
    EXPECT_EQ(a.course[i].t_s, b.course[i].t_s);
    EXPECT_EQ(a.course[i].kind, b.course[i].kind);
    EXPECT_EQ(a.course[i].answered, b.course[i].answered);
  }
}

void expect_same(const results::Observations& a, const results::Observations& b) {
  EXPECT_EQ(a.replication, b.replication);
  expect_same(a.world, b.world);
  ASSERT_EQ(a.twin.has_value(), b.twin.has_value());
  if (!a.twin)
    return;
  expect_same(*a.twin, *b.twin);
  EXPECT_EQ(a.paired->newly_lost, b.paired->newly_lost);
  EXPECT_EQ(a.paired->newly_saved, b.paired->newly_saved);
  EXPECT_EQ(a.paired->late, b.paired->late);
  EXPECT_EQ(a.paired->newly_unreached, b.paired->newly_unreached);
}

TEST(Replications, AreTheSameForAnyNumberOfJobs) {
  const auto study = tiny("outage.yaml");
  const auto one = written::run(study, 5, 0, 1), two = written::run(study, 5, 0, 2);
  ASSERT_EQ(one.replications.size(), 5u);
  ASSERT_EQ(two.replications.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i)
    expect_same(one.replications[i], two.replications[i]);
}

TEST(Replications, AreTheSameAlone) {
  const auto study = tiny("outage.yaml");
  const auto all = written::run(study, 5), third = written::run(study, 1, 3);
  ASSERT_EQ(third.replications.size(), 1u);
  expect_same(all.replications[3], third.replications[0]);
}

TEST(Replications, DifferBySeedAndByNumber) {
  const auto study = tiny("outage.yaml");
  const auto seed_1 = written::run(study, 2, 0, 2, 1), seed_2 = written::run(study, 1, 0, 2, 2);
  const auto& first = seed_1.replications[0];
  EXPECT_NE(first.world.digest, seed_1.replications[1].world.digest);
  EXPECT_NE(first.world.digest, seed_2.replications[0].world.digest);
  EXPECT_NE(first.twin->digest, seed_2.replications[0].twin->digest);
  EXPECT_NE(first.world.digest, first.twin->digest);
}

/// State letter of a process ('R', 'T', 'Z', ...) and its parent; nothing when there is none.
std::pair<char, pid_t> state_of(pid_t process) {
  std::ifstream in("/proc/" + std::to_string(process) + "/stat");
  const std::string line((std::istreambuf_iterator<char>(in)), {});
  const auto name_ends = line.rfind(')');
  if (name_ends == std::string::npos)
    return {0, 0};
  return {line[name_ends + 2], std::stoi(line.substr(name_ends + 4))};
}

std::vector<pid_t> children() {
  std::vector<pid_t> found;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const auto name = entry.path().filename().string();
    if (std::isdigit(static_cast<unsigned char>(name[0])) &&
        state_of(std::stoi(name)).second == getpid())
      found.push_back(std::stoi(name));
  }
  return found;
}

/// Kills a child that certainly was alive: it is stopped first, and seen to be.
bool kill_one_child() {
  for (const pid_t child : children()) {
    kill(child, SIGSTOP);
    char state = 0;
    do {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      state = state_of(child).first;
    } while (state != 'T' && state != 'Z' && state != 0);
    if (state != 'T')
      continue;
    kill(child, SIGKILL);
    return true;
  }
  return false;
}

TEST(Replications, AChildThatDiesCostsItsReplicationOnly) {
  const auto study = tiny("year.yaml", {{"demand.calls", "\"20 calls/h\"", {}}});
  bool killed = false;
  const auto outcome = sim::run_replications(study.model.world, study.scenario, {1, 20, 6, 2},
                                             [&](const sim::Progress&) {
                                               if (!killed)
                                                 killed = kill_one_child();
                                               return true;
                                             });
  ASSERT_TRUE(killed);
  ASSERT_EQ(outcome.failures.size(), 1u);
  EXPECT_NE(outcome.failures[0].reason.find("signal 9"), std::string::npos)
      << outcome.failures[0].reason;
  EXPECT_EQ(outcome.replications.size(), 5u);
  EXPECT_FALSE(outcome.interrupted);
  EXPECT_GE(outcome.failures[0].replication, 20u);
  EXPECT_LT(outcome.failures[0].replication, 26u);
  for (const auto& seen : outcome.replications)
    EXPECT_NE(seen.replication, outcome.failures[0].replication);
}

TEST(Replications, AnInterruptionKeepsWhatIsThereAndLeavesNobody) {
  const auto study = tiny("outage.yaml");
  const auto outcome = sim::run_replications(study.model.world, study.scenario, {1, 0, 500, 3},
                                             [](const sim::Progress& at) { return at.done < 2; });
  EXPECT_TRUE(outcome.interrupted);
  EXPECT_EQ(outcome.replications.size(), 2u);
  EXPECT_TRUE(outcome.failures.empty());
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

TEST(Replications, TellHowFarTheyAre) {
  const auto study = tiny("calm.yaml");
  std::vector<std::uint64_t> done;
  sim::run_replications(study.model.world, study.scenario, {1, 0, 4, 2},
                        [&](const sim::Progress& at) {
                          EXPECT_EQ(at.total, 4u);
                          done.push_back(at.done);
                          return true;
                        });
  // Between two replications it only asks whether to go on.
  done.erase(std::unique(done.begin(), done.end()), done.end());
  std::erase(done, 0u);
  EXPECT_EQ(done, (std::vector<std::uint64_t>{1, 2, 3, 4}));
}

/// However busy the busiest hour gets, there is room for everybody's fate: with a cv of 1.5 one
/// block in a hundred is more than seven times as busy as the mean.
TEST(Replications, HaveRoomForTheBusiestHour) {
  const auto study = written::read({R"(
world: {name: W, zone: "UTC+0"}
disciplines: {any: {name: Any}}
stages: {answer: {handling: "1 s"}}
roles: {agent: {stage: answer}}
regions: {land: {}}
meldkamers: {c: {name: C, roster: {agent: 100}}}
demand: {calls: "5000 calls/h", busyness: {cv: 1.5, block: "24 h"}}
)",
                                    R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T08:00", warm_up: "0 s", end: "2 h"}
)"});
  const auto outcome = written::run(study, 30);
  for (const auto& failure : outcome.failures)
    ADD_FAILURE() << failure.reason;
  std::uint32_t most = 0;
  for (const auto& seen : outcome.replications)
    most = std::max(most, seen.world.callers[0]);
  EXPECT_GT(most, 30000u);  // one of them was such a day
}

}  // namespace
