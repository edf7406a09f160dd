// What people decide at a moment: the past is that of the others, and the future is what it would
// have been.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include "fact_view.hpp"
#include "same_facts.hpp"
#include "scenarios/branches/read_branches.hpp"
#include "written_study.hpp"

namespace {

using results::CallRow;
using results::CourseKind;
using results::Facts;
using same_facts::expect_same;
using scenarios::Branch;

/// Three rooms of four; west is lost from 2:00:10 to 3:30:10, and answered for by east.
const char* const world = R"(
world: {name: W, zone: "UTC+0"}
disciplines: {any: {name: Any}}
stages: {answer: {handling: {exponential: {mean: "90 s"}}, patience: {exponential: {mean: "4 min"}}}}
roles: {agent: {stage: answer}}
regions: {w: {meldkamer: west}, e: {meldkamer: east}, n: {meldkamer: north}}
meldkamers:
  west: {name: W, desks: 30, roster: {agent: 4}}
  east: {name: E, desks: 30, roster: {agent: 4}, call_in: {agent: {waiting: 3, steps: [{after: "20 min", staff: 3}]}}}
  north: {name: N, desks: 30, roster: {agent: 4}}
demand: {calls: "300 calls/h", urgent_share: 0.3}
callers:
  redial: {probability: 0.6, delay: "30 s", maximum: 4}
  channels:
    number: {name: Number, share: 0.1, delay: "20 s", published: false}
suppliers: {u: {name: U}}
components: {acd: {supplier: u, per: meldkamer}}
functions:
  answer: {stage: answer, needs: acd, takeover: true, when_lost: {stops: {connected: cut, waiting: stay, arriving: stay}}}
takeover:
  heartbeat: {period: "30 s", timeout: "10 s", misses: 2}
  detect: "60 s"
  decide: "120 s"
  switch: {trained: "60 s", untrained: "300 s", fails_trained: 0, fails_untrained: 0, retry: "120 s"}
  relocate: {after: "30 min", share: 0.5}
  verify: "10 min"
  return: "5 min"
  plan: first
takeover_plans:
  first: {name: First, description: First., partners: {west: [{to: east, share: 1}]}}
  second: {name: Second, description: Second., partners: {west: [{to: north, share: 1}]}}
)";

std::string scenario_text(const std::string& set, const std::string& threats,
                          const std::string& branches) {
  return R"(
scenario:
  name: S
  description: S
  world: world
  start: "2026-01-05T08:00"
  warm_up: "1 h"
  end: "6 h"
  set: )" +
         set +
         R"(
threats:
  loss:
    name: Loss
    effects:
      - {from: "7210 s", until: "12610 s", down: {components: ["acd@west"]}}
)" + threats +
         "branches:\n" + branches;
}

scenarios::ScenarioInWorld study_of(const std::string& branches, const std::string& set = "{}",
                                    const std::string& threats = "") {
  return written::read({world, scenario_text(set, threats, branches)});
}

constexpr std::uint64_t replications = 3;

/// All replications with these decisions; those of one option when it is the only one.
sim::Outcome run(const scenarios::ScenarioInWorld& study,
                 const std::vector<scenarios::Taken>& taken, sim::KeptTwins* kept = nullptr) {
  sim::RunPlan plan{1, 0, replications, 2, 1'000'000};
  plan.kept = kept;
  return sim::run_replications(
      study.model.world,
      [&](std::uint64_t) { return scenarios::with_decisions(study.scenario, taken); }, plan,
      [](const sim::Progress&) { return true; });
}

std::vector<std::shared_ptr<const models::World>> worlds_of(
    const scenarios::ScenarioInWorld& study) {
  return scenarios::decided_worlds(
      study.branches, study.model.world, [&](const std::vector<models::Setting>& settings) {
        std::string set;
        for (const models::Setting& one : settings)
          set += (set.empty() ? "" : ", ") + one.address + ": " + one.value;
        return study_of("  wait: {}\n", "{" + set + "}").model.world;
      });
}

