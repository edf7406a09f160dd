#include "analysis/statistics/waiting_times.hpp"

#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <limits>

/// Small data sets worked out by hand, and data of a textbook; interval_coverage.cpp has how often
/// intervals hold the truth.
namespace {

using analysis::Bound;
using analysis::Incidence;
using analysis::Spell;
using analysis::WaitingTimes;
using Is = analysis::Bound::Is;

analysis::TimePercentile percentile(const WaitingTimes& times, double p) {
  return times.percentiles(std::array{p}).front();
}

constexpr double endless = std::numeric_limits<double>::infinity();

/// Times by cause, each in a replication of its own.
std::vector<Spell> spells(const std::vector<std::pair<double, unsigned>>& times) {
  std::vector<Spell> out;
  for (const auto& [s, cause] : times)
    out.push_back({s, cause, out.size()});
  return out;
}

std::vector<double> came(const WaitingTimes& times, unsigned cause, std::vector<double> by_s) {
  std::vector<double> out;
  for (const Incidence& one : times.incidence(by_s, 2))
    out.push_back(cause == 0 ? one.waiting.value : one.came.at(cause - 1).value);
  return out;
}

auto near(std::vector<double> expected, double error = 1e-12) {
  return testing::Pointwise(testing::DoubleNear(error), expected);
}

/// At 1 one of five: 1/5 by the first cause. At 2 one of four: 4/5 x 1/4 by the second. At 3 one is
/// cut off. At 4 one of two: 3/5 x 1/2 by the first. At 5 the last: 3/10 by the second.
TEST(Incidence, OfFiveWaitsByHand) {
  const WaitingTimes times(spells({{4, 1}, {1, 1}, {3, 0}, {5, 2}, {2, 2}}));
  const std::vector<double> at = {0.5, 1, 2, 3.5, 4, 5, 60};
  EXPECT_THAT(came(times, 1, at), near({0, 0.2, 0.2, 0.2, 0.5, 0.5, 0.5}));
  EXPECT_THAT(came(times, 2, at), near({0, 0, 0.2, 0.2, 0.2, 0.5, 0.5}));
  EXPECT_THAT(came(times, 0, at), near({1, 0.8, 0.6, 0.6, 0.3, 0, 0}));
  EXPECT_EQ(times.ended(), 4u);
}

/// One less the product limit of a cause alone, the other cut off, would say 0.6 and 1.
TEST(Incidence, AddsUpToAllOfThem) {
  const WaitingTimes times(spells({{1, 1}, {2, 2}, {2, 1}, {2, 0}, {4, 1}, {9, 2}, {9, 0}}));
  const std::vector<double> at = {1, 2, 3, 4, 8, 9};
  const auto one = came(times, 1, at), two = came(times, 2, at), none = came(times, 0, at);
  for (std::size_t i = 0; i < at.size(); ++i)
    EXPECT_NEAR(one[i] + two[i] + none[i], 1, 1e-12);
}

/// Jumps of a third do not add up to one in binary: all of n is all of n, and its bound that of
/// all.
TEST(Incidence, AllIsOneAndNoneIsNothing) {
  for (std::size_t n = 2; n <= 40; ++n) {
    std::vector<std::pair<double, unsigned>> times;
    for (std::size_t i = 0; i < n; ++i)
      times.emplace_back(1 + static_cast<double>(i), 1);
    const auto all = WaitingTimes(spells(times)).incidence(std::vector<double>{100}, 2).front();
    EXPECT_EQ(all.came[0].value, 1) << n;
    EXPECT_EQ(all.came[0].high, 1) << n;
    EXPECT_EQ(all.waiting.value, 0) << n;
  }
}

/// Of equal times those that ended come before those that were cut off: 1/3, not 1/2.
TEST(Incidence, WhoIsCutOffAtATimeWasAtRiskThen) {
  EXPECT_THAT(came(WaitingTimes(spells({{2, 0}, {2, 1}, {5, 1}})), 1, {2}), near({1 / 3.}));
}

TEST(Incidence, EndsWhereTheDataEnd) {
  const WaitingTimes times(spells({{100, 1}, {200, 2}, {300, 0}}));
  EXPECT_THAT(came(times, 1, {300}), near({1 / 3.}));
  EXPECT_TRUE(std::isnan(came(times, 1, {301})[0])) << "one was last seen at 300";
  EXPECT_TRUE(std::isnan(came(WaitingTimes({}), 1, {1})[0]));
}

TEST(Incidence, WhatNeverComesStaysAmongThoseWhoWait) {
  const WaitingTimes times(spells({{100, 1}, {endless, 1}, {200, 0}, {endless, 1}}));
  EXPECT_THAT(came(times, 0, {150, 1e9}), near({0.75, 0.75}));
}

/// Remission of 21 patients under 6-MP, weeks (Freireich and others, Blood 21, 1963), the example
/// of many textbooks; their product limit is in each of them.
std::vector<Spell> remissions() {
  std::vector<std::pair<double, unsigned>> weeks;
  for (const double ended : {6, 6, 6, 7, 10, 13, 16, 22, 23})
    weeks.emplace_back(ended, 1);
  for (const double cut_off : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35})
    weeks.emplace_back(cut_off, 0);
  return spells(weeks);
}

