// People come, go, hand over, are called in and overflow: exact with constants.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <set>

#include "fact_view.hpp"
#include "sim/calls/fact_shape.hpp"
#include "sim/people/staff_desk.hpp"
#include "written_study.hpp"

namespace {

using fact_sums::calls;
using results::CallClass;
using results::Facts;
using results::GroupCount;
using results::GroupTime;

double time_s(const Facts& facts, std::size_t group, GroupTime what) {
  return facts.group_times[group * results::size_of<GroupTime> + static_cast<std::size_t>(what)];
}

std::uint64_t count(const Facts& facts, std::size_t group, GroupCount what) {
  return calls(facts, group, CallClass::measured, what);
}

/// Conversations of ten minutes; everybody goes home at 10:00 and comes back at 11:00; nobody calls
/// any more after 12:00, and at 13:00 all is over.
Facts with_shift_end(const std::string& rule, const std::string& patience = "") {
  return written::observe({R"(
world: {name: W, zone: "UTC+0"}
disciplines: {any: {name: Any}}
stages: {answer: {handling: "600 s")" +
                               patience + R"(}}
roles: {agent: {stage: answer}}
regions: {land: {}}
meldkamers:
  c:
    name: C
    shift_end: )" + rule + R"(
    roster: {agent: {steps: [{at: "06:00", staff: 20}, {at: "10:00", staff: 0}, {at: "11:00", staff: 20}]}}
demand: {calls: "60 calls/h", urgent_share: 0}
)",
                           R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T08:00", warm_up: "0 s", end: "5 h"}
threats: {t: {name: T, effects: [{from: "4 h", reduction: {regions: all, share: 1}}]}}
)"})
      .world;
}

/// What is left of a conversation is had after the break: in all every call takes its ten minutes.
TEST(ShiftEnd, HandingOverKeepsTheRest) {
  const auto facts = with_shift_end("hand_over");
  EXPECT_GT(count(facts, 0, GroupCount::handed_out), 3u);
  EXPECT_EQ(count(facts, 0, GroupCount::handed_out), count(facts, 0, GroupCount::handed_in));
  EXPECT_EQ(count(facts, 0, GroupCount::answered), count(facts, 0, GroupCount::completed));
  EXPECT_NEAR(time_s(facts, 0, GroupTime::busy_s),
              600.0 * static_cast<double>(count(facts, 0, GroupCount::completed)), 1e-4);
}

/// Whoever is handed over while nobody is there waits like anybody else: he is in the queue, and
/// his wait is one of the waits.
TEST(ShiftEnd, WhoIsHandedOverWaitsInTheQueue) {
  const auto facts = with_shift_end("hand_over");
  const auto handed_over = count(facts, 0, GroupCount::handed_out);
  constexpr std::size_t counts = results::size_of<results::TimelineCount>;
  const std::size_t at_ten = 7200 / 300;  // the level at the end of the first five minutes
  EXPECT_EQ(
      facts.timeline[at_ten * counts + static_cast<std::size_t>(results::TimelineCount::talking)],
      0u);
  EXPECT_GE(
      facts.timeline[at_ten * counts + static_cast<std::size_t>(results::TimelineCount::waiting)],
      handed_over);
  EXPECT_EQ(fact_sums::total(facts.waits), count(facts, 0, GroupCount::answered) + handed_over);
  EXPECT_NEAR(time_s(facts, 0, GroupTime::wait_max_s), 3600, 1e-6) << "from ten to eleven";
}

/// Nobody waits for an hour who has half a minute: who was in conversation at ten leaves too.
TEST(ShiftEnd, PatienceRunsForWhoIsHandedOver) {
  const auto facts = with_shift_end("hand_over", ", patience: \"30 s\"");
  EXPECT_GT(count(facts, 0, GroupCount::handed_out), 3u);
  EXPECT_EQ(count(facts, 0, GroupCount::handed_in), 0u);
  EXPECT_EQ(count(facts, 0, GroupCount::answered),
            count(facts, 0, GroupCount::completed) + count(facts, 0, GroupCount::handed_out));
  EXPECT_GE(count(facts, 0, GroupCount::abandoned), count(facts, 0, GroupCount::handed_out));
  EXPECT_NEAR(time_s(facts, 0, GroupTime::wait_max_s), 30, 1e-6);
}

TEST(ShiftEnd, FinishingTheCallHandsNothingOver) {
  const auto facts = with_shift_end("finish_call");
  EXPECT_EQ(count(facts, 0, GroupCount::handed_out), 0u);
  EXPECT_NEAR(time_s(facts, 0, GroupTime::busy_s),
              600.0 * static_cast<double>(count(facts, 0, GroupCount::completed)), 1e-4);
  // Four hours of twenty people; those who finish are beyond the roster.
  EXPECT_NEAR(time_s(facts, 0, GroupTime::on_duty_s), 4 * 3600 * 20, 1e-6);
}

/// West has nobody. East has people enough: whoever is not answered at west within `after` is
/// answered there at once.
Facts with_overflow(const std::string& after) {
  return written::observe({R"(
world: {name: W, zone: "UTC+0"}
disciplines: {any: {name: Any}}
stages: {answer: {handling: "30 s"}}
roles: {agent: {stage: answer}}
regions: {w: {meldkamer: west}, e: {meldkamer: east}}
meldkamers:
  west: {name: W, roster: {agent: 0}, overflow: {after: ")" +
                               after + R"(", to: [east]}}
  east: {name: E, roster: {agent: 50}}
demand: {calls: "200 calls/h"}
)",
                           R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T08:00", warm_up: "0 s", end: "5 h"}
)"})
      .world;
}

TEST(Overflow, MovesWhoeverHasWaitedLongEnough) {
  const auto facts = with_overflow("20 s");
  const auto moved = count(facts, 0, GroupCount::moved_out);
  EXPECT_GT(moved, 300u);
  EXPECT_EQ(moved, count(facts, 0, GroupCount::offered));
  EXPECT_EQ(moved, count(facts, 1, GroupCount::moved_in));
  EXPECT_EQ(moved, count(facts, 1, GroupCount::taken_over));
  EXPECT_NEAR(time_s(facts, 1, GroupTime::wait_sum_s), 20.0 * static_cast<double>(moved), 1e-4);
  EXPECT_NEAR(time_s(facts, 1, GroupTime::wait_max_s), 20, 1e-9);
}

TEST(Overflow, AtOnceMeansWithoutWaiting) {
  const auto facts = with_overflow("0 s");
  EXPECT_EQ(count(facts, 0, GroupCount::moved_out), count(facts, 0, GroupCount::offered));
  EXPECT_EQ(time_s(facts, 1, GroupTime::wait_sum_s), 0);
}

/// One person and far more calls: whoever is in conversation when the books close has worked too.
TEST(Busy, CountsConversationsThatGoOn) {
  const auto facts = written::observe({R"(
world: {name: W, zone: "UTC+0"}
disciplines: {any: {name: Any}}
stages: {answer: {handling: "50 min"}}
roles: {agent: {stage: answer}}
regions: {land: {}}
meldkamers: {c: {name: C, roster: {agent: 1}}}
demand: {calls: "600 calls/h"}
)",
                                       R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T08:00", warm_up: "0 s", end: "2 h", drain: "0 s"}
)"})
                         .world;
  EXPECT_EQ(count(facts, 0, GroupCount::talking), 1u);
  EXPECT_NEAR(time_s(facts, 0, GroupTime::busy_s), 7200, 60);  // but for the first call's coming
}

/// A staff desk without any calls.
struct Desk {
  explicit Desk(const scenarios::ScenarioInWorld& of, std::uint64_t replication = 0)
      : key{1, replication},
        study(of),
        facts(sim::empty_facts(study.model.world, study.scenario.window)),
        calendar(study.model.world.zone),
        demand(study.model.world, calendar, study.scenario, key, {}),
        exchange(study.model.world, study.scenario, key, demand, facts, {}),
        course(facts, exchange),
        staff(study.model.world, key, {calendar, study.scenario.window.start}, exchange, course) {}

  models::ReplicationKey key;
  const scenarios::ScenarioInWorld& study;
  Facts facts;
  models::Calendar calendar;
  sim::DemandStream demand;
  sim::CallExchange exchange;
  sim::Course course;
  sim::StaffDesk staff;
};

scenarios::ScenarioInWorld rostered(const std::string& start, const std::string& roster,
                                    const std::string& understaffing = "",
                                    const std::string& role = "") {
  return written::read({R"(
world: {name: W, zone: "CET+1CEST+1,M3.5.0/2,M10.5.0/3")" +
                            understaffing +
                            R"(}
disciplines: {any: {name: Any}}
stages: {answer: {handling: "30 s"}}
roles: {agent: {stage: answer)" +
                            role + R"(}}
regions: {land: {}}
meldkamers: {c: {name: C, roster: {agent: )" +
                            roster + R"(}}}
demand: {calls: "1 calls/year"}
)",
                        "\nscenario: {name: S, description: S, world: world, start: \"" + start +
                            "\", end: \"10 d\"}\n"});
}

TEST(Roster, AFlatOneHasNoSteps) {
  const auto study = rostered("2026-01-05T00:00", "5");
  const Desk desk(study);
  EXPECT_EQ(desk.staff.next_step_s(0), std::numeric_limits<double>::infinity());
}

TEST(Roster, StepsFollowTheClock) {
  const auto study = rostered(
      "2026-01-05T00:30", "{steps: [{at: \"07:00\", staff: 5}, {at: \"mon 23:00\", staff: 2}]}");
  const Desk desk(study);
  EXPECT_EQ(desk.staff.next_step_s(0), 6.5 * 3600);
  EXPECT_EQ(desk.staff.next_step_s(6.5 * 3600), 22.5 * 3600);
  EXPECT_EQ(desk.staff.next_step_s(22.5 * 3600), (24 + 6.5) * 3600);
}

/// Minute by minute over the nights in which the clock changes, with steps inside the hour that is
/// skipped or doubled: people are on duty as the roster says of what the local clock shows.
TEST(Roster, HoldsWhenTheClockChanges) {
  const std::string roster =
      "{steps: [{at: \"00:00\", staff: 1}, {at: \"02:30\", staff: 2}, {at: \"03:15\", staff: 3}, "
      "{at: \"07:00\", staff: 4}]}";
  for (const char* start : {"2026-03-28T12:00", "2026-10-24T12:00"}) {
    const auto study = rostered(start, roster);
    Desk desk(study);
    const auto& world = desk.study.model.world;
    const models::Calendar calendar(world.zone);
    const models::Id<models::AgentGroup> group{0};
    const auto nobody = [](models::Id<models::Centre>) { return false; };
    desk.staff.follow_rosters(nobody);
    double next_s = desk.staff.next_step_s(0);
    for (int t_s = 0; t_s < 30 * 3600; t_s += 60) {
      while (t_s >= next_s) {
        desk.exchange.advance_to(next_s);
        desk.staff.follow_rosters(nobody);
        const double after_s = desk.staff.next_step_s(next_s);
        ASSERT_GT(after_s, next_s);
        next_s = after_s;
      }
      const auto utc = desk.study.scenario.window.start + t_s;
      ASSERT_EQ(desk.staff.rostered(group),
                world.groups[group].roster.at(calendar.second_of_week(utc)))
          << calendar.to_local(utc);
    }
  }
}

constexpr models::Id<models::AgentGroup> the_group{0};

const auto not_in_takeover = [](models::Id<models::Centre>) { return false; };

/// On duty at so many hours after the start, in one replication.
std::vector<int> on_duty_at(const scenarios::ScenarioInWorld& study, std::uint64_t replication,
                            const std::vector<int>& hours) {
  Desk desk(study, replication);
  std::vector<int> out;
  for (const int hour : hours) {
    desk.exchange.advance_to(hour * 3600.0);
    desk.staff.follow_rosters(not_in_takeover);
    out.push_back(desk.staff.rostered(the_group));
  }
  return out;
}

const std::string three_shifts =
    "{steps: [{at: \"07:00\", staff: 1}, {at: \"15:00\", staff: 1}, {at: \"23:00\", staff: 1}]}";

/// Of the three shifts of a day nobody comes with probability one half, each by itself: any two are
/// short together in a quarter of the days.
TEST(Understaffing, EachShiftIsDrawnByItself) {
  const auto study =
      rostered("2026-03-02T07:00", three_shifts, ", understaffing: {probability: 0.5, cut: 1}");
  constexpr int days = 2000;
  double both[3] = {}, one[3] = {};
  for (std::uint64_t day = 0; day < days; ++day) {
    const auto staff = on_duty_at(study, day, {0, 8, 16});
    for (std::size_t i = 0; i < 3; ++i) {
      one[i] += staff[i] == 0;
      both[i] += staff[i] == 0 && staff[(i + 1) % 3] == 0;
    }
  }
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(one[i] / days, 0.5, 4 * 0.0112);
    EXPECT_NEAR(both[i] / days, 0.25, 4 * 0.0097);
  }
}

/// A shift is short from its beginning to its end, also when the clock changes in its middle.
TEST(Understaffing, AShiftIsOneInTheNightInWhichTheClockChanges) {
  for (const char* start : {"2026-03-28T23:00", "2026-10-24T23:00"}) {
    const auto study = rostered(start, three_shifts, ", understaffing: {probability: 0.5, cut: 1}");
    for (std::uint64_t night = 0; night < 200; ++night) {
      const auto staff = on_duty_at(study, night, {0, 2, 4, 6});
      EXPECT_EQ(std::set<int>(staff.begin(), staff.end()).size(), 1u) << start << " " << night;
    }
  }
}

/// What is left of a small group is rounded by chance: on the average it loses as large a share as
/// a large one.
TEST(Understaffing, RoundsByChanceAndKeepsTheMean) {
  for (const int people : {1, 2, 3, 10}) {
    const auto study = rostered("2026-03-02T07:00",
                                fmt::format("{{steps: [{{at: \"07:00\", staff: {}}}]}}", people),
                                ", understaffing: {probability: 1, cut: 0.15}");
    constexpr int days = 500;
    double sum = 0;
    std::set<int> seen;
    for (std::uint64_t day = 0; day < days; ++day) {
      const int staff = on_duty_at(study, day, {0}).front();
      sum += staff;
      seen.insert(staff);
    }
    EXPECT_NEAR(sum / days, 0.85 * people, 4 * 0.5 / std::sqrt(days)) << people;
    EXPECT_EQ(*seen.rbegin() - *seen.begin(), 1) << "the whole numbers on either side";
  }
}

const std::string two_shifts = "{steps: [{at: \"07:00\", staff: 3}, {at: \"19:00\", staff: 3}]}";

/// Of three people one half is free, so that one or two are at the desk, each by half, and one
/// shift does not tell of the next.
TEST(FreeFor112, IsRoundedByChanceForEachShift) {
  const auto study = rostered("2026-03-02T07:00", two_shifts, "", ", free_for_112: 0.5");
  constexpr int days = 2000;
  double two[2] = {}, both = 0;
  for (std::uint64_t day = 0; day < days; ++day) {
    const auto staff = on_duty_at(study, day, {0, 6, 12, 18});
    EXPECT_EQ(staff[0], staff[1]);
    EXPECT_EQ(staff[2], staff[3]);
    for (const std::size_t shift : {0u, 1u}) {
      ASSERT_TRUE(staff[2 * shift] == 1 || staff[2 * shift] == 2);
      two[shift] += staff[2 * shift] == 2;
    }
    both += staff[0] == 2 && staff[2] == 2;
  }
  for (const double shift : two)
    EXPECT_NEAR(shift / days, 0.5, 4 * 0.0112);
  EXPECT_NEAR(both / days, 0.25, 4 * 0.0097);
}

/// A shift that is short has its share of fewer people: 10 x 0.9 x 0.7 x (1 - 0.25 x 0.4).
TEST(FreeFor112, IsOfThoseWhoCame) {
  const auto study = rostered("2026-03-02T07:00", "{steps: [{at: \"07:00\", staff: 10}]}",
                              ", understaffing: {probability: 0.25, cut: 0.4}",
                              ", free_for_112: 0.7, people: 0.9");
  constexpr int days = 2000;
  double sum = 0;
  for (std::uint64_t day = 0; day < days; ++day)
    sum += on_duty_at(study, day, {0}).front();
  EXPECT_NEAR(sum / days, 10 * 0.9 * 0.7 * 0.9, 4 * 1.2 / std::sqrt(days));
}

/// Nobody who is free more or less moves another draw: short shifts are the same.
TEST(FreeFor112, LeavesOtherDrawsAlone) {
  const std::string rule = ", understaffing: {probability: 0.5, cut: 0.5}";
  const auto all = rostered("2026-03-02T07:00", two_shifts, rule);
  const auto written_out = rostered("2026-03-02T07:00", two_shifts, rule, ", free_for_112: 1");
  for (std::uint64_t day = 0; day < 100; ++day)
    EXPECT_EQ(on_duty_at(all, day, {0, 12}), on_duty_at(written_out, day, {0, 12}));
}

/// The twin has the same people at its desks at any time but for what the threat does to them.
TEST(FreeFor112, IsTheSameInTheTwin) {
  for (std::uint64_t replication = 0; replication < 5; ++replication) {
    const auto outcome = written::run(written::read({R"(
world: {name: W, zone: "UTC+0"}
disciplines: {any: {name: Any}}
stages: {answer: {handling: "30 s"}}
roles: {agent: {stage: answer, free_for_112: 0.55}}
regions: {land: {}}
meldkamers: {c: {name: C, roster: {agent: )" + two_shifts +
                                                         R"(}}}
demand: {calls: "60 calls/h"}
)",
                                                     R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T00:00", warm_up: "0 s", end: "24 h"}
threats: {t: {name: T, effects: [{from: "4 h", until: "5 h", surge: {regions: all, callers: 50}}]}}
)"}),
                                      1, replication);
    ASSERT_EQ(outcome.replications.size(), 1u);
    const auto& seen = outcome.replications.front();
    EXPECT_EQ(time_s(seen.world, 0, GroupTime::on_duty_s),
              time_s(*seen.twin, 0, GroupTime::on_duty_s));
  }
}

}  // namespace
