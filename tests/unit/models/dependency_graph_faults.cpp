#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "models/graph/dependency_graph_cut_sets.hpp"
#include "models/graph/dependency_graph_single_points.hpp"
#include "models/graph/dependency_graph_state.hpp"
#include "tests/unit/models/dependency_graph_world.hpp"

/// Cut sets and single points of small worlds whose answers are known.
namespace {

using namespace models;
using small_graph::read;
using small_graph::rooms;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

using Names = std::vector<std::string>;

/// A common cause is written "[name]".
std::string name_of(const BasicEvent& event) {
  return event.common_cause ? "[" + event.id + "]" : event.id;
}

std::vector<Names> sets_of(const std::vector<BasicEvent>& events, const FunctionCutSets& function) {
  std::vector<Names> out;
  for (const CutSet& set : function.sets) {
    out.emplace_back();
    for (const std::size_t event : set.events)
      out.back().push_back(name_of(events[event]));
  }
  return out;
}

/// The cut sets of the function `f`, at the first centre that has it.
std::vector<Names> cut_sets(const World& world) {
  const auto events = basic_events(world);
  return sets_of(events, minimal_cut_sets(world, events).front());
}

std::string with_function(const std::string& components, const std::string& needs) {
  return rooms + "components:\n" + components +
         "functions:\n  f: {stage: answer, at: [north], needs: " + needs +
         ", when_lost: {stops: {}}}\n";
}

const SinglePoint* point_of(const std::vector<SinglePoint>& points,
                            const std::vector<BasicEvent>& events, const std::string& name) {
  for (const SinglePoint& point : points)
    if (name_of(events[point.event]) == name)
      return &point;
  return nullptr;
}

TEST(DependencyGraph, TwoOfThreeFailByAnyTwo) {
  const World world =
      read(with_function("  a: {supplier: s}\n  b: {supplier: s}\n  c: {supplier: s}\n",
                         "{at_least: 2, of: [a, b, c]}"));
  EXPECT_THAT(cut_sets(world),
              UnorderedElementsAre(Names{"a", "b"}, Names{"a", "c"}, Names{"b", "c"}));
  const auto events = basic_events(world);
  EXPECT_THAT(single_points(world, events), IsEmpty());
}

/// Two sources, two sinks and a component across: the bridge network of every textbook (Barlow and
/// Proschan 1975, chapter 1). Paths a-d, b-e, a-c-e, b-c-d.
TEST(DependencyGraph, BridgeNetworkHasItsFourMinimalCuts) {
  const World world = read(with_function(
      "  a: {supplier: s}\n  b: {supplier: s}\n  c: {supplier: s}\n  d: {supplier: s}\n"
      "  e: {supplier: s}\n",
      "{any: [{all: [a, d]}, {all: [b, e]}, {all: [a, c, e]}, {all: [b, c, d]}]}"));
  EXPECT_THAT(cut_sets(world), UnorderedElementsAre(Names{"a", "b"}, Names{"d", "e"},
                                                    Names{"a", "c", "e"}, Names{"b", "c", "d"}));
}

TEST(DependencyGraph, ACommonCauseDefeatsRedundancy) {
  const World world = read(with_function(
      "  a: {supplier: s, common_cause: flood}\n  b: {supplier: s, common_cause: flood}\n",
      "{any: [a, b]}"));
  EXPECT_THAT(cut_sets(world), ElementsAre(Names{"[flood]"}, Names{"a", "b"}));
  const auto events = basic_events(world);
  const auto points = single_points(world, events);
  ASSERT_EQ(points.size(), 1u);
  EXPECT_EQ(name_of(events[points[0].event]), "[flood]");
  EXPECT_FALSE(events[points[0].event].unavailability) << "how often is not in the world";
}

TEST(DependencyGraph, WhatTwoBranchesShareIsASinglePoint) {
  const World world =
      read(with_function("  power: {supplier: s}\n  a: {supplier: s, needs: power}\n  b: "
                         "{supplier: s, needs: power}\n",
                         "{any: [a, b]}"));
  EXPECT_THAT(cut_sets(world), ElementsAre(Names{"power"}, Names{"a", "b"}));
}

TEST(DependencyGraph, SetsOfFourEventsAreLeftOut) {
  const World world = read(with_function(
      "  a: {supplier: s}\n  b: {supplier: s}\n  c: {supplier: s}\n  d: {supplier: s}\n",
      "{any: [a, b, c, d]}"));
  EXPECT_THAT(cut_sets(world), IsEmpty());
  EXPECT_EQ(minimal_cut_sets(world, basic_events(world), 4).front().sets.size(), 1u);
}

TEST(DependencyGraph, AStandbyTurnsALossIntoAnInterruption) {
  const World world = read(with_function(
      "  site: {supplier: s}\n"
      "  fallback: {supplier: s, standby: {for: site, start: \"15 min\", start_fails: 0.1}}\n",
      "{any: [site, fallback]}"));
  EXPECT_THAT(cut_sets(world), ElementsAre(Names{"site", "fallback"}));
  const auto events = basic_events(world);
  const auto points = single_points(world, events);
  ASSERT_EQ(points.size(), 1u);
  EXPECT_EQ(name_of(events[points[0].event]), "site");
  EXPECT_THAT(points[0].functions, IsEmpty());
  EXPECT_THAT(points[0].interrupted, ElementsAre(0u));
  EXPECT_DOUBLE_EQ(points[0].start_s, 900);
  EXPECT_EQ(points[0].interruption, Severity::stops_answering);
}

TEST(DependencyGraph, AStandbyThatStartsAtOnceInterruptsNothing) {
  const World world = read(with_function(
      "  grid: {supplier: s}\n  ups: {supplier: s, standby: {for: grid, start: \"0 s\"}}\n",
      "{any: [grid, ups]}"));
  EXPECT_THAT(single_points(world, basic_events(world)), IsEmpty());
}

TEST(DependencyGraph, UnavailabilityOfUnitsIsTheBinomialTail) {
  // 9 h up, 1 h down: each is down for a tenth of the time.
  EXPECT_NEAR(k_of_n_unavailability(1, 1, 9, 1), 0.1, 1e-12);
  EXPECT_NEAR(k_of_n_unavailability(3, 2, 9, 1), 3 * 0.01 * 0.9 + 0.001, 1e-12);
  EXPECT_NEAR(k_of_n_unavailability(4, 1, 9, 1), 1e-4, 1e-12);
  EXPECT_EQ(k_of_n_unavailability(2, 1, 9, 0), 0);
}

/// Up 9 h, down 1 h; of ten failures of a unit one takes both: alone it is up 10 h, both are up 90
/// h.
TEST(DependencyGraph, ABetaIsACutOfItsOwn) {
  const std::string pair = "n: 2, k: 1, mtbf: \"9 h\", repair: \"1 h\", beta: 0.1}\n";
  const World world = read(with_function("  a: {supplier: s, common_cause: flood, " + pair, "a"));
  EXPECT_THAT(cut_sets(world), UnorderedElementsAre(Names{"a"}, Names{"[flood]"}));
  const auto events = basic_events(world);
  ASSERT_EQ(events.size(), 2u);
  EXPECT_NEAR(*events[0].unavailability, 1.0 / (11 * 11), 1e-12);
  EXPECT_NEAR(*events[1].unavailability, 1.0 / 91, 1e-12);
  EXPECT_NEAR(minimal_cut_sets(world, events).front().unavailability, 1.0 / 121 + 1.0 / 91, 1e-12);
}

/// Two pairs in one common cause, which has no figure; each has one of its own, by its name.
TEST(DependencyGraph, ABetaIsOfOneComponent) {
  const std::string pair =
      "common_cause: flood, n: 2, k: 1, mtbf: \"9 h\", repair: \"1 h\", beta: 0.1}\n";
  const World world = read(
      with_function("  a: {supplier: s, " + pair + "  b: {supplier: s, " + pair, "{any: [a, b]}"));
  const auto events = basic_events(world);
  ASSERT_EQ(events.size(), 5u);
  EXPECT_EQ(name_of(events[2]), "[flood]");
  EXPECT_FALSE(events[2].unavailability);
  for (const std::size_t i : {3u, 4u})
    EXPECT_NEAR(events[i].unavailability.value_or(0), 1.0 / 91, 1e-12);
  EXPECT_THAT(cut_sets(world),
              UnorderedElementsAre(Names{"[flood]"}, Names{"a", "b"}, Names{"a", "[b]"},
                                   Names{"b", "[a]"}, Names{"[a]", "[b]"}));
}

TEST(DependencyGraph, AllFailuresMayBeInCommon) {
  const World world = read(with_function(
      "  a: {supplier: s, n: 2, k: 1, mtbf: \"9 h\", repair: \"1 h\", beta: 1}\n", "a"));
  const auto events = basic_events(world);
  EXPECT_EQ(*events[0].unavailability, 0);
  EXPECT_NEAR(*events[1].unavailability, 0.1, 1e-12);
}

TEST(DependencyGraph, FiguresMultiplyAndAddAndTheUnknownStaysUnknown) {
  const World world = read(
      with_function("  a: {supplier: s, mtbf: \"9 h\", repair: \"1 h\"}\n"
                    "  b: {supplier: s, standby: {for: a, start: \"1 min\", start_fails: 0.2}}\n"
                    "  c: {supplier: s, mtbf: \"99 h\", repair: {exponential: {mean: \"1 h\"}}}\n"
                    "  d: {supplier: s}\n",
                    "{all: [{any: [a, b]}, c, d]}"));
  const auto events = basic_events(world);
  const FunctionCutSets function = minimal_cut_sets(world, events).front();
  EXPECT_THAT(sets_of(events, function), ElementsAre(Names{"c"}, Names{"d"}, Names{"a", "b"}));
  EXPECT_NEAR(*function.sets[0].unavailability, 0.01, 1e-12);
  EXPECT_FALSE(function.sets[1].unavailability);
  EXPECT_NEAR(*function.sets[2].unavailability, 0.1 * 0.2, 1e-12);
  EXPECT_NEAR(function.unavailability, 0.03, 1e-12);
  EXPECT_EQ(function.unknown, 1u);
}

TEST(DependencyGraph, SinglePointsAreOrderedByConsequence) {
  const World world = read(rooms +
                           "components:\n  core: {supplier: s}\n  map: {supplier: s}\n"
                           "  phone: {supplier: s, per: meldkamer, needs: core}\n"
                           "functions:\n"
                           "  see: {stage: answer, needs: map, when_lost: {slows: 1.5}}\n"
                           "  answer: {stage: answer, needs: phone, when_lost: {stops: {}}}\n");
  const auto events = basic_events(world);
  const auto points = single_points(world, events);
  Names order;
  for (const SinglePoint& point : points)
    order.push_back(name_of(events[point.event]));
  EXPECT_THAT(order, ElementsAre("core", "phone@north", "phone@south", "map"));
  EXPECT_NEAR(points[0].share_of_demand, 1, 1e-12);
  EXPECT_NEAR(points[1].share_of_demand, 0.5, 1e-12);
  EXPECT_EQ(points[3].severity, Severity::slows);
  EXPECT_DOUBLE_EQ(points[3].slow_factor, 1.5);
}

/// The cut sets of the Dutch world against plain evaluation of its needs: each set loses its
/// function, none of its parts does, and no pair of events that loses one is without a set.
class DutchGraph : public testing::Test {
protected:
  static const World& world() {
    static const World read_once =
        read_world(std::filesystem::path(SOURCE_DIR) / "models/netherlands").world;
    return read_once;
  }
  bool lost(std::size_t function, const std::vector<std::size_t>& set) const {
    std::vector<Id<Component>> components;
    for (const std::size_t event : set)
      components.insert(components.end(), events_[event].loses.begin(), events_[event].loses.end());
    return !met(world().functions_at[function].needs,
                what_works(world(), components, ColdStandbys::running));
  }

