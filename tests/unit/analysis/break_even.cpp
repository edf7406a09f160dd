#include "analysis/comparisons/comparison.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace analysis;

PackageEffect effect(const std::string& package, double event, double year) {
  PackageEffect out;
  out.package = package;
  out.threats = 1;
  out.per_event = {event, event - 1, event + 1, Method::student_t};
  out.per_year = {year, year - 1, year + 1, Method::student_t};
  return out;
}

/// Four callers an event: one a year when the event comes once in four years. At 0.5 a year it
/// takes off two, so half of the effect is enough.
TEST(BreakEven, SaysWhatMustBeTrueForAMeasureToPay) {
  BeforeAfter effects;
  effects.packages = {effect("assumed", -4, -2)};
  take_break_evens(effects, {"assumed"});
  const auto& found = effects.break_even;
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].once_in_years.value, 4);
  EXPECT_EQ(found[0].once_in_years.low, 3);
  EXPECT_EQ(found[0].once_in_years.high, 5);
  EXPECT_EQ(found[0].share_of_effect.value, 0.5);
  EXPECT_EQ(found[0].share_of_effect.low, 1 / 3.) << "three a year, at the most";
  EXPECT_EQ(found[0].share_of_effect.high, 1);
  EXPECT_EQ(found[0].share_of_effect.method, Method::student_t);
}

/// Of a gain between nothing and a caller and a half no part can be named.
TEST(BreakEven, HasNoShareWhereTheGainIsNotToldFromNone) {
  BeforeAfter effects;
  effects.packages = {effect("faint", -4, -0.5), effect("unknown", -4, -3)};
  effects.packages[1].per_year = {-3, undefined, undefined, Method::none};
  take_break_evens(effects, {"faint", "unknown"});
  for (const BreakEven& one : effects.break_even) {
    EXPECT_TRUE(one.once_in_years.exists()) << one.package;
    EXPECT_TRUE(std::isnan(one.share_of_effect.value)) << one.package;
  }
}

TEST(BreakEven, IsNoneOfAMeasureThatGainsNothing) {
  BeforeAfter effects;
  effects.packages = {effect("worse", 3, 1)};
  take_break_evens(effects, {"worse"});
  const auto& found = effects.break_even;
  ASSERT_EQ(found.size(), 1u);
  EXPECT_FALSE(found[0].once_in_years.exists());
  EXPECT_TRUE(std::isnan(found[0].share_of_effect.value));
}

TEST(BreakEven, LeavesTheOthersRankedAmongThemselves) {
  BeforeAfter effects;
  effects.packages = {effect("measured", -9, -9), effect("assumed", -5, -5),
                      effect("tested", -4, -4)};
  effects.packages[2].tied = true;  // with the one that goes
  take_break_evens(effects, {"assumed"});
  ASSERT_EQ(effects.packages.size(), 2u);
  EXPECT_EQ(effects.packages[1].package, "tested");
  EXPECT_FALSE(effects.packages[1].tied);
}

}  // namespace
