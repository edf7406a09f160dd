#include <gmock/gmock.h>

#include <algorithm>

#include "models/takeover/takeover_capacity.hpp"
#include "tests/unit/models/dependency_graph_world.hpp"

/// How many of a roster are free for 112, and who may take over what.
namespace {

using namespace models;
using testing::ElementsAre;

AgentGroup of(double free_for_112) {
  AgentGroup group;
  group.free_for_112 = free_for_112;
  return group;
}

TEST(Staffing, AShareOfThoseOnDutyIsFree) {
  EXPECT_DOUBLE_EQ(of(0.7).free_of(10), 7);
  EXPECT_DOUBLE_EQ(of(0.7).free_of(2), 1.4);
  EXPECT_DOUBLE_EQ(of(1).free_of(3), 3);
}

/// Whoever is alone has the telephone; a shift of 0.85 people has somebody in 85 of 100.
TEST(Staffing, SomebodyStaysAtTheDesk) {
  EXPECT_DOUBLE_EQ(of(0.7).free_of(1), 1);
  EXPECT_DOUBLE_EQ(of(0.1).free_of(3), 1);
  EXPECT_DOUBLE_EQ(of(0.7).free_of(0.85), 0.85);
  EXPECT_DOUBLE_EQ(of(0.7).free_of(0), 0);
}

/// Intake of two disciplines in three rooms, an erlang being a call an hour.
std::string rooms(const std::string& role, const std::string& north, const std::string& south,
                  const std::string& takeover = "") {
  return R"(
world: {name: "W", zone: "UTC+0"}
disciplines: {police: {name: "P", share: 0.5}, care: {name: "C", share: 0.5}}
stages:
  intake: {handling: "1 h"}
  dispatch: {handling: "1 h", caller_on_line: false}
roles:
  police: {stage: intake, disciplines: [police]}
  care: {stage: intake, disciplines: [care])" +
         role + R"(}
  units: {stage: dispatch}
meldkamers:
  north: {name: "N", roster: {police: 9, care: 9, units: 9})" +
         north + R"(}
  south: {name: "S", roster: {police: 9, care: 10, units: 9})" +
         south + R"(}
  west: {name: "W", roster: {police: 9, care: 9, units: 9}}
regions:
  rn: {name: "RN", meldkamer: north}
  rs: {name: "RS", meldkamer: south}
  rw: {name: "RW", meldkamer: west}
demand: {calls: "30 calls/h"}
takeover:
  detect: "1 s"
  decide: "1 s"
  switch: {trained: "1 s"}
)" + (takeover.empty() ? "  partners: {north: [{to: south}]}\n" : takeover);
}

double care_carried(const World& world) {
  const auto capacity = takeover_capacity(world, OfferedLoad(world), {world.centres.ids()[0]}, {});
  for (const CarriedWork& work : capacity.work)
    if (world.stages[work.stage].id == "intake" && world.disciplines[work.discipline].id == "care")
      return work.carried_erlang;
  return -1;
}

/// Five erlang of care in each room, for ten people at south.
TEST(Staffing, APartnerCarriesWhatItsFreePeopleHaveLeft) {
  EXPECT_NEAR(care_carried(small_graph::read(rooms("", "", ""))), 5, 1e-9);
  const auto free = small_graph::read(rooms(", free_for_112: 0.75", "", ""));
  EXPECT_NEAR(care_carried(free), 7.5 - 5, 1e-9);
  const auto fewer = small_graph::read(rooms(", free_for_112: 0.75, people: 0.9", "", ""));
  EXPECT_NEAR(care_carried(fewer), 6.75 - 5, 1e-9);
  const auto busier = small_graph::read(rooms(", free_for_112: 0.75", "", ", free_factor: 0.8"));
  EXPECT_NEAR(care_carried(busier), 6 - 5, 1e-9);
}

TEST(Staffing, NoRoomHasMorePeopleFreeThanItHas) {
  const World world = small_graph::read(rooms(", free_for_112: 0.9", "", ", free_factor: 1.5"));
  const auto south =
      std::ranges::find(world.groups.rows(), std::string("south.care"), &AgentGroup::id);
  ASSERT_NE(south, world.groups.rows().end());
  EXPECT_EQ(south->free_for_112, 1);
}

const std::string nts = ", triage: {care: [nts]}", proqa = ", triage: {care: [proqa]}",
                  both = ", triage: {care: [nts, proqa]}";

TEST(Triage, IntakeGoesToARoomWithASystemInCommon) {
  EXPECT_NEAR(care_carried(small_graph::read(rooms("", nts, both))), 5, 1e-9);
  EXPECT_EQ(care_carried(small_graph::read(rooms("", nts, proqa))), 0);
  EXPECT_NEAR(care_carried(small_graph::read(rooms("", nts, ""))), 5, 1e-9) << "south says nothing";
}

TEST(Triage, UnlessTheOtherRoomUsesItsOwn) {
  const auto world = small_graph::read(
      rooms("", nts, proqa, "  other_triage: own_protocol\n  partners: {north: [{to: south}]}\n"));
  EXPECT_NEAR(care_carried(world), 5, 1e-9);
}

/// Stages that the first room's partner may take, of each discipline.
std::vector<std::string> rights(const World& world) {
  const auto home = world.centres.ids()[0];
  std::vector<std::string> out;
  for (const auto stage : world.stages.ids())
    for (const auto discipline : world.disciplines.ids())
      if (world.may_take(stage, home, world.takeover.partners[home].front(), discipline))
        out.push_back(world.stages[stage].id + " " + world.disciplines[discipline].id);
  return out;
}

TEST(Triage, IsAMatterOfIntakeOfItsDiscipline) {
  EXPECT_THAT(rights(small_graph::read(rooms("", nts, proqa))),
              ElementsAre("intake police", "dispatch police", "dispatch care"));
}

TEST(Partners, TakeTheDisciplinesThatTheyAreAuthorisedFor) {
  const std::string only =
      "  partners: {north: [{to: south, disciplines: [police]}, {to: west}]}\n";
  const World world = small_graph::read(rooms("", "", "", only));
  EXPECT_THAT(rights(world), ElementsAre("intake police", "dispatch police"));
  EXPECT_NEAR(care_carried(world), 4, 1e-9) << "west has nine people and five erlang";
}

}  // namespace
