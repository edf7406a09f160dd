#include "analysis/statistics/interval.hpp"

#include <gmock/gmock.h>

#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>

#include "analysis/statistics/two_sources.hpp"
#include "models/chance/random_stream.hpp"

/// The 95 % intervals hold the truth in 93 to 97 % of 1,000 data sets that are made like those of
/// real studies: each kind of interval, with distributions that it meets.
namespace {

using analysis::Interval;
using analysis::Method;

constexpr std::uint64_t data_sets = 1000;

double uniform(std::uint64_t seed, std::uint64_t set, std::size_t i) {
  return models::uniform({seed, set}, models::Purpose::parameter, {models::name_of("set"), i, 0});
}

template <class Quantile>
std::vector<double> data(std::uint64_t seed, std::uint64_t set, std::size_t n, Quantile quantile) {
  std::vector<double> out(n);
  for (std::size_t i = 0; i < n; ++i)
    out[i] = quantile(uniform(seed, set, i));
  return out;
}

/// Share of the data sets whose interval, made by `interval_of`, holds the truth.
template <class Quantile, class IntervalOf>
double coverage(std::uint64_t seed, std::size_t n, double truth, Quantile quantile,
                IntervalOf interval_of) {
  std::uint64_t held = 0;
  for (std::uint64_t set = 0; set < data_sets; ++set) {
    const Interval found = interval_of(data(seed, set, n, quantile));
    held += found.low <= truth && truth <= found.high ? 1 : 0;
  }
  return static_cast<double>(held) / data_sets;
}

void expect_nineteen_of_twenty(double held, const char* of) {
  EXPECT_GE(held, 0.93) << of;
  EXPECT_LE(held, 0.97) << of;
}

const auto mean_of = [](const std::vector<double>& values) {
  return analysis::interval_of_mean(values);
};

TEST(IntervalOfMean, OfDelaysThatAreNearlyNormal) {
  const boost::math::normal delays(8, 3);
  expect_nineteen_of_twenty(coverage(
                                21, 20, 8, [&](double u) { return quantile(delays, u); }, mean_of),
                            "normal, n = 20");
}

TEST(IntervalOfMean, OfSkewedLossesIsHalls) {
  const boost::math::gamma_distribution losses(0.4, 200.0);
  const auto draw = [&](double u) { return quantile(losses, u); };
  EXPECT_EQ(analysis::interval_of_mean(data(22, 0, 150, draw)).method, Method::hall);
  expect_nineteen_of_twenty(coverage(22, 150, 80, draw, mean_of), "gamma, shape 0.4, n = 150");
}

TEST(IntervalOfMean, OfCountsWithManyZeros) {
  // Mean 9, variance 90: most events harm nobody or few, some many.
  const boost::math::negative_binomial_distribution<
      double, boost::math::policies::policy<boost::math::policies::discrete_quantile<
                  boost::math::policies::integer_round_up>>>
      counts(1, 0.1);
  expect_nineteen_of_twenty(coverage(
                                23, 200, 9, [&](double u) { return quantile(counts, u); }, mean_of),
                            "negative binomial, n = 200");
}

TEST(IntervalOfMean, OfPairedDifferences) {
  // A common lognormal part, which is not in the difference, and two normal ones.
  const boost::math::normal noise(0, 5);
  std::uint64_t held = 0;
  for (std::uint64_t set = 0; set < data_sets; ++set) {
    std::vector<double> disturbed, twin;
    for (std::size_t i = 0; i < 60; ++i) {
      const double common = std::exp(3 * uniform(24, set, 3 * i));
      disturbed.push_back(common + 4 + quantile(noise, uniform(24, set, 3 * i + 1)));
      twin.push_back(common + quantile(noise, uniform(24, set, 3 * i + 2)));
    }
    const Interval found = mean_of(analysis::paired_differences(disturbed, twin));
    held += found.low <= 4 && 4 <= found.high ? 1 : 0;
  }
  expect_nineteen_of_twenty(static_cast<double>(held) / data_sets, "paired differences");
}

const std::vector<double> losses = {0, 0, 0, 0, 0, 0, 1, 1, 2, 40};

TEST(Hall, LeansTowardsTheLongTail) {
  const Interval found = analysis::hall(losses);
  EXPECT_GT(found.high - found.value, found.value - found.low);
  std::vector<double> gains;
  for (const double loss : losses)
    gains.push_back(-loss);
  const Interval mirrored = analysis::hall(gains);
  EXPECT_DOUBLE_EQ(mirrored.low, -found.high);
  EXPECT_DOUBLE_EQ(mirrored.high, -found.low);
}

/// n = 10, mean 4.4, standard error 3.96148, skewness 2.65; t of nine is 2.26216. Each end, as so
/// many standard errors from the mean, is one that the cubic takes to that t.
TEST(Hall, IsWhatItsFormulaSays) {
  const double error = 3.96148, t = 2.26216, g = analysis::skewness(losses) / std::sqrt(10.0);
  const auto cubic = [&](double end) {
    const double u = (4.4 - end) / error;
    return u + g * u * u / 3 + g * g * u * u * u / 27 + g / 6;
  };
  const Interval found = analysis::hall(losses);
  EXPECT_NEAR(cubic(found.high), -t, 0.0001);
  EXPECT_EQ(found.low, 0) << "no lower than any of the values";
  EXPECT_LT(cubic(0), t);
  const std::vector<double> less_skewed = {3, 4, 4, 5, 5, 6, 7, 9, 12, 19};
  const double other = analysis::skewness(less_skewed) / std::sqrt(10.0), mean_of_them = 7.4;
  const Interval second = analysis::hall(less_skewed);
  const double half = analysis::student_t(less_skewed).high - mean_of_them;
  for (const auto& [end, at] : {std::pair{second.low, t}, std::pair{second.high, -t}}) {
    const double u = (mean_of_them - end) / (half / t);
    EXPECT_NEAR(u + other * u * u / 3 + other * other * u * u * u / 27 + other / 6, at, 0.0001);
  }
}

TEST(Hall, OfValuesThatAreAlikeOnBothSidesIsStudents) {
  const std::vector<double> values = {1, 2, 4, 6, 7};
  EXPECT_DOUBLE_EQ(analysis::hall(values).low, analysis::student_t(values).low);
  EXPECT_DOUBLE_EQ(analysis::hall(values).high, analysis::student_t(values).high);
}

/// `run` and `table` once said [4.0, 8.6] and [4.4, 9.0] of the same losses.
TEST(IntervalOfMean, IsTheIntervalOfAnEstimateToo) {
  for (const std::vector<double>& values : {losses, {1, 2, 3, 4, 5, 6, 7, 8}}) {
    const analysis::Estimate told = analysis::estimate(values);
    const Interval of_table = analysis::interval_of_mean(values);
    EXPECT_EQ(told.low, of_table.low);
    EXPECT_EQ(told.high, of_table.high);
    EXPECT_EQ(told.method, of_table.method);
  }
}

TEST(Hall, OfEqualValuesIsThatValue) {
  const Interval same = analysis::hall(std::vector<double>(50, 3.0));
  EXPECT_NEAR(same.low, 3, 1e-9);
  EXPECT_NEAR(same.high, 3, 1e-9);
}

TEST(Percentile, CoversForEveryPThatIsPrinted) {
  const boost::math::lognormal_distribution<> waits(2, 1.2);
  const auto draw = [&](double u) { return quantile(waits, u); };
  const auto of = [](double p) {
    return [p](const std::vector<double>& values) { return analysis::percentile(values, p); };
  };
  expect_nineteen_of_twenty(coverage(31, 200, quantile(waits, 0.5), draw, of(0.5)), "P50");
  expect_nineteen_of_twenty(coverage(32, 200, quantile(waits, 0.9), draw, of(0.9)), "P90");
  expect_nineteen_of_twenty(coverage(33, 200, quantile(waits, 0.95), draw, of(0.95)), "P95");
  expect_nineteen_of_twenty(coverage(34, 400, quantile(waits, 0.99), draw, of(0.99)), "P99");
}

TEST(Percentile, ExistsFromTheNumberOfValuesThatCanCarryIt) {
  const auto exists = [](std::size_t n, double p) {
    return analysis::percentile(std::vector<double>(n, 1.0), p).exists();
  };
  EXPECT_FALSE(exists(298, 0.99));
  EXPECT_TRUE(exists(299, 0.99));
  EXPECT_FALSE(exists(58, 0.95));
  EXPECT_TRUE(exists(59, 0.95));
  EXPECT_FALSE(exists(5, 0.5));
  EXPECT_TRUE(exists(6, 0.5));
}

TEST(Percentile, CountsWhatNeverCame) {
  std::vector<double> values(100, 60.0);
  for (std::size_t i = 90; i < 100; ++i)
    values[i] = std::numeric_limits<double>::infinity();
  EXPECT_EQ(analysis::percentile(values, 0.5).high, 60);
  EXPECT_TRUE(std::isinf(analysis::percentile(values, 0.95).value));
}

TEST(Proportion, CoversForRareAndCommonClasses) {
  for (const double share : {0.03, 0.12, 0.5}) {
    std::uint64_t held = 0;
    for (std::uint64_t set = 0; set < data_sets; ++set) {
      std::size_t hits = 0;
      for (std::size_t i = 0; i < 200; ++i)
        hits += uniform(41, set, i) < share ? 1 : 0;
      const auto found = analysis::proportion(hits, 200);
      held += found.low <= share && share <= found.high ? 1 : 0;
    }
    expect_nineteen_of_twenty(static_cast<double>(held) / data_sets, "Jeffreys, n = 200");
  }
}

/// `draws` x `each` values: an expected value drawn over its range, and chance around it.
std::vector<std::vector<double>> nested(std::uint64_t seed, std::uint64_t set, std::size_t draws,
                                        std::size_t each) {
  const boost::math::gamma_distribution expected(4.0, 25.0);
  const boost::math::normal chance(0, 60);
  std::vector<std::vector<double>> out(draws);
  for (std::size_t d = 0; d < draws; ++d) {
    const double truth = quantile(expected, uniform(seed, set, d * 1000));
    for (std::size_t i = 0; i < each; ++i)
      out[d].push_back(truth + quantile(chance, uniform(seed, set, d * 1000 + i + 1)));
  }
  return out;
}

TEST(TwoSources, TheNextExpectedValueLiesInTheParametersInterval) {
  const boost::math::gamma_distribution expected(4.0, 25.0);
  double held = 0;
  for (std::uint64_t set = 0; set < data_sets; ++set) {
    const auto both = analysis::two_sources(nested(51, set, 60, 20)).parameters;
    held += cdf(expected, std::max(both.high, 0.0)) - cdf(expected, std::max(both.low, 0.0));
  }
  expect_nineteen_of_twenty(held / data_sets, "parameters");
}

TEST(TwoSources, TheMeanOfTheDrawsThatWereMadeLiesInTheChanceInterval) {
  std::uint64_t held = 0;
  for (std::uint64_t set = 0; set < data_sets; ++set) {
    const auto values = nested(52, set, 10, 20);
    double truth = 0;
    for (std::size_t d = 0; d < 10; ++d)
      truth +=
          quantile(boost::math::gamma_distribution(4.0, 25.0), uniform(52, set, d * 1000)) / 10;
    const auto chance = analysis::two_sources(values).chance;
    held += chance.low <= truth && truth <= chance.high ? 1 : 0;
  }
  expect_nineteen_of_twenty(static_cast<double>(held) / data_sets, "chance");
}

TEST(TwoSources, TellsThemApart) {
  // Equal means: all chance. Equal values within: all parameters.
  const std::vector<std::vector<double>> chance = {{1, 9}, {2, 8}, {0, 10}};
  const auto a = analysis::two_sources(chance);
  EXPECT_EQ(a.parameter_share, 0);
  EXPECT_EQ(a.parameters.high, a.mean);
  const std::vector<std::vector<double>> parameters = {{4, 4}, {5, 5}, {9, 9}};
  const auto b = analysis::two_sources(parameters);
  EXPECT_DOUBLE_EQ(b.parameter_share, 1);
  EXPECT_EQ(b.chance.high, b.mean);
  EXPECT_GT(b.both.high, b.mean);
}

TEST(TwoSources, NeedsTwoDraws) {
  EXPECT_TRUE(std::isnan(analysis::two_sources(std::vector<std::vector<double>>{{1, 2, 3}}).mean));
}

}  // namespace
