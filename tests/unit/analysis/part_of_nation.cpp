/// What a part of the nation adds up to, and what became of what its meldkamers lost.
#include <gmock/gmock.h>

#include <cmath>

#include "analysis/impact/row.hpp"
#include "analysis/measures/summary.hpp"
#include "tests/unit/analysis/small_study.hpp"

namespace {

using analysis::Summary;
using namespace analysis_test;

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

/// As a run says it of the same study.
TEST(Reduce, ALateReturnIsNoLowerBoundAndThatOfItsMeldkamer) {
  Study study = one_replication();
  study.replications[0].world.episodes = {episode(60, 300, 120)};
  study.replications[0].world.episodes[0].returned_s = results::never;
  const auto nation = analysis::reduce(study).replications.at(0);
  EXPECT_TRUE(nation.late_return);
  EXPECT_FALSE(nation.truncated);
  EXPECT_FALSE(analysis::reduce(study, "south_room").replications.at(0).late_return);
  const Summary run = analysis::summarise(study);
  EXPECT_EQ(run.late_return, 1u);
  EXPECT_EQ(run.truncated, 0u);
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
  EXPECT_EQ(summary.late_return, 3u);
  EXPECT_EQ(summary.truncated, 0u) << "of nobody is less known";
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
  results::CourseEvent able = none;
  able.kind = results::CourseKind::partner_able, able.t_s += 60;
  world.course = {none, able};
  EXPECT_EQ(switch_of().p50.value.is, analysis::Bound::Is::later_than) << "one was back in time";
}

TEST(Takeovers, NeverSaysWhetherNobodyWasLeftOrNobodyMight) {
  Study study = small_study();
  add_replication(study, 0, 0);
  results::Facts& world = study.replications[0].world;
  const results::Episode alone = episode(60, 300, results::never);
  world.episodes = {alone};
  results::CourseEvent event;
  event.subject = 1, event.t_s = alone.decided_s;
  const auto because_of = [&](results::CourseKind kind) {
    event.kind = kind;
    world.course = {event};
    const analysis::TakeoverSummary north = north_of(analysis::summarise(study));
    EXPECT_EQ(north.switch_.p50.value.is, analysis::Bound::Is::never);
    return std::pair(north.no_partner_left, north.barred);
  };
  EXPECT_EQ(because_of(results::CourseKind::no_partner),
            (std::pair<std::size_t, std::size_t>(1, 0)));
  EXPECT_EQ(because_of(results::CourseKind::takeover_barred),
            (std::pair<std::size_t, std::size_t>(0, 1)));
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

}  // namespace
