// What works when something does not: needs, redundancy, standbys, grey failures.
#include <gtest/gtest.h>

#include <map>

#include "fact_view.hpp"
#include "sim/calls/fact_shape.hpp"
#include "sim/systems/infrastructure.hpp"
#include "written_study.hpp"

namespace {

using models::Component;
using models::Id;

/// Infrastructure with an exchange that nobody calls; what it announces is written down.
struct Site {
  explicit Site(const std::string& components, const std::string& needs = "nothing")
      : study(written::read({R"(
world: {name: W, zone: "UTC+0"}
disciplines: {any: {name: Any}}
stages: {answer: {handling: "30 s"}}
roles: {agent: {stage: answer}}
regions: {w: {meldkamer: west}, e: {meldkamer: east}}
meldkamers: {west: {name: W, roster: {agent: 5}}, east: {name: E, roster: {agent: 5}}}
demand: {calls: "1 calls/year"}
suppliers: {u: {name: U}}
components:
  nothing: {supplier: u}
)" + components + R"(
functions:
  answer: {stage: answer, needs: )" +
                                 needs + R"(, takeover: true, when_lost: {stops: {}}}
)",
                             R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T00:00", end: "4 h"}
)"})),
        facts(sim::empty_facts(study.model.world, study.scenario.window)),
        calendar(study.model.world.zone),
        demand(study.model.world, calendar, study.scenario, key, {}),
        exchange(study.model.world, study.scenario, key, demand, facts, {}),
        course(facts, exchange),
        infrastructure(study.model.world, key, exchange, facts, course) {
    infrastructure.on_centre = [this](Id<models::Centre> centre, bool answers) {
      announced.emplace_back(study.model.world.centres[centre].id, answers);
    };
    infrastructure.on_standby = [this](Id<Component> component, std::uint32_t start,
                                       double after_s) {
      starting.push_back({component, start, after_s});
    };
    infrastructure.start();
  }

  Id<Component> id(const std::string& name) const {
    for (const auto component : study.model.world.components.ids())
      if (study.model.world.components[component].id == name)
        return component;
    throw std::out_of_range(name);
  }
  bool works(const std::string& name) const { return infrastructure.works(id(name)); }
  void lose(const std::string& name, int units = 1) { infrastructure.lose_units(id(name), units); }
  void mend(const std::string& name, int units = 1) {
    infrastructure.return_units(id(name), units);
  }

  struct Start {
    Id<Component> component;
    std::uint32_t number;
    double after_s;
  };
  models::ReplicationKey key;
  scenarios::ScenarioInWorld study;
  results::Facts facts;
  models::Calendar calendar;
  sim::DemandStream demand;
  sim::CallExchange exchange;
  sim::Course course;
  sim::Infrastructure infrastructure;
  std::vector<std::pair<std::string, bool>> announced;
  std::vector<Start> starting;
};

TEST(Infrastructure, KOfNWorksUntilTooFewAreLeft) {
  Site site("  pool: {supplier: u, n: 3, k: 2}\n");
  site.lose("pool");
  EXPECT_TRUE(site.works("pool"));
  site.lose("pool");
  EXPECT_FALSE(site.works("pool"));
  site.lose("pool", 3);  // a second effect on the same: no fewer than none
  site.mend("pool");
  EXPECT_FALSE(site.works("pool"));
  site.mend("pool", 3);
  EXPECT_TRUE(site.works("pool"));
}

TEST(Infrastructure, LossesRunDownTheNeeds) {
  Site site(R"(
  mains: {supplier: u}
  cooling: {supplier: u, needs: mains}
  left: {supplier: u, needs: cooling}
  right: {supplier: u}
  pair: {supplier: u, needs: {any: [left, right]}}
  both: {supplier: u, needs: {all: [left, right]}}
  three: {supplier: u, needs: {at_least: 2, of: [left, right, pair]}}
)");
  site.lose("mains");
  EXPECT_FALSE(site.works("left"));
  EXPECT_TRUE(site.works("pair"));
  EXPECT_FALSE(site.works("both"));
  EXPECT_TRUE(site.works("three"));
  site.lose("right");
  EXPECT_FALSE(site.works("pair"));
  EXPECT_FALSE(site.works("three"));
  site.mend("mains");
  EXPECT_TRUE(site.works("left"));
  EXPECT_TRUE(site.works("three"));
  EXPECT_FALSE(site.works("both"));
}

TEST(Infrastructure, CentresAreAnnouncedOnce) {
  Site site("  acd: {supplier: u, per: meldkamer, n: 2}\n", "acd");
  site.lose("acd@west");
  EXPECT_TRUE(site.announced.empty());
  EXPECT_TRUE(site.infrastructure.centre_answers({0}));
  site.lose("acd@west");
  site.lose("acd@west");
  EXPECT_EQ(site.announced, (std::vector<std::pair<std::string, bool>>{{"west", false}}));
  EXPECT_FALSE(site.infrastructure.centre_answers({0}));
  EXPECT_TRUE(site.infrastructure.centre_answers({1}));
  site.mend("acd@west", 3);
  EXPECT_EQ(site.announced.back(), (std::pair<std::string, bool>{"west", true}));
}

/// An UPS: the needs of the room never see the gap.
TEST(Standby, ThatStartsAtOnceLeavesNoGap) {
  Site site(R"(
  mains: {supplier: u}
  ups: {supplier: u, standby: {for: mains, start: "0 s"}}
  room: {supplier: u, needs: {any: [mains, ups]}}
)",
            "room");
  EXPECT_FALSE(site.works("ups"));
  site.lose("mains");
  EXPECT_TRUE(site.works("ups"));
  EXPECT_TRUE(site.works("room"));
  EXPECT_TRUE(site.announced.empty());
  EXPECT_TRUE(site.starting.empty());
  site.mend("mains");
  EXPECT_FALSE(site.works("ups"));
  EXPECT_TRUE(site.works("room"));
}

TEST(Standby, TakesItsTimeAndGoesOffAgain) {
  Site site(R"(
  mains: {supplier: u}
  diesel: {supplier: u, standby: {for: mains, start: "90 s"}}
  room: {supplier: u, needs: {any: [mains, diesel]}}
)",
            "room");
  site.lose("mains");
  EXPECT_FALSE(site.works("room"));
  ASSERT_EQ(site.starting.size(), 1u);
  EXPECT_EQ(site.starting[0].after_s, 90);
  site.infrastructure.standby_ready(site.starting[0].component, site.starting[0].number);
  EXPECT_TRUE(site.works("room"));
  site.mend("mains");
  EXPECT_FALSE(site.works("diesel"));
  // A start that was announced before the mains came back is void.
  site.lose("mains");
  ASSERT_EQ(site.starting.size(), 2u);
  site.mend("mains");
  site.lose("mains");
  site.infrastructure.standby_ready(site.starting[1].component, site.starting[1].number);
  EXPECT_FALSE(site.works("room"));
  ASSERT_EQ(site.starting.size(), 3u);
  site.infrastructure.standby_ready(site.starting[2].component, site.starting[2].number);
  EXPECT_TRUE(site.works("room"));
}

