#include "studies/precision.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "models/text/problems.hpp"
#include "tests/unit/results/example.hpp"

/// When a run has been precise enough: how it is asked for, and how it is judged.
namespace {

using namespace studies;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

TEST(Precision, IsAShareOrAPercentageOfAMeasure) {
  const Precision read = parse_precision("0.05@lost_callers,10%@delayed_callers");
  EXPECT_EQ(read.text, "0.05@lost_callers,10%@delayed_callers");
  ASSERT_THAT(read.targets, SizeIs(2));
  EXPECT_DOUBLE_EQ(read.targets[0].relative_half_width, 0.05);
  EXPECT_EQ(read.targets[0].measure, "lost_callers");
  EXPECT_DOUBLE_EQ(read.targets[1].relative_half_width, 0.1);
  EXPECT_EQ(read.targets[1].measure, "delayed_callers");
}

TEST(Precision, MayBeWiderThanTheMean) {
  EXPECT_DOUBLE_EQ(parse_precision("150%@lost_callers").targets[0].relative_half_width, 1.5);
  EXPECT_DOUBLE_EQ(parse_precision("2@lost_callers").targets[0].relative_half_width, 2);
  EXPECT_DOUBLE_EQ(parse_precision("1e-3@lost_callers").targets[0].relative_half_width, 0.001);
}

TEST(Precision, SaysWhatIsWrong) {
  EXPECT_EQ(check_precision("5%@lost_callers"), "");
  EXPECT_THAT(check_precision(""), HasSubstr("is not R@C, like 0.05@lost_callers"));
  EXPECT_THAT(check_precision("0.05"), HasSubstr("'0.05' is not R@C"));
  EXPECT_THAT(check_precision("5%@lost_callers,"), HasSubstr("'' is not R@C"));
  EXPECT_THAT(check_precision(",5%@lost_callers"), HasSubstr("'' is not R@C"));
  for (const char* const width : {"", "x", "%", "0", "-0.1", "0%", "1000", "nan", "inf", "5%%",
                                  "5 %", "0.05x", " 0.05", "\t5%", "5@6", "0x1p-4", "0x5%"})
    EXPECT_NE(check_precision(std::string(width) + "@lost_callers"), "") << "'" << width << "'";
  EXPECT_THAT(check_precision("x@lost_callers"),
              HasSubstr("'x' is no relative half-width: write 0.05 or 5%"));
}

TEST(Precision, AnUnknownMeasureGetsASuggestion) {
  EXPECT_EQ(check_precision("5%@lost_caller"),
            "unknown measure 'lost_caller'; did you mean 'lost_callers'?");
  EXPECT_EQ(check_precision("5%@qqqqqqqq"), "unknown measure 'qqqqqqqq'");
  EXPECT_NE(check_precision("5%@"), "");
}

scenarios::Campaign campaign_of(const std::vector<std::string>& words) {
  scenarios::Campaign out;
  int line = 3;
  for (const std::string& word : words)
    out.precision.push_back({word, {"all.campaign.yaml", line++, 5}});
  return out;
}

TEST(Precision, OfACampaignIsAllThatItLists) {
  EXPECT_FALSE(precision_of(campaign_of({})));
  const auto read = precision_of(campaign_of({"5%@lost_callers", "10%@delayed_callers"}));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->text, "5%@lost_callers,10%@delayed_callers");
  EXPECT_THAT(read->targets, SizeIs(2));
}

TEST(Precision, OfACampaignIsRefusedWhereItStands) {
  try {
    precision_of(campaign_of({"5%", "5%@lost_callers", "5%@lost"}));
    FAIL() << "was read";
  } catch (const models::InvalidInput& invalid) {
    ASSERT_THAT(invalid.problems(), SizeIs(2)) << "all that is wrong at once";
    EXPECT_EQ(invalid.problems()[0].mark.line, 3);
    EXPECT_EQ(invalid.problems()[1].mark.line, 5);
    EXPECT_THAT(invalid.problems()[0].message, HasSubstr("campaign.precision: '5%' is not R@C"));
  }
}

TEST(Prefixes, DoubleFromFiftyAndEndWithTheMost) {
  EXPECT_THAT(prefixes(1), ElementsAre(1));
  EXPECT_THAT(prefixes(50), ElementsAre(50));
  EXPECT_THAT(prefixes(51), ElementsAre(50, 51));
  EXPECT_THAT(prefixes(100), ElementsAre(50, 100));
  EXPECT_THAT(prefixes(1000), ElementsAre(50, 100, 200, 400, 800, 1000));
}