/// The first option at so many seconds after the start.
std::vector<scenarios::Taken> decided(const scenarios::ScenarioInWorld& study, double at_s) {
  return {{&study.branches.front(), at_s, worlds_of(study).front()}};
}

sim::Outcome with(const std::string& option, double at_s) {
  const auto study = study_of("  option: " + option + "\n");
  return run(study, decided(study, at_s));
}

sim::Outcome without() {
  return run(study_of("  wait: {}\n"), {});
}

const char* const options[] = {
    R"({at: "3 h", set: {meldkamers.east.roster.agent: 9}})",
    R"({at: "3 h", set: {takeover.plan: second}})",
    R"({at: "3 h", set: {meldkamers.north.call_in: {agent: {waiting: 1, steps: [{after: "1 min", staff: 6}]}}, takeover.plan: second}})",
    R"({at: "3 h", effects: [{staffing: {at: east, staff: 12}}]})",
    R"({at: "3 h", effects: [{open_channel: {channel: number, share: 0.9}}]})",
    R"({at: "3 h", effects: [{from: "2 min", for: "1 h", reduction: {regions: all, share: 0.8}}, {planned_takeover: {at: north, to: east}}]})"};

/// Whose story was over before the moment, as it is told.
std::vector<CallRow> told_before(const Facts& facts, double at_s) {
  std::vector<CallRow> out;
  for (const CallRow& call : facts.calls)
    if (call.contact_s < at_s)
      out.push_back(call);
  return out;
}

void expect_same_story(const CallRow& a, const CallRow& b) {
  EXPECT_EQ(a.first_attempt_s, b.first_attempt_s);
  EXPECT_EQ(a.answered_s, b.answered_s);
  EXPECT_EQ(a.contact_s, b.contact_s);
  EXPECT_EQ(a.answer_delay_s, b.answer_delay_s);
  EXPECT_EQ(a.centre, b.centre);
  EXPECT_EQ(a.attempts, b.attempts);
}

void expect_same_course(const Facts& a, const Facts& b, double until_s) {
  const auto before = [&](const Facts& facts) {
    std::vector<results::CourseEvent> out;
    std::ranges::copy_if(facts.course, std::back_inserter(out),
                         [&](const auto& event) { return event.t_s < until_s; });
    return out;
  };
  const auto here = before(a), there = before(b);
  ASSERT_EQ(here.size(), there.size());
  for (std::size_t i = 0; i < here.size(); ++i) {
    EXPECT_EQ(here[i].t_s, there[i].t_s);
    EXPECT_EQ(here[i].kind, there[i].kind);
    EXPECT_EQ(here[i].waiting, there[i].waiting);
    EXPECT_EQ(here[i].answered, there[i].answered);
    EXPECT_EQ(here[i].failed, there[i].failed);
  }
}

void expect_same_timeline(const Facts& a, const Facts& b, double until_s) {
  constexpr std::size_t row = 3 * results::size_of<results::TimelineCount>;
  const auto cells = static_cast<std::ptrdiff_t>(until_s / 300) * std::ptrdiff_t{row};
  ASSERT_LT(cells, std::ssize(a.timeline));
  EXPECT_TRUE(std::equal(a.timeline.begin(), a.timeline.begin() + cells, b.timeline.begin()));
}

class OfTheSamePast : public testing::TestWithParam<const char*> {};

TEST_P(OfTheSamePast, UpToTheMomentEverybodysStoryIsTheSame) {
  constexpr double moment_s = 10'800;
  const auto wait = without(), option = with(GetParam(), moment_s);
  ASSERT_EQ(option.replications.size(), replications);
  for (std::uint64_t i = 0; i < replications; ++i) {
    const Facts &here = option.replications[i].world, &there = wait.replications[i].world;
    EXPECT_NE(results::to_hex(here.digest), results::to_hex(there.digest))
        << "the option changes something";
    const auto mine = told_before(here, moment_s), theirs = told_before(there, moment_s);
    ASSERT_GT(mine.size(), 200u);
    ASSERT_EQ(mine.size(), theirs.size());
    for (std::size_t call = 0; call < mine.size(); ++call)
      expect_same_story(mine[call], theirs[call]);
    expect_same_course(here, there, moment_s);
    expect_same_timeline(here, there, moment_s);
    expect_same(*option.replications[i].twin, *wait.replications[i].twin);
  }
}

