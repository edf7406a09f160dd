#include "models/takeover/partner_moves.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "models/takeover/proposed_plan.hpp"
#include "tests/unit/models/dependency_graph_world.hpp"

/// Lists of partners one change apart, and who may stand in them.
namespace {

using namespace models;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Move = PartnerMove::Kind;

Partner partner(std::uint32_t centre, double share = 1, bool trained = false) {
  return {{centre}, share, trained, {}};
}

PartnerLimits among(std::vector<std::uint32_t> centres) {
  PartnerLimits out;
  for (const std::uint32_t centre : centres)
    out.possible.push_back(partner(centre));
  out.reserves_matter = false;
  return out;
}

std::vector<std::string> told(const std::vector<MovedList>& all) {
  constexpr const char* names[] = {"start", "swap",   "replace", "join",    "leave",
                                   "alone", "narrow", "widen",   "rehearse"};
  std::vector<std::string> out;
  for (const MovedList& one : all) {
    std::string text = names[static_cast<int>(one.move.kind)];
    const auto parts = parts_of(one.list);
    for (std::size_t i = 0; i < one.list.size(); ++i) {
      text += (i == 0 ? ": " : " ") + std::to_string(one.list[i].centre.index);
      text += parts[i] > 0 ? "=" + std::to_string(static_cast<int>(100 * parts[i] + 0.5)) : "";
    }
    out.push_back(text);
  }
  return out;
}

TEST(Parts, AreWhatComesToEachWhileAllStand) {
  EXPECT_THAT(parts_of({partner(1, 0.25), partner(2, 0.5), partner(3, 1), partner(4, 1)}),
              ElementsAre(0.25, 0.375, 0.375, 0));
  EXPECT_THAT(parts_of({partner(1, 0.25), partner(2, 0.5)}), ElementsAre(0.25, 0.75))
      << "the last takes what is left";
  EXPECT_THAT(parts_of({}), IsEmpty());
}

TEST(Parts, GiveTheListBackWithReservesLast) {
  const PartnerList list =
      with_parts({partner(1), partner(2), partner(3), partner(4)}, {0, 0.5, 0.3, 0.2});
  EXPECT_EQ(list, (PartnerList{partner(2, 0.5), partner(3, 0.6), partner(4), partner(1)}));
  const PartnerList thirds =
      with_parts({partner(1), partner(2), partner(3)}, {1.0 / 3, 1.0 / 3, 1.0 / 3});
  EXPECT_EQ(thirds, (PartnerList{partner(1, 0.3333), partner(2, 0.5), partner(3)}))
      << "in the digits that are written";
}

TEST(PartnerMoves, OfOneWhoTakesEverythingWithAReserve) {
  EXPECT_THAT(
      told(moved_lists({partner(1), partner(2)}, among({1, 2, 3}))),
      ElementsAre("swap: 2=100 1", "replace: 3=100 2", "join: 1=50 2=50", "join: 1=50 3=50 2"))
      << "none that changes the reserve alone";
}

TEST(PartnerMoves, WhereReservesMatterTheyMoveToo) {
  PartnerLimits limits = among({1, 2, 3});
  limits.reserves_matter = true;
  EXPECT_THAT(told(moved_lists({partner(1), partner(2)}, limits)),
              ElementsAre("swap: 2=100 1", "replace: 3=100 2", "replace: 1=100 3",
                          "join: 1=50 2=50", "join: 1=50 3=50 2"));
}

TEST(PartnerMoves, OfTwoWhoDivide) {
  EXPECT_THAT(told(moved_lists({partner(1, 0.75), partner(2)}, among({1, 2, 3}))),
              ElementsAre("swap: 2=75 1=25", "replace: 3=75 2=25", "replace: 1=75 3=25",
                          "join: 1=50 2=17 3=33", "leave: 2=100 1", "leave: 1=100 2"))
      << "to be alone is the same as that the other leaves";
}

TEST(PartnerMoves, EqualPartsBehindTheFirstHaveNoOrder) {
  const PartnerList pool = {partner(1, 0.25), partner(2, 0.3333), partner(3, 0.5), partner(4)};
  const auto swaps = [&](bool reserves_matter) {
    PartnerLimits limits = among({1, 2, 3, 4});
    limits.reserves_matter = reserves_matter;
    const auto all = moved_lists(pool, limits);
    return std::ranges::count(all, Move::swap, [](const MovedList& one) { return one.move.kind; });
  };
  EXPECT_EQ(swaps(false), 3);
  EXPECT_EQ(swaps(true), 6) << "who can do less passes others by";
}

TEST(PartnerMoves, EachLeadsToAnotherListWhosePartsAreAll) {
  const PartnerList list = {partner(1, 0.2), partner(2, 0.5), partner(3), partner(4)};
  const auto all = moved_lists(list, among({1, 2, 3, 4, 5, 6}));
  for (std::size_t i = 0; i < all.size(); ++i) {
    double sum = 0;
    for (const double part : parts_of(all[i].list))
      sum += part;
    EXPECT_NEAR(sum, 1, 1e-12);
    EXPECT_NE(all[i].list, list);
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_NE(all[i].list, all[j].list);
  }
  EXPECT_EQ(all.size(), 20u);
}

TEST(PartnerMoves, AnotherCentreBringsItsOwnRehearsalAndAuthority) {
  PartnerLimits limits = among({1});
  limits.possible.push_back({{2}, 1, true, {{7}}});
  const auto all = moved_lists({partner(1)}, limits);
  ASSERT_EQ(all.front().move.kind, Move::replace);
  EXPECT_EQ(all.front().list, (PartnerList{{{2}, 1, true, {{7}}}}));
}

TEST(PartnerMoves, OnlyTheFirstRehearsesAndOnlyWhenItMay) {
  PartnerLimits limits = among({1, 2});
  const PartnerList list = {partner(1), partner(2)};
  for (const MovedList& one : moved_lists(list, limits))
    EXPECT_NE(one.move.kind, Move::rehearse);
  limits.may_rehearse = true;
  const MovedList last = moved_lists(list, limits).back();
  EXPECT_EQ(last.move.kind, Move::rehearse);
  EXPECT_EQ(last.list, (PartnerList{partner(1, 1, true), partner(2)}));
  EXPECT_NE(moved_lists({partner(1, 1, true), partner(2)}, limits).back().move.kind,
            Move::rehearse);
}

TEST(PartnerMoves, DisciplinesAreGivenUpAndComeBackWithinTheAuthority) {
  PartnerLimits limits = among({1});
  limits.possible.push_back({{2}, 1, false, {{0}}});
  limits.narrowed = {{0}, {1}};
  limits.reserves_matter = true;
  const auto kinds = [&](const PartnerList& list) {
    std::vector<std::string> out;
    for (const MovedList& one : moved_lists(list, limits))
      if (one.move.kind == Move::narrow || one.move.kind == Move::widen) {
        std::string text = one.move.kind == Move::narrow ? "narrow " : "widen ";
        text += std::to_string(one.move.centre.index) + ":";
        for (const Partner& each : one.list)
          if (each.centre == one.move.centre)
            for (const auto discipline : each.disciplines)
              text += " " + std::to_string(discipline.index);
        out.push_back(text);
      }
    return out;
  };
  EXPECT_THAT(kinds({partner(1), limits.possible[1]}), ElementsAre("narrow 1: 1", "narrow 1: 0"))
      << "the second keeps its only discipline";
  EXPECT_THAT(kinds({{{1}, 1, false, {{1}}}, limits.possible[1]}), ElementsAre("widen 1:"))
      << "all again; the second has no authority for more";
}

TEST(PartnerMoves, WithinTheLimitsOthersFall) {
  PartnerLimits limits = among({2, 3});
  limits.possible.back().trained = true;
  EXPECT_EQ(within({partner(1, 0.5), partner(2, 0.5), partner(3)}, limits),
            (PartnerList{partner(2, 0.5), partner(3, 1, true)}));
  EXPECT_EQ(within({partner(1), partner(2), partner(3)}, limits),
            (PartnerList{partner(2), partner(3, 1, true)}))
      << "the first reserve takes everything";
  EXPECT_THAT(within({partner(1)}, limits), IsEmpty());
}

// --- what a world says of a pair ---------------------------------------------------------------

const std::string a_lost_one_and_two = R"(
world: {name: "W", zone: "UTC+0"}
disciplines: {a: {name: "A", share: 0.5}, b: {name: "B", share: 0.5}}
stages: {intake: {handling: "1 h"}}
roles: {one: {stage: intake, disciplines: [a]}, other: {stage: intake, disciplines: [b]}}
meldkamers:
  north: {name: "N", city: "N", latitude: 53, longitude: 5, roster: {one: 4, other: 4}}
  middle: {name: "M", city: "M", latitude: 52, longitude: 5, roster: {one: 3, other: 3}}
  south: {name: "S", city: "S", latitude: 51, longitude: 5, roster: {one: 2}}
regions:
  rn: {name: "RN", population: 2, meldkamer: north}
  rm: {name: "RM", population: 1, meldkamer: middle}
demand: {calls: "4 calls/h"}
takeover_plans:
  first: {partners: {north: [{to: middle}]}}
  second: {partners: {north: [{to: middle, trained: true}, {to: south, disciplines: [a]}]}}
takeover: {detect: "1 s", decide: "1 s", switch: {trained: "1 s"}, plan: first}
)";

