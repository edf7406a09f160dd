// Flows beside the ordinary caller: kinds, jobs that something must carry, and the markers of GRIP.
#include <gtest/gtest.h>

#include "fact_view.hpp"
#include "results/names.hpp"
#include "written_study.hpp"

namespace {

using results::CourseKind;

const char* const flow_world = R"(
world: {name: W, zone: "UTC+0"}
disciplines: {help: {name: Help}}
kinds:
  person: {share: 0.75, genuine: true}
  car: {share: 0.25, genuine: true}
stages: {answer: {handling: "30 s", patience: "1 min"}}
roles: {agent: {stage: answer}}
regions: {north: {meldkamer: c}, south: {meldkamer: c}}
meldkamers: {c: {name: C, roster: {agent: 20}}}
demand:
  calls: "200 calls/h"
  other_work:
    alarms: {discipline: help, stage: answer, per_forwarded_call: 0.5, needs: wire}
    requests: {discipline: help, stage: answer, per_forwarded_call: 0.5}
suppliers: {u: {name: U}}
components: {line: {supplier: u}, wire: {supplier: u}}
functions: {answer: {stage: answer, needs: line, when_lost: {stops: {}}}}
scale_up: {one: {after: "30 min"}, two: {name: "Two", after: "60 min"}}
)";

results::Facts lost_for_an_hour(const std::string& component) {
  return written::observe({flow_world, R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T08:00", warm_up: "0 s", end: "4 h"}
threats: {t: {name: T, effects: [{from: "1 h", for: "61 min", down: {components: [)" +
                                           component + "]}}]}}\n"})
      .world;
}

std::uint32_t of_work(const results::Facts& facts, std::size_t flow, results::WorkCount what) {
  return facts.other_work.at(flow * results::size_of<results::WorkCount> +
                             static_cast<std::size_t>(what));
}

std::uint32_t of_kind(const results::Facts& facts, std::size_t kind, results::KindCount what) {
  return facts.kinds.at(kind * results::size_of<results::KindCount> +
                        static_cast<std::size_t>(what));
}

/// About 400 jobs of each flow in four hours; a quarter of the alarms has no wire.
TEST(OtherWork, IsNotDeliveredWithoutWhatCarriesIt) {
  const auto facts = lost_for_an_hour("wire");
  using enum results::WorkCount;
  EXPECT_NEAR(of_work(facts, 0, arrived), 400, 4 * 20);
  EXPECT_NEAR(of_work(facts, 0, undelivered), 101, 4 * 10);
  EXPECT_NEAR(of_work(facts, 1, arrived), 400, 4 * 20);
  EXPECT_EQ(of_work(facts, 1, undelivered), 0u);
  EXPECT_EQ(fact_sums::persons(facts, results::CallerCount::unreached), 0u);
}

/// Two flows of one discipline are two streams of chance.
TEST(OtherWork, FlowsOfOneDisciplineAreNotTheSame) {
  const auto facts = lost_for_an_hour("wire");
  EXPECT_NE(of_work(facts, 0, results::WorkCount::arrived),
            of_work(facts, 1, results::WorkCount::arrived));
}

TEST(Kinds, AddUpToAllCallers) {
  const auto facts = lost_for_an_hour("line");
  using enum results::KindCount;
  using results::CallerCount;
  const auto sum = [&](results::KindCount what) {
    return of_kind(facts, 0, what) + of_kind(facts, 1, what);
  };
  EXPECT_EQ(sum(callers), fact_sums::persons(facts, CallerCount::callers));
  EXPECT_EQ(sum(lost), fact_sums::persons(facts, CallerCount::lost));
  EXPECT_EQ(sum(unreached), fact_sums::persons(facts, CallerCount::unreached));
  EXPECT_NEAR(of_kind(facts, 1, callers), 200, 4 * 14.2);
  EXPECT_GT(of_kind(facts, 1, lost), 20u);
}

/// Nobody answers from 1 h to 2 h 1 min: level one after half an hour, level two after an hour,
/// for both regions, in their place in the course.
TEST(ScaleUp, IsMarkedWhenNobodyAnswersForSoLong) {
  const auto facts = lost_for_an_hour("line");
  std::vector<std::pair<double, std::uint32_t>> marks;
  double before_s = 0;
  for (const auto& event : facts.course) {
    EXPECT_GE(event.t_s, before_s);
    before_s = event.t_s;
    if (event.kind != CourseKind::scaled_up)
      continue;
    marks.push_back({event.t_s, event.object});
    EXPECT_EQ(event.number, 2);
  }
  const std::vector<std::pair<double, std::uint32_t>> expected = {{5400, 0}, {7200, 1}};
  EXPECT_EQ(marks, expected);
}

TEST(ScaleUp, IsNotMarkedWhenCallersAreAnswered) {
  for (const auto& event : lost_for_an_hour("wire").course)
    EXPECT_NE(event.kind, CourseKind::scaled_up);
}

}  // namespace