TEST(Prefixes, AscendWhateverTheMost) {
  for (std::uint64_t most = 1; most < 2000; most += 13) {
    const auto ends = prefixes(most);
    EXPECT_EQ(ends.back(), most);
    EXPECT_EQ(std::adjacent_find(ends.begin(), ends.end(), std::greater_equal<>{}), ends.end());
  }
}

bool is_reached(const Precision& precision, const TargetValues& values) {
  return reached(precision, values);
}

/// {90, 110}: mean 100, s = 14.14, t(1) = 12.7062, half = 127.06.
TEST(Reached, WhenHalfTheIntervalIsNarrowEnoughForTheMean) {
  const TargetValues values = {{90, 110}};
  EXPECT_TRUE(is_reached(parse_precision("1.2707@lost_callers"), values));
  EXPECT_FALSE(is_reached(parse_precision("1.2706@lost_callers"), values));
}

TEST(Reached, AllTargetsMustBe) {
  const Precision both = parse_precision("2@lost_callers,1@delayed_callers");
  EXPECT_FALSE(is_reached(both, {{90, 110}, {90, 110}}));
  EXPECT_TRUE(is_reached(both, {{90, 110}, {99, 101}}));
  EXPECT_FALSE(is_reached(both, {{50, 150}, {99, 101}}));
}

TEST(Reached, NotWhereNoPrecisionExists) {
  const Precision wide = parse_precision("100@lost_callers");
  EXPECT_FALSE(is_reached(wide, {{}})) << "no value";
  EXPECT_FALSE(is_reached(wide, {{7}})) << "one value has no interval";
  EXPECT_FALSE(is_reached(wide, {{0, 0, 0}})) << "no relative precision of zero";
  EXPECT_FALSE(is_reached(wide, {{-1, 1}})) << "nor of a mean of zero";
  EXPECT_TRUE(is_reached(wide, {{7, 7, 7}}));
  EXPECT_TRUE(is_reached(wide, {{-7, -7, -8}})) << "the size of the mean counts";
}

TEST(Reached, WantsValuesForEachTarget) {
  EXPECT_THROW(reached(parse_precision("5%@lost_callers,5%@delayed_callers"), TargetValues{{1, 1}}),
               std::out_of_range);
}

TEST(TargetValues, AreThoseOfTheMeasureInOrder) {
  const auto study = results_example::study();
  const auto values = target_values(parse_precision("5%@lost_callers,5%@attempts"), study);
  ASSERT_THAT(values, SizeIs(2));
  EXPECT_THAT(values[0], SizeIs(study.replications.size()));
  double lost = 0;
  const auto& seen = study.replications[2].world.callers;
  const std::size_t width = results::size_of<results::CallerCount>;
  for (std::size_t cell = 0; cell < seen.size() / width; ++cell)
    lost += seen[cell * width + static_cast<std::size_t>(results::CallerCount::lost)];
  EXPECT_EQ(values[0][2], lost);
}

/// Replications 0, 1, 3, 4, 5 are there.
TEST(TargetValues, OfAPrefixAreOfLowerNumbersOnly) {
  const auto study = results_example::study();
  const Precision one = parse_precision("5%@lost_callers");
  EXPECT_THAT(target_values(one, study, 0)[0], SizeIs(0));
  EXPECT_THAT(target_values(one, study, 1)[0], SizeIs(1));
  EXPECT_THAT(target_values(one, study, 3)[0], SizeIs(2));
  EXPECT_THAT(target_values(one, study, 4)[0], SizeIs(3));
  EXPECT_THAT(target_values(one, study, 6)[0], SizeIs(5));
  const auto all = target_values(one, study)[0], some = target_values(one, study, 4)[0];
  EXPECT_TRUE(std::equal(some.begin(), some.end(), all.begin()));
}

/// The recovery of a replication that never recovered is infinite or not there.
TEST(TargetValues, LeaveOutWhatIsNotFinite) {
  auto study = results_example::study();
  study.replications[0].paired->recover_s = std::numeric_limits<double>::infinity();
  study.replications[1].paired->recover_s = std::numeric_limits<double>::quiet_NaN();
  study.replications[2].paired->recover_s = 30;
  study.replications[3].paired->recover_s = 40;
  study.replications[4].paired->recover_s = 50;
  EXPECT_THAT(target_values(parse_precision("5%@recover_s"), study)[0], ElementsAre(30, 40, 50));
  EXPECT_THAT(target_values(parse_precision("5%@recover_s"), study, 4)[0], ElementsAre(30));
}

}  // namespace
