#include "analysis/measures/summary.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "analysis/impact/row.hpp"

namespace {

using analysis::find;
using analysis::Line;
using analysis::Summary;
using results::CallerCount;
using results::GroupCount;
using results::GroupTime;
using results::Observations;
using results::Study;

/// Two regions, two meldkamers and a national first answer; a discipline that is not modelled.
/// Groups: hub.centralist (stage 0), north.politie (1), south.politie (1).
Study small_study() {
  Study study;
  study.dimensions.regions = {"north", "south"};
  study.dimensions.disciplines = {"politie", "kmar"};
  study.dimensions.centres = {"hub", "north_room", "south_room"};
  study.dimensions.stages = {"first_answer", "aanname"};
  study.dimensions.groups = {"hub.centralist", "north_room.politie", "south_room.politie"};
  study.dimensions.places = {{0, 0}, {1, 1}, {1, 2}};
  study.dimensions.region_centre = {1, 2};
  study.dimensions.region_share = {0.25, 0.75};
  study.dimensions.group_stage = {0, 1, 1};
  study.dimensions.group_centre = {0, 1, 2};
  study.dimensions.discipline_modelled = {1, 0};
  return study;
}

results::Facts empty_facts(const results::Dimensions& d) {
  results::Facts facts;
  const std::size_t regions = d.regions.size(), disciplines = d.disciplines.size();
  facts.callers.resize(regions * disciplines * results::size_of<CallerCount>);
  facts.groups.resize(d.groups.size() * results::size_of<results::CallClass> *
                      results::size_of<GroupCount>);
  facts.group_times.resize(d.groups.size() * results::size_of<GroupTime>);
  facts.waits.resize(d.places.size() * results::time_bins::count);
  facts.answer_delay.resize(disciplines * (results::time_bins::count + 1));
  facts.dispatch_delay.resize(disciplines * results::time_bins::count);
  for (auto* seconds : {&facts.unreachable_112_s, &facts.dispatch_impossible_s, &facts.degraded_s})
    seconds->resize(regions * disciplines);
  return facts;
}

std::uint32_t& callers(results::Facts& facts, std::size_t region, CallerCount count) {
  return facts.callers[region * 2 * results::size_of<CallerCount> + std::size_t(count)];
}

std::uint32_t& calls(results::Facts& facts, std::size_t group, GroupCount count,
                     results::CallClass of = results::CallClass::measured) {
  constexpr std::size_t classes = results::size_of<results::CallClass>;
  return facts.groups[(group * classes + std::size_t(of)) * results::size_of<GroupCount> +
                      std::size_t(count)];
}

double& times(results::Facts& facts, std::size_t group, GroupTime time) {
  return facts.group_times[group * results::size_of<GroupTime> + std::size_t(time)];
}

void add_wait(results::Facts& facts, std::size_t place, std::size_t group, double wait_s,
              std::uint32_t times_over) {
  facts.waits[place * results::time_bins::count + results::time_bins::bin_of(wait_s)] += times_over;
  times(facts, group, GroupTime::wait_sum_s) += wait_s * times_over;
  times(facts, group, GroupTime::wait_max_s) =
      std::max(times(facts, group, GroupTime::wait_max_s), wait_s);
}

void add_replication(Study& study, std::uint32_t lost_north, std::uint32_t lost_twin) {
  Observations o;
  o.replication = study.replications.size();
  o.world = empty_facts(study.dimensions);
  o.twin = empty_facts(study.dimensions);
  callers(o.world, 0, CallerCount::lost) = lost_north;
  callers(*o.twin, 0, CallerCount::lost) = lost_twin;
  results::Paired& paired = o.paired.emplace();
  paired.newly_lost = {lost_north, 0, 0, 0};
  paired.newly_saved = {0, 0, 0, 0};
  paired.late = {3, 0, 1, 0};
  paired.late_help = {2, 0, 0, 0};
  paired.touched = {1, 0, 0, 0};
  paired.recover_centre_s = {600, 900, 0};
  paired.newly_unreached = lost_north;
  paired.recover_s = 900;
  paired.recover_nation_s = 600;
  study.replications.push_back(std::move(o));
}

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
  const auto& hub = analysis::summarise(study).centres.at(0);
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
  study.replications[1].world.episodes[0].switched_s = 500;  // and never repaired
  study.replications[2].paired->recover_s = results::never;
  study.replications[3].world.episodes.resize(1);  // over before anybody took over
  study.replications[5].window_capped_s = 604800;
  EXPECT_EQ(analysis::summarise(study).truncated, 4u);
  // Repaired, but the calls are still with the partner at the end.
  results::Episode& away = study.replications[4].world.episodes.emplace_back();
  away.switched_s = 500, away.repaired_s = 900;
  EXPECT_EQ(analysis::summarise(study).truncated, 5u);
  away.returned_s = 1500;
  EXPECT_EQ(analysis::summarise(study).truncated, 4u);
}