  std::vector<BasicEvent> events_ = basic_events(world());
  std::vector<FunctionCutSets> cut_sets_ = minimal_cut_sets(world(), events_);
};

TEST_F(DutchGraph, EveryCutSetLosesItsFunctionAndNoPartOfItDoes) {
  std::size_t checked = 0;
  for (std::size_t function = 0; function < cut_sets_.size(); ++function)
    for (const CutSet& set : cut_sets_[function].sets) {
      EXPECT_TRUE(lost(function, set.events));
      for (std::size_t left_out = 0; left_out < set.events.size(); ++left_out) {
        auto part = set.events;
        part.erase(part.begin() + static_cast<std::ptrdiff_t>(left_out));
        EXPECT_FALSE(lost(function, part));
      }
      ++checked;
    }
  EXPECT_GT(checked, 100u);
}

TEST_F(DutchGraph, EveryPairThatLosesAFunctionHoldsACutSet) {
  for (std::size_t a = 0; a < events_.size(); ++a)
    for (std::size_t b = a; b < events_.size(); ++b) {
      std::vector<Id<Component>> components = events_[a].loses;
      components.insert(components.end(), events_[b].loses.begin(), events_[b].loses.end());
      const auto lost_functions =
          functions_lost(world(), what_works(world(), components, ColdStandbys::running));
      for (const std::size_t function : lost_functions) {
        const auto& sets = cut_sets_[function].sets;
        const Names both = {events_[a].id, events_[b].id};
        EXPECT_TRUE(std::any_of(sets.begin(), sets.end(),
                                [&](const CutSet& set) {
                                  return std::all_of(
                                      set.events.begin(), set.events.end(),
                                      [&](std::size_t event) { return event == a || event == b; });
                                }))
            << both[0] << " " << both[1];
      }
    }
}

TEST_F(DutchGraph, SinglePointsAreTheCutSetsOfOneEvent) {
  const auto points = single_points(world(), events_);
  for (std::size_t event = 0; event < events_.size(); ++event) {
    std::vector<std::size_t> functions;
    for (std::size_t function = 0; function < cut_sets_.size(); ++function)
      for (const CutSet& set : cut_sets_[function].sets)
        if (set.events == std::vector{event})
          functions.push_back(function);
    const auto at = std::find_if(points.begin(), points.end(),
                                 [&](const SinglePoint& point) { return point.event == event; });
    EXPECT_EQ(at == points.end() ? std::vector<std::size_t>{} : at->functions, functions)
        << events_[event].id;
  }
}

TEST_F(DutchGraph, WhatIsKnownOfTheWorldIsFound) {
  const auto points = single_points(world(), events_);
  const SinglePoint* const software = point_of(points, events_, "kpn_software");
  ASSERT_NE(software, nullptr);
  EXPECT_EQ(software->severity, Severity::stops_answering);
  EXPECT_NEAR(software->share_of_demand, 1, 1e-9);
  const SinglePoint* const site = point_of(points, events_, "first_answer_site");
  ASSERT_NE(site, nullptr) << "interrupts until the fallback site has started";
  EXPECT_THAT(site->functions, IsEmpty());
  EXPECT_EQ(point_of(points, events_, "operator_kpn"), nullptr) << "two others are left";
  EXPECT_EQ(point_of(points, events_, "grid@rotterdam"), nullptr) << "emergency power";
}

}  // namespace
