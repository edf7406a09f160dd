#include "analysis/comparisons/comparison.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "analysis/comparisons/outage_duration.hpp"
#include "analysis/comparisons/sensitivity.hpp"

namespace {

using analysis::ClassShares;
using analysis::Criteria;
using analysis::Row;
using testing::ElementsAre;

const Criteria& standard() {
  static const Criteria criteria =
      analysis::read_criteria(SOURCE_DIR "/analysis/criteria/standard.yaml");
  return criteria;
}

Row package_row(const std::string& package, const std::vector<double>& lost,
                std::uint64_t seed = 1) {
  Row row;
  row.seed = seed;
  row.labels.threat = "A";
  row.labels.role = "event";
  row.labels.package = package;
  row.labels.likelihood_class = 5;
  row.labels.likelihood_rate_per_y = 2;
  row.labels.likelihood_basis = "incident";
  row.labels.target_share = 1;
  for (const double callers : lost) {
    analysis::Consequence& one = row.replications.emplace_back();
    one.replication = row.replications.size();
    one.lost_callers = callers;
  }
  return row;
}

TEST(DifferenceOf, ComparesReplicationWithReplicationUnderOneSeed) {
  const Row before = package_row("current", {10, 50, 90, 30}),
            after = package_row("x", {8, 49, 87, 28});
  const auto paired = analysis::difference_of(before, after, standard());
  EXPECT_TRUE(paired.paired);
  EXPECT_DOUBLE_EQ(paired.by.value, -2);
  EXPECT_TRUE(paired.clear()) << "the common part cancels";
  const auto apart =
      analysis::difference_of(before, package_row("x", {8, 49, 87, 28}, 2), standard());
  EXPECT_FALSE(apart.paired);
  EXPECT_DOUBLE_EQ(apart.by.value, -2);
  EXPECT_FALSE(apart.clear()) << "Welch knows of no pairs";
}

TEST(DifferenceOf, IsWelchsWithoutPairs) {
  // Means 2 and 5, variances 1 and 4, n = 3 each: t = 3 / sqrt(5/3), 2.94 degrees of freedom.
  const auto found = analysis::difference_of(package_row("a", {1, 2, 3}),
                                             package_row("b", {3, 5, 7}, 2), standard());
  EXPECT_DOUBLE_EQ(found.by.value, 3);
  const double degrees = std::pow(5.0 / 3, 2) / ((1.0 / 9 + 16.0 / 9) / 2);
  EXPECT_NEAR(degrees, 2.941, 1e-3);
  // t(2.941; 0.975) lies between those of 2 and 3 degrees of freedom, 4.303 and 3.182.
  const double t = (found.by.high - 3) / std::sqrt(5.0 / 3);
  EXPECT_GT(t, 3.182);
  EXPECT_LT(t, 3.3);
}

TEST(Compare, FindsWhatChanged) {
  Row before = package_row("current", {1, 2, 3}), after = package_row("current", {101, 102, 103.5});
  before.inputs = {{"world.yaml", "aa"}, {"old.yaml", "bb"}, {"2025/r.csv", "ee"}};
  after.inputs = {{"world.yaml", "cc"}, {"new.yaml", "dd"}, {"2026/r.csv", "ee"}};
  Row gone = package_row("current", {1, 1, 2});
  gone.labels.threat = "GONE";
  const auto found = analysis::compare({before, gone}, {after}, standard(), standard());
  ASSERT_EQ(found.changes.size(), 1u);
  EXPECT_NEAR(found.changes[0].lost.by.value, 100.17, 0.01);
  EXPECT_EQ(class_shares(found.changes[0].before.impact), (ClassShares{1.0 / 3, 2.0 / 3, 0, 0, 0}));
  EXPECT_EQ(class_shares(found.changes[0].after.impact), (ClassShares{0, 0, 0, 1, 0}));
  EXPECT_THAT(found.only_before, ElementsAre("GONE current"));
  ASSERT_EQ(found.inputs.size(), 3u);
  EXPECT_EQ(found.inputs[0].how, analysis::InputChange::How::removed);
  EXPECT_EQ(found.inputs[1].how, analysis::InputChange::How::changed);
  EXPECT_EQ(found.inputs[2].how, analysis::InputChange::How::added);
  EXPECT_TRUE(found.by_criteria.empty());
}

TEST(Compare, SaysWhatTheCriteriaAloneChange) {
  Criteria other = standard();
  other.input.sha256 = "other";
  other.impact[0] = {0, 1, 10, 100};
  const Row same = package_row("current", {5, 5, 6});
  const auto found = analysis::compare({same}, {same}, standard(), other);
  ASSERT_EQ(found.by_criteria.size(), 1u);
  EXPECT_EQ(found.by_criteria[0].here, (ClassShares{0, 1, 0, 0, 0}));
  EXPECT_EQ(found.by_criteria[0].there, (ClassShares{0, 0, 1, 0, 0}));
}

TEST(Compare, TakesTheDifferenceOfWhatItShows) {
  Criteria strict = standard();
  strict.lost_after_s = 300;
  strict.input.sha256 = "strict";
  Row before = package_row("current", {10, 20, 30}), after = package_row("current", {11, 22, 33});
  for (Row* row : {&before, &after})
    for (analysis::Consequence& one : row->replications)
      one.no_contact_after[1] = 3 * one.lost_callers;
  const auto found = analysis::compare({before}, {after}, strict, standard());
  ASSERT_EQ(found.changes.size(), 1u);
  EXPECT_DOUBLE_EQ(found.changes[0].before.lost.value, 60);
  EXPECT_DOUBLE_EQ(found.changes[0].after.lost.value, 22);
  EXPECT_DOUBLE_EQ(found.changes[0].lost.by.value, 22 - 60);
}

TEST(BeforeAndAfter, RanksPackagesAndSetsTwoTogetherAgainstTheirSum) {
  const auto found = analysis::before_and_after(
      {package_row("current", {100, 110, 120, 130}), package_row("a", {80, 91, 99, 110}),
       package_row("b", {60, 69, 81, 90}), package_row("a,b", {50, 60, 70, 81})},
      standard());
  ASSERT_EQ(found.packages.size(), 3u);
  EXPECT_EQ(found.packages[0].package, "a,b");
  EXPECT_EQ(found.packages[1].package, "b");
  EXPECT_EQ(found.packages[2].package, "a");
  EXPECT_NEAR(found.packages[2].per_event.value, -20, 1e-9);
  EXPECT_NEAR(found.packages[2].per_year.value, -40, 1e-9) << "twice a year";
  ASSERT_EQ(found.together.size(), 1u);
  // -49.75 together; -20 and -40 alone.
  EXPECT_NEAR(found.together[0].more_than_sum.by.value, 10.25, 1e-9);
  EXPECT_TRUE(found.together[0].more_than_sum.clear());
}

TEST(BeforeAndAfter, HasABreakEvenInPlaceOfARankWhereTheEffectIsAssumed) {
  const auto found = analysis::before_and_after(
      {package_row("current", {100, 110, 120, 130}), package_row("a", {80, 91, 99, 110}),
       package_row("b", {60, 69, 81, 90})},
      standard(), {}, {"b"});
  ASSERT_EQ(found.packages.size(), 1u);
  EXPECT_EQ(found.packages[0].package, "a");
  ASSERT_EQ(found.break_even.size(), 1u);
  EXPECT_EQ(found.break_even[0].package, "b");
  EXPECT_NEAR(found.break_even[0].once_in_years.value, 40, 1e-9);
  EXPECT_NEAR(found.break_even[0].share_of_effect.value, 1 / 80., 1e-9);
}

TEST(BeforeAndAfter, NeedsARowOfTheWorldAsItIs) {
  EXPECT_TRUE(analysis::before_and_after({package_row("a", {1, 2})}, standard()).effects.empty());
}

Row lasting(const std::string& duration, std::size_t over) {
  std::vector<double> lost(200, 5.0);
  std::fill_n(lost.begin(), over, 500.0);
  Row row = package_row("current", lost);
  row.labels.duration = duration;
  return row;
}

TEST(DurationCurve, FindsTheLongestTolerableOutage) {
  const auto curves = analysis::duration_curves(
      {lasting("4 h", 9), lasting("15 min", 0), lasting("1 h", 3), lasting("12 h", 90),
       lasting("{lognormal: {median: \"1 h\", p95: \"9 h\"}}", 0)},
      standard());
  ASSERT_EQ(curves.size(), 1u);
  ASSERT_EQ(curves[0].points.size(), 4u) << "a distribution is no duration";
  EXPECT_EQ(curves[0].points.front().text, "15 min");
  EXPECT_EQ(curves[0].longest_s, 4 * 3600) << "9 of 200 are 4.5 %";
  EXPECT_EQ(curves[0].longest_shown_s, 3600) << "but up to 8 % of them";
}

TEST(DurationCurve, DoesNotSkipAShorterOutageThatIsTooBad) {
  const auto curves = analysis::duration_curves(
      {lasting("15 min", 40), lasting("1 h", 0), lasting("2 h", 0)}, standard());
  EXPECT_EQ(curves.at(0).longest_s, std::nullopt);
}

TEST(DurationCurve, ReadsNoTolerableOutageFromWindowsThatWereCutOff) {
  Row capped = lasting("30 d", 0);
  for (auto& one : capped.replications) {
    one.truncated = true;
    one.window_capped_s = 604800;
  }
  const auto curves = analysis::duration_curves({lasting("1 h", 0), capped}, standard());
  EXPECT_EQ(curves.at(0).points.at(1).capped, 200u);
  EXPECT_EQ(curves.at(0).longest_s, 3600);
  EXPECT_EQ(curves.at(0).longest_shown_s, 3600);
}

TEST(Tornado, LeavesOutRowsOfMoreThanOneSetting) {
  Row base = package_row("current", {10, 20, 30, 40}), one = base, two = base, list = base;
  one.labels.varied = "takeover.decide=15 min";
  two.labels.varied = "takeover.decide=15 min, callers.redial.probability=0.9";
  list.labels.varied = "takeover.switch={uniform: {low: 1 min, high: 9 min}}";
  const auto found = analysis::tornados({base, one, two, list}, standard());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].bars.size(), 2u);
  for (const auto& bar : found[0].bars)
    EXPECT_EQ(bar.ends.size(), 1u);
  EXPECT_EQ(found[0].left_out, std::vector{two.labels.varied});
}