INSTANTIATE_TEST_SUITE_P(Branch, OfTheSamePast, testing::ValuesIn(options));

TEST(Branch, AtTheBeginIsTheScenarioWithThoseSettings) {
  const auto branch = with(
      R"({at: "0 s", set: {meldkamers.east.roster.agent: 9, takeover.plan: second, takeover.decide: "10 s"}})",
      0);
  const auto scenario = run(
      study_of(
          "  wait: {}\n",
          R"({meldkamers.east.roster.agent: 9, takeover.plan: second, takeover.decide: "10 s"})"),
      {});
  for (std::uint64_t i = 0; i < replications; ++i)
    expect_same(branch.replications[i].world, scenario.replications[i].world);
}

TEST(Branch, AtTheBeginIsTheScenarioWithThoseEffects) {
  const std::string effects =
      R"(staffing: {at: east, staff: 12}}, {from: "0 s", open_channel: {channel: number, share: 0.9}})";
  const auto branch = with("{at: \"0 s\", effects: [{" + effects + "]}", 0);
  const auto scenario =
      run(study_of("  wait: {}\n", "{}",
                   "  option: {name: O, effects: [{from: \"0 s\", " + effects + "]}\n"),
          {});
  for (std::uint64_t i = 0; i < replications; ++i) {
    expect_same(branch.replications[i].world, scenario.replications[i].world);
    expect_same(*branch.replications[i].twin, *scenario.replications[i].twin);
  }
}

void expect_no_difference(const sim::Outcome& a, const sim::Outcome& b) {
  ASSERT_EQ(a.replications.size(), replications);
  for (std::uint64_t i = 0; i < replications; ++i) {
    expect_same(a.replications[i], b.replications[i]);
    const auto &mine = a.replications[i].world.calls, &theirs = b.replications[i].world.calls;
    ASSERT_EQ(mine.size(), theirs.size());
    ASSERT_GT(mine.size(), 1000u);
    for (std::size_t call = 0; call < mine.size(); ++call)
      if (std::isfinite(mine[call].contact_s) || std::isfinite(theirs[call].contact_s))
        expect_same_story(mine[call], theirs[call]);
  }
}

TEST(Branch, AfterTheEndChangesNothing) {
  const auto wait = without();
  for (const double at_s : {8 * 3600.0, 9 * 3600.0, std::nan("")})
    for (const char* const option : {options[2], options[4]}) {
      const auto study = study_of("  option: " + std::string(option) + "\n");
      const auto seen = run(study, decided(study, at_s));
      for (std::uint64_t i = 0; i < replications; ++i) {
        EXPECT_EQ(seen.replications[i].world.callers, wait.replications[i].world.callers);
        EXPECT_EQ(seen.replications[i].paired->newly_lost, wait.replications[i].paired->newly_lost);
        EXPECT_EQ(seen.replications[i].world.group_times, wait.replications[i].world.group_times);
      }
    }
}

