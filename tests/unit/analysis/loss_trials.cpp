#include "analysis/trials/loss_trials.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <stdexcept>

/// Plans compared over losses: sums and differences, replication by replication.
namespace {

using namespace analysis;

constexpr double not_back = std::numeric_limits<double>::infinity();

/// Two losses, two plans, two measures, three replications.
LossTrials trials() {
  LossTrials out;
  out.plans = {"pairs", "neighbours"};
  out.measures = {{"lost_callers", Unit::count}, {"answered_again_s", Unit::seconds}};
  LossTrial first, second;
  first.plans = {{{{10, 20, 30}, {60, 120, 180}}, {}, 0}, {{{7, 20, 24}, {60, 60, 60}}, {}, 0}};
  second.plans = {{{{1, 2, 3}, {30, not_back, 30}}, {}, 0}, {{{2, 4, 6}, {30, 40, 50}}, {}, 0}};
  out.losses = {first, second};
  return out;
}

TEST(LossTrials, AnEstimateIsOfOneLossUnderOnePlan) {
  const LossTrials all = trials();
  EXPECT_DOUBLE_EQ(all.estimate(all.losses[0], 0, 0).mean, 20);
  EXPECT_DOUBLE_EQ(all.estimate(all.losses[0], 1, 0).mean, 17);
  EXPECT_DOUBLE_EQ(all.estimate(all.losses[1], 1, 1).mean, 40);
  EXPECT_DOUBLE_EQ(all.estimate(all.losses[0], 0, 1).p50, 120);
}

/// {10, 20, 30}: s = 10, t(0.975, 2) = 4.3027, half = 4.3027 x 10 / sqrt(3).
TEST(LossTrials, TheIntervalIsStudentsOfThreeValues) {
  const LossTrials all = trials();
  const Estimate one = all.estimate(all.losses[0], 0, 0);
  EXPECT_NEAR(one.high - one.mean, 24.841, 0.001);
  EXPECT_NEAR(one.mean - one.low, 24.841, 0.001);
}

TEST(LossTrials, ADifferenceIsPairedWithTheFirstPlan) {
  const LossTrials all = trials();
  const Estimate one = all.difference(all.losses[0], 1, 0);
  EXPECT_DOUBLE_EQ(one.mean, -3);  // -3, 0, -6
  EXPECT_DOUBLE_EQ(one.p5, -6);
  EXPECT_DOUBLE_EQ(one.p95, 0);
  EXPECT_NEAR(one.high - one.low, 2 * 7.4523, 0.001) << "s = 3, not that of the plans";
}

TEST(LossTrials, TheFirstPlanDiffersInNothingFromItself) {
  const LossTrials all = trials();
  for (const std::size_t measure : {0u, 1u}) {
    const Estimate none = all.difference(all.losses[0], 0, measure);
    EXPECT_EQ(none.mean, 0);
    EXPECT_EQ(none.low, 0);
    EXPECT_EQ(none.high, 0);
  }
  EXPECT_EQ(all.total_difference(0, 0).mean, 0);
}

TEST(LossTrials, ATotalAddsTheLossesOfEachReplication) {
  const LossTrials all = trials();
  const Estimate pairs = all.total(0, 0);  // 11, 22, 33
  EXPECT_DOUBLE_EQ(pairs.mean, 22);
  EXPECT_DOUBLE_EQ(pairs.p5, 11);
  EXPECT_DOUBLE_EQ(pairs.p95, 33);
  EXPECT_NEAR(pairs.high - pairs.mean, 27.325, 0.001) << "s of the sums is 11";
  EXPECT_DOUBLE_EQ(all.total(1, 0).mean, 21);  // 9, 24, 30
}

TEST(LossTrials, ATotalDifferenceIsPairedToo) {
  const LossTrials all = trials();
  const Estimate one = all.total_difference(1, 0);  // -2, 2, -3
  EXPECT_DOUBLE_EQ(one.mean, -1);
  EXPECT_DOUBLE_EQ(one.mean, all.total(1, 0).mean - all.total(0, 0).mean);
  EXPECT_DOUBLE_EQ(one.p50, -2);
}

/// A room that was never answered for again has no time, and neither has the sum with it.
TEST(LossTrials, WhatNeverCameIsCountedAndNotAveraged) {
  const LossTrials all = trials();
  const Estimate one = all.estimate(all.losses[1], 0, 1);
  EXPECT_EQ(one.n_defined, 2u);
  EXPECT_EQ(one.n_infinite, 1u);
  EXPECT_DOUBLE_EQ(one.mean, 30);
  const Estimate total = all.total(0, 1);  // 90, never, 210
  EXPECT_EQ(total.n_infinite, 1u);
  EXPECT_DOUBLE_EQ(total.mean, 150);
  EXPECT_EQ(all.difference(all.losses[1], 1, 1).n_defined, 2u);
}

TEST(LossTrials, AMeasureIsFoundByItsName) {
  const LossTrials all = trials();
  EXPECT_EQ(all.measure("lost_callers"), 0u);
  EXPECT_EQ(all.measure("answered_again_s"), 1u);
  EXPECT_THROW(all.measure("lost_caller"), std::logic_error);
}

}  // namespace
