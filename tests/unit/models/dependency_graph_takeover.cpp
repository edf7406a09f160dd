#include <gmock/gmock.h>

#include "models/takeover/takeover_capacity.hpp"
#include "tests/unit/models/dependency_graph_world.hpp"

/// Takeover capacity of worlds that can be worked out by hand: 3600 s jobs, so that jobs an hour
/// are erlang, and the same demand all week.
namespace {

using namespace models;
using testing::ElementsAre;

/// Three rooms; a quarter of the calls go to fire. North's 112 work: 3 erlang police, 1 fire;
/// middle and south have 1.5 and 0.5 each.
const std::string three_rooms = R"(
world: {name: "W", zone: "UTC+0"}
disciplines: {police: {name: "P", share: 0.75}, fire: {name: "F", share: 0.25}}
stages:
  intake: {handling: "1 h"}
  dispatch: {handling: "30 min", caller_on_line: false}
kinds: {all: {share: 1, genuine: true, dispatched: 0.5}}
roles:
  police: {stage: intake, disciplines: [police]}
  fire: {stage: intake, disciplines: [fire]}
  both: {stage: intake, disciplines: [police, fire]}
  units: {stage: dispatch}
meldkamers:
  north: {name: "N", roster: {police: 6, fire: 2, units: 4}}
  middle: {name: "M", desks: 9, role_desks: {police: 5}, roster: {police: 3, fire: 1, units: 3}}
  south: {name: "S", lines: 6, roster: {both: 4, units: 1}}
regions:
  rn: {name: "RN", population: 2, meldkamer: north}
  rm: {name: "RM", population: 1, meldkamer: middle}
  rs: {name: "RS", population: 1, meldkamer: south}
demand:
  calls: "8 calls/h"
)";

std::string takeover(const std::string& partners, const std::string& rest = "") {
  return "takeover:\n  detect: \"1 s\"\n  decide: \"1 s\"\n  switch: {trained: \"1 s\"}\n" + rest +
         "  partners: {north: " + partners + "}\n";
}

Id<Centre> centre(const World& world, const std::string& id) {
  for (const auto at : world.centres.ids())
    if (world.centres[at].id == id)
      return at;
  throw std::invalid_argument(id);
}

TakeoverCapacity without(const World& world, const std::vector<std::string>& lost,
                         const TakeoverQuestion& question = {}) {
  std::vector<Id<Centre>> ids;
  for (const std::string& id : lost)
    ids.push_back(centre(world, id));
  return takeover_capacity(world, OfferedLoad(world), ids, question);
}

const CarriedWork& work(const World& world, const TakeoverCapacity& capacity,
                        const std::string& stage, const std::string& discipline) {
  for (const CarriedWork& row : capacity.work)
    if (world.stages[row.stage].id == stage && world.disciplines[row.discipline].id == discipline)
      return row;
  throw std::invalid_argument(stage + " " + discipline);
}

std::vector<Bottleneck::Kind> kinds(const CarriedWork& row) {
  std::vector<Bottleneck::Kind> out;
  for (const Bottleneck& bottleneck : row.bottlenecks)
    out.push_back(bottleneck.kind);
  return out;
}

TEST(OfferedLoad, FollowsTheCallThroughTheChain) {
  const World world = small_graph::read(three_rooms);
  const OfferedLoad load(world);
  const auto police = world.disciplines.ids()[0];
  const auto intake = world.stages.ids()[0], dispatch = world.stages.ids()[1];
  const auto north = world.regions.ids()[0];
  EXPECT_NEAR(load.of(intake, north, police).erlang, 8 * 0.5 * 0.75, 1e-9);
  EXPECT_NEAR(load.of(dispatch, north, police).erlang, 8 * 0.5 * 0.75 * 0.5 * 0.5, 1e-9);
}

TEST(OfferedLoad, OtherWorkIsDoneByTheSamePeople) {
  const World world = small_graph::read(
      three_rooms +
      "  other_work: {alarms: {discipline: fire, stage: intake, per_forwarded_call: 2, dispatched: "
      "0.25}}\n");
  const OfferedLoad load(world);
  const auto fire = world.disciplines.ids()[1];
  const auto north = world.regions.ids()[0];
  EXPECT_NEAR(load.of(world.stages.ids()[0], north, fire).erlang, 1 + 2, 1e-9);
  EXPECT_NEAR(load.of(world.stages.ids()[1], north, fire).erlang, (0.5 + 2 * 0.25) * 0.5, 1e-9);
}

