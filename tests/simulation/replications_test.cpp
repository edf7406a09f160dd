// Replications in child processes: the same whoever runs them, and each for itself.
#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include "results/datasets.hpp"
#include "same_facts.hpp"
#include "scenarios/read_scenario.hpp"
#include "written_study.hpp"

namespace {

namespace fs = std::filesystem;

scenarios::ScenarioInWorld tiny_study(const char* file,
                                      const std::vector<models::Setting>& settings = {}) {
  return scenarios::read_scenario(fs::path(SOURCE_DIR) / "tests/worlds/cli_tiny" / file, settings);
}

using same_facts::expect_same;

TEST(Replications, AreTheSameForAnyNumberOfJobs) {
  const auto study = tiny_study("outage.yaml");
  const auto one = written::run(study, 5, 0, 1), two = written::run(study, 5, 0, 2);
  ASSERT_EQ(one.replications.size(), 5u);
  ASSERT_EQ(two.replications.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i)
    expect_same(one.replications[i], two.replications[i]);
}

TEST(Replications, AreTheSameAlone) {
  const auto study = tiny_study("outage.yaml");
  const auto all = written::run(study, 5), third = written::run(study, 1, 3);
  ASSERT_EQ(third.replications.size(), 1u);
  expect_same(all.replications[3], third.replications[0]);
}

TEST(Replications, DifferBySeedAndByNumber) {
  const auto study = tiny_study("outage.yaml");
  const auto seed_1 = written::run(study, 2, 0, 2, 1), seed_2 = written::run(study, 1, 0, 2, 2);
  const auto& first = seed_1.replications[0];
  EXPECT_NE(first.world.digest, seed_1.replications[1].world.digest);
  EXPECT_NE(first.world.digest, seed_2.replications[0].world.digest);
  EXPECT_NE(first.twin->digest, seed_2.replications[0].twin->digest);
  EXPECT_NE(first.world.digest, first.twin->digest);
}

/// Bytes of counts that a record holds, and that a number of four bytes for each would take.
struct Held {
  std::size_t packed = 0, open = 0;
};

template <class Record, class Arrays>
void add_held(Held& held, const Record& record, const Arrays& arrays) {
  results::for_each(arrays, [&](const auto& array) {
    if constexpr (requires { (record.*array.member).bytes(); }) {
      held.packed += (record.*array.member).bytes();
      held.open += (record.*array.member).size() * sizeof(std::uint32_t);
    }
  });
}

/// The process that has asked holds all of them until it is done.
TEST(Replications, AreHeldPacked) {
  const auto study = written::run(tiny_study("outage.yaml"), 3);
  for (const results::Observations& seen : study.replications) {
    Held held{seen.world.timeline.bytes() + seen.twin->timeline.bytes(),
              (seen.world.timeline.size() + seen.twin->timeline.size()) * sizeof(std::uint32_t)};
    add_held(held, seen.world, results::facts_arrays);
    add_held(held, *seen.twin, results::facts_arrays);
    add_held(held, *seen.paired, results::paired_arrays);
    EXPECT_GT(held.open, 50'000u);
    EXPECT_LT(held.packed, held.open / 4);
  }
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

TEST(Replications, AChildThatDiesCostsNothing) {
  const auto study = tiny_study("year.yaml", {{"demand.calls", "\"20 calls/h\"", {}}});
  bool killed = false;
  std::uint64_t told = 0;
  const auto outcome = sim::run_replications(study.model.world, study.scenario, {1, 20, 6, 2},
                                             [&](const sim::Progress& at) {
                                               if (!killed)
                                                 killed = kill_one_child();
                                               told = at.tried_again;
                                               return true;
                                             });
  ASSERT_TRUE(killed);
  EXPECT_EQ(outcome.tried_again, 1u);
  EXPECT_EQ(told, 1u);
  EXPECT_TRUE(outcome.failures.empty());
  EXPECT_FALSE(outcome.interrupted);
  const auto undisturbed = written::run(study, 6, 20, 1);
  ASSERT_EQ(outcome.replications.size(), 6u);
  for (std::size_t i = 0; i < 6; ++i)
    expect_same(outcome.replications[i], undisturbed.replications[i]);
}

/// The children alone meet what `goes_wrong` does, the parent does not.
sim::Outcome with_fault(const scenarios::ScenarioInWorld& study, const sim::RunPlan& plan,
                        const std::function<void(std::uint64_t)>& goes_wrong) {
  const auto scenario_of = [&, parent = getpid()](std::uint64_t replication) {
    if (getpid() != parent)
      goes_wrong(replication);
    return study.scenario;
  };
  return sim::run_replications(study.model.world, scenario_of, plan, nullptr);
}

void expect_only_3_fails(const scenarios::ScenarioInWorld& study, const std::string& why,
                         const std::function<void(std::uint64_t)>& goes_wrong) {
  const auto undisturbed = written::run(study, 6);
  for (const sim::RunPlan& plan : {sim::RunPlan{1, 0, 6, 1}, {1, 0, 6, 3}, {1, 2, 4, 2}}) {
    const auto outcome = with_fault(study, plan, goes_wrong);
    EXPECT_EQ(outcome.tried_again, 1u);
    ASSERT_EQ(outcome.failures.size(), 1u);
    EXPECT_EQ(outcome.failures[0].replication, 3u);
    EXPECT_NE(outcome.failures[0].reason.find(why), std::string::npos)
        << outcome.failures[0].reason;
    ASSERT_EQ(outcome.replications.size(), plan.count - 1);
    for (const auto& seen : outcome.replications)
      expect_same(seen, undisturbed.replications[seen.replication]);
  }
}

TEST(Replications, WhatFailsTwiceIsNamedAndCostsNoOther) {
  const auto study = tiny_study("outage.yaml");
  expect_only_3_fails(study, "no such thing", [](std::uint64_t replication) {
    if (replication == 3)
      throw std::runtime_error("no such thing");
  });
  expect_only_3_fails(study, "signal 9", [](std::uint64_t replication) {
    if (replication == 3)
      raise(SIGKILL);
  });
  expect_only_3_fails(study, "ended by itself", [](std::uint64_t replication) {
    if (replication == 3)
      _exit(0);
  });
}

/// Both worlds of it, each in a fresh process; it counts once.
TEST(Replications, WhatFailsOnceIsTriedAgain) {
  const auto study = tiny_study("outage.yaml");
  const auto undisturbed = written::run(study, 6);
  int worlds = 0;  // of one process, each has its own
  const auto outcome = with_fault(study, {1, 0, 6, 1}, [&](std::uint64_t replication) {
    if (++worlds > 1 && replication == 3)
      throw std::runtime_error("too much for one process");
  });
  EXPECT_EQ(outcome.tried_again, 1u);
  EXPECT_TRUE(outcome.failures.empty());
  ASSERT_EQ(outcome.replications.size(), 6u);
  for (std::size_t i = 0; i < 6; ++i)
    expect_same(outcome.replications[i], undisturbed.replications[i]);
}

TEST(Replications, AnInterruptionKeepsWhatIsThereAndLeavesNobody) {
  const auto study = tiny_study("outage.yaml");
  const auto outcome = sim::run_replications(study.model.world, study.scenario, {1, 0, 500, 3},
                                             [](const sim::Progress& at) { return at.done < 2; });
  EXPECT_TRUE(outcome.interrupted);
  EXPECT_EQ(outcome.replications.size(), 2u);
  EXPECT_TRUE(outcome.failures.empty());
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

TEST(Replications, TellHowFarTheyAre) {
  const auto study = tiny_study("calm.yaml");
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

TEST(Replications, TellHowFarALongOneIs) {
  const auto study = tiny_study("year.yaml", {{"demand.calls", "\"300 calls/h\"", {}}});
  std::vector<double> under_way;
  sim::run_replications(study.model.world, study.scenario, {1, 0, 1, 1},
                        [&](const sim::Progress& at) {
                          if (at.done == 0)
                            under_way.push_back(at.under_way);
                          return true;
                        });
  EXPECT_TRUE(std::is_sorted(under_way.begin(), under_way.end()));
  under_way.erase(std::unique(under_way.begin(), under_way.end()), under_way.end());
  EXPECT_GE(under_way.size(), 3u);
  EXPECT_GE(under_way.front(), 0);
  EXPECT_LE(under_way.back(), 1);
}

/// Files in memory that the process has open.
int files_in_memory(pid_t process) {
  int found = 0;
  std::error_code ignored;
  for (const auto& entry :
       fs::directory_iterator("/proc/" + std::to_string(process) + "/fd", ignored))
    found += fs::read_symlink(entry.path(), ignored).string().starts_with("/memfd:") ? 1 : 0;
  return found;
}

TEST(Replications, AChildHasItsOwnFilesOnly) {
  const auto study = tiny_study("year.yaml", {{"demand.calls", "\"20 calls/h\"", {}}});
  std::size_t seen = 0;
  sim::run_replications(study.model.world, study.scenario, {1, 0, 4, 4}, [&](const sim::Progress&) {
    const auto all = children();
    for (const pid_t child : all) {
      for (int i = 0; i < 1000 && files_in_memory(child) > 2; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
      EXPECT_LE(files_in_memory(child), 2) << "has begun, and closed them";
    }
    seen = std::max(seen, all.size());
    return true;
  });
  EXPECT_GE(seen, 3u);
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
