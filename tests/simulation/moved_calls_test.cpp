// A call that is moved lives by the rules of where it is, not of where it came from.
#include <gtest/gtest.h>

#include "two_rooms.hpp"

namespace {

using fact_sums::persons;
using results::CallerCount;
using results::GroupCount;
using two_rooms::effect;
using two_rooms::measured;
using two_rooms::scenario_with;
using enum two_rooms::Group;

const std::string west_as_usual =
    "west: {name: \"West\", desks: 40, roster: {intake: 10, dispatcher: 10}}";

TEST(MovedCalls, FollowTheOverflowRuleOfWhereTheyAre) {
  // Nobody is at intake in the east, and callers never tire of waiting. At two the east's calls go
  // to the west, where nobody is either, and which sends on to the north after a minute.
  std::string text = two_rooms::world_with(
      west_as_usual,
      "west: {name: \"West\", desks: 40, roster: {intake: 0, dispatcher: 10}, overflow: {after: "
      "\"60 "
      "s\", to: [north]}}\n  north: {name: \"North\", roster: {intake: 40, dispatcher: 1}}");
  const auto replace = [&](const std::string& piece, const std::string& by) {
    text.replace(text.find(piece), piece.size(), by);
  };
  replace("east: {name: \"East\", desks: 40, roster: {intake: 10,",
          "east: {name: \"East\", desks: 40, roster: {intake: 0,");
  replace("at: [east, west]", "at: [east, west, north]");
  replace("transfer: \"5 s\", patience: {exponential: {mean: \"3 min\"}}", "transfer: \"5 s\"");
  const auto seen = written::observe(
      {text, scenario_with("      - {from: \"2 h\", planned_takeover: {at: east, to: west}}\n")});
  EXPECT_EQ(persons(seen.world, CallerCount::pending), 0u) << "also who waited before two";
  EXPECT_GT(persons(*seen.twin, CallerCount::pending), 200u) << "nobody helps the east there";
}

TEST(MovedCalls, AMisroutedCallThatOverflowsHomeIsHome) {
  const std::string text =
      two_rooms::world_with(west_as_usual,
                            "west: {name: \"West\", desks: 40, roster: {intake: 0, dispatcher: "
                            "10}, overflow: {after: \"0 "
                            "s\", to: [east]}}");
  const auto seen = written::observe(
      {text, scenario_with(effect("misroute: {at: east, probability: 1, delay: \"15 s\"}"))});
  EXPECT_GT(measured(seen.world, west_intake, GroupCount::moved_out),
            measured(*seen.twin, west_intake, GroupCount::moved_out) + 100);
  EXPECT_EQ(measured(seen.world, east_intake, GroupCount::forwarded), 0u);
  EXPECT_EQ(measured(seen.world, east_intake, GroupCount::answered),
            measured(*seen.twin, east_intake, GroupCount::answered));
}

}  // namespace