TEST(OfferedLoad, WhatIsNotForwardedStaysAtTheFirstStage) {
  const World world = small_graph::read(R"(
world: {name: "W", zone: "UTC+0"}
disciplines: {a: {name: "A"}}
kinds: {real: {share: 0.4, genuine: true}, silent: {share: 0.6, forwarded: 0}}
stages:
  first: {handling: {by_kind: {real: "1 h", silent: "30 min"}}}
  second: {handling: "2 h"}
roles: {one: {stage: first}, two: {stage: second}}
meldkamers: {room: {name: "R", roster: {one: 9, two: 9}}}
regions: {r: {name: "R"}}
demand: {calls: "10 calls/h"}
)");
  const OfferedLoad load(world);
  const auto region = world.regions.ids()[0];
  const auto a = world.disciplines.ids()[0];
  EXPECT_NEAR(load.of(world.stages.ids()[0], region, a).erlang, 4 * 1 + 6 * 0.5, 1e-9);
  EXPECT_NEAR(load.of(world.stages.ids()[1], region, a).erlang, 4 * 2, 1e-9);
}

TEST(TakeoverCapacity, APartnerCarriesWhatItsPeopleHaveLeft) {
  const World world = small_graph::read(three_rooms + takeover("[{to: middle}, {to: south}]"));
  const TakeoverCapacity plan = without(world, {"north"});
  // Middle has 3 police with 1.5 erlang of their own, for the 3 of north; 1 fire with 0.5, for 1.
  EXPECT_NEAR(work(world, plan, "intake", "police").offered_erlang, 3, 1e-9);
  EXPECT_NEAR(work(world, plan, "intake", "police").carried_erlang, 1.5, 1e-9);
  EXPECT_NEAR(work(world, plan, "intake", "fire").carried_erlang, 0.5, 1e-9);
  EXPECT_THAT(kinds(work(world, plan, "intake", "police")), ElementsAre(Bottleneck::Kind::staff));
  // Dispatch: north has 4 x 0.5 x 0.5 = 1, middle 3 people with 0.5 of its own.
  EXPECT_NEAR(plan.share(), (1.5 + 0.5 + 1) / 5, 1e-9);
  EXPECT_FALSE(plan.holds());
}

TEST(TakeoverCapacity, DividedAtWillBothPartnersHelpTheSmallerWorkFirst) {
  const World world = small_graph::read(three_rooms + takeover("[{to: middle}, {to: south}]"));
  const TakeoverCapacity all = without(world, {"north"}, {0, Receiving::partners, false, 1});
  // South's four do 2 erlang of their own; fire needs 0.5 of the other 2, police gets the rest.
  EXPECT_NEAR(work(world, all, "intake", "fire").carried_erlang, 1, 1e-9);
  EXPECT_NEAR(work(world, all, "intake", "police").carried_erlang, 1.5 + 1.5, 1e-9);
}

TEST(TakeoverCapacity, LinesAndDesksBindWhenThereAreFewer) {
  const std::string partners =
      takeover("[{to: south}]", "  relocate: {after: \"1 s\", share: 0.5}\n");
  std::string text = three_rooms + partners;
  text.replace(text.find("lines: 6"), 8, "lines: 3");
  const World few_lines = small_graph::read(text);
  // Three lines, two of them in use for its own.
  const TakeoverCapacity held = without(few_lines, {"north"});
  EXPECT_NEAR(work(few_lines, held, "intake", "fire").carried_erlang +
                  work(few_lines, held, "intake", "police").carried_erlang,
              1, 1e-9);
  EXPECT_THAT(kinds(work(few_lines, held, "intake", "police")),
              ElementsAre(Bottleneck::Kind::lines));

  std::string middle =
      three_rooms + takeover("[{to: middle}]", "  relocate: {after: \"1 s\", share: 0.5}\n");
  const World few_desks = small_graph::read(middle);
  // Three of north's six police come to middle's three, and find five desks: 5 - 1.5 = 3.5 for 3.
  const TakeoverCapacity moved = without(few_desks, {"north"}, {0, Receiving::plan, true, 1});
  EXPECT_NEAR(work(few_desks, moved, "intake", "police").carried_erlang, 3, 1e-9);
  middle.replace(middle.find("role_desks: {police: 5}"), 23, "role_desks: {police: 4}");
  const World fewer_desks = small_graph::read(middle);
  const TakeoverCapacity tight = without(fewer_desks, {"north"}, {0, Receiving::plan, true, 1});
  EXPECT_NEAR(work(fewer_desks, tight, "intake", "police").carried_erlang, 2.5, 1e-9);
  EXPECT_THAT(kinds(work(fewer_desks, tight, "intake", "police")),
              ElementsAre(Bottleneck::Kind::desks));
}

