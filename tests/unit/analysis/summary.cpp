#include "analysis/measures/summary.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "tests/measure_names.hpp"
#include "tests/unit/analysis/small_study.hpp"

namespace {

using analysis::find;
using analysis::Line;
using analysis::Summary;
using namespace analysis_test;

TEST(Summary, PairsTheReplicationsWithTheirTwins) {
  Study study = small_study();
  add_replication(study, 110, 100);
  add_replication(study, 212, 200);
  add_replication(study, 314, 300);
  const Summary summary = analysis::summarise(study);
  const Line& lost = *find(summary.world, "lost_callers");
  EXPECT_DOUBLE_EQ(lost.disturbed.mean, 212);
  EXPECT_DOUBLE_EQ(lost.twin->mean, 200);
  EXPECT_DOUBLE_EQ(lost.difference->mean, 12);
  EXPECT_NEAR(lost.difference->high, 12 + 4.30265273 * 2 / std::sqrt(3.0), 1e-7);
  EXPECT_EQ(find(summary.world, "newly_lost_callers")->disturbed.mean, 212);
  EXPECT_EQ(find(summary.world, "recover_s")->disturbed.mean, 900);
  EXPECT_EQ(find(summary.world, "recover_nation_s")->disturbed.mean, 600);
  EXPECT_EQ(find(summary.centres[2].lines, "recover_s")->disturbed.mean, 0);
}

/// What two runs of one seed are compared by, pair by pair.
TEST(Summary, HasTheDifferenceOfEachReplicationOrItsValue) {
  Study study = small_study();
  add_replication(study, 110, 100);
  add_replication(study, 214, 200);
  const auto lost = [&] {
    for (const analysis::EachValue& one : analysis::each_value(study))
      if (one.name == "lost_callers")
        return one.values;
    return std::vector<double>{};
  };
  EXPECT_THAT(lost(), testing::ElementsAre(10, 14));
  for (auto& seen : study.replications)
    seen.twin.reset();
  EXPECT_THAT(lost(), testing::ElementsAre(110, 214));
}

TEST(Summary, SaysWhoWasLateWhereTheyLive) {
  Study study = small_study();
  add_replication(study, 110, 100);
  const Summary summary = analysis::summarise(study);
  EXPECT_EQ(find(summary.world, "late_callers")->disturbed.mean, 4);
  EXPECT_EQ(find(summary.regions[0].lines, "late_callers")->disturbed.mean, 3);
  EXPECT_EQ(find(summary.world, "late_callers")->twin->n_defined, 0u);
}

TEST(Summary, GivesAnEmptyTwinToAScenarioWithoutThreats) {
  Study study = small_study();
  add_replication(study, 1, 0);
  study.replications[0].twin.reset();
  study.replications[0].paired.reset();
  const Summary summary = analysis::summarise(study);
  EXPECT_FALSE(summary.has_twin);
  EXPECT_FALSE(find(summary.world, "lost_callers")->twin);
  EXPECT_EQ(find(summary.world, "recover_s")->disturbed.n_defined, 0u);
}

TEST(Summary, CountsTheCallersOfACentreByItsRegions) {
  Study study = small_study();
  add_replication(study, 0, 0);
  callers(study.replications[0].world, 0, CallerCount::callers) = 30;
  callers(study.replications[0].world, 1, CallerCount::callers) = 12;
  const Summary summary = analysis::summarise(study);
  const auto of = [&](std::size_t centre) {
    return find(summary.centres[centre].lines, "unique_callers")->disturbed.mean;
  };
  EXPECT_TRUE(std::isnan(of(0))) << "a national centre answers for no region";
  EXPECT_EQ(of(1), 30);
  EXPECT_EQ(of(2), 12);
  EXPECT_EQ(find(summary.regions[1].lines, "unique_callers")->disturbed.mean, 12);
}

TEST(Summary, TakesTheFirstAnswerShareOverAttemptsThatWereNotBlocked) {
  Study study = small_study();
  add_replication(study, 0, 0);
  results::Facts& world = study.replications[0].world;
  callers(world, 0, CallerCount::attempts) = 120;
  callers(world, 0, CallerCount::blocked) = 50;  // thirty of them at a later stage
  callers(world, 0, CallerCount::first_blocked) = 20;
  callers(world, 0, CallerCount::first_in_norm) = 90;
  const Summary summary = analysis::summarise(study);
  EXPECT_DOUBLE_EQ(find(summary.world, "answered_within_norm_share")->disturbed.mean, 0.9);
  EXPECT_EQ(find(summary.world, "answered_within_norm_share")->twin->n_defined, 0u)
      << "a share of no attempts does not exist";
}

TEST(Summary, ReadsWaitsAtTheFirstStageOnly) {
  Study study = small_study();
  add_replication(study, 0, 0);
  results::Facts& world = study.replications[0].world;
  add_wait(world, 0, 0, 2.0, 80);
  add_wait(world, 0, 0, 50.0, 20);
  add_wait(world, 1, 1, 500.0, 100);
  const Summary summary = analysis::summarise(study);
  EXPECT_DOUBLE_EQ(find(summary.world, "first_answer_wait_mean_s")->disturbed.mean,
                   (2.0 * 80 + 50.0 * 20) / 100);
  EXPECT_NEAR(find(summary.world, "first_answer_wait_p90_s")->disturbed.mean, 50, 50 * 0.04);
  EXPECT_EQ(find(summary.world, "first_answer_wait_max_s")->disturbed.mean, 50);
  EXPECT_EQ(find(summary.centres[1].lines, "wait_max_s")->disturbed.mean, 500);
}

TEST(Summary, MergesTheWaitsOfAStageOverAllReplications) {
  Study study = small_study();
  add_replication(study, 0, 0);
  add_replication(study, 0, 0);
  add_wait(study.replications[0].world, 1, 1, 10.0, 95);
  add_wait(study.replications[1].world, 2, 2, 300.0, 5);
  calls(study.replications[0].world, 1, GroupCount::offered) = 95;
  calls(study.replications[1].world, 2, GroupCount::offered) = 5;
  calls(study.replications[1].world, 2, GroupCount::offered, results::CallClass::other_work) = 70;
  const analysis::StageTotals totals = analysis::summarise(study).stages[1].totals;
  EXPECT_EQ(totals.offered, 100u) << "work that is no 112 call does not count";
  EXPECT_DOUBLE_EQ(totals.wait_mean_s, (95 * 10.0 + 5 * 300.0) / 100);
  // The mean of the two replications' own P90 would be 155 s.
  EXPECT_NEAR(totals.wait_p90_s, 10, 10 * 0.04);
  EXPECT_EQ(totals.wait_max_s, 300);
}

TEST(Summary, HasNoNinetiethPercentileWhenOneInTenIsNeverAnswered) {
  Study study = small_study();
  add_replication(study, 0, 0);
  add_replication(study, 0, 0);
  for (auto& o : study.replications)
    o.world.answer_delay[results::time_bins::bin_of(30)] = 80;
  study.replications[0].world.answer_delay[results::time_bins::count] = 5;
  study.replications[1].world.answer_delay[results::time_bins::count] = 20;
  const Line delay = *find(analysis::summarise(study).world, "answer_delay_p90_s");
  EXPECT_EQ(delay.disturbed.n_defined, 1u);
  EXPECT_NEAR(delay.disturbed.mean, 30, 30 * 0.04);
}

TEST(QuantileWithNever, CountsThoseWhoWereNeverAnswered) {
  std::vector<std::uint64_t> counts(results::time_bins::count + 1, 0);
  EXPECT_TRUE(std::isnan(analysis::quantile_with_never_s(counts, 0.9)));
  counts[results::time_bins::bin_of(1)] = 50;
  counts[results::time_bins::bin_of(100)] = 40;
  counts.back() = 10;
  EXPECT_NEAR(analysis::quantile_with_never_s(counts, 0.5), 1, 0.04);
  EXPECT_NEAR(analysis::quantile_with_never_s(counts, 0.89), 100, 4);
  EXPECT_TRUE(std::isinf(analysis::quantile_with_never_s(counts, 0.91)));
}

TEST(Summary, CountsACallTakenOverOnce) {
  Study study = small_study();
  study.dimensions.stages.push_back("uitgifte");
  study.dimensions.groups.push_back("south_room.dispatch");
  study.dimensions.group_stage.push_back(2);
  study.dimensions.group_centre.push_back(2);
  add_replication(study, 0, 0);
  results::Facts& world = study.replications[0].world;
  calls(world, 2, GroupCount::taken_over) = 7;
  calls(world, 3, GroupCount::taken_over) = 5;  // dispatched for the same callers
  const Summary summary = analysis::summarise(study);
  EXPECT_EQ(find(summary.world, "taken_over_calls")->disturbed.mean, 7);
  EXPECT_EQ(find(summary.centres[2].lines, "taken_over_calls")->disturbed.mean, 7);
  EXPECT_EQ(find(summary.centres[1].lines, "taken_over_calls")->disturbed.mean, 0);
}

TEST(Summary, SaysWhichDisciplineIsNotModelled) {
  Study study = small_study();
  add_replication(study, 0, 0);
  const Summary summary = analysis::summarise(study);
  EXPECT_TRUE(summary.disciplines[0].modelled);
  EXPECT_FALSE(summary.disciplines[1].modelled);
}

/// The national first answer has people and queues, and no callers of its own: a sum of the rooms
/// below would read as a room's.
TEST(Summary, ACentreWithoutRegionsHasNoCallersOfItsOwn) {
  Study study = small_study();
  add_replication(study, 7, 2);
  calls(study.replications[0].world, 0, GroupCount::answered) = 90;
  const Summary summary = analysis::summarise(study);
  const auto& hub = summary.centres.at(0);
  ASSERT_EQ(hub.id, "hub");
  for (const char* const name : {"lost_callers", "unique_callers", "newly_lost_callers",
                                 "late_callers", "wrong_dispatch_share"})
    EXPECT_EQ(find(hub.lines, name)->disturbed.n_defined, 0u) << name;
  EXPECT_EQ(find(hub.lines, "lost_callers")->difference->n_defined, 0u);
  EXPECT_EQ(find(hub.lines, "answered_calls")->disturbed.mean, 90);
}

TEST(Summary, AddsUpWhatTheAuditsMissedInBothWorlds) {
  Study study = small_study();
  add_replication(study, 0, 0);
  study.replications[0].world.conservation_error = 2;
  study.replications[0].twin->conservation_error = 3;
  study.failures.push_back({7, "died"});
  const Summary summary = analysis::summarise(study);
  EXPECT_EQ(summary.conservation_error, 5u);
  EXPECT_EQ(summary.failed_replications, 1u);
}

TEST(Summary, SaysHowManyStoriesWereCutOff) {
  Study study = small_study();
  for (int i = 0; i < 6; ++i)
    add_replication(study, 0, 0);
  callers(study.replications[0].world, 1, CallerCount::pending) = 1;
  study.replications[1].world.episodes.resize(1);
  study.replications[1].world.episodes[0].partner = 2;
  study.replications[1].world.episodes[0].switched_s = 500;  // and never repaired
  study.replications[2].paired->recover_s = results::never;
  study.replications[3].world.episodes.resize(1);  // over before anybody took over
  study.replications[5].window_capped_s = 604800;
  EXPECT_EQ(analysis::summarise(study).truncated, 4u);
  // Repaired, but the calls are still with the partner at the end.
  results::Episode& away = study.replications[4].world.episodes.emplace_back();
  away.partner = 2, away.switched_s = 500, away.repaired_s = 900;
  const analysis::Summary summary = analysis::summarise(study);
  EXPECT_EQ(summary.truncated, 4u) << "all its callers are told";
  EXPECT_EQ(summary.late_return, 2u) << "and the one that was never repaired";
  away.returned_s = 1500;
  EXPECT_EQ(analysis::summarise(study).late_return, 1u);
}

TEST(Summary, HasEveryNameOfTheSchema) {
  const Summary summary = analysis::summarise(small_study());
  for (const char* name : tests::measure_names)
    EXPECT_NE(find(summary.world, name), nullptr) << name;
}

TEST(Summary, NamesNothingTwice) {
  for (const unsigned part : {analysis::of::world, analysis::of::discipline, analysis::of::region,
                              analysis::of::centre, analysis::of::stage}) {
    std::vector<std::string_view> names;
    for (const analysis::Measure& measure : analysis::measures_of(part))
      names.push_back(measure.name);
    std::sort(names.begin(), names.end());
    EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
  }
}

}  // namespace
