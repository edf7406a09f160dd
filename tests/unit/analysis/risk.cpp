#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <map>

#include "analysis/impact/impact_table.hpp"
#include "analysis/impact/rubricering.hpp"
#include "analysis/impact/table_row.hpp"
#include "results/result_file.hpp"

namespace {

using analysis::ClassShares;
using analysis::Consequence;
using analysis::Criteria;
using analysis::Criterion;
using analysis::Frequency;
using analysis::Gate;
using analysis::Level;
using analysis::Row;
using testing::ElementsAre;

const Criteria& standard_criteria() {
  static const Criteria criteria =
      analysis::read_criteria(SOURCE_DIR "/analysis/criteria/standard.yaml");
  return criteria;
}

/// A row whose events lost these callers.
Row threat_row(const std::string& threat, const std::vector<double>& lost) {
  Row row;
  row.labels.threat = threat;
  row.labels.role = "event";
  row.labels.package = "current";
  row.labels.likelihood_class = 3;
  row.labels.likelihood_basis = "expert";
  row.labels.target_share = 1;
  row.rubricering = "Openbare bronnen";
  for (const double callers : lost) {
    Consequence& one = row.replications.emplace_back();
    one.replication = row.replications.size();
    one.lost_callers = callers;
  }
  return row;
}

TEST(Judge, TakesTheWorstCriterionAndSaysWhich) {
  const Row row = threat_row("A", {});
  Consequence one;
  one.lost_callers = 50;             // I3
  one.dispatch_impossible_s = 3600;  // I4
  const auto judged = analysis::judge(row, one, standard_criteria());
  EXPECT_EQ(judged.impact, 4);
  EXPECT_THAT(judged.deciding, ElementsAre(Criterion::dispatch_impossible));
  one.wrong_dispatch_share = 0.05;  // I4 too
  EXPECT_THAT(analysis::judge(row, one, standard_criteria()).deciding,
              ElementsAre(Criterion::dispatch_impossible, Criterion::wrong_dispatch));
}

TEST(Judge, NothingIsI1OnEveryCriterion) {
  const auto judged = analysis::judge(threat_row("A", {}), Consequence{}, standard_criteria());
  EXPECT_EQ(judged.impact, 1);
  EXPECT_EQ(judged.uncapped, 1);
  EXPECT_TRUE(judged.deciding.empty());
}

/// Duration without harm is no catastrophe.
TEST(Judge, LateAndUnreachableReachTwoClassesAboveLostCallersAndLateHelp) {
  const Row row = threat_row("A", {});
  Consequence one;
  one.late_callers = 20000;      // I5
  one.unreachable_112_s = 3600;  // I4
  auto judged = analysis::judge(row, one, standard_criteria());
  EXPECT_EQ(judged.impact, 3);
  EXPECT_EQ(judged.uncapped, 5);
  EXPECT_THAT(judged.deciding, ElementsAre(Criterion::late_callers, Criterion::unreachable_112));
  one.late_help = 5;  // I2
  judged = analysis::judge(row, one, standard_criteria());
  EXPECT_EQ(judged.impact, 4);
  EXPECT_THAT(judged.deciding, ElementsAre(Criterion::late_callers, Criterion::unreachable_112));
  one.lost_callers = 50;  // I3
  judged = analysis::judge(row, one, standard_criteria());
  EXPECT_EQ(judged.impact, 5);
  EXPECT_THAT(judged.deciding, ElementsAre(Criterion::late_callers));
}

TEST(Judge, DegradedHasNoClass) {
  Consequence one;
  one.degraded_s = 1e6;
  EXPECT_EQ(analysis::judge(threat_row("A", {}), one, standard_criteria()).uncapped, 1);
}

TEST(Judge, RecoveryRaisesByOneAtMost) {
  const Row row = threat_row("A", {});
  Consequence slow;
  slow.recover_s = std::numeric_limits<double>::infinity();  // alone it would be I5
  EXPECT_EQ(analysis::judge(row, slow, standard_criteria()).impact, 2);
  EXPECT_EQ(analysis::judge(row, slow, standard_criteria()).uncapped, 5);
  EXPECT_TRUE(analysis::judge(row, slow, standard_criteria()).raised_by_recovery);
  slow.lost_callers = 50;  // I3
  EXPECT_EQ(analysis::judge(row, slow, standard_criteria()).impact, 4);
  slow.recover_s = 400;  // I2: less than the consequence
  EXPECT_EQ(analysis::judge(row, slow, standard_criteria()).impact, 3);
}

TEST(Judge, ARowWithATargetIsJudgedOnTheTouchedPart) {
  Row row = threat_row("A", {});
  Consequence one;
  one.wrong_dispatch_share = 0.003;  // I2 of the nation
  one.touched.emplace().wrong_dispatch_share = 0.05;
  EXPECT_EQ(analysis::judge(row, one, standard_criteria()).impact, 2);
  row.labels.target = "rotterdam";
  EXPECT_EQ(analysis::judge(row, one, standard_criteria()).impact, 4);
  row.replications = {one};
  const auto impact = analysis::impact_of(row, standard_criteria());
  EXPECT_EQ(impact.classes[3].share, 1);
  EXPECT_EQ(impact.nation->at(1).share, 1) << "the nation stands beside it";
  row.replications[0].touched.reset();
  EXPECT_EQ(analysis::judge(row, row.replications[0], standard_criteria()).impact, 2)
      << "an old file";
}

TEST(Judge, WhatWasNotCountedIsAbsentAndNotNothing) {
  Row row = threat_row("A", {0});
  const double absent = std::numeric_limits<double>::quiet_NaN();
  row.replications[0].late_help = absent;
  row.replications[0].unreachable_112_s = absent;
  EXPECT_FALSE(
      analysis::value_of(Criterion::late_help, row, row.replications[0], standard_criteria())
          .has_value());
  const auto impact = analysis::impact_of(row, standard_criteria());
  EXPECT_EQ(impact.by_criterion[static_cast<std::size_t>(Criterion::unreachable_112)],
            analysis::ClassShares{});
  EXPECT_EQ(impact.by_criterion[static_cast<std::size_t>(Criterion::late_callers)][0], 1);
}

TEST(Judge, AnotherTLostCountsFromTheHistogram) {
  Row row = threat_row("A", {});
  Consequence one;
  one.lost_callers = 2;
  one.no_contact_after = {90, 40, 2, 1, 0, 0};
  Criteria five_minutes = standard_criteria();
  five_minutes.lost_after_s = 300;
  EXPECT_EQ(analysis::value_of(Criterion::lost_callers, row, one, standard_criteria()), 2);
  EXPECT_EQ(analysis::value_of(Criterion::lost_callers, row, one, five_minutes), 40);
}

TEST(Impact, GivesAProbabilityPerClass) {
  const auto impact =
      analysis::impact_of(threat_row("A", {0, 0, 5, 50, 50, 5000}), standard_criteria());
  EXPECT_DOUBLE_EQ(impact.classes[0].share, 2.0 / 6);
  EXPECT_DOUBLE_EQ(impact.classes[2].share, 2.0 / 6);
  EXPECT_DOUBLE_EQ(impact.at_least[2].share, 3.0 / 6);
  EXPECT_EQ(impact.classes[3].share, 0);
  EXPECT_GT(impact.classes[3].high, 0.3) << "none of six is an upper bound";
  EXPECT_EQ(impact.decided.front().by, "lost_callers");
}

TEST(Frequency, IsDrawnOverItsWholeClass) {
  const Frequency k3 = analysis::frequency_of(threat_row("A", {}).labels, standard_criteria());
  EXPECT_NEAR(k3.at(0), 0.01, 1e-12);
  EXPECT_NEAR(k3.at(1), 0.1, 1e-12);
  EXPECT_NEAR(k3.at(0.5), std::sqrt(0.001), 1e-12) << "uniform in the logarithm";
  EXPECT_NEAR(k3.mean(), 0.09 / std::log(10), 1e-12);
}

TEST(Frequency, OverAllTargetsAddsUpToTheNations) {
  double sum = 0;
  for (int target = 0; target < 10; ++target) {
    auto labels = threat_row("A", {}).labels;
    labels.target_share = 0.1;
    sum += analysis::frequency_of(labels, standard_criteria()).mean();
  }
  EXPECT_NEAR(sum, analysis::frequency_of(threat_row("A", {}).labels, standard_criteria()).mean(),
              1e-12);
}

TEST(Frequency, ASingleTargetMayFallInARarerClass) {
  auto labels = threat_row("A", {}).labels;
  labels.target_share = 0.1;
  const auto k = analysis::likelihood_classes(analysis::frequency_of(labels, standard_criteria()),
                                              standard_criteria());
  EXPECT_NEAR(k[1], 1, 1e-9) << "a tenth of K3 is K2";
  labels.target_share = std::sqrt(0.1);
  const auto half = analysis::likelihood_classes(
      analysis::frequency_of(labels, standard_criteria()), standard_criteria());
  EXPECT_NEAR(half[1], 0.5, 1e-9);
  EXPECT_NEAR(half[2], 0.5, 1e-9);
}

TEST(Frequency, OnlyEventsWithALikelihoodHaveOne) {
  using Unknown = Frequency::Unknown;
  const auto unknown = [](auto change) {
    auto labels = threat_row("A", {}).labels;
    change(labels);
    return analysis::frequency_of(labels, standard_criteria()).unknown;
  };
  EXPECT_EQ(unknown([](auto& l) { l.role = "condition"; }), Unknown::no_event);
  EXPECT_EQ(unknown([](auto& l) { l.role = "aftermath"; }), Unknown::no_event);
  EXPECT_EQ(unknown([](auto& l) { l.likelihood_basis = "analyst"; }), Unknown::analyst);
  EXPECT_EQ(unknown([](auto& l) { l.likelihood_class = 0; }), Unknown::no_class);
  EXPECT_EQ(unknown([](auto& l) { l.likelihood_class = 5; }), Unknown::no_rate);
  EXPECT_EQ(unknown([](auto& l) { l.target_share = 0; }), Unknown::target);
  EXPECT_EQ(unknown([](auto&) {}), Unknown::no);
}

TEST(ImpactTable, KeepsWhatHasNoFrequencyOutOfTheYear) {
  Row deliberate = threat_row("B", {900, 1000, 1100});
  deliberate.labels.likelihood_basis = "analyst";
  deliberate.labels.likelihood_class = 0;
  Row condition = threat_row("C", {1, 2, 3});
  condition.labels.role = "condition";
  const auto table = analysis::impact_table({threat_row("A", {10, 11, 12}), deliberate, condition},
                                            standard_criteria());
  ASSERT_EQ(table.annual.size(), 1u);
  ASSERT_EQ(table.conditional.size(), 2u);
  EXPECT_EQ(table.conditional.front().row.labels.threat, "B") << "most lost callers first";
  ASSERT_EQ(table.totals.size(), 1u);
  EXPECT_EQ(table.totals.front().threats, 1u);
  EXPECT_NEAR(table.totals.front().loss.expected.value, 11 * 0.09 / std::log(10), 1e-9);
}

TEST(ImpactTable, CountsAThreatOnceWhenItsTargetsAreThereToo) {
  Row one = threat_row("A", {10, 12});
  one.labels.target = "rotterdam";
  one.labels.target_share = 0.1;
  const auto table = analysis::impact_table({threat_row("A", {20, 22}), one}, standard_criteria());
  EXPECT_THAT(table.totals.front().left_out, ElementsAre("A@rotterdam"));
  EXPECT_NEAR(table.totals.front().loss.expected.value, 21 * 0.09 / std::log(10), 1e-9);
}

/// Rows of other durations or settings are questions of their own: a year has the row as it stands.
TEST(ImpactTable, CountsTheRowAsItStandsAmongSeveralOfOneThreat) {
  Row stands = threat_row("A", {10, 12}), longer = threat_row("A", {100, 120}),
      set = threat_row("A", {50, 60});
  longer.labels.duration = "72 h";
  set.labels.varied = "callers.redial.probability=0.9";
  const auto table = analysis::impact_table({longer, set, stands}, standard_criteria());
  ASSERT_EQ(table.totals.size(), 1u);
  EXPECT_EQ(table.totals[0].threats, 1u);
  EXPECT_THAT(table.totals[0].left_out, ElementsAre("A"));
  EXPECT_NEAR(table.totals[0].loss.expected.value,
              analysis::impact_table({stands}, standard_criteria()).totals[0].loss.expected.value,
              1e-12);
}

/// "Nothing a year, with certainty" would be wrong: nothing of a year was simulated.
TEST(ImpactTable, GivesNoTotalWhenNoRowIsOneOfAYear) {
  Row longer = threat_row("A", {100, 120}), set = threat_row("A", {50, 60});
  longer.labels.duration = "72 h";
  set.labels.varied = "callers.redial.probability=0.9";
  const auto table = analysis::impact_table({longer, set}, standard_criteria());
  EXPECT_TRUE(table.totals.empty());
  ASSERT_EQ(table.without_total.size(), 1u);
  EXPECT_THAT(table.without_total[0].left_out, ElementsAre("A"));
}

/// The headline of a row is that of the total too, when the row is all there is.
TEST(ImpactTable, OfOneRowWithDrawnParametersTheTotalIsTheRow) {
  std::vector<Row> rows;
  for (std::uint64_t draw = 1; draw <= 8; ++draw) {
    const double level = 10.0 * static_cast<double>(draw);
    rows.push_back(threat_row("A", {level - 1, level, level + 1}));
    rows.back().labels.draw = draw;
  }
  const auto table = analysis::impact_table(rows, standard_criteria());
  const auto& row = table.annual.front().per_year;
  const auto& loss = table.totals.front().loss;
  EXPECT_DOUBLE_EQ(loss.expected.value, row.value);
  EXPECT_DOUBLE_EQ(loss.expected.low, row.low);
  EXPECT_DOUBLE_EQ(loss.expected.high, row.high);
  const double frequency = table.annual.front().frequency.mean();
  const auto& chance = table.annual.front().uncertainty.chance;
  EXPECT_NEAR(loss.by_chance.high, frequency * chance.high, 0.01) << "of the draws that were made";
}

TEST(ImpactTable, MarksAnOrderThatTheIntervalsDoNotSeparate) {
  Row a = threat_row("A", {10, 30, 20, 40}), b = threat_row("B", {12, 28, 21, 38}),
      c = threat_row("C", {1, 2, 1, 2});
  for (Row* row : {&a, &b, &c})
    row->labels.role = "composite";
  const auto table = analysis::impact_table({a, b, c}, standard_criteria());
  EXPECT_FALSE(table.conditional[0].tied);
  EXPECT_TRUE(table.conditional[1].tied);
  EXPECT_FALSE(table.conditional[2].tied) << "paired by replication";
}

/// Draws of two rows of one threat met each other: the same ones made equal rows "separated".
TEST(ImpactTable, RowsOfAYearWithTheSameFiguresAreTied) {
  for (const std::vector<double>& lost : {std::vector<double>{10, 30, 20, 40}, {0, 0, 0, 0}}) {
    Row current = threat_row("A", lost), planned = threat_row("A", lost);
    planned.labels.package = "planned";
    EXPECT_TRUE(analysis::impact_table({current, planned}, standard_criteria()).annual.at(1).tied);
  }
}

TEST(ImpactTable, RowsOfAYearOfOneThreatAreComparedOneByOne) {
  Row current = threat_row("A", {10, 300, 20, 400}),
      planned = threat_row("A", {8, 297, 17, 398, 50});
  planned.labels.package = "planned";
  const auto tied = [&] {
    return analysis::impact_table({current, planned}, standard_criteria()).annual.at(1).tied;
  };
  EXPECT_FALSE(tied()) << "every replication of both lost more under current";
  planned.seed = 2;
  EXPECT_TRUE(tied()) << "other callers and hours: 183 [0, 400] is not above 154";
}

TEST(ImpactTable, TellsHowOldTheWorldOfEachRowIs) {
  Row dated = threat_row("A", {1, 2}), undated = threat_row("B", {1, 2});
  dated.world_as_of = "2026-02-07";
  auto table = analysis::impact_table({dated, undated}, standard_criteria());
  EXPECT_EQ(table.annual.at(0).model_age_days, std::nullopt) << "nobody said what day it is";
  analysis::tell_ages(table, *models::parse_day("2026-11-22"));
  for (const auto& row : table.annual)
    EXPECT_EQ(row.model_age_days, row.row.labels.threat == "A" ? std::optional(288) : std::nullopt);
}

TEST(ImpactTable, PutsParameterDrawsIntoOneRow) {
  std::vector<Row> rows;
  for (std::uint64_t draw = 1; draw <= 8; ++draw) {
    const double level = 10.0 * static_cast<double>(draw);
    rows.push_back(threat_row("A", {level - 1, level, level + 1}));
    rows.back().labels.draw = draw;
  }
  const auto table = analysis::impact_table(rows, standard_criteria());
  ASSERT_EQ(table.annual.size(), 1u);
  const auto& row = table.annual.front();
  EXPECT_EQ(row.row.replications.size(), 24u);
  EXPECT_EQ(row.uncertainty.draws, 8u);
  EXPECT_GT(row.uncertainty.parameter_share, 0.95);
  EXPECT_GT(row.headline().high - row.headline().low,
            row.uncertainty.chance.high - row.uncertainty.chance.low);
}

/// Made from a file of these contents.
Row made_from(Row row, const std::string& name, const std::string& sha256) {
  row.inputs = {{"world.yaml", "same"}, {name, sha256}};
  return row;
}

TEST(ImpactTable, CountsAReplicationThatIsThereTwiceOnce) {
  const Row long_one = made_from(threat_row("A", {1, 2, 3, 4}), "a/roster.yaml", "12");
  const Row short_one = made_from(threat_row("A", {1, 2}), "elsewhere/roster.yaml", "12");
  const auto table = analysis::impact_table({long_one, short_one, long_one}, standard_criteria());
  ASSERT_EQ(table.annual.size(), 1u);
  EXPECT_EQ(table.annual[0].row.replications.size(), 4u);
  EXPECT_EQ(table.annual[0].lost.value, 2.5);
  EXPECT_FALSE(table.annual[0].other_inputs.any());
}

TEST(ImpactTable, RefusesAReplicationThatIsThereTwiceWithOtherFigures) {
  Row one = threat_row("A", {1, 2}), other = threat_row("A", {1, 9});
  one.command = "uitwijk run --threat A -n 2";
  other.command = "uitwijk run --threat A -n 2 --calls 5";
  try {
    analysis::impact_table({one, other}, standard_criteria());
    FAIL();
  } catch (const results::ResultError& error) {
    EXPECT_THAT(error.what(), testing::AllOf(testing::HasSubstr("replication 2 of A"),
                                             testing::HasSubstr(one.command + "'"),
                                             testing::HasSubstr(other.command + "'")));
  }
}

TEST(ImpactTable, KeepsResultsOfOtherInputsApartAndCountsTheFirst) {
  const Row first = made_from(threat_row("A", {10, 12}), "roster.yaml", "12");
  const Row changed = made_from(threat_row("A", {20, 22}), "new/roster.yaml", "34");
  Row without = threat_row("A", {30, 32});
  without.inputs = {{"world.yaml", "same"}};
  const auto table = analysis::impact_table({first, changed, without}, standard_criteria());
  ASSERT_EQ(table.annual.size(), 3u);
  std::map<std::size_t, analysis::OtherInputs> others;
  for (const auto& row : table.annual)
    others[row.other_inputs.number] = row.other_inputs;
  EXPECT_FALSE(others.at(1).any());
  EXPECT_THAT(others.at(2).has, ElementsAre("roster.yaml"));
  EXPECT_THAT(others.at(2).lacks, testing::IsEmpty());
  EXPECT_THAT(others.at(3).lacks, ElementsAre("roster.yaml"));
  ASSERT_EQ(table.totals.size(), 1u);
  EXPECT_THAT(table.totals[0].left_out, ElementsAre("A"));
  EXPECT_NEAR(table.totals[0].loss.expected.value, 11 * 0.09 / std::log(10), 1e-9);
}

TEST(Gate, IsExceededHeldOrNotShown) {
  // K3: I2 midden, I4 hoog, I5 hoog; the criteria tolerate 5 % above.
  const auto table_of = [](std::size_t n, std::size_t worse) {
    std::vector<double> lost(n, 5);
    std::fill_n(lost.begin(), worse, 500.0);
    return analysis::impact_table({threat_row("A", lost)}, standard_criteria());
  };
  EXPECT_EQ(analysis::gate(table_of(200, 20), Level::middle), Gate::exceeded);
  EXPECT_EQ(analysis::gate(table_of(200, 20), Level::high), Gate::held);
  EXPECT_EQ(analysis::gate(table_of(200, 0), Level::middle), Gate::held);
  EXPECT_EQ(analysis::gate(table_of(20, 0), Level::middle), Gate::not_shown)
      << "none of 20 is up to 14 %";
}

TEST(Gate, IsNotShownByEventsOfWhichOnlyALowerBoundIsKnown) {
  Row row = threat_row("A", std::vector<double>(200, 5.0));
  for (std::size_t i = 0; i < 12; ++i) {
    row.replications[i].truncated = true;
    row.replications[i].window_capped_s = 604800;
  }
  const auto table = analysis::impact_table({row}, standard_criteria());
  EXPECT_EQ(table.annual.at(0).capped, 12u);
  EXPECT_EQ(table.annual.at(0).capped_s, 604800);
  EXPECT_EQ(analysis::gate(table, Level::middle), Gate::not_shown) << "12 of 200 may be above";
  EXPECT_EQ(analysis::gate(table, Level::high), Gate::held) << "of K3 nothing is";
}

TEST(Gate, HasNothingToJudgeWithoutAFrequency) {
  Row deliberate = threat_row("B", {900, 1000, 1100});
  deliberate.labels.likelihood_basis = "analyst";
  EXPECT_EQ(analysis::gate(analysis::impact_table({deliberate}, standard_criteria()), Level::low),
            Gate::nothing);
  EXPECT_EQ(analysis::gate(analysis::impact_table({}, standard_criteria()), Level::low),
            Gate::nothing);
}

TEST(Disagreements, NameTheRowsWhoseClassHangsOnTheCriteria) {
  const Criteria strict = analysis::read_criteria(SOURCE_DIR "/analysis/criteria/streng.yaml");
  Row near = threat_row("A", {60, 61, 62}), far = threat_row("B", {5000, 5001, 5002});
  for (Row* row : {&near, &far})
    for (Consequence& one : row->replications)
      one.no_contact_after[1] = one.lost_callers;
  const auto here = analysis::impact_table({near, far}, standard_criteria());
  const auto there = analysis::impact_table({near, far}, strict);
  const auto found = analysis::disagreements(here, there);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].row, "A");
  EXPECT_EQ(found[0].here, (ClassShares{0, 0, 1, 0, 0}));
  EXPECT_EQ(found[0].there, (ClassShares{0, 0, 0, 1, 0}));
}

