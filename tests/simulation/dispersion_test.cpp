// How much the number of calls varies, at three scales: simulated, in closed form, and published.
#include <gtest/gtest.h>

#include <array>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

#include "models/world/read_world.hpp"
#include "sim/calls/demand_stream.hpp"
#include "tests/simulation/dispersion.hpp"
#include "written_study.hpp"

namespace {

struct Scale {
  const char* name;
  int quarters;
  double published;  ///< Seattle, September 2020: variance over mean
  double last_digit;
};
constexpr std::array<Scale, 3> scales = {
    {{"quarter", 1, 1.80, 0.01}, {"hour", 4, 2.86, 0.01}, {"day", 96, 8.7, 0.1}}};
/// About 41,200 calls in 30 days; a city as large as a Dutch region.
constexpr double seattle_calls_per_s = 1374.0 / 86400;

models::World shipped() {
  return models::read_world(std::string(SOURCE_DIR) + "/models/netherlands").world;
}

TEST(Dispersion, TheShippedWorldHasThePublishedRatioAtAllThreeScales) {
  for (const Scale& scale : scales)
    EXPECT_NEAR(dispersion::variance_over_mean(shipped(), seattle_calls_per_s, scale.quarters),
                scale.published, scale.last_digit / 2)
        << scale.name;
}

/// Each factor is needed, and the bursts are: without it some scale is 5 % off or more.
TEST(Dispersion, NothingCanBeLeftOut) {
  const auto misses = [](const models::World& world) {
    double most = 0;
    for (const Scale& scale : scales)
      most = std::max(most, std::abs(dispersion::variance_over_mean(world, seattle_calls_per_s,
                                                                    scale.quarters) /
                                         scale.published -
                                     1));
    return most;
  };
  for (std::size_t i = 0; i < shipped().demand.busyness.size(); ++i) {
    models::World without = shipped();
    without.demand.busyness.erase(without.demand.busyness.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_GT(misses(without), 0.05) << shipped().demand.busyness[i].id;
  }
  models::World without = shipped();
  without.demand.bursts.reset();
  EXPECT_GT(misses(without), 0.05);
  EXPECT_LT(misses(shipped()), 0.01);
}

TEST(Dispersion, PoissonHasOne) {
  models::World world = shipped();
  world.demand.busyness.clear();
  world.demand.bursts.reset();
  for (const Scale& scale : scales)
    EXPECT_NEAR(dispersion::variance_over_mean(world, 1, scale.quarters), 1, 1e-9);
}

/// One region with Seattle's calls, the shipped words and kinds, no hourly profile.
std::string seattle() {
  return R"(
world: {name: W, zone: "UTC0"}
disciplines: {police: {name: P, share: 1}}
kinds:
  real: {share: 0.46, genuine: true}
  again: {share: 0.14, genuine: true, duplicate: true}
  pocket: {share: 0.4, forwarded: 0}
stages: {answer: {handling: "30 s"}}
roles: {agent: {stage: answer}}
regions: {seattle: {meldkamer: c}}
meldkamers: {c: {name: C, roster: {agent: 50}}}
demand:
  calls: "1374 calls/day"
  busyness:
    quarter: {block: "15 min", cv: 0.112, correlation: QUARTER}
    half_shift: {block: "4 h", cv: 0.1475, correlation: 0.5}
    day: {block: "24 h", cv: 0.0397, correlation: 0.7}
  bursts: {delay: "3 min", within: "30 min"}
)";
}

constexpr int days = 50, days_drawn = 250;

/// Calls by quarter of an hour.
std::vector<double> counts(const scenarios::ScenarioInWorld& study, std::uint64_t replication) {
  const models::Calendar calendar(study.model.world.zone);
  sim::DemandStream stream(study.model.world, calendar, study.scenario, {7, replication}, {});
  std::vector<double> out(days * 96);
  while (std::isfinite(stream.next_time()))
    if (const auto quarter = static_cast<std::size_t>(stream.pop().t_s / 900); quarter < out.size())
      ++out[quarter];
  return out;
}

/// Mean of (N - mean)^2 / mean over the windows of one replication, the mean known.
double ratio_of(const std::vector<double>& quarters, int window, double mean) {
  double sum = 0;
  for (std::size_t at = 0; at < quarters.size(); at += static_cast<std::size_t>(window)) {
    const auto from = quarters.begin() + static_cast<std::ptrdiff_t>(at);
    const double n = std::accumulate(from, from + window, 0.0);
    sum += (n - mean) * (n - mean) / mean;
  }
  return sum / (static_cast<double>(quarters.size()) / window);
}

struct Interval {
  double mean, half_width;
};

Interval student(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double square = 0;
  for (const double value : values)
    square += (value - mean) * (value - mean);
  const boost::math::students_t t(n - 1);
  return {mean, boost::math::quantile(t, 0.9985) * std::sqrt(square / (n - 1) / n)};
}

/// Both ways of drawing the shortest factor: not at all (negative binomial), and drawn.
TEST(Dispersion, WhatIsSimulatedIsTheClosedForm) {
  for (const std::string correlation : {"0", "0.3"}) {
    std::string text = seattle();
    text.replace(text.find("QUARTER"), 7, correlation);
    const auto study = written::read({text, R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T00:00", warm_up: "0 s", end: "1200 h"}
)"});
    std::array<std::vector<double>, 3> ratios;
    std::vector<double> calls;
    for (std::uint64_t replication = 0; replication < days_drawn; ++replication) {
      const auto quarters = counts(study, replication);
      calls.push_back(std::accumulate(quarters.begin(), quarters.end(), 0.0) / days);
      for (std::size_t i = 0; i < scales.size(); ++i)
        ratios[i].push_back(
            ratio_of(quarters, scales[i].quarters, 1374.0 / 96 * scales[i].quarters));
    }
    const Interval of_day = student(calls);
    EXPECT_NEAR(of_day.mean, 1374, of_day.half_width);
    EXPECT_LT(of_day.half_width, 0.005 * 1374);
    for (std::size_t i = 0; i < scales.size(); ++i) {
      const double theory = dispersion::variance_over_mean(study.model.world, seattle_calls_per_s,
                                                           scales[i].quarters);
      const Interval seen = student(ratios[i]);
      EXPECT_NEAR(seen.mean, theory, seen.half_width) << scales[i].name << ' ' << correlation;
      EXPECT_LT(seen.half_width, 0.05 * theory) << scales[i].name << ' ' << correlation;
    }
  }
}

}  // namespace