/// A study of one replication that can be reduced.
Study one_replication() {
  Study study = small_study();
  add_replication(study, 3, 1);
  for (results::Facts* facts : {&study.replications[0].world, &*study.replications[0].twin})
    facts->contact_time.resize(2 * 2 * results::contact_bins::count);
  return study;
}

TEST(Reduce, JudgesNationTouchedPartAndMeldkamerByTheirOwnRecovery) {
  Study study = one_replication();
  study.provenance.row.target = "north_room";
  auto& paired = *study.replications[0].paired;
  paired.recover_s = results::never;
  const auto nation = analysis::reduce(study).replications.at(0);
  EXPECT_EQ(nation.recover_s, 600);
  EXPECT_TRUE(std::isinf(nation.touched->recover_s));
  EXPECT_TRUE(nation.truncated) << "of the part that it is judged on the story has not ended";
  const auto south = analysis::reduce(study, "south_room").replications.at(0);
  EXPECT_EQ(south.recover_s, 0);
  EXPECT_FALSE(south.truncated);
}

TEST(Reduce, WeighsMinutesByThePeopleOfTheModelledDisciplines) {
  Study study = one_replication();
  auto& seen = study.replications[0];
  // [region][discipline]; the second discipline is not modelled.
  seen.world.unreachable_112_s = {600, 600, 0, 600};
  seen.twin->unreachable_112_s = {120, 0, 0, 0};
  seen.world.dispatch_impossible_s = {60, 0, 60, 0};
  const auto nation = analysis::reduce(study).replications.at(0);
  EXPECT_DOUBLE_EQ(nation.unreachable_112_s, 0.25 * 480);
  EXPECT_DOUBLE_EQ(nation.dispatch_impossible_s, 60) << "of everybody";
  EXPECT_DOUBLE_EQ(nation.touched->dispatch_impossible_s, 15) << "the north only";
  EXPECT_DOUBLE_EQ(analysis::reduce(study, "south_room").replications.at(0).dispatch_impossible_s,
                   45);
}

TEST(Reduce, CountsOnlyWhoBelongsToTheTouchedPart) {
  Study study = one_replication();
  study.replications[0].paired->late = {3, 0, 5, 0};
  const auto nation = analysis::reduce(study).replications.at(0);
  EXPECT_EQ(nation.late_callers, 8);
  EXPECT_EQ(nation.touched->late_callers, 3);
  EXPECT_EQ(nation.late_help, 2);
}

TEST(Reduce, DoesNotSayOfAnOldFileWhatWasNotCounted) {
  Study study = one_replication();
  auto& seen = study.replications[0];
  study.dimensions.region_share.clear();
  seen.paired->late_help.clear();
  seen.paired->touched.clear();
  seen.paired->recover_centre_s.clear();
  for (results::Facts* facts : {&seen.world, &*seen.twin})
    facts->unreachable_112_s.clear();
  const auto nation = analysis::reduce(study).replications.at(0);
  EXPECT_TRUE(std::isnan(nation.late_help));
  EXPECT_TRUE(std::isnan(nation.unreachable_112_s));
  EXPECT_FALSE(nation.touched);
  EXPECT_EQ(nation.recover_s, 900) << "by its own definition";
  EXPECT_TRUE(std::isnan(analysis::reduce(study, "south_room").replications.at(0).recover_s));
}

results::Episode episode(double detected_s, double decided_s, double switched_s) {
  results::Episode e;
  e.centre = 1;
  e.partner = 2;
  e.onset_s = 1000;
  e.detected_s = 1000 + detected_s;
  e.decided_s = e.detected_s + decided_s;
  e.switched_s = e.decided_s + switched_s;
  e.repaired_s = 9000;
  e.returned_s = 9600;
  e.answered = 40;
  return e;
}

