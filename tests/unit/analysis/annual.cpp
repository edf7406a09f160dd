#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "analysis/statistics/annual.hpp"

namespace {

using analysis::Frequency;
using analysis::Peril;

/// Strikes so often a year, exactly.
Peril peril(const std::string& threat, double per_year, const std::vector<double>& losses) {
  const auto mean = analysis::interval_of_mean(losses);
  const Frequency frequency{Frequency::Unknown::no, {{per_year, per_year}}, 1};
  return {threat, threat, frequency, losses, mean, mean};
}

TEST(AnnualLoss, IsThatOfACompoundPoissonProcess) {
  // One event costs 1 or 3, each as often: closed forms for the sum and the worst of a year.
  const double rate = 0.8;
  const std::vector<Peril> perils = {peril("A", rate, {1, 3})};
  const std::vector<double> at = {1, 2, 3};
  const auto loss = analysis::annual_loss(perils, at);
  EXPECT_NEAR(loss.expected.value, rate * 2, 1e-12);
  EXPECT_NEAR(loss.no_loss, std::exp(-rate), 1e-12) << "no event: exact";
  EXPECT_NEAR(loss.curve[0].aep.value, 1 - std::exp(-rate), 1e-12);
  // 200,000 years: 4 standard deviations of a share are at most 0.0045. Less than 2: nothing, or
  // one event of 1.
  EXPECT_NEAR(loss.curve[1].aep.value, 1 - std::exp(-rate) * (1 + rate / 2), 0.0045);
  // The worst event: exact.
  EXPECT_NEAR(loss.curve[1].oep.value, 1 - std::exp(-rate / 2), 1e-12);
  EXPECT_NEAR(loss.curve[2].oep.value, 1 - std::exp(-rate / 2), 1e-12);
}

TEST(AnnualLoss, OfSeveralPerilsAddsUp) {
  const std::vector<Peril> perils = {peril("A", 0.5, {10}), peril("B", 2, {1, 2})};
  const auto loss = analysis::annual_loss(perils, std::vector<double>{10});
  EXPECT_NEAR(loss.expected.value, 0.5 * 10 + 2 * 1.5, 1e-12);
  EXPECT_NEAR(loss.curve[0].oep.value, 1 - std::exp(-0.5), 1e-12);
  EXPECT_GT(loss.curve[0].aep.value, loss.curve[0].oep.value) << "B may add up to 10 too";
}

TEST(AnnualLoss, OfAYearIsNeverLessThanOfItsWorstEvent) {
  const std::vector<Peril> perils = {peril("A", 0.4, {10, 200, 3000}), peril("B", 0.1, {1, 50})};
  const auto loss = analysis::annual_loss(perils, std::vector<double>{1, 10, 50, 100, 200, 3000});
  for (const auto& row : loss.curve)
    EXPECT_GE(row.aep.value, row.oep.value) << row.callers;
}

/// A sum of a year that its own worst event exceeds, because chance saved callers in another.
TEST(AnnualLoss, OfAYearIsNotLessThanItsWorstEventWhenOthersSavedSome) {
  const std::vector<Peril> perils = {peril("A", 2, {-5, 6})};
  const auto loss = analysis::annual_loss(perils, std::vector<double>{1, 5});
  for (const auto& row : loss.curve)
    EXPECT_GE(row.aep.value, row.oep.value) << row.callers;
  EXPECT_NEAR(loss.no_loss, std::exp(-1), 1e-12) << "events of 6 strike once a year";
}

/// What comes once a year on its date is no matter of chance: no year is without it.
TEST(AnnualLoss, OfAYearlyDateHasOneEventInEveryYear) {
  Peril date = peril("A", 1, {10, 0, 0, 30});
  date.frequency.every_year = true;
  const auto loss = analysis::annual_loss(std::vector<Peril>{date}, std::vector<double>{10, 31});
  EXPECT_NEAR(loss.expected.value, 10, 1e-12);
  EXPECT_NEAR(loss.no_loss, 0.5, 1e-12) << "Poisson would say exp(-0.5)";
  EXPECT_NEAR(loss.curve[0].oep.value, 0.5, 1e-12);
  EXPECT_NEAR(loss.curve[1].aep.value, 0, 1e-12) << "never two in one year";
}

/// Of an uncertain frequency: the mean over its class, by Simpson's rule.
TEST(AnnualLoss, OverAClassIsItsIntegral) {
  for (const auto& [low, high] : {std::pair{0.1, 1.0}, {0.01, 0.1}, {1.0, 10.0}}) {
    Peril one = peril("DR-20", low, {1, 0, 1, 5, 0});
    one.frequency.nation = {{low, high}};
    double exact = 0;
    constexpr int parts = 1000;
    for (int i = 0; i <= parts; ++i)
      exact += (i == 0 || i == parts ? 1
                : i % 2 == 1         ? 4
                                     : 2) /
               (3.0 * parts) * -std::expm1(-0.6 * one.frequency.at(static_cast<double>(i) / parts));
    const auto loss = analysis::annual_loss(std::vector<Peril>{one}, std::vector<double>{1, 100});
    EXPECT_NEAR(loss.curve[0].oep.value, exact, 1e-6) << low;
    EXPECT_LT(loss.curve[0].oep.low, exact);
    EXPECT_GT(loss.curve[0].oep.high, exact);
    EXPECT_NEAR(loss.curve[1].oep.value, 0, 1e-12) << "nothing reached 100";
    const std::vector<Peril> two = {one, peril("B", 0.5, {3})};
    const auto both = analysis::annual_loss(two, std::vector<double>{1});
    EXPECT_NEAR(both.curve[0].oep.value, 1 - (1 - exact) * std::exp(-0.5), 1e-6) << "independent";
  }
}

/// What one event shows of a share is next to nothing, and none of n is an upper bound.
TEST(AnnualLoss, BandsHoldTheChanceInTheShares) {
  const auto curve_of = [](const std::vector<double>& losses) {
    return analysis::annual_loss(std::vector<Peril>{peril("A", 1, losses)},
                                 std::vector<double>{100, 1000})
        .curve;
  };
  // Beta(3/2, 1/2) and Beta(1/2, 3/2): middle 95 % from 0.1468 and up to 0.8532.
  const auto once = curve_of({866});
  EXPECT_NEAR(once[0].oep.value, 1 - std::exp(-1), 1e-12);
  EXPECT_NEAR(once[0].oep.low, 1 - std::exp(-0.1468), 0.02);
  EXPECT_NEAR(once[1].oep.high, 1 - std::exp(-0.8532), 0.02);
  EXPECT_EQ(once[1].oep.value, 0);
  EXPECT_EQ(once[1].oep.low, 0);
  const auto often = curve_of(std::vector<double>(400, 866));
  EXPECT_GT(often[0].oep.low, 1 - std::exp(-0.99));
  EXPECT_LT(often[1].oep.high, 0.01);
  EXPECT_GT(often[1].oep.high, 0);
}

TEST(AnnualLoss, RefusesATailThatFewEventsMake) {
  std::vector<double> few(20), many(2000);
  std::iota(few.begin(), few.end(), 1.0);
  std::iota(many.begin(), many.end(), 1.0);
  const auto tail = [](const std::vector<double>& losses) {
    return analysis::annual_loss(std::vector<Peril>{peril("A", 0.5, losses)}, {}).tails.front();
  };
  EXPECT_TRUE(std::isnan(tail(few).var)) << "200,000 years of 20 events are 20 events";
  EXPECT_FALSE(std::isnan(tail(many).var));
  EXPECT_GE(tail(many).cvar, tail(many).var);
}

TEST(TailOfEvents, WantsFiftyPoints) {
  std::vector<double> losses(999);
  std::iota(losses.begin(), losses.end(), 1.0);
  EXPECT_TRUE(std::isnan(analysis::tail_of_events(losses, 0.95).var));
  losses.push_back(1000);
  const auto tail = analysis::tail_of_events(losses, 0.95);
  EXPECT_EQ(tail.points, 50u);
  EXPECT_EQ(tail.var, 950);
  EXPECT_DOUBLE_EQ(tail.cvar, 975.5);
}

}  // namespace
