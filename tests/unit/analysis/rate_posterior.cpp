/// Rates of events after a record.
#include <gtest/gtest.h>

#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <cmath>

#include "analysis/statistics/rate_posterior.hpp"

namespace {

using analysis::GammaRate;
using analysis::GammaTables;
using analysis::PoissonRecord;
using models::RateTable;

TEST(RateTable, IsUniformInTheLogarithmBetweenItsQuantiles) {
  const RateTable k3{{0.01, 0.1}};
  EXPECT_NEAR(k3.at(0.5), std::sqrt(0.001), 1e-15);
  EXPECT_NEAR(k3.mean(), 0.09 / std::log(10), 1e-15);
  EXPECT_NEAR(k3.at_most(std::sqrt(0.001)), 0.5, 1e-12);
  EXPECT_EQ(k3.at_most(0.1), 1);
  EXPECT_EQ(k3.at_most(0.001), 0);
  const RateTable known{{0.4, 0.4}};
  EXPECT_EQ(known.mean(), 0.4);
  EXPECT_EQ(known.at_most(0.4), 1) << "a bound belongs to the class below it";
  EXPECT_EQ(known.at_most(0.39), 0);
}

/// Where the prior is a gamma, the posterior is one too (conjugate): the quadrature must find it.
TEST(RatePosterior, ByQuadratureIsTheGammaWhereThePriorIsOne) {
  for (const PoissonRecord& record :
       {PoissonRecord{0, 14.9, 1}, {3, 7.4, 0.5}, {1.5, 10.9, 0.8}, {6, 6.9, 1}}) {
    const GammaRate prior{2, 5};
    const RateTable found = analysis::posterior(GammaTables{}.of(prior), record);
    const boost::math::gamma_distribution exact(2 + record.events,
                                                1 / (5 + record.share_reported * record.years));
    EXPECT_NEAR(found.mean() / mean(exact), 1, 0.01) << record.events;
    for (const double u : {0.05, 0.25, 0.5, 0.75, 0.95})
      EXPECT_NEAR(found.at(u) / quantile(exact, u), 1, 0.025) << record.events << " at " << u;
  }
}

/// Of a class, against Simpson's rule over the logarithm of the rate.
TEST(RatePosterior, OfAClassIsItsIntegral) {
  const PoissonRecord record{3, 7.4, 0.7};
  double weights = 0, rates = 0;
  constexpr int parts = 2000;
  for (int i = 0; i <= parts; ++i) {
    const double rate = 0.1 * std::pow(10.0, static_cast<double>(i) / parts);
    const double simpson = i == 0 || i == parts ? 1 : i % 2 == 1 ? 4 : 2;
    const double weight = simpson * std::pow(rate, 3) * std::exp(-rate * 0.7 * 7.4);
    weights += weight;
    rates += weight * rate;
  }
  const RateTable found = analysis::posterior({{0.1, 1}}, record);
  EXPECT_NEAR(found.mean(), rates / weights, 1e-3);
  EXPECT_GE(found.at(0), 0.1) << "a class keeps its ends";
  EXPECT_LE(found.at(1), 1);
}

TEST(RatePosterior, OfJeffreysPriorIsTheTableOfTheDomain) {
  // dynamics.md section 10: n = 4 in 14.9 years is 0.30 [0.11, 0.57], none is 0.034 [0.00, 0.13].
  const GammaRate four = GammaRate{}.after({4, 14.9, 1});
  EXPECT_NEAR(GammaTables{}.of(four).mean(), 0.30, 0.005);
  EXPECT_NEAR(four.quantile(0.05), 0.11, 0.005);
  EXPECT_NEAR(four.quantile(0.95), 0.57, 0.005);
  EXPECT_NEAR(GammaTables{}.of(GammaRate{}.after({0, 14.9, 1})).mean(), 0.034, 0.001);
  EXPECT_NEAR(analysis::bound_of_none_seen(14.9), 0.13, 0.005);
}

TEST(RatePosterior, KnowsMoreEventsThanWereReported) {
  const RateTable all = analysis::posterior({{0.01, 10}}, {4, 10, 1}),
                  half = analysis::posterior({{0.01, 10}}, {4, 10, 0.5});
  EXPECT_NEAR(half.mean() / all.mean(), 2, 0.02);
}

TEST(PoolOf, IsAsOftenTheOneAsTheOther) {
  const RateTable pool = analysis::pool_of({RateTable{{1, 1}}, RateTable{{3, 3}}});
  EXPECT_NEAR(pool.mean(), 2, 0.01);
  EXPECT_NEAR(pool.at_most(2), 0.5, 0.005);
}

TEST(SumMovingTogether, AddsQuantiles) {
  const RateTable sum =
      analysis::sum_moving_together({RateTable{{0.1, 1}}, RateTable{{0.01, 0.1}}});
  EXPECT_NEAR(sum.at(0), 0.11, 1e-12);
  EXPECT_NEAR(sum.at(0.5), 1.1 * std::sqrt(0.1), 1e-9);
  EXPECT_NEAR(sum.mean(), 1.1 * 0.9 / std::log(10), 1e-6);
}

TEST(Pert, HasThePercentilesThatWereAsked) {
  for (const double mode : {0.003, 0.01, 0.05}) {
    const RateTable pert = analysis::pert_of(0.001, mode, 0.1);
    EXPECT_NEAR(pert.at(0.05) / 0.001, 1, 0.001) << mode;
    EXPECT_NEAR(pert.at(0.95) / 0.1, 1, 0.001) << mode;
  }
}

TEST(AtMostEvents, IsPoissonWhenTheRateIsKnown) {
  const boost::math::poisson exact(0.3 * 10);
  EXPECT_NEAR(analysis::at_most_events({{0.3, 0.3}}, 10, 2), cdf(exact, 2), 1e-12);
}

}  // namespace
