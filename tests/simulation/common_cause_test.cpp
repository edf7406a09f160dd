// Components that fail by themselves: how long a pair is lost of which some failures take both.
#include <gtest/gtest.h>

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

#include "fact_view.hpp"
#include "written_study.hpp"

namespace {

/// A unit fails every 4 h and is repaired in 24 min; nobody answers while both are down.
scenarios::ScenarioInWorld pair_with(const std::string& beta) {
  auto study = written::read({R"(
world: {name: W, zone: "UTC0"}
disciplines: {any: {name: Any}}
stages: {answer: {handling: "1 s"}}
roles: {agent: {stage: answer}}
regions: {r: {meldkamer: c}}
meldkamers: {c: {name: C, roster: {agent: 20}}}
demand: {calls: "4 calls/h"}
suppliers: {u: {name: U}}
components:
  pair:
    {supplier: u, n: 2, k: 1, mtbf: "4 h", repair: {exponential: {mean: "24 min"}}, beta: )" +
                                  beta + R"(}
functions: {answer: {stage: answer, needs: pair, when_lost: {stops: {arriving: block}}}}
)",
                              R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T00:00", warm_up: "0 s", end: "8760 h"}
)"});
  study.scenario.component_failures = true;
  return study;
}

/// Share of the time: both down by themselves, or in common (independent of each other).
double lost_share(double beta, double repair_h) {
  const double alone = repair_h / (4 / (1 - beta) + repair_h),
               common = repair_h / (4 / beta + repair_h);
  return 1 - (1 - alone * alone) * (1 - common);
}

/// Calls are Poisson, so the share that is blocked is the share of the time.
TEST(CommonCause, APairWithBetaIsLostAsLongAsInClosedForm) {
  constexpr std::uint64_t years = 200;
  const auto outcome = written::run(pair_with("0.2"), years);
  ASSERT_EQ(outcome.replications.size(), years);
  std::vector<double> shares;
  for (const auto& seen : outcome.replications)
    shares.push_back(
        static_cast<double>(fact_sums::persons(seen.world, results::CallerCount::blocked)) /
        (4 * 8760));
  const double mean = std::accumulate(shares.begin(), shares.end(), 0.0) / years;
  double square = 0;
  for (const double share : shares)
    square += (share - mean) * (share - mean);
  const double half = boost::math::quantile(boost::math::students_t(years - 1), 0.9985) *
                      std::sqrt(square / (years - 1) / years);
  const double theory = lost_share(0.2, 0.4);
  EXPECT_NEAR(mean, theory, half);
  EXPECT_LT(half, 0.025 * theory);
  // Repairs that take 5 % longer, or units that fail independently, would be seen.
  EXPECT_GT(lost_share(0.2, 0.42) - theory, 2 * half);
  EXPECT_GT(theory - lost_share(1e-9, 0.4), 20 * half);
}

}  // namespace