const analysis::TakeoverSummary& north_of(const Summary& summary) {
  return summary.takeovers.at(0);
}

TEST(Takeovers, KeepTheirClocksApart) {
  Study study = small_study();
  for (int i = 0; i < 4; ++i)
    add_replication(study, 0, 0);
  study.replications[0].world.episodes = {episode(60, 300, 120)};
  study.replications[1].world.episodes = {episode(100, 500, 240)};
  results::Episode in_vain = episode(80, 400, results::never);
  in_vain.failed_switches = 2;
  study.replications[2].world.episodes = {in_vain};

  const Summary summary = analysis::summarise(study);
  ASSERT_EQ(summary.takeovers.size(), 1u);
  const analysis::TakeoverSummary& north = north_of(summary);
  EXPECT_EQ(north.centre, "north_room");
  EXPECT_DOUBLE_EQ(north.lost.share, 0.75);
  EXPECT_EQ(north.first_switch_fails.of, 3u);
  EXPECT_EQ(north.first_switch_fails.hits, 1u);
  EXPECT_THAT(north.partners, testing::ElementsAre(testing::Pair("south_room", 2u)));
  EXPECT_DOUBLE_EQ(north.detect.p50.value.s, 80);
  EXPECT_DOUBLE_EQ(north.decide.p50.value.s, 400);
  EXPECT_DOUBLE_EQ(north.switch_.p50.value.s, 240) << "the third was cut off by the repair";
  EXPECT_EQ(north.switch_.episodes, 3u);
  EXPECT_EQ(north.switch_.ended, 2u);
  EXPECT_DOUBLE_EQ(north.back.p50.value.s, 600);
  EXPECT_EQ(north.back.episodes, 2u) << "nobody returns who was not away";
  EXPECT_DOUBLE_EQ(north.answered.mean, 40);
}

/// A mean over those that were home in time would have been 600 s, of one in four.
TEST(Takeovers, AReturnThatTheDataDoNotReachIsLaterThanTheirEnd) {
  Study study = small_study();
  for (int i = 0; i < 4; ++i) {
    add_replication(study, 0, 0);
    study.replications.back().world.episodes = {episode(60, 300, 120)};
    study.replications.back().world.seen_until_s = 9000 + 3600;
    if (i > 0)
      study.replications.back().world.episodes[0].returned_s = results::never;
  }
  const Summary summary = analysis::summarise(study);
  const analysis::Clock& back = north_of(summary).back;
  EXPECT_EQ(back.episodes, 4u);
  EXPECT_EQ(back.ended, 1u);
  EXPECT_EQ(back.p50.value.is, analysis::Bound::Is::later_than);
  EXPECT_DOUBLE_EQ(back.p50.value.s, 3600);
  EXPECT_EQ(summary.truncated, 3u);
}

TEST(Takeovers, ASwitchWithoutAPartnerLeftNeverComes) {
  Study study = small_study();
  add_replication(study, 0, 0);
  results::Facts& world = study.replications[0].world;
  results::Episode alone = episode(60, 300, results::never);
  world.episodes = {alone};
  results::CourseEvent none;
  none.kind = results::CourseKind::no_partner, none.subject = 1, none.t_s = alone.decided_s;
  results::CourseEvent fails = none;
  fails.kind = results::CourseKind::switch_fails, fails.t_s += 60;
  const auto switch_of = [&] { return north_of(analysis::summarise(study)).switch_; };
  world.course = {none};
  EXPECT_EQ(switch_of().p50.value.is, analysis::Bound::Is::never);
  world.course = {none, fails};
  EXPECT_EQ(switch_of().p50.value.is, analysis::Bound::Is::later_than) << "one was left to try";
  EXPECT_DOUBLE_EQ(switch_of().p50.value.s, alone.repaired_s - alone.decided_s);
}

results::Loss loss(double elsewhere_s, double repaired_s, std::uint32_t sent = 10,
                   std::uint32_t answered = 9) {
  results::Loss out;
  out.centre = 1, out.onset_s = 1000, out.sent = sent, out.answered = answered;
  out.elsewhere_s = 1000 + elsewhere_s, out.repaired_s = 1000 + repaired_s;
  return out;
}

