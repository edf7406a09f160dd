/// What may enter a figure of a year, and that there is no single one.
#include <gmock/gmock.h>

#include <cmath>

#include "analysis/impact/impact_table.hpp"
#include "analysis/impact/table_row.hpp"

namespace {

using analysis::Frequency;
using analysis::Row;
using analysis::YearLine;
using testing::ElementsAre;

const analysis::Criteria& criteria_of_year() {
  static const auto out = analysis::read_criteria(SOURCE_DIR "/analysis/criteria/standard.yaml");
  return out;
}

/// An event of known rate that lost these callers.
Row event_row(const std::string& threat, double per_year, const std::vector<double>& lost) {
  Row row;
  row.labels.threat = threat;
  row.labels.role = "event";
  row.labels.origin = "accidental";
  row.labels.onset_rule = "any_hour";
  row.labels.package = "current";
  row.labels.likelihood_basis = per_year > 0 ? "incident" : "analyst";
  row.labels.likelihood_rate_per_y = per_year;
  row.labels.target_share = 1;
  for (const double callers : lost) {
    analysis::Consequence& one = row.replications.emplace_back();
    one.replication = row.replications.size();
    one.lost_callers = callers;
  }
  return row;
}

Row deliberate(Row row) {
  row.labels.origin = "deliberate";
  return row;
}

TEST(NoSingleTotal, KeepsWhatIsDoneOnPurposeApart) {
  Row either = event_row("C", 2, {5, 5});
  either.labels.origin = "accidental, deliberate";
  const auto table = analysis::impact_table(
      {event_row("A", 1, {10, 10}), deliberate(event_row("B", 0.5, {1000, 1000})), either},
      criteria_of_year());
  ASSERT_EQ(table.totals.size(), 1u);
  EXPECT_NEAR(table.totals[0].loss.expected.value, 1 * 10 + 2 * 5, 1e-9);
  EXPECT_THAT(table.totals[0].either, ElementsAre("C"));
  ASSERT_EQ(table.deliberate.size(), 1u);
  EXPECT_NEAR(table.deliberate[0].loss.expected.value, 500, 1e-9);
  EXPECT_EQ(table.deliberate[0].line, YearLine::deliberate);
  EXPECT_EQ(table.annual.size(), 3u) << "each has a level of its own";
}

TEST(NoSingleTotal, KeepsEstimatesApart) {
  analysis::Evidence evidence;
  const analysis::ExpertEstimate one{0.01, 0.1, 1, "CISO", "2026-11-01", "years of it"};
  evidence.estimates["B"] = {one, one, one};
  const auto table = analysis::impact_table(
      {event_row("A", 1, {10, 10}), deliberate(event_row("B", 0, {1000, 1000}))},
      criteria_of_year(), evidence);
  EXPECT_NEAR(table.totals[0].loss.expected.value, 10, 1e-9);
  ASSERT_EQ(table.estimates.size(), 1u);
  EXPECT_NEAR(table.estimates[0].loss.expected.value, 1000 * one.rate().mean(), 1);
  ASSERT_EQ(table.conditional.size(), 1u) << "an estimate gives no level";
  EXPECT_TRUE(table.conditional[0].estimated);
  EXPECT_EQ(analysis::gate(analysis::impact_table({deliberate(event_row("B", 0, {1000, 1000}))},
                                                  criteria_of_year(), evidence),
                           analysis::Level::high),
            analysis::Gate::nothing);
}

TEST(WeighsAsMuch, SaysHowOftenWhatNobodyKnowsWouldHaveToHappen) {
  const auto table = analysis::impact_table(
      {event_row("A", 1, {10, 10}), deliberate(event_row("B", 0, {1000, 1000}))},
      criteria_of_year());
  ASSERT_EQ(table.conditional.size(), 1u);
  EXPECT_NEAR(table.conditional[0].as_much_as_all_per_y, 0.01, 1e-9) << "once in a hundred years";
  EXPECT_TRUE(std::isnan(table.annual[0].as_much_as_all_per_y));
}

TEST(Line, JudgesTheSumAndShowsTheShareOfARow) {
  // Each alone is below the line at 100 (0.1 a year), both together are not.
  const auto table = analysis::impact_table(
      {event_row("A", 0.06, {200, 200}), event_row("B", 0.06, {200, 200})}, criteria_of_year());
  ASSERT_GE(table.totals[0].exceedance.size(), 2u);
  EXPECT_GT(table.totals[0].exceedance[1].value, criteria_of_year().line[1].per_year);
  EXPECT_NEAR(table.annual[0].share_of_line, 0.5, 1e-9);
}

/// A row that was aimed at a fixed time is a question of its own.
TEST(FixedOnset, HasNoFrequency) {
  Row fixed = event_row("A", 1, {81, 81});
  fixed.labels.onset_rule = "2026-12-01T09:30";
  const auto table =
      analysis::impact_table({event_row("A", 1, {34, 34}), fixed}, criteria_of_year());
  ASSERT_EQ(table.annual.size(), 1u);
  EXPECT_NEAR(table.totals[0].loss.expected.value, 34, 1e-9);
  ASSERT_EQ(table.conditional.size(), 1u);
  EXPECT_EQ(table.conditional[0].frequency.unknown, Frequency::Unknown::fixed_onset);
  EXPECT_TRUE(std::isnan(table.conditional[0].as_much_as_all_per_y));
}

TEST(OverABackground, HasNoFrequencyWhateverItsClassSays) {
  Row over = event_row("A", 1, {81, 81}), at = over, both = over;
  over.labels.onset_rule = "over new-year";
  at.labels.onset_rule = "over new-year at 2022-12-31T23:30";
  over.labels.background = at.labels.background = "new-year";
  both.labels.threat = "A-1@x,B-2+30min";
  for (const Row& row : {over, at})
    EXPECT_FALSE(analysis::has_fixed_onset(row.labels));
  const auto table =
      analysis::impact_table({event_row("A", 1, {34, 34}), over, at, both}, criteria_of_year());
  ASSERT_EQ(table.annual.size(), 1u);
  EXPECT_NEAR(table.totals[0].loss.expected.value, 34, 1e-9);
  ASSERT_EQ(table.conditional.size(), 3u) << "each a row of its own";
  std::size_t together = 0;
  for (const auto& row : table.conditional) {
    together += row.frequency.unknown == Frequency::Unknown::together;
    EXPECT_FALSE(row.frequency.known());
    EXPECT_TRUE(std::isnan(row.as_much_as_all_per_y) ||
                row.frequency.unknown == Frequency::Unknown::together);
  }
  EXPECT_EQ(together, 1u);
}

TEST(Together, AreCalledByTheirNameAlone) {
  Row both = event_row("DR-09@gms,DR-20@rotterdam+2 h", 1, {1, 1});
  both.labels.target = "gms,rotterdam";
  EXPECT_EQ(both.id(), "DR-09@gms,DR-20@rotterdam+2 h");
  EXPECT_TRUE(both.is_aimed()) << "judged on what they touch";
}

TEST(YearlyDate, ComesOnceWhateverItsClassSays) {
  Row date = event_row("A", 0.43, {10, 10});
  date.labels.onset_rule = "every year 01-01T00:00";
  const auto table = analysis::impact_table({date}, criteria_of_year());
  ASSERT_EQ(table.annual.size(), 1u);
  EXPECT_TRUE(table.annual[0].frequency.every_year);
  EXPECT_NEAR(table.totals[0].loss.expected.value, 10, 1e-9);
  EXPECT_NEAR(table.totals[0].loss.no_loss, 0, 1e-12);
}

TEST(History, HasNoClass) {
  Row past = event_row("", 0, {766, 800});
  past.labels.role = "history";
  past.scenario = "kpn-2019";
  const auto table = analysis::impact_table({past}, criteria_of_year());
  ASSERT_EQ(table.conditional.size(), 1u);
  EXPECT_TRUE(table.conditional[0].impact.each.empty());
  for (const auto& share : table.conditional[0].impact.classes)
    EXPECT_EQ(share.of, 0u);
  EXPECT_NEAR(table.conditional[0].lost.value, 783, 1e-9) << "what was lost stays";
}

}  // namespace
