#include "reports/words/numbers.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

/// Numbers as people read them, in both languages.
namespace {

using analysis::Unit;
using reports::Language;
using reports::Numbers;

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

const Numbers english(Language::english), dutch(Language::dutch);

TEST(Duration, IsAClocksTime) {
  EXPECT_EQ(reports::duration(0), "0 s");
  EXPECT_EQ(reports::duration(0.4), "0 s");
  EXPECT_EQ(reports::duration(45), "45 s");
  EXPECT_EQ(reports::duration(59.4), "59 s");
  EXPECT_EQ(reports::duration(59.6), "1 min 0 s") << "never 60 s";
  EXPECT_EQ(reports::duration(212), "3 min 32 s");
  EXPECT_EQ(reports::duration(3599), "59 min 59 s");
  EXPECT_EQ(reports::duration(3599.6), "1 h 0 min");
  EXPECT_EQ(reports::duration(4140), "1 h 9 min");
  EXPECT_EQ(reports::duration(4140 + 31), "1 h 10 min") << "to the minute from an hour on";
  EXPECT_EQ(reports::duration(7199), "2 h 0 min") << "never 1 h 60 min";
  EXPECT_EQ(reports::duration(100 * 3600), "100 h 0 min");
}

/// Half of its width would put an end below none at all.
TEST(EstimateText, HasBothEndsWhenTheyAreNotAlike) {
  analysis::Estimate skewed;
  skewed.mean = 6.3, skewed.low = 4.4, skewed.high = 9.0, skewed.n_defined = 20;
  skewed.method = analysis::Method::hall;
  EXPECT_EQ(english.estimate(skewed, Unit::count, 20), "6.3 [4.4, 9.0]");
  EXPECT_EQ(english.estimate(skewed, Unit::seconds, 40), "6.3 [4.4, 9.0] s (20/40)");
}

TEST(EstimateText, OfADifferenceOfSharesIsInPercentagePoints) {
  analysis::Estimate less;
  less.mean = -0.096, less.low = -0.1, less.high = -0.092, less.n_defined = 20;
  EXPECT_EQ(english.estimate(less, Unit::share, 20, true), "-9.6 ± 0.4 pp");
  EXPECT_EQ(dutch.estimate(less, Unit::share, 20, true), "-9,6 ± 0,4 %-punt");
  EXPECT_EQ(english.estimate(less, Unit::share, 20), "-9.6 ± 0.4 %");
}

TEST(Ends, AreKeptApartByWhatIsNoDecimalSign) {
  EXPECT_EQ(english.ends("0.30", "1.99"), "[0.30, 1.99]");
  EXPECT_EQ(dutch.ends("0,30", "1,99"), "[0,30; 1,99]");
}

/// It once printed -9223372036854775808 s.
TEST(Duration, OfWhatNeverCameIsADash) {
  for (const double none : {nan, inf, -inf})
    EXPECT_EQ(reports::duration(none), "–");
}

TEST(TimePercentile, SaysWhereTheDataEnd) {
  using analysis::Bound;
  using Is = Bound::Is;
  const Bound five{Is::at, 300}, ten{Is::at, 600}, later{Is::later_than, 2400};
  const Bound none, never{Is::never, inf};
  EXPECT_EQ(english.time({ten, five, later}), "10.0 min [5.0, > 40.0]");
  EXPECT_EQ(dutch.time({ten, five, later}), "10,0 min [5,0; > 40,0]");
  EXPECT_EQ(english.time({later, five, later}), "> 40.0 min [5.0, > 40.0]");
  EXPECT_EQ(english.time({ten, none, none}), "10.0 min");
  EXPECT_EQ(english.time({never, five, never}), "never [5.0 min, never]");
  EXPECT_EQ(english.time({never, never, never}), "never");
  EXPECT_EQ(dutch.time({never, none, none}), "nooit");
  EXPECT_EQ(english.time({none, none, none}), "–");
}

TEST(PlainNumber, HasMarksForThousands) {
  EXPECT_EQ(english.plain(0, 0), "0");
  EXPECT_EQ(english.plain(999, 0), "999");
  EXPECT_EQ(english.plain(1000, 0), "1,000");
  EXPECT_EQ(english.plain(1234567.891, 2), "1,234,567.89");
  EXPECT_EQ(english.plain(-1234, 0), "-1,234");
  EXPECT_EQ(english.plain(-123, 0), "-123") << "no mark behind the sign";
}

TEST(PlainNumber, IsDutchInDutch) {
  EXPECT_EQ(dutch.plain(1234567.891, 2), "1.234.567,89");
  EXPECT_EQ(dutch.plain(0.5, 1), "0,5");
  EXPECT_EQ(dutch.plain(-1234.5, 1), "-1.234,5");
}

TEST(PlainNumber, ANothingHasNoSign) {
  EXPECT_EQ(english.plain(-0.0, 0), "0");
  EXPECT_EQ(english.plain(-0.04, 1), "0.0");
  EXPECT_EQ(dutch.plain(-0.04, 1), "0,0");
  EXPECT_EQ(english.plain(-0.06, 1), "-0.1");
}

TEST(PlainNumber, WhatDoesNotExistIsADash) {
  for (const double value : {nan, inf, -inf}) {
    EXPECT_EQ(english.plain(value, 1), "–");
    EXPECT_EQ(dutch.value(value, Unit::seconds), "–");
    EXPECT_EQ(english.rate(value), "–");
  }
}

TEST(ValueOf, ACountHasFewDigits) {
  EXPECT_EQ(english.value(0, Unit::count), "0");
  EXPECT_EQ(english.value(7, Unit::count), "7") << "whole";
  EXPECT_EQ(english.value(7.25, Unit::count), "7.2");
  EXPECT_EQ(english.value(0.25, Unit::count), "0.25");
  EXPECT_EQ(english.value(123.4, Unit::count), "123");
  EXPECT_EQ(english.value(1234, Unit::count), "1,234");
  EXPECT_EQ(dutch.value(7.5, Unit::count), "7,5");
}

TEST(ValueOf, ATimeIsInTheUnitThatSuitsIt) {
  EXPECT_EQ(english.value(0.25, Unit::seconds), "0.25 s");
  EXPECT_EQ(english.value(12.34, Unit::seconds), "12.3 s");
  EXPECT_EQ(english.value(119, Unit::seconds), "119.0 s");
  EXPECT_EQ(english.value(120, Unit::seconds), "2.0 min");
  EXPECT_EQ(english.value(252, Unit::seconds), "4.2 min");
  EXPECT_EQ(english.value(7199, Unit::seconds), "120.0 min");
  EXPECT_EQ(english.value(7200, Unit::seconds), "2.0 h");
  EXPECT_EQ(english.value(-252, Unit::seconds), "-4.2 min") << "by its size";
  EXPECT_EQ(dutch.value(252, Unit::seconds), "4,2 min");
}

TEST(ValueOf, MinutesStayMinutes) {
  EXPECT_EQ(english.value(0, Unit::minutes), "0 min");
  EXPECT_EQ(english.value(12.34, Unit::minutes), "12.3 min");
  EXPECT_EQ(english.value(1234.5, Unit::minutes), "1,234 min");
}

TEST(ValueOf, AShareIsAPercentage) {
  EXPECT_EQ(english.value(0, Unit::share), "0.0 %");
  EXPECT_EQ(english.value(0.985, Unit::share), "98.5 %");
  EXPECT_EQ(english.value(1, Unit::share), "100.0 %");
  EXPECT_EQ(english.value(0.01, Unit::share), "1.0 %");
  EXPECT_EQ(english.value(0.0042, Unit::share), "0.42 %");
  EXPECT_EQ(english.value(0.000042, Unit::share), "0.0042 %") << "two digits at least";
  EXPECT_EQ(dutch.value(0.985, Unit::share), "98,5 %");
}

TEST(RateOf, HasTwoDigitsAtLeast) {
  EXPECT_EQ(english.rate(0), "0");
  EXPECT_EQ(english.rate(0.0042), "0.0042");
  EXPECT_EQ(english.rate(0.5), "0.50");
  EXPECT_EQ(english.rate(1.25), "1.2");
  EXPECT_EQ(english.rate(12.4), "12");
  EXPECT_EQ(english.rate(1234), "1,234");
  EXPECT_EQ(english.rate(-0.0042), "-0.0042");
  EXPECT_EQ(dutch.rate(0.0042), "0,0042");
  EXPECT_EQ(english.rate(1e-12), "0.000000000") << "nine decimals at most";
}

TEST(AsWritten, GivesBackWhatSomebodyWrote) {
  EXPECT_EQ(english.as_written(0), "0");
  EXPECT_EQ(english.as_written(0.1), "0.1");
  EXPECT_EQ(english.as_written(0.025), "0.025");
  EXPECT_EQ(english.as_written(1000), "1,000");
  EXPECT_EQ(english.as_written(-2.5), "-2.5");
  EXPECT_EQ(english.as_written(0.0001), "0.0001");
  EXPECT_EQ(english.as_written(0.1 + 0.2), "0.3") << "rounding of the machine is not shown";
  EXPECT_EQ(dutch.as_written(1234.5), "1.234,5");
  EXPECT_EQ(english.as_written(nan), "–");
  EXPECT_EQ(english.as_written(1.0 / 3), "0.333333333");
}

analysis::Estimate estimate_of(double mean, double half, std::size_t n = 200,
                               std::size_t infinite = 0) {
  analysis::Estimate out;
  out.mean = mean;
  out.low = mean - half;
  out.high = mean + half;
  out.n_defined = n;
  out.n_infinite = infinite;
  return out;
}

TEST(EstimateOf, IsTheMeanAndHalfOfItsInterval) {
  EXPECT_EQ(english.estimate(estimate_of(1234, 56), Unit::count, 200), "1,234 ± 56");
  EXPECT_EQ(english.estimate(estimate_of(12.34, 1.2), Unit::count, 200), "12.3 ± 1.2");
  EXPECT_EQ(english.estimate(estimate_of(252, 30), Unit::seconds, 200), "4.2 ± 0.5 min");
  EXPECT_EQ(english.estimate(estimate_of(0.985, 0.01), Unit::share, 200), "98.5 ± 1.0 %");
  EXPECT_EQ(dutch.estimate(estimate_of(1234.5, 56), Unit::count, 200), "1.234 ± 56");
}

TEST(EstimateOf, WithoutAnIntervalIsTheMeanAlone) {
  EXPECT_EQ(english.estimate(estimate_of(7, 0), Unit::count, 200), "7");
  EXPECT_EQ(english.estimate(estimate_of(7, nan, 1), Unit::count, 1), "7");
  EXPECT_EQ(english.estimate(estimate_of(7.5, 0), Unit::count, 200), "7.5");
}

TEST(EstimateOf, ADifferenceHasASign) {
  EXPECT_EQ(english.estimate(estimate_of(3.1, 0.4), Unit::count, 200, true), "+3.1 ± 0.4");
  EXPECT_EQ(english.estimate(estimate_of(-3.1, 0.4), Unit::count, 200, true), "-3.1 ± 0.4");
  EXPECT_EQ(english.estimate(estimate_of(0, 0), Unit::count, 200, true), "0");
  EXPECT_EQ(english.estimate(estimate_of(0.0001, 0), Unit::count, 200, true), "0.00")
      << "no plus before a nothing";
}

TEST(EstimateOf, SaysHowManyHaveAValue) {
  EXPECT_EQ(english.estimate(estimate_of(12.3, 1, 12), Unit::count, 200), "12.3 ± 1.0 (12/200)");
}

TEST(EstimateOf, WhatNeverCameIsSaid) {
  const std::string never = english.estimate(estimate_of(nan, nan, 0, 200), Unit::seconds, 200);
  EXPECT_NE(never, "–");
  EXPECT_NE(never, dutch.estimate(estimate_of(nan, nan, 0, 200), Unit::seconds, 200));
  EXPECT_EQ(english.estimate(estimate_of(12, 1, 60, 140), Unit::seconds, 200), never + " (140/200)")
      << "a mean over the few that came would mislead";
  EXPECT_EQ(english.estimate(estimate_of(12, 1, 100, 100), Unit::seconds, 200),
            "12.0 ± 1.0 s (100/200)");
  EXPECT_EQ(english.estimate({}, Unit::count, 200), "–");
}

TEST(ProportionOf, IsInWholePercents) {
  EXPECT_EQ(english.proportion({0.75, 0.43, 0.95, 6, 8}), "75 % [43, 95]");
  EXPECT_EQ(english.proportion({0, 0, 0.259, 0, 10}), "0 % [0, 26]");
  EXPECT_EQ(english.proportion({1, 0.7411, 1, 10, 10}), "100 % [74, 100]");
  EXPECT_EQ(english.proportion({}), "–") << "of nothing there is no share";
}

}  // namespace
