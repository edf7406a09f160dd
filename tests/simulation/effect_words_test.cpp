// Effects on persons, rooms and what follows a repair: each with its own visible consequence.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "two_rooms.hpp"

namespace {

using fact_sums::persons;
using results::CallerCount;
using results::CourseKind;
using results::Facts;
using results::GroupCount;
using two_rooms::busy_s;
using two_rooms::effect;
using two_rooms::measured;
using two_rooms::scenario_with;
using two_rooms::with;
using enum two_rooms::Group;

/// Callers redial at once and often: who comes through in the end tells whom a failure hits.
std::string redialling() {
  return two_rooms::world_with("suppliers:",
                               "callers: {redial: {probability: 1, delay: \"10 s\", maximum: 8}}\n"
                               "suppliers:");
}

results::Observations with_redials(const std::string& effects) {
  return written::observe({redialling(), scenario_with(effects)});
}

TEST(Effects, AGreyFailurePerAttemptIsRedialledAwayPerCallerItIsNot) {
  const std::string blocking = "blocking: {component: phone@east, probability: 0.5";
  const auto attempts = with_redials(effect(blocking + "}"));
  const auto callers = with_redials(effect(blocking + ", per: caller}"));
  // Half of the 240 callers of the east in four hours; 0.5^9 of them all the nine times.
  EXPECT_LE(persons(attempts.world, CallerCount::lost), 3u);
  EXPECT_NEAR(static_cast<double>(persons(callers.world, CallerCount::lost)), 120, 33);
  // Whoever was blocked once was blocked each time, but for who still redials when it is over.
  EXPECT_LE(persons(callers.world, CallerCount::hit) - persons(callers.world, CallerCount::lost),
            6u);
}

TEST(Effects, ADecliningFailureBlocksHalfAsMuch) {
  const std::string blocking = "blocking: {component: phone@east, probability: 0.8";
  const auto steady = with(effect(blocking + "}"));
  const auto declining = with(effect(blocking + ", declines: true}"));
  const auto first = [](const Facts& facts, std::size_t from, std::size_t until) {
    constexpr auto width = results::size_of<results::TimelineCount>;
    std::uint32_t failed = 0;
    for (std::size_t bin = from * 12; bin < until * 12; ++bin)
      failed += facts.timeline[(bin * 3 + 1) * width +
                               static_cast<std::size_t>(results::TimelineCount::failed)];
    return failed;
  };
  const auto all = static_cast<double>(persons(steady.world, CallerCount::blocked));
  EXPECT_NEAR(all, 192, 42) << "0.8 of 240";
  EXPECT_NEAR(static_cast<double>(persons(declining.world, CallerCount::blocked)), 96, 30);
  // 0.7 of 60 in the first hour, 0.1 of 60 in the last.
  EXPECT_NEAR(first(declining.world, 2, 3), 42, 20);
  EXPECT_LT(first(declining.world, 5, 6), 16u);
}

TEST(Effects, WithoutSignalNoRedialHelps) {
  const auto seen = with_redials(effect("no_signal: {regions: [e], share: 0.25}"));
  const auto lost = persons(seen.world, CallerCount::lost);
  EXPECT_NEAR(static_cast<double>(lost), 60, 24) << "a quarter of the east's callers of four hours";
  EXPECT_EQ(persons(seen.world, CallerCount::hit), lost);
  EXPECT_EQ(persons(seen.world, CallerCount::blocked), 9 * lost);
  EXPECT_EQ(measured(seen.world, west_intake, GroupCount::answered),
            measured(*seen.twin, west_intake, GroupCount::answered));
}

TEST(Effects, WhoeverCampsOnIsLaterAndNobodyIsLost) {
  const auto seen = with(effect("camp_on: {regions: [e], share: 0.5, delay: \"25 s\"}"));
  const auto later = [](const Facts& facts) {
    std::uint64_t sum = 0;
    for (auto bin = results::time_bins::bin_of(25); bin <= results::time_bins::count; ++bin)
      sum += facts.answer_delay[bin];
    return static_cast<double>(sum);
  };
  EXPECT_EQ(later(*seen.twin), 0);
  EXPECT_NEAR(later(seen.world), 120, 33) << "half of the east's callers of four hours";
  EXPECT_EQ(persons(seen.world, CallerCount::lost), 0u);
  EXPECT_EQ(persons(seen.world, CallerCount::first_in_norm),
            persons(*seen.twin, CallerCount::first_in_norm))
      << "setting up a call is not waiting for an answer";
  EXPECT_EQ(measured(seen.world, west_intake, GroupCount::answered),
            measured(*seen.twin, west_intake, GroupCount::answered));
}

/// Each attempt is blocked with probability 0.5, so that most callers dial more than once.
TEST(Effects, WhoeverCampsOnDoesSoAtEachAttempt) {
  const std::string blocking = effect("blocking: {component: phone@east, probability: 0.5}");
  const auto camping = effect("camp_on: {regions: [e], share: 0.5, delay: \"200 s\"}");
  const auto seen = with_redials(blocking + camping), without = with_redials(blocking);
  const auto in = [](const Facts& facts, double from_s, double to_s) {
    std::uint64_t sum = 0;
    for (auto bin = results::time_bins::bin_of(from_s); bin < results::time_bins::bin_of(to_s);
         ++bin)
      sum += facts.answer_delay[bin];
    return static_cast<double>(sum);
  };
  // Nine attempts at most, ten seconds and a conversation apart: 200 s are other attempts' time.
  const double prompt = in(without.world, 0, 200);
  EXPECT_NEAR(in(seen.world, 0, 200), prompt - 120, 33) << "half of the 240 of the east";
}

TEST(Effects, WithoutSignalOnlyWaysWithoutATelephoneAreLeft) {
  const auto helped = [](const char* by_phone) {
    const std::string channels = std::string("callers: {channels: {other: {share: 1, by_phone: ") +
                                 by_phone + "}}}\nsuppliers:";
    return persons(
        written::observe({two_rooms::world_with("suppliers:", channels),
                          scenario_with(effect("no_signal: {regions: all, share: 0.5}"))})
            .world,
        CallerCount::other_channel);
  };
  EXPECT_EQ(helped("true"), 0u);
  EXPECT_GT(helped("false"), 150u);
}

TEST(Effects, AnEvacuatedRoomIsTakenOverAndItsPeopleMove) {
  const auto seen = with(effect("evacuate: {at: east, relocates: 0.5}"));
  ASSERT_EQ(seen.world.episodes.size(), 1u);
  const auto& episode = seen.world.episodes[0];
  EXPECT_LT(episode.switched_s, 7200 + 120);
  EXPECT_NEAR(episode.relocated_s - episode.decided_s, 3600, 1e-3) << "the world's relocate clock";
  EXPECT_GT(episode.returned_s, 6 * 3600.0) << "terugkeer once the building is free";
  EXPECT_GT(measured(seen.world, west_intake, GroupCount::taken_over), 150u);
  EXPECT_TRUE(seen.world.outages.empty()) << "nothing is broken";
  const auto moved =
      std::ranges::find(seen.world.course, CourseKind::relocated, &results::CourseEvent::kind);
  ASSERT_NE(moved, seen.world.course.end());
  EXPECT_EQ(moved->number, 10) << "half of ten at intake and of ten at dispatch";
}

TEST(Effects, WhoLeavesInHasteCutsTheCallWhoLeavesInOrderFinishesIt) {
  const auto busy = [](const char* connected) {
    const std::string text = two_rooms::world_with("120 calls/h", "600 calls/h");
    return persons(written::observe(
                       {text, scenario_with(effect(std::string("evacuate: {at: east, connected: ") +
                                                   connected + "}"))})
                       .world,
                   CallerCount::cut);
  };
  EXPECT_GT(busy("cut"), 0u);
  EXPECT_EQ(busy("finish"), 0u);
}

TEST(Effects, AfterTheRepairEverybodyRegistersAgain) {
  const std::string loss = "      - {from: \"2 h\", until: \"3 h\", down: {components: [core]}}\n";
  const std::string storm =
      "reregistration: {component: core, lasts: \"2 h\", at: all, roles: [intake], factor: 3}";
  const auto plain = with(loss);
  const auto seen = with(loss + effect(storm));
  // 60 s longer than 60 s on average over two hours of declining from 120 s: 240 calls.
  const auto longer = [&](two_rooms::Group group) {
    return busy_s(seen.world, group) - busy_s(plain.world, group);
  };
  EXPECT_NEAR(longer(east_intake) + longer(west_intake), 240 * 60.0, 4200);
  EXPECT_EQ(longer(east_dispatch), 0);
  const auto nothing_back = with(effect(storm));
  EXPECT_EQ(nothing_back.world.digest, nothing_back.twin->digest) << "no repair, no storm";
}

TEST(Effects, AStormBlocksToo) {
  const std::string loss =
      "      - {from: \"2 h\", until: \"2.1 h\", down: {components: [phone@east]}}\n";
  const auto seen = with(loss + effect("reregistration: {component: phone@east, lasts: \"2 h\", "
                                       "probability: 0.5}"));
  EXPECT_NEAR(static_cast<double>(measured(seen.world, east_intake, GroupCount::blocked)), 30, 17)
      << "a quarter of 120 on average";
}

TEST(Effects, OrdersToAnOldNumberAreFoundOutOnce) {
  const std::string loss = effect("down: {components: [phone@east]}");
  const auto plain = with(loss);
  const auto stale = with(loss + effect("stale_numbers: {at: east, found_after: \"17 min\"}"));
  ASSERT_EQ(stale.world.episodes.size(), 1u);
  EXPECT_NEAR(stale.world.episodes[0].switched_s - plain.world.episodes[0].switched_s, 17 * 60,
              1e-3);
  EXPECT_EQ(stale.world.episodes[0].failed_switches, 1u);
}

TEST(Effects, ShiftChangesAreToldWhereSomethingIsWrong) {
  const std::string roster = "roster: {intake: 10, dispatcher: 10}}\n  west";
  const std::string text = two_rooms::world_with(
      roster,
      "roster: {intake: {steps: [{at: \"00:00\", staff: 8}, {at: \"04:00\", staff: 10}]}, "
      "dispatcher: 10}}\n  west");
  const auto told = [&](const std::string& effects) {
    std::vector<results::CourseEvent> out;
    const auto seen = written::observe({text, scenario_with(effects)});
    std::ranges::copy_if(seen.world.course, std::back_inserter(out),
                         [](const auto& event) { return event.kind == CourseKind::shift_change; });
    return out;
  };
  EXPECT_TRUE(told(effect("down: {components: [core]}")).empty());
  for (const char* wrong : {"evacuate: {at: east}", "staffing: {at: east, factor: 0.5}"}) {
    const auto changes = told(effect(wrong));
    ASSERT_EQ(changes.size(), 1u) << wrong;
    EXPECT_EQ(changes[0].subject, east_intake) << wrong;
    EXPECT_DOUBLE_EQ(changes[0].t_s, 4 * 3600.0) << wrong;
  }
}

}  // namespace
