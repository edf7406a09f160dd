#include "analysis/trials/sweep_range.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <stdexcept>

/// Ranges of a sweep: how they are written, and which values they stand for.
namespace {

using analysis::SweepRange;
using testing::ElementsAre;
using testing::HasSubstr;

std::string range_error(const std::string& text) {
  try {
    const SweepRange range(text);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

std::vector<double> values_of(const std::string& text, bool whole = false) {
  return SweepRange(text).values(whole);
}

TEST(SweepRange, HasAPathAndAUnit) {
  const SweepRange range("takeover.decide=1 min..15 min");
  EXPECT_EQ(range.path(), "takeover.decide");
  EXPECT_EQ(range.unit(), "min");
  EXPECT_FALSE(range.looks_whole());
}

TEST(SweepRange, TakesTheUnitOfEitherEnd) {
  EXPECT_EQ(SweepRange("a=1..15 min").unit(), "min");
  EXPECT_EQ(SweepRange("a=1 min..15").unit(), "min");
  EXPECT_EQ(SweepRange("a=1..15").unit(), "");
  EXPECT_THAT(values_of("a=1..3 min/3"), ElementsAre(1, 2, 3));
}

TEST(SweepRange, TheUnitOfTheEndIsThatOfAllValues) {
  EXPECT_THAT(values_of("a=30 s..2 min/4"), ElementsAre(0.5, 1, 1.5, 2));
  EXPECT_THAT(values_of("a=1 h..90 min:15 min"), ElementsAre(60, 75, 90));
  EXPECT_THAT(values_of("a=1 min..2 min:30 s"), ElementsAre(1, 1.5, 2));
}

TEST(SweepRange, RatesAndPercentagesHaveUnitsToo) {
  const SweepRange rate("demand.calls=100 calls/h..200 calls/h");
  EXPECT_EQ(rate.unit(), "calls/h");
  EXPECT_EQ(rate.values(false).size(), 10u) << "'/h' is no number of points";
  const SweepRange share("a=10%..30%/3");
  EXPECT_THAT(share.values(false), ElementsAre(10, 20, 30));
  EXPECT_EQ(share.written(20), "20%");
}

TEST(SweepRange, BlanksAroundTheNumbersDoNotMatter) {
  EXPECT_THAT(values_of("a= 1  ..  3 /3"), ElementsAre(1, 2, 3));
  EXPECT_EQ(SweepRange("a= 1 min .. 3 min ").unit(), "min");
}

TEST(SweepRange, MayBeginBelowZero) {
  EXPECT_THAT(values_of("a=-2..2/3"), ElementsAre(-2, 0, 2));
}

TEST(SweepRange, SaysWhatIsWrong) {
  EXPECT_THAT(range_error("takeover.decide"), HasSubstr("has no PATH"));
  EXPECT_THAT(range_error("=1..2"), HasSubstr("has no PATH"));
  EXPECT_THAT(range_error("a=1"), HasSubstr("has no range"));
  EXPECT_THAT(range_error("a..b=1"), HasSubstr("has no range")) << "dots of the path are no range";
  EXPECT_THAT(range_error("a=..2"), HasSubstr("has no number in ''"));
  EXPECT_THAT(range_error("a=1.."), HasSubstr("has no number in ''"));
  EXPECT_THAT(range_error("a=one..2"), HasSubstr("has no number in 'one'"));
  EXPECT_THAT(range_error("a=1-2..3"), HasSubstr("has no number in '1-2'"));
  EXPECT_THAT(range_error("a=1 min..2 calls/h"),
              HasSubstr("has units that are not of one kind, min and calls/h"));
  EXPECT_THAT(range_error("a=2..2"), HasSubstr("must end above its beginning"));
  EXPECT_THAT(range_error("a=3..2"), HasSubstr("must end above its beginning"));
  EXPECT_THAT(range_error("a=2 min..90 s"), HasSubstr("must end above its beginning"))
      << "compared in one unit";
}

TEST(SweepRange, EveryRefusalSaysHowToWriteIt) {
  for (const char* const text : {"a", "a=1", "a=1..x", "a=3..2", "a=1..2:0", "a=1..2/1"})
    EXPECT_THAT(range_error(text), HasSubstr("write PATH=LO..HI, PATH=LO..HI:STEP or "
                                             "PATH=LO..HI/POINTS"))
        << text;
}

TEST(SweepRange, StepsAreAboveZeroAndAThousandAtMost) {
  EXPECT_THAT(range_error("a=1..2:0"), HasSubstr("must have a step above 0"));
  EXPECT_THAT(range_error("a=1..2:-1"), HasSubstr("must have a step above 0"));
  EXPECT_THAT(range_error("a=0..1001:1"), HasSubstr("gives at most 1000 points"));
  EXPECT_EQ(range_error("a=0..1000:1"), "");
  EXPECT_THAT(range_error("a=1..2:"), HasSubstr("has no number in ''"));
}

TEST(SweepRange, PointsAreTwoToAThousand) {
  EXPECT_THAT(range_error("a=1..2/1"), HasSubstr("must have 2 to 1000 points"));
  EXPECT_THAT(range_error("a=1..2/1001"), HasSubstr("must have 2 to 1000 points"));
  EXPECT_THAT(range_error("a=1..2/0"), HasSubstr("must have 2 to 1000 points"));
  EXPECT_THAT(range_error("a=1..2/99999999999999999999"), HasSubstr("must have 2 to 1000 points"))
      << "larger than any number of the machine";
  EXPECT_EQ(values_of("a=1..2/2").size(), 2u);
  EXPECT_EQ(values_of("a=1..2/1000").size(), 1000u);
}

TEST(SweepRange, AStepAndPointsDoNotGoTogether) {
  EXPECT_THAT(range_error("a=1..9:2/4"), HasSubstr("units that are not of one kind"));
}

TEST(SweepRange, LooksWholeWhileNobodyWritesAPointOrAUnit) {
  EXPECT_TRUE(SweepRange("a=3..12").looks_whole());
  EXPECT_TRUE(SweepRange("a=3..12:2").looks_whole());
  EXPECT_FALSE(SweepRange("a=3..12.0").looks_whole());
  EXPECT_FALSE(SweepRange("a=3..12:0.5").looks_whole());
  EXPECT_FALSE(SweepRange("a=3..12 min").looks_whole());
}

TEST(SweepRange, TenPointsUnlessAskedOtherwise) {
  EXPECT_THAT(values_of("a=1..10"), ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
  EXPECT_EQ(values_of("a=0..100").size(), 10u);
}

TEST(SweepRange, FewWholeNumbersAreAllTried) {
  EXPECT_THAT(values_of("a=3..6", true), ElementsAre(3, 4, 5, 6));
  EXPECT_EQ(values_of("a=1..15", true).size(), 15u) << "14 is less than 1.5 x 10";
  EXPECT_EQ(values_of("a=1..16", true).size(), 10u);
}

TEST(SweepRange, WholeNumbersAreEachTriedOnce) {
  const auto values = values_of("a=1..4/9", true);
  EXPECT_THAT(values, ElementsAre(1, 2, 3, 4));
}

TEST(SweepRange, TheEndIsAmongTheStepsThatDoNotMeetIt) {
  EXPECT_THAT(values_of("a=0..1:0.4"), ElementsAre(0, 0.4, 0.8, 1));
  EXPECT_THAT(values_of("a=0..1:5"), ElementsAre(0, 1));
}

TEST(SweepRange, RoundingGivesNoStepTooManyOrTooFew) {
  const auto values = values_of("a=0..0.3:0.1");
  ASSERT_EQ(values.size(), 4u);
  EXPECT_NEAR(values.back(), 0.3, 1e-12);
  EXPECT_EQ(values_of("a=0..1:0.1").size(), 11u);
  EXPECT_EQ(values_of("a=0..0.7:0.1").size(), 8u);
}

TEST(SweepRange, BothEndsAreAmongTheValuesAndTheyAscend) {
  for (const char* const text :
       {"a=0.12345..0.2", "a=1.00012..1.00019", "a=20 s..10 min", "a=1..15", "a=-1.5..1.25",
        "a=1000.4..2000.7", "a=0..0.00001", "a=123456..234567", "a=5..6:0.3", "a=7..23/7"}) {
    const auto values = values_of(text);
    const SweepRange range(text);
    EXPECT_TRUE(std::is_sorted(values.begin(), values.end())) << text;
    EXPECT_EQ(std::adjacent_find(values.begin(), values.end()), values.end()) << text;
    EXPECT_GE(values.size(), 5u) << text;
  }
  EXPECT_EQ(values_of("a=0.12345..0.2").front(), 0.12345);
  EXPECT_EQ(values_of("a=0.1..0.98765").back(), 0.98765);
  EXPECT_DOUBLE_EQ(values_of("a=20 s..10 min").front(), 1.0 / 3);
}

TEST(SweepRange, PointsInBetweenHaveFewDigits) {
  EXPECT_THAT(values_of("a=1..15/4"), ElementsAre(1, 5.667, 10.33, 15));
  EXPECT_THAT(values_of("a=1000..2000/4"), ElementsAre(1000, 1333, 1667, 2000));
}

TEST(SweepRange, TheMiddleOfWholeNumbersIsOneOfThem) {
  EXPECT_EQ(SweepRange::middle(3, 8, true), 5);
  EXPECT_EQ(SweepRange::middle(8, 3, true), 5);
  EXPECT_EQ(SweepRange::middle(3, 4, true), 3) << "nothing is left between neighbours";
  EXPECT_EQ(SweepRange::middle(-4, -3, true), -4);
}

TEST(SweepRange, TheMiddleLiesBetween) {
  EXPECT_EQ(SweepRange::middle(1, 2, false), 1.5);
  EXPECT_EQ(SweepRange::middle(2, 1, false), 1.5);
  EXPECT_EQ(SweepRange::middle(1, 2.3333, false), 1.667);
  EXPECT_EQ(SweepRange::middle(1500, 1501, false), 1500.5);
  for (const double low : {1.00012, 0.0, 999.9991, 12345.25})
    for (const double width : {1e-5, 3e-4, 0.5}) {
      const double middle = SweepRange::middle(low, low + width, false);
      EXPECT_GT(middle, low) << width;
      EXPECT_LT(middle, low + width) << low;
    }
}

TEST(SweepRange, AValueIsWrittenAsAFileHasIt) {
  const SweepRange minutes("a=1 min..2 min"), plain("a=1..2");
  EXPECT_EQ(minutes.written(12.5), "12.5 min");
  EXPECT_EQ(plain.written(3), "3");
  EXPECT_EQ(plain.written(0.1 + 0.2), "0.3");
  EXPECT_EQ(plain.written(12345678), "12345678.000000") << "YAML has no exponent of ours";
  EXPECT_EQ(plain.written(0.00001), "0.000010");
}

}  // namespace
