#include "analysis/story/tail.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace {

using namespace analysis;
using testing::IsEmpty;

constexpr double struck_s = 7200;

struct Replicas {
  results::Study study;
  Row row;

  /// Its calls go to a partner after a quarter of an hour, unless the switch fails.
  void add(double lost, std::uint32_t failed_switches, double repaired_s = 3600) {
    results::Episode episode;
    episode.partner = 1;
    episode.failed_switches = failed_switches;
    episode.onset_s = struck_s;
    episode.detected_s = struck_s + 60;
    episode.decided_s = struck_s + 300;
    episode.switched_s = struck_s + 900;
    episode.repaired_s = struck_s + repaired_s;
    results::Observations seen;
    seen.replication = study.replications.size();
    seen.paired.emplace().onset_s = struck_s;
    seen.world.episodes = {episode};
    study.replications.push_back(seen);
    Consequence consequence;
    consequence.lost_callers = lost;
    consequence.callers = 100;
    row.replications.push_back(consequence);
  }
};

TEST(Tail, TheWorstFifthHaveAFailedSwitchInCommon) {
  Replicas all;
  for (int i = 0; i < 30; ++i)
    all.add(i, i >= 25 || i == 3 ? 1 : 0);
  const Tail tail = tail_of(all.study, all.row);
  EXPECT_EQ(tail.worst, 6u);
  ASSERT_EQ(tail.common.size(), 1u);
  EXPECT_EQ(tail.common[0].name, "failed_switch");
  EXPECT_EQ(tail.common[0].worst, 5u);
  EXPECT_EQ(tail.common[0].others, 1u);
}

TEST(Tail, WhatChanceGivesIsNotCommon) {
  Replicas all;
  for (int i = 0; i < 30; ++i)
    all.add(i, i >= 28 || i % 3 == 0 ? 1 : 0);
  EXPECT_THAT(tail_of(all.study, all.row).common, IsEmpty());
}

TEST(Tail, WhatAllHaveIsNotCommonToTheWorst) {
  Replicas all;
  for (int i = 0; i < 30; ++i)
    all.add(i, 1);
  EXPECT_THAT(tail_of(all.study, all.row).common, IsEmpty());
}

TEST(Tail, ARepairThatWasNotSeenIsLate) {
  Replicas all;
  for (int i = 0; i < 40; ++i)
    all.add(i, 0, i >= 32 ? std::nan("") : 3600 + i);
  const Tail tail = tail_of(all.study, all.row);
  ASSERT_EQ(tail.common.size(), 1u);
  EXPECT_EQ(tail.common[0].name, "repaired_late");
  EXPECT_EQ(tail.common[0].worst, 8u);
  EXPECT_EQ(tail.common[0].others, 12u) << "and half of all are later than the other half";
}

TEST(Tail, FewReplicationsAndNoLossHaveNoTail) {
  Replicas few, calm;
  for (int i = 0; i < 9; ++i)
    few.add(i, 0);
  for (int i = 0; i < 30; ++i)
    calm.add(0, i > 20 ? 1 : 0);
  EXPECT_EQ(tail_of(few.study, few.row).worst, 0u);
  EXPECT_EQ(tail_of(calm.study, calm.row).worst, 0u);
  EXPECT_EQ(tail_of(few.study, few.row).courses.size(), 9u);
}

TEST(Tail, ACourseIsToldFromItsOnsetFewestLostFirst) {
  Replicas all;
  for (int i = 0; i < 10; ++i)
    all.add(10 - i, 0);
  const Tail tail = tail_of(all.study, all.row);
  EXPECT_EQ(tail.courses[0].replication, 9u);
  EXPECT_DOUBLE_EQ(tail.courses[0].lost_callers, 1);
  EXPECT_DOUBLE_EQ(tail.courses[0].detected_s, 60);
  EXPECT_DOUBLE_EQ(tail.courses[0].switched_s, 900);
  EXPECT_DOUBLE_EQ(tail.courses[0].repaired_s, 3600);
  EXPECT_TRUE(std::isnan(tail.courses[0].returned_s));
  EXPECT_EQ(tail.courses[0].partner, 1u);
}

TEST(Tail, IsOfThePartThatItsRowIsJudgedOn) {
  Replicas all;
  all.add(500, 0);
  all.row.labels.target = "north";
  all.row.replications[0].touched.emplace().lost_callers = 7;
  EXPECT_DOUBLE_EQ(tail_of(all.study, all.row).courses[0].lost_callers, 7);
}

}  // namespace
