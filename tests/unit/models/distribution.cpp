#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include <boost/math/special_functions/erf.hpp>

#include "models/chance/distribution.hpp"
#include "models/chance/normal_quantile.hpp"

/// Closed forms of mean and variance against the quantile function itself, integrated over (0, 1):
/// E[X] = int Q(u) du, so a wrong parameter in any of the three shows.
namespace {

using namespace models;

struct Moments {
  double mean = 0, variance = 0;
};

/// Midpoint rule after u = s^4 (35 - 84 s + 70 s^2 - 20 s^3), which flattens both ends: the tails
/// of an unbounded quantile function then cost little accuracy.
Moments integrate(const Distribution& distribution) {
  constexpr int points = 200'000;
  double first = 0, second = 0;
  for (int i = 0; i < points; ++i) {
    const double s = (i + 0.5) / points;
    const double u = std::min(s * s * s * s * (35 + s * (-84 + s * (70 - 20 * s))), 1 - 0x1p-53);
    const double density = 140 * s * s * s * (1 - s) * (1 - s) * (1 - s) / points;
    const double x = quantile(distribution, u);
    first += x * density;
    second += x * x * density;
  }
  return {first, second - first * first};
}

struct Case {
  const char* name;
  Distribution distribution;
};

void PrintTo(const Case& c, std::ostream* out) {
  *out << c.name;
}

/// Against the inverse error function in long doubles, far into both tails.
TEST(NormalQuantile, IsGoodToTheLastDigits) {
  for (int exponent = -52; exponent < 0; ++exponent)
    for (int step = 0; step < 200; ++step) {
      const double p = std::ldexp(1 + step / 200.0, exponent);
      for (const double u : {p, 1 - p}) {
        const long double exact =
            -std::sqrt(2.0L) * boost::math::erfc_inv(2 * static_cast<long double>(u));
        ASSERT_NEAR(normal_quantile(u), static_cast<double>(exact),
                    2e-15 * std::abs(static_cast<double>(exact)))
            << u;
      }
    }
}

class ClosedForms : public testing::TestWithParam<Case> {};

TEST_P(ClosedForms, AgreeWithTheQuantiles) {
  const Distribution& distribution = GetParam().distribution;
  const Moments moments = integrate(distribution);
  EXPECT_NEAR(mean(distribution), moments.mean, 1e-4 * moments.mean);
  EXPECT_NEAR(variance(distribution), moments.variance,
              1e-3 * moments.variance + 1e-9 * moments.mean * moments.mean);
}

TEST_P(ClosedForms, QuantilesNeverDescend) {
  double last = 0;
  for (int i = 1; i < 1000; ++i) {
    const double x = quantile(GetParam().distribution, i / 1000.0);
    EXPECT_GE(x, last);
    last = x;
  }
}

const Case cases[] = {
    {"constant", Constant{12}},
    {"exponential", Exponential{27}},
    {"lognormal", lognormal_by_mean_cv(100, 0.7)},
    {"lognormal_p95", lognormal_by_median_p95(900, 2700)},
    {"gamma", gamma_by_mean_cv(180, 0.5)},
    {"gamma_wide", gamma_by_mean_cv(60, 1.3)},
    {"triangular", Triangular{120, 300, 900}},
    {"triangular_low_mode", Triangular{120, 120, 900}},
    {"triangular_point", Triangular{5, 5, 5}},
    {"uniform", Uniform{60, 180}},
    {"beta", Beta{2, 3, 10, 50}},
    {"empirical", empirical({30, 10, 20}, {1, 2, 5})},
};

INSTANTIATE_TEST_SUITE_P(Distribution, ClosedForms, testing::ValuesIn(cases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Distribution, LognormalHasTheMedianAndP95ThatWereAskedFor) {
  const Distribution d = lognormal_by_median_p95(900, 3600);
  EXPECT_NEAR(quantile(d, 0.5), 900, 1e-9 * 900);
  EXPECT_NEAR(quantile(d, 0.95), 3600, 1e-9 * 3600);
}

TEST(Distribution, ParametersByMeanAndSpreadGiveThatMeanAndSpread) {
  for (const double cv : {0.1, 0.8, 2.0}) {
    for (const Distribution& d :
         {Distribution(lognormal_by_mean_cv(50, cv)), Distribution(gamma_by_mean_cv(50, cv))}) {
      EXPECT_NEAR(mean(d), 50, 1e-9);
      EXPECT_NEAR(std::sqrt(variance(d)) / 50, cv, 1e-9);
    }
  }
  const Distribution b = beta_by_mean_sd(0.3, 0.1);
  EXPECT_NEAR(mean(b), 0.3, 1e-12);
  EXPECT_NEAR(std::sqrt(variance(b)), 0.1, 1e-12);
}

/// The header promises an error below 2^-53 / u of the value.
TEST(Distribution, ExponentialQuantileKeepsItsBoundInBothTails) {
  const Distribution d = Exponential{2};
  for (const double u : {1e-12, 1e-6, 1e-3, 0.5, 1 - 0x1p-30}) {
    const double exact = -2 * std::log1p(-u);
    EXPECT_NEAR(quantile(d, u), exact, (0x1p-53 / u + 0x1p-51) * exact) << u;
  }
  EXPECT_NEAR(quantile(d, 1 - 0x1p-53), 2 * 53 * std::log(2), 1e-9);
}

TEST(Distribution, EmpiricalGivesItsValuesByTheirWeights) {
  const Distribution d = empirical({30, 10, 20}, {1, 2, 5});
  EXPECT_EQ(quantile(d, 0.24), 10);
  EXPECT_EQ(quantile(d, 0.26), 20);
  EXPECT_EQ(quantile(d, 0.87), 20);
  EXPECT_EQ(quantile(d, 0.88), 30);
  EXPECT_EQ(quantile(d, 1 - 0x1p-53), 30);
}

TEST(Distribution, ExtremeUniformsStayFinite) {
  for (const Case& c : cases)
    for (const double u : {0x1p-54, 1 - 0x1p-53}) {
      EXPECT_TRUE(std::isfinite(quantile(c.distribution, u))) << c.name << " at " << u;
      EXPECT_GE(quantile(c.distribution, u), 0) << c.name << " at " << u;
    }
}

}  // namespace
