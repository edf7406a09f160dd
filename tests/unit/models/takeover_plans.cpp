#include <gmock/gmock.h>

#include "models/takeover/proposed_plan.hpp"
#include "models/world/read_world.hpp"
#include "tests/unit/models/dependency_graph_world.hpp"

/// Takeover plans side by side: which one is in force, and the one that follows from the rosters.
namespace {

using namespace models;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string planned_rooms = R"(
world: {name: "W", zone: "UTC+0"}
disciplines: {a: {name: "A"}}
stages: {intake: {handling: "1 h"}}
roles: {agent: {stage: intake}}
meldkamers:
  north: {name: "N", roster: {agent: 4}}
  middle: {name: "M", roster: {agent: 3}}
  south: {name: "S", roster: {agent: 2}}
regions:
  rn: {name: "RN", population: 2, meldkamer: north}
  rm: {name: "RM", population: 1, meldkamer: middle}
  rs: {name: "RS", population: 1, meldkamer: south}
demand: {calls: "4 calls/h"}
)";
const std::string clocks = "  detect: \"1 s\"\n  decide: \"1 s\"\n  switch: {trained: \"1 s\"}\n";
const std::string two_plans = R"(
takeover_plans:
  first: {partners: {north: [{to: middle, trained: true}]}}
  second: {name: "The other", partners: {north: [{to: south, share: 0.5}, {to: middle}]}}
)";

std::string world_with(const std::string& takeover, const std::string& plans = two_plans) {
  return planned_rooms + plans + "takeover:\n" + clocks + takeover;
}

std::vector<std::string> problems_of(const std::string& text) {
  try {
    small_graph::read(text);
  } catch (const InvalidInput& invalid) {
    std::vector<std::string> out;
    for (const Problem& problem : invalid.problems())
      out.push_back(problem.message);
    return out;
  }
  return {};
}

std::vector<std::string> partners(const World& world, const PartnersOfAll& plan,
                                  std::uint32_t home) {
  std::vector<std::string> out;
  for (const Partner& partner : plan[Id<Centre>{home}])
    out.push_back(world.centres[partner.centre].id);
  return out;
}

TEST(TakeoverPlans, TheOneThatIsNamedIsInForce) {
  const World first = small_graph::read(world_with("  plan: first\n"));
  EXPECT_THAT(partners(first, first.takeover.partners, 0), ElementsAre("middle"));
  const World second = small_graph::read(world_with("  plan: second\n"));
  EXPECT_THAT(partners(second, second.takeover.partners, 0), ElementsAre("south", "middle"));
  EXPECT_EQ(second.takeover_plans[second.takeover.plan].name, "The other");
}

TEST(TakeoverPlans, WhatIsWrongIsSaid) {
  EXPECT_THAT(
      problems_of(world_with("  plan: secnd\n")),
      ElementsAre(HasSubstr("must name a takeover plan, found secnd, did you mean second?")));
  EXPECT_THAT(problems_of(world_with("")), ElementsAre(HasSubstr("plan is missing")));
  EXPECT_THAT(problems_of(world_with("  plan: first\n  partners: {north: [{to: south}]}\n")),
              ElementsAre(HasSubstr("stands beside takeover_plans")));
  EXPECT_THAT(problems_of(world_with("  plan: first\n", "")),
              ElementsAre(HasSubstr("this world has no takeover_plans")));
  EXPECT_THAT(problems_of(world_with("  plan: one\n",
                                     "takeover_plans: {one: {partners: {north: [{to: nort}]}}}\n")),
              ElementsAre(HasSubstr("did you mean north?")));
}

const WorldModel& netherlands_under(const std::string& plan) {
  static std::map<std::string, WorldModel> read;
  const auto [at, is_new] = read.try_emplace(plan);
  if (is_new)
    at->second = read_world(std::string(SOURCE_DIR) + "/models/netherlands",
                            {{"takeover.plan", plan, {"--plan", 0, 0}}});
  return at->second;
}

TEST(TakeoverPlans, TheWorldStandsOnTheNumbersOfThePlanInForceOnly) {
  const auto of = [](const WorldModel& model, const std::string& plan) {
    return std::count_if(model.parameters.begin(), model.parameters.end(), [&](const auto& known) {
      return known.address.starts_with("takeover_plans." + plan + ".");
    });
  };
  EXPECT_EQ(of(netherlands_under("pairs"), "pairs"), 20) << "ten rooms, two partners";
  EXPECT_EQ(of(netherlands_under("pairs"), "national_pool"), 0);
  EXPECT_EQ(of(netherlands_under("national_pool"), "national_pool"), 90);
}

TEST(TakeoverPlans, ThePoolGivesEverybodyTheSame) {
  const World& world = netherlands_under("national_pool").world;
  for (const auto home : world.centres.ids()) {
    double left = 1;
    for (const Partner& partner : world.takeover.partners[home]) {
      EXPECT_NEAR(left * partner.share, 1.0 / 9, 1e-4);
      left *= 1 - partner.share;
    }
  }
}