TEST(ProductLimit, IsThatOfTheTextbook) {
  const WaitingTimes times(remissions());
  EXPECT_THAT(came(times, 0, {6, 7, 10, 13, 16, 22, 23, 35}),
              near({0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448, 0.448}, 5e-4));
  EXPECT_EQ(percentile(times, 0.5).value, (Bound{Is::at, 23}));
  EXPECT_EQ(percentile(times, 0.25).value, (Bound{Is::at, 13}));
  EXPECT_EQ(percentile(times, 0.75).value, (Bound{Is::later_than, 35})) << "the data end before";
}

/// The mean of those that ended is 12.1 weeks, half of the median.
TEST(ProductLimit, IsNoMeanOfThoseThatEnded) {
  const auto median = percentile(WaitingTimes(remissions()), 0.5);
  ASSERT_TRUE(median.has_interval());
  EXPECT_EQ(median.low.is, Is::at);
  EXPECT_GE(median.low.s, 10) << "a published 95 % interval is 16 to beyond the data";
  EXPECT_LE(median.low.s, 16);
  EXPECT_EQ(median.high, (Bound{Is::later_than, 35}));
}

TEST(ProductLimit, SaysNeverOfWhatIsKnownNeverToCome) {
  const WaitingTimes times(spells({{60, 1}, {endless, 1}, {endless, 1}, {120, 0}}));
  EXPECT_EQ(percentile(times, 0.5).value.is, Is::never);
  EXPECT_EQ(percentile(times, 0.25).value, (Bound{Is::at, 60}));
  EXPECT_EQ(times.ended(), 1u);
}

TEST(ProductLimit, HasNoIntervalOfTooFewReplications) {
  std::vector<Spell> few = spells({{1, 1}, {2, 1}, {3, 1}, {4, 1}, {5, 1}});
  EXPECT_FALSE(percentile(WaitingTimes(few), 0.5).has_interval());
  few.push_back({6, 1, 5});
  EXPECT_TRUE(percentile(WaitingTimes(few), 0.5).has_interval());
  few.back().replication = 4;
  EXPECT_FALSE(percentile(WaitingTimes(few), 0.5).has_interval())
      << "six waits of five replications";
  EXPECT_EQ(percentile(WaitingTimes({}), 0.5).value.is, Is::none);
}

TEST(Incidence, NoneOfManyIsAnUpperBound) {
  std::vector<Spell> all;
  for (std::uint64_t i = 0; i < 20; ++i)
    for (int of_each = 0; of_each < 3; ++of_each)
      all.push_back({100, 2, i});
  const auto none = WaitingTimes(all).incidence(std::vector{50.0}, 2)[0].came[0];
  EXPECT_EQ(none.value, 0);
  EXPECT_EQ(none.low, 0);
  EXPECT_NEAR(none.high, 1 - std::pow(0.05, 1 / 20.), 1e-12) << "of twenty, not of sixty";
}

/// Waits that are all alike within a replication say no more than one of each.
TEST(Incidence, DependentWaitsMakeTheIntervalNoNarrower) {
  std::vector<Spell> single, triple;
  for (std::uint64_t i = 0; i < 40; ++i)
    for (int of_each = 0; of_each < 3; ++of_each) {
      const Spell one{10, i % 4 == 0 ? 1u : 2u, i};
      triple.push_back(one);
      if (of_each == 0)
        single.push_back(one);
    }
  const std::vector<double> at = {20};
  const auto of_single = WaitingTimes(single).incidence(at, 2)[0].came[0];
  const auto of_triple = WaitingTimes(triple).incidence(at, 2)[0].came[0];
  EXPECT_DOUBLE_EQ(of_triple.value, 0.25);
  EXPECT_NEAR(of_triple.low, of_single.low, 1e-9);
  EXPECT_NEAR(of_triple.high, of_single.high, 1e-9);
}

}  // namespace
