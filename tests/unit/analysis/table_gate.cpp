#include <gmock/gmock.h>

#include "analysis/impact/impact_table.hpp"

/// `table --gate` over rows whose levels are written by hand.
namespace {

using namespace analysis;

/// A row at that level, shown not to be above it and all higher ones when `shown`.
TableRow row_at(Level level, bool shown = true) {
  TableRow out;
  out.level = level;
  out.frequency.unknown = Frequency::Unknown::no;
  for (std::size_t i = 0; i < out.shown_not_above.size(); ++i)
    out.shown_not_above[i] = shown && i >= static_cast<std::size_t>(level);
  return out;
}

ImpactTable table_of(std::vector<TableRow> rows) {
  ImpactTable out;
  out.annual = std::move(rows);
  return out;
}

constexpr Level all_levels[] = {Level::low, Level::middle, Level::high, Level::very_high};

TEST(TableGate, HoldsAtTheLevelItselfAndExceedsBelowIt) {
  for (const Level is : all_levels)
    for (const Level highest : all_levels)
      EXPECT_EQ(gate(table_of({row_at(is)}), highest), is > highest ? Gate::exceeded : Gate::held)
          << static_cast<int>(is) << " " << static_cast<int>(highest);
}

TEST(TableGate, OneRowAboveIsEnoughWhereverItStands) {
  const TableRow low = row_at(Level::low), high = row_at(Level::high);
  EXPECT_EQ(gate(table_of({low, low, high}), Level::middle), Gate::exceeded);
  EXPECT_EQ(gate(table_of({high, low, low}), Level::middle), Gate::exceeded);
}

TEST(TableGate, OneRowThatIsNotShownIsEnoughWhereverItStands) {
  const TableRow shown = row_at(Level::low), not_shown = row_at(Level::low, false);
  EXPECT_EQ(gate(table_of({shown, not_shown}), Level::middle), Gate::not_shown);
  EXPECT_EQ(gate(table_of({not_shown, shown}), Level::middle), Gate::not_shown);
}

TEST(TableGate, WhatExceedsCountsForMoreThanWhatIsNotShown) {
  const TableRow not_shown = row_at(Level::low, false), high = row_at(Level::very_high);
  EXPECT_EQ(gate(table_of({not_shown, high}), Level::middle), Gate::exceeded);
  EXPECT_EQ(gate(table_of({high, not_shown}), Level::middle), Gate::exceeded);
}

TEST(TableGate, AsksOnlyWhetherTheAskedLevelIsShown) {
  TableRow row = row_at(Level::low, false);
  row.shown_not_above[static_cast<std::size_t>(Level::high)] = true;
  EXPECT_EQ(gate(table_of({row}), Level::middle), Gate::not_shown);
  EXPECT_EQ(gate(table_of({row}), Level::high), Gate::held);
}

TEST(TableGate, RowsWithoutAFrequencyHaveNoLevelToExceed) {
  ImpactTable table;
  table.conditional = {row_at(Level::very_high)};
  EXPECT_EQ(gate(table, Level::low), Gate::nothing);
  table.annual = {row_at(Level::low)};
  EXPECT_EQ(gate(table, Level::low), Gate::held);
  EXPECT_EQ(gate({}, Level::very_high), Gate::nothing);
}

/// Who adopted the criteria changes what may be said of the answer, not the answer.
TEST(TableGate, AdoptedAndConceptCriteriaAreJudgedAlike) {
  for (const bool adopted : {false, true}) {
    ImpactTable table = table_of({row_at(Level::middle)});
    table.criteria.adopted = adopted;
    EXPECT_EQ(gate(table, Level::low), Gate::exceeded);
    EXPECT_EQ(gate(table, Level::middle), Gate::held);
    EXPECT_EQ(gate(table_of({row_at(Level::middle, false)}), Level::middle), Gate::not_shown);
  }
}

TEST(LevelOf, IsNothingWithoutAFrequency) {
  TableRow row = row_at(Level::high);
  EXPECT_EQ(level_of(row), Level::high);
  row.frequency.unknown = Frequency::Unknown::no_class;
  EXPECT_EQ(level_of(row), std::nullopt);
}

Impact impact_with(const std::array<double, n_classes>& shares) {
  Impact out;
  for (std::size_t i = 0; i < n_classes; ++i)
    out.classes[i].share = shares[i];
  return out;
}

TEST(MedianClass, IsTheFirstThatHalfOfTheEventsDoNotExceed) {
  EXPECT_EQ(median_class(impact_with({1, 0, 0, 0, 0})), 1);
  EXPECT_EQ(median_class(impact_with({0.5, 0.5, 0, 0, 0})), 1);
  EXPECT_EQ(median_class(impact_with({0.49, 0.51, 0, 0, 0})), 2);
  EXPECT_EQ(median_class(impact_with({0.1, 0.1, 0.1, 0.2, 0.5})), 4);
  EXPECT_EQ(median_class(impact_with({0, 0, 0, 0, 1})), 5);
  EXPECT_EQ(median_class(impact_with({0.1, 0.2, 0.2, 0.1, 0.4})), 3)
      << "0.1 + 0.2 + 0.2 is half whatever the rounding";
}

TEST(ClassShares, AreThoseOfTheProportions) {
  EXPECT_THAT(class_shares(impact_with({0.4, 0.3, 0.2, 0.1, 0})),
              testing::ElementsAre(0.4, 0.3, 0.2, 0.1, 0));
}

TEST(WorstClassTouched, IsTheHighestThatDiffers) {
  EXPECT_EQ(worst_class_touched({0.5, 0.5, 0, 0, 0}, {0.4, 0.6, 0, 0, 0}), 2u);
  EXPECT_EQ(worst_class_touched({0.5, 0.4, 0.1, 0, 0}, {0.5, 0.5, 0, 0, 0}), 3u);
  EXPECT_EQ(worst_class_touched({0.9, 0, 0, 0, 0.1}, {0.8, 0, 0.1, 0, 0.1}), 3u)
      << "the same share of class 5 in both is not touched";
}

TEST(WorstClassTouched, OfEqualSharesIsTheWorstThatHasAny) {
  EXPECT_EQ(worst_class_touched({0.9, 0, 0.1, 0, 0}, {0.9, 0, 0.1, 0, 0}), 3u);
  EXPECT_EQ(worst_class_touched({1, 0, 0, 0, 0}, {1, 0, 0, 0, 0}), 1u);
  EXPECT_EQ(worst_class_touched({}, {}), 1u);
  EXPECT_EQ(worst_class_touched({0.1 + 0.2, 0.7, 0, 0, 0}, {0.3, 0.7, 0, 0, 0}), 2u)
      << "rounding is no difference";
}

TableRow named(const std::string& threat, Level level,
               const std::array<double, n_classes>& shares) {
  TableRow out = row_at(level);
  out.row.labels.threat = threat;
  out.row.labels.package = "current";
  out.impact = impact_with(shares);
  return out;
}

TEST(Disagreements, AreRowsWithOtherSharesOrAnotherLevel) {
  const auto a = named("A", Level::low, {1, 0, 0, 0, 0});
  const auto a_higher = named("A", Level::middle, {1, 0, 0, 0, 0});
  const auto a_worse = named("A", Level::low, {0.5, 0.5, 0, 0, 0});
  EXPECT_TRUE(disagreements(table_of({a}), table_of({a})).empty());
  const auto levels = disagreements(table_of({a}), table_of({a_higher}));
  ASSERT_EQ(levels.size(), 1u);
  EXPECT_EQ(levels[0].row, "A");
  EXPECT_EQ(levels[0].level_here, Level::low);
  EXPECT_EQ(levels[0].level_there, Level::middle);
  const auto shares = disagreements(table_of({a}), table_of({a_worse}));
  ASSERT_EQ(shares.size(), 1u);
  EXPECT_EQ(shares[0].there[1], 0.5);
}

TEST(Disagreements, ARowThatOnlyOneTableHasIsNone) {
  const auto a = named("A", Level::low, {1, 0, 0, 0, 0});
  const auto b = named("B", Level::high, {0, 1, 0, 0, 0});
  EXPECT_TRUE(disagreements(table_of({a}), table_of({b})).empty());
  EXPECT_EQ(
      disagreements(table_of({a, b}), table_of({named("B", Level::low, {0, 1, 0, 0, 0})})).size(),
      1u);
}

TEST(Disagreements, FindARowWhetherOrNotItHasAFrequencyThere) {
  const auto a = named("A", Level::high, {1, 0, 0, 0, 0});
  ImpactTable there;
  there.conditional = {named("A", Level::high, {1, 0, 0, 0, 0})};
  there.conditional[0].frequency.unknown = Frequency::Unknown::no_class;
  const auto found = disagreements(table_of({a}), there);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].level_here, Level::high);
  EXPECT_EQ(found[0].level_there, std::nullopt);
}

}  // namespace
