#include "analysis/statistics/estimate.hpp"

#include <gmock/gmock.h>

#include <array>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>

#include "models/chance/random_stream.hpp"

namespace {

using analysis::Estimate;

constexpr double infinite = std::numeric_limits<double>::infinity();

TEST(Estimate, KnowsTheTableOfStudentsT) {
  // Five values with mean 3 and variance 2.5; t(4; 0.975) = 2.776 445 105.
  const std::array values{1.0, 2.0, 3.0, 4.0, 5.0};
  const Estimate e = analysis::estimate(values);
  const double half = 2.776445105 * std::sqrt(2.5 / 5);
  EXPECT_DOUBLE_EQ(e.mean, 3);
  EXPECT_NEAR(e.low, 3 - half, 1e-8);
  EXPECT_NEAR(e.high, 3 + half, 1e-8);
  EXPECT_EQ(e.n_defined, 5u);
}

TEST(Estimate, OfTwoValuesUsesOneDegreeOfFreedom) {
  const std::array values{0.0, 2.0};
  const Estimate e = analysis::estimate(values);
  EXPECT_NEAR(e.high, 1 + 12.7062047364, 1e-6);
}

TEST(Estimate, OfOneValueHasNoInterval) {
  const std::array values{7.0};
  const Estimate e = analysis::estimate(values);
  EXPECT_EQ(e.mean, 7);
  EXPECT_EQ(e.p95, 7);
  EXPECT_TRUE(std::isnan(e.low));
  EXPECT_TRUE(std::isnan(e.high));
}

TEST(Estimate, OfNothingIsUndefined) {
  const Estimate e = analysis::estimate({});
  EXPECT_TRUE(std::isnan(e.mean));
  EXPECT_TRUE(std::isnan(e.p50));
  EXPECT_EQ(e.n_defined, 0u);
}

TEST(Estimate, LeavesOutWhatIsNotFinite) {
  const std::array values{1.0, analysis::undefined, 3.0, infinite};
  const Estimate e = analysis::estimate(values);
  EXPECT_DOUBLE_EQ(e.mean, 2);
  EXPECT_EQ(e.p95, 3);
  EXPECT_EQ(e.n_defined, 2u);
  EXPECT_EQ(e.n_infinite, 1u);
}

TEST(OrderStatistic, IsTheSmallestValueWithEnoughAtOrBelowIt) {
  std::vector<double> values(20);
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = static_cast<double>(i + 1);
  EXPECT_EQ(analysis::order_statistic(values, 0.05), 1);
  EXPECT_EQ(analysis::order_statistic(values, 0.051), 2);
  EXPECT_EQ(analysis::order_statistic(values, 0.50), 10);
  EXPECT_EQ(analysis::order_statistic(values, 0.95), 19);
  EXPECT_EQ(analysis::order_statistic(values, 1.0), 20);
}

TEST(Estimate, DoesNotNeedSortedValues) {
  const std::array values{30.0, 10.0, 20.0};
  EXPECT_EQ(analysis::estimate(values).p50, 20);
}

TEST(PairedDifferences, AreTakenReplicationByReplication) {
  const std::array disturbed{11.0, 22.0, 33.0}, twin{10.0, 20.0, 30.0};
  const auto differences = analysis::paired_differences(disturbed, twin);
  EXPECT_THAT(differences, testing::ElementsAre(1, 2, 3));
  // The pairs differ by 2 +- 1 though each world varies by +- 10: the common part cancels.
  const Estimate paired = analysis::estimate(differences);
  const Estimate alone = analysis::estimate(disturbed);
  EXPECT_LT(paired.high - paired.low, (alone.high - alone.low) / 5);
}

TEST(PairedDifferences, AreUndefinedWhereOneOfThePairIs) {
  const std::array disturbed{infinite, 5.0}, twin{1.0, 2.0};
  EXPECT_EQ(analysis::estimate(analysis::paired_differences(disturbed, twin)).n_defined, 1u);
}

TEST(RelativeHalfWidth, DoesNotExistForAMeanOfZero) {
  const std::array zeros{0.0, 0.0, 0.0}, others{9.0, 10.0, 11.0};
  EXPECT_TRUE(std::isnan(analysis::relative_half_width(analysis::estimate(zeros))));
  EXPECT_NEAR(analysis::relative_half_width(analysis::estimate(others)),
              4.30265273 / std::sqrt(3.0) / 10, 1e-8);
}

TEST(Proportion, OfNoneIsAnUpperBound) {
  // The chance of none in 10 is 5 % when the share is this.
  const auto none = analysis::proportion(0, 10);
  EXPECT_EQ(none.low, 0);
  EXPECT_NEAR(std::pow(1 - none.high, 10), 0.05, 1e-12);
  const auto all = analysis::proportion(10, 10);
  EXPECT_NEAR(std::pow(all.low, 10), 0.05, 1e-12);
  EXPECT_EQ(all.high, 1);
}

TEST(Proportion, HasTheIntervalOfJeffreys) {
  // Symmetric, and narrower than the exact 0.187 to 0.813 of Clopper and Pearson.
  const auto half = analysis::proportion(5, 10);
  EXPECT_NEAR(half.low, 0.2235, 2e-4);
  EXPECT_NEAR(half.high, 0.7765, 2e-4);
}

/// Share of 1,000 data sets of `n` values whose interval holds the true mean.
template <class Quantile>
double share_held(std::uint64_t seed, std::size_t n, double true_mean, Quantile quantile) {
  int held = 0;
  for (std::uint64_t set = 0; set < 1000; ++set) {
    std::vector<double> values(n);
    for (std::size_t i = 0; i < n; ++i)
      values[i] = quantile(
          models::uniform({seed, set}, models::Purpose::parameter, {models::name_of("set"), i, 0}));
    const Estimate e = analysis::estimate(values);
    held += e.low <= true_mean && true_mean <= e.high ? 1 : 0;
  }
  return held / 1000.0;
}

TEST(Estimate, IntervalsHoldTheTrueMeanOfNormalDataInNineteenOfTwenty) {
  const boost::math::normal normal(50, 12);
  const double held =
      share_held(11, 8, 50, [&](double u) { return boost::math::quantile(normal, u); });
  EXPECT_GE(held, 0.93);
  EXPECT_LE(held, 0.97);
}

TEST(Estimate, IntervalsHoldTheTrueMeanOfSkewedDataToo) {
  const boost::math::gamma_distribution gamma(2.0, 30.0);
  const double held =
      share_held(12, 100, 60, [&](double u) { return boost::math::quantile(gamma, u); });
  EXPECT_GE(held, 0.93);
  EXPECT_LE(held, 0.97);
}

}  // namespace