TEST(TakeoverCapacity, ForeignWorkTakesLonger) {
  const World world =
      small_graph::read(three_rooms + takeover("[{to: middle}]", "  foreign_handling: 1.5\n"));
  EXPECT_NEAR(work(world, without(world, {"north"}), "intake", "police").carried_erlang, 1, 1e-9);
}

TEST(TakeoverCapacity, PeopleWhoMayNotBeBusyAllTheTimeCarryLess) {
  const World world = small_graph::read(three_rooms + takeover("[{to: middle}]"));
  const TakeoverCapacity capacity = without(world, {"north"}, {0, Receiving::plan, false, 0.8});
  EXPECT_NEAR(work(world, capacity, "intake", "police").carried_erlang, 3 * 0.8 - 1.5, 1e-9);
}

TEST(TakeoverCapacity, ThePlanKeepsToItsShares) {
  const World world =
      small_graph::read(three_rooms + takeover("[{to: middle, share: 0.25}, {to: south}]"));
  const TakeoverCapacity plan = without(world, {"north"});
  // A quarter of police (0.75) to middle, which has room for 1.5; the others to south, room for 2
  // less fire's 0.75.
  EXPECT_NEAR(work(world, plan, "intake", "police").carried_erlang, 0.75 + 1.25, 1e-9);
  EXPECT_THAT(kinds(work(world, plan, "intake", "police")),
              ElementsAre(Bottleneck::Kind::staff, Bottleneck::Kind::division));
}

TEST(TakeoverCapacity, OfTwoLostRoomsOnlyTheShortOneHasABottleneck) {
  std::string text =
      three_rooms + takeover("[{to: middle}], south: [{to: middle, share: 0.5}, {to: north}]");
  text.replace(text.find("police: 3, fire: 1"), 18, "police: 3, fire: 9");
  const World world = small_graph::read(text);
  const TakeoverCapacity capacity = without(world, {"north", "south"});
  EXPECT_TRUE(work(world, capacity, "intake", "fire").holds());
  const CarriedWork& police = work(world, capacity, "intake", "police");
  // North's 3 and south's 1.5 for middle's 1.5: people bind, not the plan's shares.
  EXPECT_NEAR(police.carried_erlang, 1.5, 1e-9);
  EXPECT_THAT(kinds(police), ElementsAre(Bottleneck::Kind::staff));
}

TEST(TakeoverCapacity, WithItsOnlyPartnerLostNobodyReceives) {
  const World world = small_graph::read(three_rooms + takeover("[{to: middle}]"));
  const TakeoverCapacity both = without(world, {"north", "middle"});
  EXPECT_NEAR(both.carried_erlang, 0, 1e-9);
  EXPECT_THAT(kinds(both.work.front()),
              ElementsAre(Bottleneck::Kind::no_receiver, Bottleneck::Kind::no_receiver));
  const TakeoverCapacity anyone =
      without(world, {"north", "middle"}, {0, Receiving::anyone, false, 1});
  EXPECT_GT(anyone.carried_erlang, 1) << "south is left";
}

TEST(TakeoverCapacity, ARoomWhoseSystemsStandInTheLostOneReceivesNothing) {
  const std::string systems =
      "suppliers: {s: {name: \"S\"}}\n"
      "components: {server: {supplier: s, per: meldkamer, at: [north, south]}}\n"
      "functions: {answer: {stage: intake, at: [middle], needs: \"server@north\", when_lost: "
      "{stops: {}}}}\n";
  const World world = small_graph::read(three_rooms + takeover("[{to: middle}]") + systems);
  const TakeoverCapacity capacity = without(world, {"north"});
  EXPECT_NEAR(work(world, capacity, "intake", "police").carried_erlang, 0, 1e-9);
  EXPECT_NEAR(work(world, capacity, "dispatch", "police").share(), 1, 1e-9);
}

TEST(TakeoverCapacity, PairsAreOfRoomsThatDoTheSameWork) {
  const World world = small_graph::read(three_rooms);
  EXPECT_EQ(singles_and_pairs(world).size(), 3u + 3u);
}

}  // namespace