TEST(KnownPair, RehearsedAndAuthorisedAsThePlansSay) {
  const World world = small_graph::read(a_lost_one_and_two);
  const Id<Centre> north{0}, middle{1}, south{2};
  EXPECT_EQ(known_pair(world, north, middle), (Partner{middle, 1, true, {}}));
  EXPECT_EQ(known_pair(world, north, south), (Partner{south, 1, false, {{0}}}));
  EXPECT_EQ(known_pair(world, south, north), (Partner{north, 1, false, {}}));
}

TEST(KnownPair, APartnerMustHaveThePeopleAndStandNearEnough) {
  const World world = small_graph::read(a_lost_one_and_two);
  const Id<Centre> north{0}, middle{1}, south{2};
  // A degree of latitude is 6371 km x pi / 180.
  EXPECT_NEAR(distance_km(world.centres[north], world.centres[middle]), 111.195, 0.001);
  const auto centres = [&](const std::vector<Partner>& partners) {
    std::vector<std::string> out;
    for (const Partner& one : partners)
      out.push_back(world.centres[one.centre].id);
    return out;
  };
  EXPECT_THAT(centres(possible_partners(world, north)), ElementsAre("middle", "south"));
  EXPECT_THAT(centres(possible_partners(world, north, 150)), ElementsAre("middle"));
  EXPECT_THAT(centres(possible_partners(world, north, 50)), IsEmpty());
  EXPECT_TRUE(can_all_do_all(world, north, possible_partners(world, north, 150)));
  EXPECT_FALSE(can_all_do_all(world, north, possible_partners(world, north)));
  EXPECT_THAT(centres_taken_over(world), ElementsAre(north, middle, south));
}

TEST(KnownPair, AProposalAndItsOverlayKeepTheAuthority) {
  const World world = small_graph::read(a_lost_one_and_two);
  const auto plan = plan_by_maximum_flow(world, OfferedLoad(world));
  for (const Partner& one : plan[{0}])
    EXPECT_EQ(one.disciplines, known_pair(world, {0}, one.centre).disciplines);
  TakeoverPlan written{"p", "P", "Told.", PartnersOfAll(3)};
  written.partners[{0}] = {{{1}, 0.25, true, {}}, {{2}, 1, false, {{0}}}};
  const std::string yaml = plan_as_yaml(world, written, "the search");
  EXPECT_THAT(yaml, HasSubstr("source: \"the search\""));
  const World again = small_graph::read(
      a_lost_one_and_two.substr(0, a_lost_one_and_two.find("takeover_plans:")) + yaml +
      "takeover: {detect: \"1 s\", decide: \"1 s\", switch: {trained: \"1 s\"}, plan: p}\n");
  EXPECT_EQ(again.takeover.partners[{0}], written.partners[{0}]);
}

}  // namespace
