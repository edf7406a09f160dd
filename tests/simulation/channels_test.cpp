// What callers do who cannot be helped at once: call again, or find another way.
#include <gtest/gtest.h>

#include <cmath>

#include "fact_view.hpp"
#include "written_study.hpp"

namespace {

/// Nobody can call for six hours; a number that nobody knows is opened now and then. How many were
/// helped that way?
std::uint64_t helped(const std::string& effects) {
  const auto facts = written::observe({R"(
world: {name: W, zone: "UTC+0"}
disciplines: {any: {name: Any}}
stages: {answer: {handling: "30 s"}}
roles: {agent: {stage: answer}}
regions: {land: {}}
meldkamers: {c: {name: C, roster: {agent: 5}}}
demand: {calls: "200 calls/h"}
callers: {channels: {number: {share: 0.2, published: false, delay: "0 s"}}}
suppliers: {u: {name: U}}
components: {line: {supplier: u}}
functions: {answer: {stage: answer, needs: line, when_lost: {stops: {}}}}
)",
                                       R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T08:00", warm_up: "0 s", end: "6 h"}
threats:
  t:
    name: T
    effects:
      - {from: "0 s", down: {components: [line]}}
)" + effects})
                         .world;
  return fact_sums::persons(facts, results::CallerCount::other_channel);
}

std::string open(const std::string& from, const std::string& until, const std::string& share) {
  return "      - {from: \"" + from + "\", until: \"" + until +
         "\", open_channel: {channel: number" + (share.empty() ? "" : ", share: " + share) + "}}\n";
}

TEST(Channels, AreKnownOnlyWhileOpen) {
  EXPECT_EQ(helped(""), 0u);
  // From two to three: 200 callers, and with them those who gave up before; all of them, about 600.
  EXPECT_NEAR(static_cast<double>(helped(open("2 h", "3 h", "1"))), 600, 4 * 24.5);
}

/// Opened again while it is open it is no news; it closes when the last opening ends, in whatever
/// order they are written.
TEST(Channels, CloseWithTheLastOpening) {
  const auto told = helped(open("1 h", "4 h", "0.7"));
  EXPECT_EQ(helped(open("1 h", "4 h", "0.7") + open("2 h", "4 h", "0.7")), told);
  EXPECT_EQ(helped(open("1 h", "3 h", "0.7") + open("2 h", "4 h", "0.7")), told);
  EXPECT_EQ(helped(open("2 h", "4 h", "0.7") + open("1 h", "3 h", "0.7")), told);
  EXPECT_EQ(helped(open("1 h", "4 h", "0.7") + open("2 h", "3 h", "0.7")), told);
  // One ends at the moment when the next begins.
  EXPECT_EQ(helped(open("1 h", "2 h", "0.7") + open("2 h", "4 h", "0.7")), told);
  EXPECT_EQ(helped(open("2 h", "4 h", "0.7") + open("1 h", "2 h", "0.7")), told);
}

/// A louder announcement reaches those whom the first did not.
TEST(Channels, ALaterAnnouncementMayReachMore) {
  const auto louder = helped(open("1 h", "2 h", "0.2") + open("2 h", "6 h", "0.7"));
  EXPECT_GT(louder, helped(open("1 h", "6 h", "0.2")) + 200);
  EXPECT_EQ(louder, helped(open("1 h", "6 h", "0.7"))) << "at two o'clock all are still stranded";
}

/// Without a share of its own an opening has the world's.
TEST(Channels, HaveTheirOwnShareWhenNoneIsSaid) {
  EXPECT_EQ(helped(open("1 h", "4 h", "")), helped(open("1 h", "4 h", "0.2")));
  EXPECT_EQ(helped(open("0 h", "1 h", "0.7") + open("1 h", "4 h", "")),
            helped(open("0 h", "1 h", "0.7") + open("1 h", "4 h", "0.2")));
}

/// From the moment of the announcement on, half of those who cannot get through are helped, whether
/// they gave up before it or call after it: they hear of the number while they go on trying, or
/// when they have given up. In the world of before, who called after it asked once and had not
/// heard yet.
TEST(Channels, AnAnnouncedNumberHelpsWhoCallsLater) {
  const scenarios::ScenarioInWorld study = written::read({R"(
world: {name: W, zone: "UTC+0"}
disciplines: {any: {name: Any}}
stages: {answer: {handling: "30 s"}}
roles: {agent: {stage: answer}}
regions: {land: {}}
meldkamers: {c: {name: C, roster: {agent: 5}}}
demand: {calls: "600 calls/h"}
callers:
  redial: {probability: 0.57, delay: {exponential: {mean: "45 s"}}, maximum: 6}
  channels: {number: {share: 0.5, published: false, known_after: "20 min", delay: "0 s"}}
suppliers: {u: {name: U}}
components: {line: {supplier: u}}
functions: {answer: {stage: answer, needs: line, when_lost: {stops: {}}}}
)",
                                                          R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T08:00", warm_up: "0 s", end: "4 h"}
threats:
  t:
    name: T
    effects:
      - {from: "0 s", down: {components: [line]}}
      - {from: "1 h", open_channel: {channel: number}}
)"});
  const auto outcome = sim::run_replications(study.model.world, study.scenario, {1, 0, 1, 2, 4000},
                                             [](const sim::Progress&) { return true; });
  ASSERT_TRUE(outcome.failures.empty());
  double before = 0, helped_before = 0, after = 0, helped_after = 0;
  for (const auto& call : outcome.replications.at(0).world.calls) {
    if (!call.genuine)
      continue;
    const bool helped = call.final_state == results::CallerCount::other_channel;
    const bool early = call.first_attempt_s < 3600;
    (early ? before : after) += 1;
    (early ? helped_before : helped_after) += helped;
  }
  ASSERT_GT(before, 400);
  ASSERT_GT(after, 400);
  EXPECT_NEAR(helped_before / before, 0.5, 4 * 0.5 / std::sqrt(before));
  EXPECT_NEAR(helped_after / after, 0.5, 4 * 0.5 / std::sqrt(after));
}

/// Dead for the whole run, and everybody tries as often as the format allows: 200 times more.
TEST(Redial, EveryAttemptIsCounted) {
  const auto facts = written::observe({R"(
world: {name: W, zone: "UTC+0"}
disciplines: {any: {name: Any}}
stages: {answer: {handling: "30 s"}}
roles: {agent: {stage: answer}}
regions: {land: {}}
meldkamers: {c: {name: C, roster: {agent: 5}}}
demand: {calls: "100 calls/h"}
callers: {redial: {probability: 1, delay: "1 s", maximum: 200}}
suppliers: {u: {name: U}}
components: {line: {supplier: u}}
functions: {answer: {stage: answer, needs: line, when_lost: {stops: {}}}}
)",
                                       R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T08:00", warm_up: "0 s", end: "1 h"}
threats: {t: {name: T, effects: [{from: "0 s", down: {components: [line]}}]}}
)"})
                         .world;
  using fact_sums::persons;
  const auto callers = persons(facts, results::CallerCount::callers);
  EXPECT_GT(callers, 50u);
  EXPECT_EQ(persons(facts, results::CallerCount::attempts), 201 * callers);
  EXPECT_EQ(persons(facts, results::CallerCount::gave_up), callers);
}

}  // namespace