/// 8 losses: half answered elsewhere in 5 min, one repaired in 8, one received by nobody who
/// answers (12,288 of 12,318 never reached), one received after 20 min, one open at the end.
TEST(Takeovers, LossesAreAnsweredElsewhereOrRepairedFirstOrNobodysYet) {
  Study study = small_study();
  const std::vector<results::Loss> losses = {
      loss(300, 7200),           loss(300, 7200),
      loss(300, 7200),           loss(300, 7200),
      loss(results::never, 480), loss(300, 7200, 12318, 30),
      loss(1200, 7200),          loss(results::never, results::never)};
  for (const results::Loss& one : losses) {
    add_replication(study, 0, 0);
    study.replications.back().world.losses = {one};
    study.replications.back().world.seen_until_s = 1000 + 14400;
  }
  const Summary summary = analysis::summarise(study);
  const analysis::TakeoverSummary& north = north_of(summary);
  EXPECT_EQ(north.episodes, 0u);
  ASSERT_EQ(north.stages.size(), 1u);
  const auto& after = north.stages[0].after;
  ASSERT_EQ(after.size(), 3u);
  const auto shares = [&](std::size_t at) {
    using analysis::LossEnd;
    return std::vector<double>{share_of(after[at], LossEnd::elsewhere).value,
                               share_of(after[at], LossEnd::repaired).value,
                               share_of(after[at], LossEnd::nobody_yet).value};
  };
  const auto near = [](std::vector<double> expected) {
    return testing::Pointwise(testing::DoubleNear(1e-12), expected);
  };
  EXPECT_THAT(shares(0), near({4 / 8., 1 / 8., 3 / 8.}));
  EXPECT_THAT(shares(1), near({5 / 8., 1 / 8., 2 / 8.}));
  EXPECT_THAT(shares(2), near({5 / 8., 1 / 8., 2 / 8.}));
}

/// Rows of the impact table say the same of the rooms; the national first answer is none of them.
TEST(Reduce, KeepsWhatBecameOfWhatMeldkamersLost) {
  Study study = small_study();
  study.dimensions.stages.push_back("uitgifte");
  add_replication(study, 0, 0);
  auto& seen = study.replications[0];
  for (results::Facts* facts : {&seen.world, &*seen.twin})
    facts->contact_time.resize(2 * 2 * results::contact_bins::count);
  results::Loss intake = loss(300, 7200), dispatch = loss(results::never, 480), first = intake;
  intake.stage = 1, dispatch.stage = 2;
  seen.world.losses = {first, intake, dispatch};
  results::Episode late = episode(60, 300, 4800);
  late.failed_switches = 1;
  seen.world.episodes = {late};
  const auto one = analysis::reduce(study).replications.at(0);
  ASSERT_EQ(one.intake_losses.size(), 1u);
  EXPECT_EQ(one.intake_losses[0].s, 300);
  ASSERT_EQ(one.dispatch_losses.size(), 1u);
  EXPECT_EQ(one.dispatch_losses[0].cause, static_cast<unsigned>(analysis::LossEnd::repaired));
  EXPECT_EQ(one.first_switches, 1u);
  EXPECT_EQ(one.first_switches_failed, 1u) << "it was answered after 80 minutes all the same";
  EXPECT_TRUE(analysis::reduce(study, "south_room").replications.at(0).intake_losses.empty());
}

TEST(Summary, HasEveryNameOfTheSchema) {
  const Summary summary = analysis::summarise(small_study());
  for (const char* name : {"attempts",
                           "unique_callers",
                           "genuine_callers",
                           "unreached_callers",
                           "lost_callers",
                           "lost_incidents",
                           "blocked_attempts",
                           "abandoned_attempts",
                           "cut_attempts",
                           "deterred_callers",
                           "answered_calls",
                           "taken_over_calls",
                           "first_answer_wait_mean_s",
                           "first_answer_wait_p90_s",
                           "first_answer_wait_max_s",
                           "answered_within_norm_share",
                           "answer_delay_p90_s",
                           "delayed_callers",
                           "time_to_dispatch_p90_s",
                           "unreachable_112_min",
                           "dispatch_impossible_min",
                           "degraded_min",
                           "wrong_dispatch_share",
                           "pictures_late_share",
                           "recover_s"})
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