TEST(Disagreements, AreSaidOfSharesToo) {
  Criteria other = standard_criteria();
  other.impact[0][3] = 5000;
  Row row = threat_row("A", {6000, 6000, 6000, 2000});
  const auto found = analysis::disagreements(analysis::impact_table({row}, standard_criteria()),
                                             analysis::impact_table({row}, other));
  ASSERT_EQ(found.size(), 1u) << "the median class and the level are the same";
  EXPECT_EQ(found[0].here, (ClassShares{0, 0, 0, 0, 1}));
  EXPECT_EQ(found[0].there, (ClassShares{0, 0, 0, 0.25, 0.75}));
  EXPECT_EQ(analysis::worst_class_touched(found[0].here, found[0].there), 5u);
}

TEST(Disagreements, HaveNoLevelWithoutAFrequency) {
  Criteria other = standard_criteria();
  other.impact[0] = {0, 1, 2, 3};
  Row row = threat_row("A", {60, 61, 62});
  row.labels.likelihood_basis = "analyst";
  const auto found = analysis::disagreements(analysis::impact_table({row}, standard_criteria()),
                                             analysis::impact_table({row}, other));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].level_here, std::nullopt);
  EXPECT_EQ(found[0].level_there, std::nullopt);
}

TEST(Rubricering, TheHighestWins) {
  const std::string open = "Openbare bronnen en aannames", none(analysis::no_rubricering);
  EXPECT_EQ(analysis::highest_rubricering({open, open}), open);
  EXPECT_EQ(analysis::highest_rubricering({open, ""}), none);
  EXPECT_EQ(analysis::highest_rubricering({"Departementaal vertrouwelijk", open}),
            "Departementaal vertrouwelijk");
  EXPECT_EQ(analysis::highest_rubricering({"", "Staatsgeheim geheim"}), "Staatsgeheim geheim");
  const std::vector<std::string> upwards = {open, "Dep.V.", "Stg. C", "Stg. Geheim", "Stg. ZG"};
  for (std::size_t i = 1; i < upwards.size(); ++i)
    EXPECT_EQ(analysis::highest_rubricering({upwards[i], upwards[i - 1]}), upwards[i]);
  EXPECT_EQ(analysis::highest_rubricering({"Staatsgeheim CONFIDENTIEEL", "Stg. Geheim"}),
            "Stg. Geheim");
}

TEST(Rubricering, AMarkingThatIsNotRankedIsNeverDropped) {
  const std::string none(analysis::no_rubricering);
  EXPECT_EQ(analysis::highest_rubricering({"TLP:RED", "Openbare bronnen"}), "TLP:RED");
  EXPECT_EQ(analysis::highest_rubricering({"TLP:RED", ""}), none + "; TLP:RED");
  EXPECT_EQ(analysis::highest_rubricering({"Alleen voor de LMS", "Stg. Geheim", "Dep.V."}),
            "Stg. Geheim; Alleen voor de LMS");
}

}  // namespace
