#include "analysis/statistics/over_week.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <boost/math/constants/constants.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <functional>
#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/calendar.hpp"
#include "scenarios/threats/onset.hpp"
#include "tests/sample.hpp"

/// Onsets go through the hours of the week in turn, so what the hours explain is no error of the
/// mean. Data sets are drawn like those of a threat: an hour by the very rule of the onsets, a mean
/// by the hour, and a value about it.
namespace {

using analysis::Interval;

double value_drawn(std::uint64_t set, std::size_t i) {
  return models::uniform({77, set}, models::Purpose::parameter, {models::name_of("value"), i, 0});
}

/// Ten on the average; `swing` as much more at the busiest hour of a day than on the average.
double mean_at(int hour, double swing) {
  return 10 * (1 + swing * std::sin((hour - 8) * boost::math::constants::two_pi<double>() / 24));
}

struct Kind {
  const char* name;
  double swing;
  std::function<double(double mean, double u)> value;
};

double nearly_normal(double mean, double u) {
  return mean + 3 * quantile(boost::math::normal(), u);
}
double lopsided(double mean, double u) {
  return mean * quantile(boost::math::gamma_distribution<>(4, 0.25), u);
}

const std::vector<Kind> kinds = {{"normal, the same at any hour", 0, nearly_normal},
                                 {"normal, by the hour", 0.8, nearly_normal},
                                 {"skewed, the same at any hour", 0, lopsided},
                                 {"skewed, by the hour", 0.8, lopsided}};

struct Coverage {
  double over_week = 0, as_they_come = 0, narrower = 0;
};

Coverage coverage(const Kind& kind, std::size_t n, std::uint64_t sets) {
  const models::Calendar calendar("UTC+0");
  Coverage out;
  for (std::uint64_t set = 0; set < sets; ++set) {
    std::vector<double> values;
    std::vector<int> hours;
    for (std::size_t i = 0; i < n; ++i) {
      hours.push_back(calendar.second_of_week(scenarios::Onset{}.at({set, i}, calendar)) / 3600);
      values.push_back(kind.value(mean_at(hours.back(), kind.swing), value_drawn(set, i)));
    }
    const Interval week = analysis::interval_over_week(values, hours),
                   plain = analysis::interval_of_mean(values);
    const auto share = 1 / static_cast<double>(sets);
    out.over_week += week.low <= 10 && 10 <= week.high ? share : 0;
    out.as_they_come += plain.low <= 10 && 10 <= plain.high ? share : 0;
    out.narrower += (plain.high - plain.low) / (week.high - week.low) * share;
  }
  return out;
}

/// A thousand sets in the long run, a fifth of them else; the bounds are three deviations wide.
TEST(IntervalOverWeek, HoldsTheMeanNineteenTimesOfTwenty) {
  const auto sets = sample<std::uint64_t>(200, 1000);
  for (const Kind& kind : kinds)
    for (const std::size_t n : {60, 200}) {
      const Coverage seen = coverage(kind, n, sets);
      fmt::print("  {}, n = {}: {:.3f}, before {:.3f}, {:.2f} times as wide\n", kind.name, n,
                 seen.over_week, seen.as_they_come, seen.narrower);
      EXPECT_GE(seen.over_week, 0.95 - 3 * std::sqrt(0.95 * 0.05 / static_cast<double>(sets)))
          << kind.name << " " << n;
      if (n == 200) {
        EXPECT_LE(seen.over_week, 0.99) << kind.name;
      }
    }
}

/// What the hours explain made the interval twice as wide as it had to be.
TEST(IntervalOverWeek, IsNarrowerByWhatTheHoursExplain) {
  const Coverage by_hour = coverage(kinds[1], 200, 100), same = coverage(kinds[0], 200, 100);
  EXPECT_NEAR(by_hour.as_they_come, 1, 1e-9);
  EXPECT_NEAR(by_hour.narrower, 2, 0.25);
  EXPECT_NEAR(same.narrower, 1, 0.06);
}

TEST(IntervalOverWeek, TakesValuesAsTheyComeWhenTheHoursAreNotKnown) {
  const std::vector<double> values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  const std::vector<int> unknown(values.size(), -1);
  const Interval week = analysis::interval_over_week(values, unknown),
                 plain = analysis::interval_of_mean(values);
  EXPECT_EQ(week.low, plain.low);
  EXPECT_EQ(week.high, plain.high);
}

TEST(IntervalOverWeek, ThereIsNoneOfEqualValues) {
  EXPECT_FALSE(
      analysis::interval_over_week(std::vector<double>(20, 3.0), std::vector<int>(20, 5)).exists());
}

}  // namespace
