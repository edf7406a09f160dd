#include "analysis/statistics/selection.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "models/chance/random_stream.hpp"

/// Ranking and selection: the numbers of the procedure, who is ruled out, and how often it is
/// right.
namespace {

using namespace analysis;
using testing::ElementsAre;

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

TEST(KimNelson, TheConstantIsThatOfThePaper) {
  // k = 2, n0 = 10: eta = ((2 x 0.05)^(-2/9) - 1) / 2 = (10^(2/9) - 1) / 2 = 0.3340502.
  EXPECT_NEAR(kim_nelson_h2({0.95, 1, 10}, 2), 2 * 0.3340502 * 9, 1e-5);
  // k = 5, n0 = 20: (0.1 / 4)^(-2/19) = 1.4745 -> h^2 = 19 x 0.4745.
  EXPECT_NEAR(kim_nelson_h2({0.95, 1, 20}, 5), 19 * (std::pow(40.0, 2.0 / 19) - 1), 1e-9);
  EXPECT_NEAR(std::pow(40.0, 2.0 / 19), 1.4745, 1e-4);
}

TEST(KimNelson, TheMarginFallsToNothingAndStaysThere) {
  const SelectionRule rule{0.95, 1, 10};
  // (6 x 4 / 1 - 1 x 10) / (2 x 10) = 0.7; 24 replications are enough.
  EXPECT_DOUBLE_EQ(kim_nelson_margin(rule, 6, 4, 10), 0.7);
  EXPECT_DOUBLE_EQ(kim_nelson_margin(rule, 6, 4, 24), 0);
  EXPECT_DOUBLE_EQ(kim_nelson_margin(rule, 6, 4, 100), 0);
  // Twice the indifference: (6 x 4 / 2 - 2 x 10) / 20 is below 0.
  EXPECT_DOUBLE_EQ(kim_nelson_margin({0.95, 2, 10}, 6, 4, 10), 0);
}

/// The margin of two with n0 = 2 is wide: h^2 = (0.1^-2 - 1) = 99.
TEST(Contest, RulesOutWhatIsWorseByMoreThanTheMargin) {
  const SelectionRule rule{0.95, 1, 2};
  EXPECT_NEAR(kim_nelson_h2(rule, 2), 99, 1e-9);
  Contest contest(2, rule);
  // Differences 10 and 12: S^2 = 2, margin (99 x 2 - 2) / 4 = 49: more than 11.
  contest.add({{10, 12}, {0, 0}});
  EXPECT_THAT(contest.left(), ElementsAre(0, 1));
  EXPECT_FALSE(contest.is_decided());
  EXPECT_EQ(contest.best(), 1u);
  // After 12: (198 - 12) / 24 = 7.75, less than 11.
  contest.add({std::vector<double>(10, 11), std::vector<double>(10, 0)});
  EXPECT_THAT(contest.left(), ElementsAre(1));
  EXPECT_TRUE(contest.is_decided());
  EXPECT_EQ(contest.values(0).size(), 12u);
}

TEST(Contest, IsDecidedWhenMoreCouldNotTell) {
  Contest contest(2, {0.95, 1, 2});
  contest.add({{0, 2}, {1, 1}});
  EXPECT_FALSE(contest.is_decided());
  // S^2 = 2: margin 0 from 198 replications on; equal means stay both, the first is the best.
  contest.add({std::vector<double>(196, 1), std::vector<double>(196, 1)});
  EXPECT_THAT(contest.left(), ElementsAre(0, 1));
  EXPECT_TRUE(contest.is_decided());
  EXPECT_EQ(contest.best(), 0u);
}

TEST(Contest, WhatHasTheSameValuesIsTriedOnce) {
  Contest contest(3, {0.95, 1, 3});
  contest.add({{1, 2, no_value}, {1, 2, no_value}, {1, 2, 3}});
  EXPECT_THAT(contest.left(), ElementsAre(0, 2));
  EXPECT_TRUE(contest.is_same_as_another(1));
  EXPECT_FALSE(contest.is_same_as_another(2)) << "a failure is not the same as a value";
}

TEST(Contest, AReplicationThatFailedCountsInNoDifference) {
  Contest contest(2, {0.95, 1, 3});
  contest.add({{5, no_value, 7}, {4, 100, 6}});
  EXPECT_EQ(contest.best(), 1u);
  EXPECT_DOUBLE_EQ(contest.difference(0, 1).mean, 1);
  EXPECT_EQ(contest.difference(0, 1).n_defined, 2u);
}

/// Differences 1, 2, 3: mean 2, spread 1, so 2 x sqrt(3) = 3.464 against t of 2 degrees of freedom,
/// 2.920 at 5 % and 4.303 at 2.5 %.
TEST(Contest, TheMoreThereAreTheSurerABetterOneMustBe) {
  Contest two(2, {0.95, 1, 3}), three(3, {0.95, 1, 3});
  two.add({{4, 5, 6}, {3, 3, 3}});
  three.add({{4, 5, 6}, {3, 3, 3}, {4, 5, 7}});
  EXPECT_TRUE(two.is_surely_better(1, 0));
  EXPECT_FALSE(three.is_surely_better(1, 0));
  EXPECT_FALSE(two.is_surely_better(0, 1));
}

TEST(Contest, OfOneIsDecided) {
  EXPECT_TRUE(Contest(1, {}).is_decided());
  EXPECT_THROW(Contest(0, {}), std::logic_error);
  Contest contest(2, {});
  EXPECT_THROW(contest.add({{1}}), std::logic_error);
}

/// A normal number of this alternative in this replication, with a part that all share.
double drawn(std::uint64_t trial, std::uint64_t replication, std::uint64_t alternative) {
  const auto normal = [&](std::uint64_t name) {
    const auto u =
        models::uniforms({trial, replication}, models::Purpose::resampling, {name, 0, 0});
    return std::sqrt(-2 * std::log(u[0])) * std::cos(2 * M_PI * u[1]);
  };
  return 3 * normal(100) + 2 * normal(alternative);
}

/// The best of five lies `gap` below the others; whether it is selected.
bool is_right(std::uint64_t trial, double gap, const SelectionRule& rule) {
  Contest contest(5, rule);
  std::uint64_t done = 0;
  while (!contest.is_decided()) {
    const std::uint64_t count = done == 0 ? rule.first : 5;
    std::vector<std::vector<double>> values;
    for (const std::size_t i : contest.left()) {
      auto& of_one = values.emplace_back();
      for (std::uint64_t r = done; r < done + count; ++r)
        of_one.push_back(drawn(trial, r, i) - (i == 3 ? gap : 0));
    }
    contest.add(values);
    done += count;
  }
  return contest.best() == 3;
}

TEST(Contest, IsRightAsOftenAsItSays) {
  const SelectionRule rule{0.95, 1, 10};
  std::size_t right = 0, when_too_near = 0;
  for (std::uint64_t trial = 0; trial < 400; ++trial) {
    right += is_right(trial, 1, rule);
    when_too_near += is_right(trial, 0.1, rule);
  }
  EXPECT_GE(proportion(right, 400).low, 0.93) << right << " of 400";
  EXPECT_LT(proportion(when_too_near, 400).high, 0.9)
      << "a tenth of the indifference is not promised, and the test can fail";
}

}  // namespace