bool trained(const PartnersOfAll& plan, std::uint32_t home, std::uint32_t partner) {
  for (const Partner& row : plan[Id<Centre>{home}])
    if (row.centre.index == partner)
      return row.trained;
  return false;
}

TEST(TakeoverPlans, APairThatRehearsedIsTrainedInEveryPlan) {
  const World some =
      small_graph::read(world_with("  plan: second\n  rehearsed: {north: [south]}\n"));
  EXPECT_TRUE(trained(some.takeover.partners, 0, 2));
  EXPECT_FALSE(trained(some.takeover.partners, 0, 1));
  EXPECT_TRUE(trained(some.takeover_plans.rows()[0].partners, 0, 1)) << "by the plan itself";
  const World every = small_graph::read(world_with("  plan: second\n  rehearsed: all\n"));
  EXPECT_TRUE(trained(every.takeover.partners, 0, 1));
  EXPECT_THAT(problems_of(world_with("  plan: second\n  rehearsed: {nort: [south]}\n")),
              ElementsAre(HasSubstr("did you mean north?")));
  EXPECT_THAT(problems_of(world_with("  plan: second\n  rehearsed: {north: [soth]}\n")),
              ElementsAre(HasSubstr("did you mean south?")));
}

TEST(TakeoverPlans, TheCasesOfTheNetherlandsHaveRehearsed) {
  const World& world = netherlands_under("pairs").world;
  int pairs = 0;
  for (const auto home : world.centres.ids())
    for (const Partner& partner : world.takeover.partners[home])
      pairs += partner.trained ? 1 : 0;
  EXPECT_EQ(pairs, 3);
}

/// North offers 2 erlang. Middle has 3 people and 1 erlang of its own: room for 2, all of it;
/// south has room for 1, a half. In proportion: 67 and 33 per cent.
TEST(ProposedPlan, DividesByWhatEachCouldCarryAlone) {
  const World world = small_graph::read(world_with("  plan: first\n"));
  const PartnersOfAll plan = plan_by_maximum_flow(world, OfferedLoad(world));
  ASSERT_THAT(partners(world, plan, 0), ElementsAre("middle", "south"));
  const auto& north = plan[Id<Centre>{0}];
  EXPECT_DOUBLE_EQ(north[0].share, 0.67);
  EXPECT_DOUBLE_EQ(north[1].share, 1);
}

TEST(ProposedPlan, WhoHasRehearsedComesFirst) {
  const World world = small_graph::read(
      world_with("  plan: first\n  rehearsed: {north: [south]}\n",
                 "takeover_plans: {first: {partners: {north: [{to: south}]}}}\n"));
  const PartnersOfAll plan = plan_by_maximum_flow(world, OfferedLoad(world));
  ASSERT_THAT(partners(world, plan, 0), ElementsAre("south", "middle"));
  EXPECT_DOUBLE_EQ(plan[Id<Centre>{0}][0].share, 0.33);
}

TEST(ProposedPlan, NobodyIsAskedForLittle) {
  // South has one person for 0.975 erlang of its own: room for 1 % of north's work.
  std::string text = world_with("  plan: first\n");
  text.replace(text.find("roster: {agent: 2}"), 18, "roster: {agent: 1}");
  text.replace(text.find("4 calls/h"), 9, "3.9 calls/h");
  const World world = small_graph::read(text);
  EXPECT_THAT(partners(world, plan_by_maximum_flow(world, OfferedLoad(world)), 0),
              ElementsAre("middle"));
}

TEST(ProposedPlan, TheShippedOneIsWhatTheRostersGive) {
  const World& world = netherlands_under("pairs").world;
  const PartnersOfAll now = plan_by_maximum_flow(world, OfferedLoad(world));
  const auto shipped =
      std::find_if(world.takeover_plans.begin(), world.takeover_plans.end(),
                   [](const TakeoverPlan& plan) { return plan.id == "maximum_flow"; });
  ASSERT_NE(shipped, world.takeover_plans.end());
  for (const auto home : world.centres.ids()) {
    ASSERT_EQ(partners(world, shipped->partners, home.index), partners(world, now, home.index))
        << "uitwijk plan --propose gives the new one";
    for (std::size_t i = 0; i < now[home].size(); ++i)
      EXPECT_NEAR(shipped->partners[home][i].share, now[home][i].share, 5e-4)
          << world.centres[home].id;
  }
}

TEST(ProposedPlan, IsWrittenAsAnOverlayThatReadsTheSame) {
  const World world = small_graph::read(world_with("  plan: first\n"));
  const TakeoverPlan plan{"third", "Third", "By maximum flow.",
                          plan_by_maximum_flow(world, OfferedLoad(world))};
  const std::string written = plan_as_yaml(world, plan);
  const World again =
      small_graph::read(planned_rooms + written + "takeover:\n" + clocks + "  plan: third\n");
  for (const auto home : world.centres.ids()) {
    EXPECT_EQ(partners(again, again.takeover.partners, home.index),
              partners(world, plan.partners, home.index));
    for (std::size_t i = 0; i < plan.partners[home].size(); ++i)
      EXPECT_NEAR(again.takeover.partners[home][i].share, plan.partners[home][i].share, 5e-5);
  }
}

}  // namespace
