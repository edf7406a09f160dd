#include <gmock/gmock.h>

#include "analysis/impact/year_mode.hpp"

namespace {

using analysis::WholeYear;
using analysis::WholeYears;
using analysis::YearPoint;

WholeYears years_of(const std::vector<double>& lost) {
  WholeYears out;
  for (const double callers : lost) {
    WholeYear& year = out.years.emplace_back();
    year.replication = out.years.size() - 1;
    year.lost = callers;
  }
  return out;
}

TEST(WholeYears, CountEventsThatBeginWhileAnotherLasts) {
  WholeYears years = years_of({0, 0});
  years.years[0].events = {{"a", 0, 10}, {"b", 5, 1}, {"c", 8, 1}, {"d", 11, 1}};
  years.years[1].events = {{"a", 0, 1}, {"b", 1, 5}};
  EXPECT_EQ(years.events(), 6u);
  EXPECT_EQ(years.coinciding(), 2u);
}

TEST(WholeYears, HaveTheShareOfYearsWithAtLeastSoMany) {
  const WholeYears years = years_of({0, 5, 10, 20});
  EXPECT_EQ(years.at_least(10).hits, 2u);
  EXPECT_EQ(years.at_least(10).of, 4u);
  EXPECT_DOUBLE_EQ(years.expected().value, 8.75);
}

TEST(WholeYears, DifferWhereTheirIntervalLeavesTheCompoundValueOut) {
  const WholeYears years = years_of(std::vector<double>(40, 1.0));
  YearPoint point{1, {0.99, 0.9, 1}, years.at_least(1)};
  EXPECT_FALSE(point.differs());
  point.compound.value = 0.5;
  EXPECT_TRUE(point.differs());
}

/// With and without components that fail: the same replications, one by one.
TEST(CompareYears, PairsYearsWithFailuresWithThoseWithout) {
  WholeYears with = years_of({10, 20, 31}), without = years_of({8, 17, 28});
  for (WholeYear& year : with.years) {
    year.failures = 3;
    year.lost_anyway = 100 + static_cast<double>(year.replication);
  }
  const std::vector<WholeYears> both = {with, without}, one = {with};
  const auto comparison = analysis::compare_years(both, {}, "current");
  EXPECT_EQ(comparison.whole->years.size(), 3u);
  EXPECT_FALSE(comparison.whole->with_failures());
  EXPECT_NEAR(comparison.with_failures.value, 8.0 / 3, 1e-12);
  EXPECT_DOUBLE_EQ(comparison.by_failures.value, 101);
  EXPECT_FALSE(analysis::compare_years(one, {}, "current").with_failures.exists());
}

/// Draws of one year are one result with the uncertainty of both; another scenario is another one.
TEST(DrawsOfYears, AreTakenTogether) {
  std::vector<WholeYears> draws = {years_of({10, 12}), years_of({50, 54}), years_of({1, 3}),
                                   years_of({7, 9})};
  for (std::size_t i = 0; i < 3; ++i) {
    draws[i].row.labels.draw = i + 1;
    draws[i].row.asked = 2;
  }
  draws[2].row.scenario_name = "without failures";
  const auto found = analysis::draws_together(draws);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].years.size(), 4u);
  EXPECT_EQ(found[0].row.asked, 4u);
  EXPECT_EQ(found[0].uncertainty.draws, 2u);
  EXPECT_DOUBLE_EQ(found[0].expected().value, 31.5);
  EXPECT_EQ(found[0].expected().low, found[0].uncertainty.both.low);
  for (std::size_t i : {1, 2}) {
    EXPECT_EQ(found[i].years.size(), 2u);
    EXPECT_EQ(found[i].uncertainty.draws, 0u);
  }
}

TEST(EffectName, IsWhatEffectsOfTheThreatAreCalled) {
  EXPECT_EQ(analysis::effect_name("DR-07"), "dr_07");
}

}  // namespace