/// A campaign that set a target's clocks, but never ran the target as it stands.
TEST(Tornado, SaysWhatItHasNoResultAsItStandsOf) {
  Row base = package_row("current", {10, 20, 30, 40}), alone = base, beside = base;
  beside.labels.varied = alone.labels.varied = "takeover.decide=15 min";
  alone.labels.target = "rotterdam";
  EXPECT_THAT(analysis::settings_without_base({base, beside, alone}),
              testing::ElementsAre(alone.id() + " current: takeover.decide=15 min"));
  EXPECT_EQ(analysis::tornados({base, beside, alone}, standard()).size(), 1u);
}

TEST(Tornado, OrdersParametersByTheirSwing) {
  Row base = package_row("current", {10, 20, 30, 40});
  const auto varied = [&](const char* setting, double by) {
    Row row = base;
    row.labels.varied = setting;
    double tremble = 0;
    for (auto& one : row.replications)
      one.lost_callers += by + (tremble = 0.1 - tremble);
    return row;
  };
  const auto found = analysis::tornados(
      {base, varied("takeover.decide=2 min", -1), varied("takeover.decide=20 min", 4),
       varied("callers.redial.probability=0.9", 12)},
      standard());
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].bars.size(), 2u);
  EXPECT_EQ(found[0].bars[0].parameter, "callers.redial.probability");
  EXPECT_EQ(found[0].bars[1].ends.front().value, "2 min");
  EXPECT_NEAR(found[0].bars[1].swing, 5, 0.01);
  EXPECT_TRUE(found[0].bars[1].clear());
}

}  // namespace