TEST(Standby, MayFailToStart) {
  Site site(R"(
  mains: {supplier: u}
  diesel: {supplier: u, standby: {for: mains, start: "90 s", start_fails: 1}}
)");
  site.lose("mains");
  site.infrastructure.standby_ready(site.starting[0].component, site.starting[0].number);
  EXPECT_FALSE(site.works("diesel"));
  EXPECT_EQ(site.facts.course.back().kind, results::CourseKind::standby_fails);
}

/// At rest it is not out of order: outages are of what ought to work.
TEST(Standby, AtRestIsNoOutage) {
  Site site(R"(
  mains: {supplier: u}
  fuel: {supplier: u}
  diesel: {supplier: u, needs: fuel, standby: {for: mains, start: "0 s"}}
)");
  site.exchange.advance_to(100);
  site.lose("mains");
  site.exchange.advance_to(200);
  site.lose("fuel");  // while it runs: an outage, until the mains come back
  site.exchange.advance_to(300);
  site.mend("mains");
  site.exchange.advance_to(400);
  site.mend("fuel");
  site.infrastructure.finish(500);
  std::map<std::uint32_t, std::pair<double, double>> outages;
  for (const auto& outage : site.facts.outages)
    EXPECT_TRUE(outages.emplace(outage.component, std::pair{outage.from_s, outage.to_s}).second);
  EXPECT_EQ(outages[site.id("mains").index], (std::pair{100.0, 300.0}));
  EXPECT_EQ(outages[site.id("fuel").index], (std::pair{200.0, 400.0}));
  EXPECT_EQ(outages[site.id("diesel").index], (std::pair{200.0, 300.0}));
}

/// The whole program would stand still otherwise.
TEST(Standby, ThatItsOwnPrimaryNeedsIsRefused) {
  EXPECT_THROW(Site(R"(
  mains: {supplier: u, needs: ups}
  ups: {supplier: u, standby: {for: mains, start: "0 s"}}
)"),
               models::InvalidInput);
}

/// Share of attempts that are blocked over eight hours of 200 calls, with an effect on `needs`.
double blocked_share(const std::string& needs, const std::string& effects) {
  const auto facts = written::observe({R"(
world: {name: W, zone: "UTC+0"}
disciplines: {any: {name: Any}}
stages: {answer: {handling: "1 s"}}
roles: {agent: {stage: answer}}
regions: {land: {}}
meldkamers: {c: {name: C, roster: {agent: 50}}}
demand: {calls: "2000 calls/h"}
suppliers: {u: {name: U}}
components:
  a: {supplier: u}
  b: {supplier: u}
functions: {answer: {stage: answer, needs: )" +
                                           needs + R"(, when_lost: {stops: {}}}}
)",
                                       R"(
scenario: {name: S, description: S, world: world, start: "2026-01-05T08:00", warm_up: "0 s", end: "4 h"}
threats:
  t:
    name: T
    effects:
)" + effects})
                         .world;
  using fact_sums::persons;
  return static_cast<double>(persons(facts, results::CallerCount::blocked)) /
         static_cast<double>(persons(facts, results::CallerCount::attempts));
}

/// Some 8,000 attempts: four standard deviations are 0.022 at most.
TEST(Blocking, IsSpreadOverWhatWorks) {
  const std::string grey = "      - {from: \"0 s\", blocking: {component: a, probability: 0.4}}\n";
  const std::string also = "      - {from: \"0 s\", blocking: {component: b, probability: 0.5}}\n";
  const std::string off = "      - {from: \"0 s\", down: {components: [b]}}\n";
  EXPECT_NEAR(blocked_share("a", grey), 0.4, 0.022);
  EXPECT_NEAR(blocked_share("a", grey + grey), 0.64, 0.022);  // two effects, each of its own
  EXPECT_NEAR(blocked_share("{all: [a, b]}", grey + also), 0.7, 0.022);
  EXPECT_NEAR(blocked_share("{any: [a, b]}", grey), 0.2, 0.022);
  EXPECT_NEAR(blocked_share("{any: [a, b]}", grey + off), 0.4, 0.022);
}

}  // namespace