TEST(Branch, ThatChangesNothingDiffersByNothing) {
  const auto wait = without();
  for (const double at_s : {0.0, 7380.0, 9000.0, 12'640.0})
    expect_no_difference(
        with(
            R"({at: "1 h", set: {meldkamers.east.roster.agent: 4, takeover.plan: first, takeover.decide: "120 s"}})",
            at_s),
        wait);
}

results::Episode first_episode(const sim::Outcome& outcome) {
  return outcome.replications.at(0).world.episodes.at(0);
}

TEST(Branch, AClockThatWasDrawnKeepsItsDraw) {
  const char* const at_once = R"({at: "1 h", set: {takeover.decide: "1 s"}})";
  const results::Episode wait = first_episode(without());
  const double knew_s = wait.detected_s;
  EXPECT_NEAR(wait.decided_s - knew_s, 120, 1e-5);
  const auto sooner = first_episode(with(at_once, knew_s - 1));
  EXPECT_EQ(sooner.detected_s, knew_s);
  EXPECT_NEAR(sooner.decided_s - knew_s, 1, 1e-5);
  EXPECT_EQ(first_episode(with(at_once, knew_s + 1)).decided_s, wait.decided_s);
}

std::size_t times(const Facts& facts, CourseKind kind) {
  return static_cast<std::size_t>(
      std::ranges::count(facts.course, kind, &results::CourseEvent::kind));
}

/// Calls of the region of west that this centre has answered.
std::uint32_t answered_for_west(const sim::Outcome& outcome, std::size_t centre) {
  return outcome.replications.at(0).world.contacts.at(centre * 3);
}

TEST(Branch, AnotherPlanMovesATakeoverThatGoesOn) {
  enum { west, east, north };
  const char* const second = R"({at: "1 h", set: {takeover.plan: second}})";
  const auto wait = without(), moved = with(second, 9000), late = with(second, 14'000);
  EXPECT_EQ(answered_for_west(wait, north), 0u);
  EXPECT_GT(answered_for_west(moved, north), 40u);
  EXPECT_GT(answered_for_west(moved, east), 20u) << "before, and during the switch of 300 s";
  EXPECT_EQ(times(moved.replications[0].world, CourseKind::switched), 2u);
  EXPECT_EQ(first_episode(moved).switched_s, first_episode(wait).switched_s);
  EXPECT_EQ(first_episode(moved).partner, north);
  EXPECT_EQ(answered_for_west(late, north), 0u) << "the takeover was over by then";
}

/// Of the mean over the replications: people on duty at the end of the bin.
std::uint32_t on_duty(const sim::Outcome& outcome, std::size_t centre, double at_end_of_bin_s) {
  const auto bin = static_cast<std::size_t>(at_end_of_bin_s / 300) - 1;
  return outcome.replications.at(0)
      .world.timeline[(bin * 3 + centre) * results::size_of<results::TimelineCount> +
                      static_cast<std::size_t>(results::TimelineCount::on_duty)];
}

TEST(Branch, ARosterHoldsFromItsMomentOn) {
  const auto more = with(R"({at: "1 h", set: {meldkamers.north.roster.agent: 9}})", 9000);
  EXPECT_EQ(on_duty(more, 2, 8700), 4u);
  EXPECT_EQ(on_duty(more, 2, 9300), 9u);
  EXPECT_EQ(on_duty(more, 2, 20'000), 9u);
}

TEST(Branch, TwinsThatAreKeptAreThoseThatAreSimulated) {
  const auto study = study_of(std::string("  option: ") + options[0] + "\n");
  const auto taken = decided(study, 10'800);
  sim::KeptTwins kept;
  const auto wait = run(study, {}, &kept);
  ASSERT_EQ(kept.size(), replications);
  const auto again = run(study, taken, &kept), alone = run(study, taken);
  EXPECT_EQ(kept.size(), replications);
  for (std::uint64_t i = 0; i < replications; ++i) {
    expect_same(again.replications[i], alone.replications[i]);
    expect_same(*wait.replications[i].twin, *alone.replications[i].twin);
    EXPECT_EQ(again.replications[i].paired->answer_delay,
              alone.replications[i].paired->answer_delay);
    EXPECT_EQ(again.replications[i].paired->recover_s, alone.replications[i].paired->recover_s);
  }
}

TEST(Branch, ADecisionIsNoThreat) {
  const auto wait = without(), option = with(options[4], 10'800);
  for (std::uint64_t i = 0; i < replications; ++i) {
    EXPECT_EQ(option.replications[i].paired->onset_s, wait.replications[i].paired->onset_s);
    EXPECT_EQ(option.replications[i].paired->touched, wait.replications[i].paired->touched);
    const auto callers_of = [](const results::Observations& seen) {
      return std::accumulate(seen.paired->answer_delay.begin(), seen.paired->answer_delay.end(),
                             0u);
    };
    EXPECT_EQ(callers_of(option.replications[i]), callers_of(wait.replications[i]))
        << "the same callers are looked at";
  }
}

}  // namespace
